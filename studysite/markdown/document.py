"""What a Markdown text becomes: HTML with slots.

A slot stands for what depends on the output: a citation links to the references page on the site,
to the back of the book in print, and nowhere on an Anki note. Each is marked in the HTML by a token
of private-use characters, which no author can write: the parser removes them from what it reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape, unescape
from typing import NamedTuple, TypeVar

OPEN, CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")
AWAY = OPEN + CLOSE
"""In what is left of a text: here stood what is text no more, and has no slot either."""
_ESCAPED = re.compile("\x02(\\d+)\x03")
_NOTE = re.compile(r'<sup id="fnref.*?</sup>')
_CITED = re.compile(rf"\s*{OPEN}")
"""A dropped citation, with the space before it."""
_LINK = re.compile(r"</?a\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_BETWEEN_IDS = re.compile(r"[\s,;]+")
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
    source: str = field(default="", compare=False)
    """What its author wrote, its dollar signs with it."""


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
    is_named: bool = True
    """Whether its author gave it the id; else that was made of its words."""
    source: str = field(default="", compare=False)
    """What its author wrote behind the signs of its level."""
    written: str = field(default="", compare=False)
    """What its author wrote as its claims."""


@dataclass(frozen=True)
class HeadingEnd:
    """The end of the heading before it."""


@dataclass(frozen=True)
class Directive:
    """`!name argument …` on a line of its own."""

    name: str
    arguments: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Blank:
    """`==words|other==`: its words, which the learner fills in, follow up to its BlankEnd.

    `others` are the answers that count as well, as plain text.
    """

    others: tuple[str, ...]
    source: str
    """What its author wrote, up to what the parser had put away by then."""


@dataclass(frozen=True)
class BlankEnd:
    """The end of the blank before it."""


@dataclass(frozen=True)
class Unpaired:
    """A `==` in a text with blanks that begins or ends none, with the word after it."""

    source: str


Slot = (
    Citation
    | TermLink
    | Formula
    | Image
    | Link
    | Heading
    | HeadingEnd
    | Directive
    | Blank
    | BlankEnd
    | Unpaired
)


class Refused(NamedTuple):
    """An attribute that was taken away from an element."""

    name: str
    value: str
    on_heading: bool


@dataclass(frozen=True)
class Note:
    """`!!! kind "title"`, with the line as its author wrote it, and whether nothing stands in it."""

    kind: str
    source: str
    is_empty: bool


@dataclass(frozen=True)
class Footnote:
    """`[^name]: …`, and whether a mark leads to it."""

    name: str
    is_used: bool


@dataclass(frozen=True)
class Document:
    """HTML with tokens, the slots that they stand for, and the attributes that were taken away.

    `tags` are those of HTML that the author wrote, which are shown as text. `remains` are the blocks of text
    in which a sign is left that begins something elsewhere, with tokens or AWAY for all that is no text.
    """

    html: str
    slots: tuple[Slot, ...] = ()
    refused: tuple[Refused, ...] = ()
    tags: tuple[str, ...] = ()
    remains: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    tables: tuple[str, ...] = ()
    """The line that is the head of each table."""

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


def listed(source: str) -> tuple[str, ...]:
    """The ids that a text lists. Blanks part them; commas are read so too, for a rule to find fault with."""
    return tuple(id for id in _BETWEEN_IDS.split(source) if id)


def unlinked(slot: Slot) -> Slot:
    """A citation or a term as text, in a caption too: links do not nest, and a control has none."""
    match slot:
        case Citation() | TermLink():
            return replace(slot, linked=False)
        case Image():
            return replace(slot, caption=without_links(slot.caption))
        case _:
            return slot


def without_links(document: Document) -> Document:
    """The same text with no link in it, for where none may be followed."""
    return Document(_LINK.sub("", document.html), tuple(map(unlinked, document.slots)))


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


@dataclass(frozen=True)
class Gap:
    """A blank of a text: its number from 1, the words that fill it, the other answers that count."""

    number: int
    words: Document
    others: tuple[str, ...]

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every answer that counts, as plain text, the one in the text first."""
        return plain(self.words), *self.others


def gaps(document: Document) -> list[tuple[Document, Gap | None]]:
    """Each blank of a document with the text before it; last the text behind them all, and None."""
    found: list[tuple[Document, Gap | None]] = []
    before: list[str] = []
    blank: Blank | None = None
    into = before
    for index, piece in enumerate(TOKEN.split(document.html)):
        slot = document.slots[int(piece)] if index % 2 else None
        if isinstance(slot, Blank):
            blank, into = slot, []
        elif isinstance(slot, BlankEnd) and blank is not None:
            gap = Gap(len(found) + 1, Document("".join(into), document.slots), blank.others)
            found.append((Document("".join(before), document.slots), gap))
            blank, before = None, []
            into = before
        else:
            into.append(token(int(piece)) if index % 2 else piece)
    return [*found, (Document("".join(before), document.slots), None)]


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


def unescaped(text: str) -> str:
    """Undo what the parser does to characters that were escaped with a backslash."""
    return _ESCAPED.sub(lambda match: chr(int(match[1])), text)


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
