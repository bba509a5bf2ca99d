"""Directives place what exists, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from studysite.check.rule import Facts, near, pointed
from studysite.diagnostics import Problem
from studysite.markdown import Directive
from studysite.model import Course, Lesson
from studysite.pointing import Pointer

FILES = {"quiz": "quiz.yml", "cards": "cards.yml"}
"""Where each directive's things are written."""
KINDS = {"quiz": "question", "cards": "card"}
"""What each directive places."""
TO_THE_TEXT = "Move it to the text of lesson.md; what is not placed stands on the practice page."
"""The cure for a directive that stands elsewhere."""


def placed_things(course: Course, facts: Facts) -> Iterator[Problem]:
    """`!quiz` and `!cards` name this lesson's items and cards, each at most once, in its text only."""
    placed: set[tuple[str, str]] = set()
    for passage in facts.passages:
        for directive, point in pointed(passage.document, Directive, lambda directive: directive.source):
            point = replace(point, whole_line=True)
            if passage.lesson is None or not passage.is_lesson_text:
                message = f"`!{directive.name}` places nothing here"
                yield Problem(passage.loc, "directive-here", message, TO_THE_TEXT, point=point)
            elif directive.name not in passage.lesson.placeable:
                cure = near(directive.name, FILES, "Write `!quiz` with items or `!cards` with cards.")
                message = f"there is no directive `!{directive.name}`"
                yield Problem(passage.loc, "unknown-directive", message, cure, point=point)
            else:
                yield from _faults(passage.lesson, directive, point, placed, facts)


def _faults(
    lesson: Lesson, directive: Directive, point: Pointer, placed: set[tuple[str, str]], facts: Facts
) -> Iterator[Problem]:
    loc = (*lesson.loc, "text")
    file = f"{lesson.folder}/{FILES[directive.name]}"
    known = {entity.id for entity in lesson.placeable[directive.name]}
    if not directive.arguments:
        cure = "Name one or more ids after it."
        yield Problem(loc, "empty-directive", f"`!{directive.name}` places nothing", cure, point=point)
    for name in directive.arguments:
        there = replace(point, inside=name)
        if name not in known and file not in facts.broken:
            cure = _in_place_of(lesson, name) or near(name, known, f"Write it in {file}.")
            message = f"this lesson has no {KINDS[directive.name]} `{name}` to place"
            yield Problem(loc, "unknown-id", message, cure, point=there)
        elif (lesson.slug, name) in placed:
            cure = "Place it once; an id has one place."
            yield Problem(loc, "placed-twice", f"`{name}` is placed a second time", cure, point=there)
        placed.add((lesson.slug, name))


def _in_place_of(lesson: Lesson, name: str) -> str | None:
    """The cure where another directive places what has this name; None where none does."""
    for directive, entities in lesson.placeable.items():
        if any(entity.id == name for entity in entities):
            return f"`{name}` is a {KINDS[directive]}: write `!{directive} {name}`."
    return None
