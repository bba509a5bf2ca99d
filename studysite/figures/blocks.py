"""A text as a reader meets it: block by block, each with what it cites and where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import NamedTuple

from lxml.html import HtmlElement, HTMLParser, fragment_fromstring

from studysite.markdown import (
    OPEN,
    TOKEN,
    Blank,
    BlankEnd,
    Citation,
    Document,
    Formula,
    Heading,
    Image,
    Link,
    Slot,
    TermLink,
    Unpaired,
)
from studysite.sentences import ends

HOLE = OPEN
"""In the words of a block: here stands what is no word."""
TEXT, ROW, ENTRY, HEADING, PICTURE = "text", "row", "entry", "heading", "picture"
"""What a block may be. A row of a table is one, an entry that of a list."""
_WITHIN = {"em", "strong", "br", "td", "th", "sup"}
"""What parts no block; the cells of a row are read as one."""
_CELLS = {"td", "th"}
_MUTE = {"code", "a"}
_LEFT_OUT = {"pre", "hr"}
_GROUPS = {"table": ROW, "ul": ENTRY, "ol": ENTRY}
_EXAMPLE = "admonition example"
"""The class of a worked example: its sums are its author's own."""
_MARK, _NOTE, _BACK = "fnref:", "fn:", "footnote-backref"
"""How the ids of a footnote's mark and of its text begin, and the class of the way back."""
_UTF_8 = "utf-8"


class Where(NamedTuple):
    """Of what kind a block is, in which table or list it stands, and in the text of which footnote."""

    kind: str = TEXT
    group: int = 0
    note: str = ""


class Mark(NamedTuple):
    """What stands at a place of a block: the keys of a citation, or the name of a footnote."""

    at: int
    keys: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading, a row, an entry, or the two texts of a picture."""

    where: Where
    words: str
    marks: tuple[Mark, ...] = ()
    holes: Mapping[int, str] = field(default_factory=dict)
    """What is read at each hole where something is."""

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where its sentences end; a row and a picture are looked at as one."""
        inner = () if self.where.kind in (ROW, PICTURE) else ends(self.words)
        return (*inner, len(self.words) + 1)

    def sentence(self, at: int) -> int:
        """The number of the sentence in which a place is."""
        return bisect_right(self.ends, at)

    @cached_property
    def cited(self) -> dict[int, tuple[str, ...]]:
        """The keys that each sentence cites, where it does, by its number."""
        found: dict[int, tuple[str, ...]] = {}
        for mark in self.marks:
            if mark.keys:
                number = self.sentence(mark.at)
                found[number] = tuple(dict.fromkeys((*found.get(number, ()), *mark.keys)))
        return found

    def cites(self, sentence: int = 0) -> tuple[str, ...]:
        """What a sentence cites, or else the first one behind it that does."""
        return next((keys for number, keys in sorted(self.cited.items()) if number >= sentence), ())

    @property
    def last_cited(self) -> tuple[str, ...]:
        """What the last of its sentences that does cites."""
        return self.cited[max(self.cited)] if self.cited else ()

    def then(self, other: Block) -> Block:
        """This block and another one, which goes on with its sentence."""
        far = len(self.words) + 1
        marks = (mark._replace(at=mark.at + far) for mark in other.marks)
        holes = {at + far: read for at, read in other.holes.items()}
        return Block(
            self.where, f"{self.words}\n{other.words}", (*self.marks, *marks), {**self.holes, **holes}
        )


def blocks(document: Document) -> list[Block]:
    """The blocks of a text in their order, those of worked examples left out."""
    html = document.html.encode(_UTF_8, "replace")
    reader = _Reader(document.slots)
    reader.read(fragment_fromstring(html, create_parent="body", parser=HTMLParser(encoding=_UTF_8)), Where())
    reader.end()
    return reader.blocks


class _Reader:
    """Goes through a tree, and gathers the words of the block that it is in."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self.slots = slots
        self.blocks: list[Block] = []
        self.where = Where()
        self.groups = 0
        self.is_open = False
        """Whether the last block ends in a displayed formula, behind which its sentence may go on."""
        self._begin()

    def _begin(self) -> None:
        self.words = ""
        self.marks: list[Mark] = []
        self.holes: dict[int, str] = {}
        self.kind = ""
        self.displays = False

    def read(self, element: HtmlElement, where: Where) -> None:
        """Read what stands in an element."""
        self.where = where
        self._say(element.text)
        for child in element:
            self._child(child, where)
            self.where = where
            self._say(child.tail)

    def _child(self, child: HtmlElement, where: Where) -> None:
        if child.get("id", "").startswith(_MARK):
            self._mark(note=child.get("id", "").removeprefix(_MARK))
        elif child.tag in _MUTE:
            self._hole("" if child.get("class") == _BACK else child.text_content())
        elif child.tag in _WITHIN:
            self.words += " | " if child.tag in _CELLS and self.words.strip() else ""
            self.read(child, where)
        else:
            self.end()
            if child.tag not in _LEFT_OUT and child.get("class") != _EXAMPLE:
                self.read(child, self._inside(child, where))
                self.end()

    def _inside(self, child: HtmlElement, where: Where) -> Where:
        name = child.get("id", "")
        if name.startswith(_NOTE):
            return Where(note=name.removeprefix(_NOTE))
        if child.tag not in _GROUPS or where.note:
            return where
        self.groups += 1
        return Where(_GROUPS[child.tag], self.groups)

    def _say(self, text: str | None) -> None:
        for index, piece in enumerate(TOKEN.split(text or "")):
            if index % 2:
                self._slot(self.slots[int(piece)])
            else:
                self.words += piece

    def _slot(self, slot: Slot) -> None:
        match slot:
            case Citation():
                self._mark(keys=slot.keys)
            case TermLink():
                self._hole(slot.shown)
            case Formula():
                self._hole(slot.source)
                self.displays = slot.display
            case Heading():
                self.end()
                self.kind = HEADING
            case Image():
                self._picture(slot)
            case Blank() | BlankEnd() | Unpaired() | Link():
                pass
            case _:
                self.end()

    def _picture(self, image: Image) -> None:
        """A picture is a block of its own, its alternative text with its caption, in a line as well."""
        if image.figure:
            self.end()
        reader = _Reader(self.slots)
        reader.kind = PICTURE
        reader.words = f"{image.alt}\n"
        reader._say(unescape(image.caption.html))
        reader.end()
        self.blocks += reader.blocks

    def _mark(self, keys: tuple[str, ...] = (), note: str = "") -> None:
        self.marks.append(Mark(len(self.words), keys, note))
        self.words += HOLE

    def _hole(self, read: str) -> None:
        self.holes[len(self.words)] = read
        self.words += HOLE

    def end(self) -> None:
        """Close the block, where there is one."""
        if self.words.strip():
            where = self.where._replace(kind=self.kind) if self.kind else self.where
            self._add(Block(where, self.words, tuple(self.marks), self.holes))
        self._begin()

    def _add(self, block: Block) -> None:
        """Keep a block; a displayed formula, and what goes on behind it, belong to the one before."""
        words = block.words.strip()
        displays = self.displays and words == HOLE
        goes_on = displays or (self.is_open and words[0].islower())
        if goes_on and self.blocks and self.blocks[-1].where == block.where:
            self.blocks[-1] = self.blocks[-1].then(block)
        else:
            self.blocks.append(block)
        self.is_open = displays
