"""Headings build one outline, and stand where a page has room for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from studysite.check.footnotes import INTO_THE_TEXT
from studysite.check.rule import Facts, numbered, pointed
from studysite.diagnostics import Problem
from studysite.markdown import Heading, plain, split
from studysite.model import Course, Lesson, Section
from studysite.model.base import SLUG
from studysite.pointing import Pointer


def one_outline(course: Course, facts: Facts) -> Iterator[Problem]:
    """A lesson's headings begin at `##` and skip no level: its title is the page's only `#`."""
    for lesson in course.lessons:
        before = 1
        for section in lesson.sections:
            if section.level == 1:
                message = f"the heading `{section.title}` is of the first level, which is the lesson's title"
                yield _problem(lesson, "heading-level", message, "Write it with `##`.", _heading(section))
            elif section.level > before + 1:
                message = f"the heading `{section.title}` has level {section.level}, after one of {before}"
                cure = f"Write it with `{'#' * (before + 1)}`."
                yield _problem(lesson, "heading-level", message, cure, _heading(section))
            before = max(section.level, 2)


def section_ids(course: Course, facts: Facts) -> Iterator[Problem]:
    """The id of a section has the form of every other id."""
    for lesson in course.lessons:
        for section in lesson.sections:
            if not re.match(SLUG, section.id):
                message = f"`{section.id}` cannot be an id"
                cure = "Write small letters, digits and single hyphens, as in `{#more-raters}`."
                yield _problem(lesson, "bad-id", message, cure, Pointer(f"#{section.id}"))


def named_sections(course: Course, facts: Facts) -> Iterator[Problem]:
    """A heading has an id of its own: one that is made of its words changes with them."""
    for passage in facts.passages:
        parts = split(passage.document) if passage.is_lesson_text else ()
        headings = [(part.heading, plain(part.title)) for part in parts if part.heading is not None]
        needles = (f"{'#' * heading.level} {heading.source}" for heading, _ in headings)
        for (heading, title), (_, point) in zip(headings, numbered(needles), strict=True):
            if not heading.is_named and heading.level > 1:
                message = f"the heading `{title}` has no id of its own: its address changes with its words"
                claims = f' claims="{" ".join(heading.claims)}"' if heading.claims else ""
                id = "-".join(re.findall("[a-z0-9]+", heading.id))
                cure = f"Write one behind it: `{{#{id}{claims}}}`."
                point = replace(point, otherwise=heading.source)
                yield Problem(passage.loc, "unnamed-section", message, cure, point=point)


def no_headings_elsewhere(course: Course, facts: Facts) -> Iterator[Problem]:
    """Items, cards and lists have no headings or notes of their own."""
    for passage in facts.passages:
        if passage.is_lesson_text:
            continue
        for _, point in pointed(passage.document, Heading, lambda heading: "#"):
            cure = "Write it as **bold** text; a line that begins with `#` is a heading."
            yield Problem(passage.loc, "heading-here", "no heading can stand here", cure, point=point)
        if 'class="footnote"' in passage.document.html:
            message = "no footnote can stand here"
            yield Problem(passage.loc, "note-here", message, INTO_THE_TEXT, point=Pointer("[^"))


def _problem(lesson: Lesson, code: str, message: str, cure: str, point: Pointer) -> Problem:
    return Problem((*lesson.loc, "text"), code, message, cure, point=point)


def _heading(section: Section) -> Pointer:
    """A heading as it is written, or its words where it has markup of its own."""
    return Pointer(f"{'#' * section.level} {section.title}", otherwise=section.title)
