"""Inline patterns of ours: citations, terms and formulas."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from studysite.markdown.document import Citation, Formula, Slot, TermLink
from studysite.model import typographic

if TYPE_CHECKING:
    from studysite.markdown.parse import Slots

_CITATION = r"(?<!\\)\[(@[^\s\];@\x02]+(?:\s*;\s*@[^\s\];@\x02]+)*)\]"
_TERM = r"(?<!\\)\[\[([^\[\]|\\\x02]+)(?:\\?\|([^\[\]\x02]+))?\]\]"
_DISPLAY = r"(?<!\\)\$\$([^\x02]+?)(?<!\\)\$\$"
_FORMULA = r"(?<![\\$])\$(?![\s$])((?:\\.|[^\\$\x02])+?)(?<!\s)\$(?!\d)"
"""As in Pandoc: no space inside the dollars, no digit after the second, so that prices stay text.

None of the patterns reaches over a code span, which the parser has put away behind an \\x02 by then.
"""


_Make = Callable[[re.Match[str]], Slot]


class _SlotPattern(InlineProcessor):
    """Puts in place of what a pattern finds the slot that `make` makes of it."""

    def __init__(self, pattern: str, make: _Make, md: Markdown, slots: Slots) -> None:
        super().__init__(pattern, md)
        self.compiled_re = re.compile(pattern, re.DOTALL)
        self.make = make
        self.slots = slots

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int, int]:  # type: ignore[override]
        return self.slots.add(self.make(m)), m.start(0), m.end(0)


def _citation(m: re.Match[str]) -> Citation:
    return Citation(tuple(key.strip()[1:] for key in m[1].split(";")), m[0])


def _term(m: re.Match[str]) -> TermLink:
    name, shown = (typographic(" ".join(text.split())) for text in (m[1], m[2] or m[1]))
    return TermLink(name, shown, m[0])


def _formula(m: re.Match[str]) -> Formula:
    return Formula(m[1], source=m[0])


def _display(m: re.Match[str]) -> Formula:
    return Formula(m[1].strip(), display=True, source=m[0])


_PATTERNS: tuple[tuple[str, _Make, str], ...] = (
    ("term", _term, _TERM),
    ("citation", _citation, _CITATION),
    ("formula", _formula, _FORMULA),
    ("display", _display, _DISPLAY),
)
"""The later in the list, the sooner it is tried."""


class InlinesExtension(Extension):
    """After code spans (190) and before escapes (180), links and emphasis."""

    def __init__(self, slots: Slots) -> None:
        super().__init__()
        self.slots = slots

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the patterns, and let `\\$` be a dollar sign."""
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "$"]
        for priority, (name, make, pattern) in enumerate(_PATTERNS, start=181):
            md.inlinePatterns.register(_SlotPattern(pattern, make, md, self.slots), name, priority)
