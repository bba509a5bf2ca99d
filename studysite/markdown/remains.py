"""Notes what is left as text though it holds the sign of something else, and which notes a text has."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.footnotes import FootnoteInlineProcessor
from markdown.treeprocessors import Treeprocessor

from studysite.markdown.document import AWAY, Footnote, Note

if TYPE_CHECKING:
    from studysite.markdown.parse import Slots

_SIGN = re.compile(r"\[[@\[^]|\]\]|[@$|]|! ?[A-Za-z]|\?\?\? ?[A-Za-z]|^ *(?:[-*+]|\d+\.) ", re.MULTILINE)
"""What a block of text must hold to be worth a look: nine of ten hold none of it."""
_UNSPOKEN = ("code", "sup")
_CELLS = ("td", "th")
"""Their ends are no ends of a line; a bar follows."""
_BOX = "admonition"
_TITLE = "admonition-title"


class _Notes(AdmonitionProcessor):
    """The parser's own, which also keeps the line with which each note begins."""

    def __init__(self, md: Markdown, slots: Slots) -> None:
        super().__init__(md.parser)
        self.slots = slots

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        self.slots.lines.append(match[0].strip())
        return super().get_class_and_title(match)


class _Remains(Treeprocessor):
    def __init__(self, md: Markdown, slots: Slots) -> None:
        super().__init__(md)
        self.slots = slots

    def run(self, root: etree.Element) -> None:
        self.slots.remains = list(self._texts(root))
        boxes = (box for box in root.iter("div") if box.get("class", "").startswith(f"{_BOX} "))
        self.slots.notes = [_note(box, line) for box, line in zip(boxes, self.slots.lines, strict=False)]
        footnotes = cast(FootnoteInlineProcessor, self.md.inlinePatterns["footnote"]).footnotes
        self.slots.footnotes = [
            Footnote(name, name in footnotes.footnote_order) for name in footnotes.footnotes
        ]

    def _texts(self, block: etree.Element) -> Iterator[str]:
        """Yield the text of a block and of each block in it, where it holds a sign.

        AWAY stands for what is text no more.
        """
        pieces = [block.text or ""]
        for child in block:
            if child.tag == "pre":
                continue
            if self.md.is_block_level(child.tag):
                yield from self._texts(child)
            else:
                pieces.append(_inline(child))
            pieces.append(child.tail or "")
        text = "".join(pieces)
        if _SIGN.search(text):
            yield f"{AWAY}{text}|" if block.tag in _CELLS else text


def _inline(element: etree.Element) -> str:
    """The text of an element in a line, its ends marked: there stood a sign that is text no more."""
    if element.tag in _UNSPOKEN:
        return AWAY
    if element.tag == "br":
        return ""
    inner = (_inline(child) + (child.tail or "") for child in element)
    return "".join((AWAY, element.text or "", element.get("title") or "", *inner, AWAY))


def _note(box: etree.Element, line: str) -> Note:
    inside = [child for child in box if child.get("class") != _TITLE]
    return Note(box.get("class", "").removeprefix(f"{_BOX} "), line, not inside)


class RemainsExtension(Extension):
    """After inline patterns (20) and attribute lists (8), before quotation marks (6) and escapes (0).

    A sign that its author has escaped is no sign there.
    """

    def __init__(self, slots: Slots) -> None:
        super().__init__()
        self.slots = slots

    def extendMarkdown(self, md: Markdown) -> None:
        """Take the place of the parser's notes, and look through the tree."""
        md.parser.blockprocessors.register(_Notes(md, self.slots), "admonition", 105)
        md.treeprocessors.register(_Remains(md, self.slots), "remains", 7)
