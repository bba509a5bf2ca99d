"""Headings build one outline."""

from __future__ import annotations

from collections.abc import Iterator

from studysite.check.rule import Facts
from studysite.diagnostics import Problem
from studysite.markdown import Heading
from studysite.model import Course
from studysite.passages import passages


def one_outline(course: Course, facts: Facts) -> Iterator[Problem]:
    """A lesson's headings begin at `##` and skip no level: its title is the page's only `#`."""
    for lesson in course.lessons:
        before = 1
        for section in lesson.sections:
            if section.level == 1 or section.level > before + 1:
                yield Problem(
                    (*lesson.loc, "text"),
                    "heading-level",
                    f"the heading `{section.title}` has level {section.level}, after one of level {before}",
                    f"Write `{'#' * (before + 1)}`; only the lesson's `title:` has the first level.",
                    needle=section.title,
                )
            before = section.level


def no_headings_elsewhere(course: Course, facts: Facts) -> Iterator[Problem]:
    """Items, cards and lists have no headings of their own: the page gives them theirs."""
    for passage in passages(course):
        if passage.loc[-1] != "text" and passage.document.of(Heading):
            yield Problem(
                passage.loc,
                "heading-here",
                "a heading stands where only text can",
                "Write it as **bold** text; a line that begins with `#` is a heading.",
                needle="#",
            )
