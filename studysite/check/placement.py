"""Directives place what exists, once."""

from __future__ import annotations

from collections.abc import Iterator

from studysite.check.rule import Facts, near
from studysite.diagnostics import Problem
from studysite.markdown import Directive
from studysite.model import Course, Lesson
from studysite.passages import lesson_passages


def placed_things(course: Course, facts: Facts) -> Iterator[Problem]:
    """`!quiz` and `!cards` name this lesson's items and cards, each at most once."""
    for lesson in course.lessons:
        seen: set[str] = set()
        for passage in lesson_passages(lesson):
            for directive in passage.document.of(Directive):
                yield from (
                    Problem((*lesson.loc, "text"), code, message, cure, needle=needle, nth=nth)
                    for code, message, cure, needle, nth in _faults(lesson, directive, seen)
                )


def _faults(lesson: Lesson, directive: Directive, seen: set[str]) -> Iterator[tuple[str, str, str, str, int]]:
    source = directive.source
    if directive.name not in lesson.placeable:
        cure = near(directive.name, lesson.placeable, "Write `!quiz` with items or `!cards` with cards.")
        yield "unknown-directive", f"there is no directive `!{directive.name}`", cure, source, 0
        return
    known = {entity.id for entity in lesson.placeable[directive.name]}
    if not directive.arguments:
        yield (
            "empty-directive",
            f"`!{directive.name}` places nothing",
            "Name one or more ids after it.",
            source,
            0,
        )
    for name in directive.arguments:
        if name not in known:
            file = "quiz.yml" if directive.name == "quiz" else "cards.yml"
            cure = near(name, known, f"Write it in {lesson.folder}/{file}.")
            yield "unknown-id", f"this lesson has no `{name}` to place", cure, source, 0
        elif name in seen:
            yield (
                "placed-twice",
                f"`{name}` is placed a second time",
                "Place it once; an id has one place.",
                source,
                1,
            )
        seen.add(name)
