"""Ids are unique: of items and cards over the course, of everything that shares a page."""

from __future__ import annotations

from collections.abc import Iterator

from studysite.check.rule import Facts, Survey
from studysite.diagnostics import Problem
from studysite.identity import Named, space
from studysite.model import Course, Entity, Term
from studysite.pointing import Pointer

PRACTICE_HEADINGS = {"questions", "cards"}
"""Ids that the practice page gives to headings of its own."""


def unique_ids(survey: Survey) -> Iterator[Problem]:
    """No two items or cards have one id, nor two claims, misconceptions or terms."""
    first: dict[tuple[str, str], Named] = {}
    for entity in survey.named:
        key = (space(entity.kind), entity.id)
        if key in first:
            cure = "Give one of the two another id"
            cure += "; learners' progress hangs on it." if entity.kind in ("item", "card") else "."
            message = f"the id `{entity.id}` is used a second time (first at {{there}})"
            yield Problem((*entity.loc, "id"), "duplicate-id", message, cure, there=first[key].loc)
        first.setdefault(key, entity)


def unique_names(course: Course, facts: Facts) -> Iterator[Problem]:
    """No two terms answer to one name, so that a link means one of them."""
    first: dict[str, Term] = {}
    for term in course.terms:
        for name in {term.term.lower(), *(also.lower() for also in term.also)}:
            if name in first:
                yield Problem(
                    (*term.loc, "term"),
                    "duplicate-term",
                    f"the name `{name}` is already that of the term at {{there}}",
                    "Keep it for one of the two; a link `[[…]]` could mean either.",
                    there=first[name].loc,
                )
            first.setdefault(name, term)


def ids_of_the_page(course: Course, facts: Facts) -> Iterator[Problem]:
    """An item or a card has, and had, no id that its page already has."""
    for lesson in course.lessons:
        owners = dict.fromkeys(PRACTICE_HEADINGS, "a heading of the practice page")
        owners |= dict.fromkeys((section.id for section in lesson.sections), "a section of this lesson")
        entities: tuple[Entity, ...] = (*lesson.items, *lesson.cards)
        for entity in entities:
            if entity.id in owners:
                message = f"`{entity.id}` is also the id of {owners[entity.id]}"
                cure = "Give the item or card another id; the two stand on one page."
                yield Problem((*entity.loc, "id"), "duplicate-id", message, cure)
            for index, old in enumerate(entity.was):
                if old in owners:
                    message = f"`{old}`, which this was, is also the id of {owners[old]}"
                    cure = "Give the section another id, or delete this one; the two stand on one page."
                    yield Problem((*entity.loc, "was", index), "duplicate-id", message, cure)


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
                    point=Pointer(f"#{section.id}", nth=1),
                )
            seen.add(section.id)
