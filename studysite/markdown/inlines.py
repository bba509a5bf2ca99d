"""Inline patterns of ours: citations, terms and formulas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from studysite.markdown.document import Citation, Formula, Slot, TermLink

if TYPE_CHECKING:
    from studysite.markdown.parse import Slots

_CITATION = r"(?<!\\)\[(@[^\s\];@\x02]+(?:\s*;\s*@[^\s\];@\x02]+)*)\]"
_TERM = r"(?<!\\)\[\[([^\[\]|\\\x02]+)(?:\\?\|([^\[\]\x02]+))?\]\]"
_DISPLAY = r"(?<!\\)\$\$([^\x02]+?)(?<!\\)\$\$"
_FORMULA = r"(?<![\\$])\$(?![\s$])((?:\\.|[^\\$\x02])+?)(?<!\s)\$(?!\d)"
"""As in Pandoc: no space inside the dollars, no digit after the second, so that prices stay text.

None of the patterns reaches over a code span, which the parser has put away behind an \\x02 by then.
"""


class _SlotPattern(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, slots: Slots) -> None:
        super().__init__(pattern, md)
        self.compiled_re = re.compile(pattern, re.DOTALL)
        self.slots = slots

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int, int]:  # type: ignore[override]
        return self.slots.add(self.slot(m)), m.start(0), m.end(0)

    def slot(self, m: re.Match[str]) -> Slot:
        raise NotImplementedError


class _Citation(_SlotPattern):
    def slot(self, m: re.Match[str]) -> Slot:
        return Citation(tuple(key.strip()[1:] for key in m[1].split(";")), m[0])


class _Term(_SlotPattern):
    def slot(self, m: re.Match[str]) -> Slot:
        name = " ".join(m[1].split())
        return TermLink(name, " ".join((m[2] or name).split()), m[0])


class _Formula(_SlotPattern):
    def slot(self, m: re.Match[str]) -> Slot:
        return Formula(m[1], source=m[0])


class _Display(_SlotPattern):
    def slot(self, m: re.Match[str]) -> Slot:
        return Formula(m[1].strip(), display=True, source=m[0])


class InlinesExtension(Extension):
    """After code spans (190) and before escapes (180), links and emphasis."""

    def __init__(self, slots: Slots) -> None:
        super().__init__()
        self.slots = slots

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the patterns, and let `\\$` be a dollar sign."""
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "$"]
        for priority, (name, kind, pattern) in enumerate(
            (
                ("term", _Term, _TERM),
                ("citation", _Citation, _CITATION),
                ("formula", _Formula, _FORMULA),
                ("display", _Display, _DISPLAY),
            ),
            start=181,
        ):
            md.inlinePatterns.register(kind(pattern, md, self.slots), name, priority)
