"""The addresses that a renamed lesson had: each leads to where it is now, also without a script."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from studysite.markdown import plain_text
from studysite.model import Course, Lesson
from studysite.render.address import href, lesson_page, practice_page
from studysite.render.page import Page


def moved_pages(env: Environment, course: Course) -> Iterator[Page]:
    """Yield a page for each old address. It is HTML as it stands: no engine lists it or finds words in it."""
    template = env.get_template("moved.html")
    for lesson in course.lessons:
        for now, was in _addresses(lesson):
            text = template.render(title=plain_text(lesson.head.title), there=href(was, now))
            yield Page(f"{was.removesuffix('.md')}.html", text)


def _addresses(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """Each page of a lesson, with each that it was before."""
    for old in lesson.head.was:
        before = lesson.model_copy(update={"slug": old})
        yield lesson_page(lesson), lesson_page(before)
        yield practice_page(lesson), practice_page(before)
