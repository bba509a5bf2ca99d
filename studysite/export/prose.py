"""The course's texts as another tool shows them: HTML that needs nothing of the site.

Formulas stay TeX between the signs by which MathJax knows them, which Anki and Moodle both bring; citations
are names in brackets, terms are their words, and no link leads anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from studysite.export.environment import environment
from studysite.markdown import (
    Citation,
    Document,
    Formula,
    Gap,
    Image,
    Slot,
    TermLink,
    fill,
    gaps,
    parse,
    plain,
    without_links,
)
from studysite.model import Course, Lesson, Prose


def tex(formula: Formula) -> Markup:
    """A formula for a tool that has MathJax."""
    return escape(rf"\[{formula.tex}\]" if formula.display else rf"\({formula.tex}\)")


def in_words(text: str) -> str:
    """A text on one line, without markup; where it is only pictures, what they show."""
    document = parse(text)
    return plain(document) or "; ".join(image.alt for image in document.of(Image))


def dated(course: Course, lesson: Lesson) -> str:
    """The title of a lesson, its day first: decks, categories and tests are sorted by their names."""
    day = str(course.day_of[lesson.slug]).zfill(len(str(course.plan.days)))
    return f"Day {day}: {plain(parse(lesson.head.title))}"


@dataclass(frozen=True)
class Writer:
    """Writes texts of a course. What becomes of a formula and of an image is the format's to say."""

    course: Course
    image: Callable[[Image], Markup]
    formula: Callable[[Formula], Markup] = tex

    def block(self, text: str) -> Markup:
        """Markdown paragraphs."""
        return self.html(parse(text))

    def inline(self, text: str) -> Markup:
        """One Markdown paragraph, without its `<p>`."""
        return self.html(parse(text, Prose.INLINE))

    def label(self, text: str) -> Markup:
        """An inline text that stood inside a control."""
        return self.html(parse(text, Prose.LABEL))

    def cloze(self, text: str) -> list[tuple[Document, Gap | None]]:
        """The blanks of a cloze item's text, each with what stands before it."""
        return gaps(parse(text, Prose.CLOZE))

    def cite(self, keys: Iterable[str]) -> str:
        """References by their short names."""
        return "; ".join(self.course.reference[key].label for key in keys)

    def html(self, document: Document) -> Markup:
        """A document, its slots filled."""
        return Markup(fill(without_links(document), self._fill))

    def _fill(self, slot: Slot) -> str:
        match slot:
            case Citation():
                return escape(f"({self.cite(slot.keys)})")
            case TermLink():
                return escape(slot.shown)
            case Formula():
                return self.formula(slot)
            case Image():
                return self._picture(slot)
            case _:
                return ""

    def _picture(self, image: Image) -> Markup:
        """An image; with its caption where it stands alone."""
        picture, caption = self.image(image), self.html(image.caption)
        if not (image.figure and caption):
            return picture
        return Markup(environment().get_template("figure.html").render(picture=picture, caption=caption))
