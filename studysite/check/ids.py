"""Ids are unique: of items and cards over the course, of everything that shares a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from studysite.check.rule import Facts
from studysite.diagnostics import Problem
from studysite.model import Course, Entity


def unique_ids(course: Course, facts: Facts) -> Iterator[Problem]:
    """No two items or cards, claims, misconceptions, terms have one id."""
    everything = [entity for lesson in course.lessons for entity in (*lesson.items, *lesson.cards)]
    for kind in (everything, course.claims, course.misconceptions, course.terms):
        yield from _repeated(kind)


def ids_beside_sections(course: Course, facts: Facts) -> Iterator[Problem]:
    """An item or a card has no section's id, since both stand on one page."""
    for lesson in course.lessons:
        sections = {section.id for section in lesson.sections}
        entities: tuple[Entity, ...] = (*lesson.items, *lesson.cards)
        for entity in entities:
            if entity.id in sections:
                yield Problem(
                    (*entity.loc, "id"),
                    "duplicate-id",
                    f"`{entity.id}` is also the id of a section of this lesson",
                    "Give the item or card another id; it stands on the section's page.",
                )


def unique_sections(course: Course, facts: Facts) -> Iterator[Problem]:
    """No two sections of a lesson have one id."""
    for lesson in course.lessons:
        seen: set[str] = set()
        for section in lesson.sections:
            if section.id in seen:
                yield Problem(
                    (*lesson.loc, "text"),
                    "duplicate-id",
                    f"two sections have the id `{section.id}`",
                    "Give one of them another id: `{#another-id}`.",
                    needle=f"#{section.id}",
                    nth=1,
                )
            seen.add(section.id)


def _repeated(entities: Iterable[Entity]) -> Iterator[Problem]:
    first: dict[str, Entity] = {}
    for entity in entities:
        if entity.id in first:
            yield Problem(
                (*entity.loc, "id"),
                "duplicate-id",
                f"the id `{entity.id}` is used a second time (first in {first[entity.id].loc[0]})",
                "Give one of the two another id; learners' progress hangs on it.",
            )
        first.setdefault(entity.id, entity)
