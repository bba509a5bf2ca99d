"""Blanks in the text of a cloze: `==rises|goes up==`."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER_RE

from studysite.markdown.document import Blank, BlankEnd, Document, Unpaired, plain, unescaped

if TYPE_CHECKING:
    from studysite.markdown.parse import Slots

BLANK_TAG = "blank"
_BLANK = r"==(?!\s)((?:(?!==).)*?)(?<!\s)=="
"""No space inside the signs, so that `a == b` is no blank. One without words is found, to be told of."""
_UNPAIRED = r"==(?=(\s*[^\s=\x02]*))"
_ESCAPED_BAR = "\x02124\x03"
"""As the parser writes it, and puts it away. In a cell of a table every bar is escaped."""


class _Blanks(InlineProcessor):
    """Code, formulas and links have been put away by then; what stands in a link is its own text."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown, slots: Slots) -> None:
        super().__init__(_BLANK, md)
        self.compiled_re = re.compile(_BLANK, re.DOTALL)
        self.slots = slots

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int, int]:  # type: ignore[override]
        words, *others = INLINE_PLACEHOLDER_RE.sub(self._bar, m[1]).split("|")
        blank = Blank(tuple(map(self._plain, others)), m[0].partition("\x02")[0])
        element = etree.Element(BLANK_TAG)
        element.text = self.slots.add(blank) + words.strip() + self.slots.add(BlankEnd())
        return element, m.start(0), m.end(0)

    def _bar(self, put_away: re.Match[str]) -> str:
        return "|" if self.unescape(put_away[0]) == _ESCAPED_BAR else put_away[0]

    def _plain(self, text: str) -> str:
        words = unescape(unescaped(self.unescape(text)))
        return plain(Document(escape(words), tuple(self.slots.found)))


class _Unpaired(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown, slots: Slots) -> None:
        super().__init__(_UNPAIRED, md)
        self.slots = slots

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int, int]:  # type: ignore[override]
        return self.slots.add(Unpaired(m[0] + m[1])), m.start(0), m.end(0)


class BlanksExtension(Extension):
    """After links and images (120 to 170), before emphasis (60), which a blank may hold."""

    def __init__(self, slots: Slots) -> None:
        super().__init__()
        self.slots = slots

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the patterns, and let `\\=` be the sign itself."""
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "="]
        md.inlinePatterns.register(_Blanks(md, self.slots), "blank", 106)
        md.inlinePatterns.register(_Unpaired(md, self.slots), "unpaired", 105)
