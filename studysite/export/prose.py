"""The course's texts as another tool shows them: HTML that needs nothing of the site.

Formulas stay TeX between the signs by which MathJax knows them, which Anki and Moodle both bring; citations
are names in brackets, terms are their words, and no link leads anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from studysite.markdown import (
    Citation,
    Document,
    Formula,
    Image,
    Slot,
    TermLink,
    fill,
    parse,
    without_links,
)
from studysite.model import Course, Prose


def tex(formula: Formula) -> str:
    """A formula for a tool that has MathJax."""
    opening, closing = (r"\[", r"\]") if formula.display else (r"\(", r"\)")
    return f"{opening}{escape(formula.tex, quote=False)}{closing}"


@dataclass(frozen=True)
class Writer:
    """Writes texts of a course. What becomes of a formula and of an image is the format's to say."""

    course: Course
    image: Callable[[Image], str]
    formula: Callable[[Formula], str] = tex

    def block(self, text: str) -> str:
        """Markdown paragraphs."""
        return self.html(parse(text))

    def inline(self, text: str) -> str:
        """One Markdown paragraph, without its `<p>`."""
        return self.html(parse(text, Prose.INLINE))

    def label(self, text: str) -> str:
        """An inline text that stood inside a control."""
        return self.html(parse(text, Prose.LABEL))

    def cite(self, keys: list[str]) -> str:
        """References by their short names."""
        return "; ".join(escape(self.course.reference[key].label) for key in keys)

    def html(self, document: Document) -> str:
        """A document, its slots filled."""
        return fill(without_links(document), self._fill)

    def _fill(self, slot: Slot) -> str:
        match slot:
            case Citation():
                return f"({self.cite(list(slot.keys))})"
            case TermLink():
                return escape(slot.shown)
            case Formula():
                return self.formula(slot)
            case Image():
                return self.image(slot)
            case _:
                return ""
