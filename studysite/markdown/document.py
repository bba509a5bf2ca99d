"""What a Markdown text becomes: HTML with slots.

A slot stands for what depends on the output: a citation links to the references page on the site,
to the back of the book in print, and nowhere on an Anki note. Each is marked in the HTML by a token
of private-use characters, which no author can write: the parser removes them from what it reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import TypeVar

OPEN, CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")
_NOTE = re.compile(r'<sup id="fnref.*?</sup>')
_CITED = re.compile(rf"\s*{OPEN}")
"""A dropped citation, with the space before it."""
_TAG = re.compile(r"<[^>]*>")
S = TypeVar("S")


@dataclass(frozen=True)
class Citation:
    """`[@key]` or `[@key; @other]`. `linked` is off inside a link or a heading."""

    keys: tuple[str, ...]
    source: str
    linked: bool = True


@dataclass(frozen=True)
class TermLink:
    """`[[name]]` or `[[name|as shown]]`. `linked` is off inside a link or a heading."""

    name: str
    shown: str
    source: str
    linked: bool = True


@dataclass(frozen=True)
class Formula:
    """`$tex$`, or `$$tex$$` displayed on lines of its own."""

    tex: str
    display: bool = False


@dataclass(frozen=True)
class Image:
    """`![alt](path "caption")`: a figure where it stands alone in its paragraph."""

    path: str
    alt: str
    caption: Document
    figure: bool = False


@dataclass(frozen=True)
class Link:
    """The target of a link, as the author wrote it; the slot stands inside `href`."""

    target: str


@dataclass(frozen=True)
class Heading:
    """A heading of the text's own level, up to its HeadingEnd."""

    level: int
    id: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class HeadingEnd:
    """The end of the heading before it."""


@dataclass(frozen=True)
class Directive:
    """`!name argument …` on a line of its own."""

    name: str
    arguments: tuple[str, ...]
    source: str


Slot = Citation | TermLink | Formula | Image | Link | Heading | HeadingEnd | Directive


@dataclass(frozen=True)
class Document:
    """HTML with tokens, the slots that they stand for, and the attributes that were taken away.

    `tags` are those of HTML that the author wrote, which are shown as text.
    """

    html: str
    slots: tuple[Slot, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()

    def of(self, kind: type[S]) -> list[S]:
        """The slots of one kind, in the order of the text."""
        found: list[S] = []
        for match in TOKEN.finditer(self.html):
            slot = self.slots[int(match[1])]
            if isinstance(slot, kind):
                found.append(slot)
            if isinstance(slot, Image):
                found.extend(slot.caption.of(kind))
        return found


def unlinked(slot: Slot) -> Slot:
    """A citation or a term as text: links do not nest, and a control has none."""
    return replace(slot, linked=False) if isinstance(slot, Citation | TermLink) else slot


def token(number: int) -> str:
    """The token of the slot with that number."""
    return f"{OPEN}{number}{CLOSE}"


def pieces(document: Document) -> Iterator[str | Slot]:
    """Yield the document's HTML and slots in turn."""
    for index, piece in enumerate(TOKEN.split(document.html)):
        if index % 2:
            yield document.slots[int(piece)]
        elif piece:
            yield piece


@dataclass(frozen=True)
class Part:
    """A heading with its title and the text below it; the first part of a text has no heading."""

    heading: Heading | None
    title: Document
    body: Document


def split(document: Document) -> list[Part]:
    """Split a document at its headings."""
    parts: list[Part] = []
    heading: Heading | None = None
    title: list[str] = []
    body: list[str] = []
    into = body

    def finish() -> None:
        held = (Document("".join(text), document.slots) for text in (title, body))
        parts.append(Part(heading, *held))

    for index, piece in enumerate(TOKEN.split(document.html)):
        slot = document.slots[int(piece)] if index % 2 else None
        if isinstance(slot, Heading):
            finish()
            heading, title, body = slot, [], []
            into = title
        elif isinstance(slot, HeadingEnd):
            into = body
        else:
            into.append(token(int(piece)) if index % 2 else piece)
    finish()
    return parts


def fill(document: Document, resolve: Callable[[Slot], str]) -> str:
    """The document's HTML, each slot filled with what `resolve` makes of it."""
    if not document.slots:
        return document.html
    return "".join(piece if isinstance(piece, str) else resolve(piece) for piece in pieces(document))


def plain(document: Document) -> str:
    """The document's text without markup, notes and citations, its formulas as TeX: for titles."""
    html = _CITED.sub("", _NOTE.sub("", fill(document, _words)))
    return " ".join(unescape(_TAG.sub("", html)).split())


def _words(slot: Slot) -> str:
    match slot:
        case TermLink():
            return escape(slot.shown)
        case Formula():
            return escape(slot.tex)
        case Citation():
            return OPEN
        case _:
            return ""


def written(text: str, slots: Sequence[Slot]) -> str:
    """`text` with each token replaced by what its author wrote: for addresses."""
    return TOKEN.sub(lambda match: _written(slots[int(match[1])]), text)


def _written(slot: Slot) -> str:
    match slot:
        case Citation() | TermLink():
            return slot.source
        case Formula():
            return f"$${slot.tex}$$" if slot.display else f"${slot.tex}$"
        case _:
            return ""
