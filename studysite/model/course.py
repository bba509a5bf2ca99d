"""The course: its plan, its lessons, and the lists that all lessons share."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

from annotated_types import Ge, Le
from pydantic import BeforeValidator, PositiveInt

from studysite.model.base import (
    Allow,
    Card,
    ClaimId,
    Entity,
    Inline,
    Item,
    Keys,
    Markdown,
    NonEmpty,
    Record,
    Slug,
    problem,
)
from studysite.model.lesson import Lesson
from studysite.model.reference import Reference

DAYS_A_WEEK = 7
MOST_DAYS = 1000


class Day(Record):
    """A day of the plan: its title, and its lessons or the slug of the lesson planned for it."""

    title: NonEmpty
    lessons: list[Slug] = []
    planned: Slug | None = None


class Planned(Record):
    """A lesson known by name that has no day yet."""

    title: NonEmpty
    week: PositiveInt | None = None


def _plain_number(value: object) -> object:
    """A day is written in one way, so that no two keys are one day."""
    if isinstance(value, str) and not re.fullmatch(r"[1-9]\d*", value):
        raise problem("bad-day", f"`{value}` is no day", "Write a whole number above zero, as in `29:`.")
    return value


DayNumber = Annotated[int, BeforeValidator(_plain_number)]


class Plan(Record):
    """content/course.yml."""

    title: NonEmpty
    summary: Inline | None = None
    days: Annotated[int, Ge(1), Le(MOST_DAYS)]
    plan: dict[DayNumber, Day]
    planned: dict[Slug, Planned] = {}
    allow: Allow = {}
    """Warnings about the course as a whole that are not to be shown, each with the reason."""


class Claim(Entity):
    """A sentence that the course defends, and how well it stands."""

    id: ClaimId
    says: Markdown
    evidence: Literal["strong", "moderate", "limited", "argument"]
    against: Markdown
    would_change_my_mind: Markdown
    source: Keys = []


class Misconception(Entity):
    """Something plausible and wrong, and what mends it."""

    believes: Inline
    cure: Inline
    section: NonEmpty


class Term(Entity):
    """An entry of the glossary."""

    term: NonEmpty
    also: list[NonEmpty] = []
    means: Markdown
    section: NonEmpty | None = None


class Course(Record):
    """All of content/, in the order of the plan."""

    plan: Plan
    lessons: tuple[Lesson, ...] = ()
    claims: tuple[Claim, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    terms: tuple[Term, ...] = ()
    references: tuple[Reference, ...] = ()

    @cached_property
    def lesson(self) -> dict[str, Lesson]:
        """Lessons by slug."""
        return {lesson.slug: lesson for lesson in self.lessons}

    @cached_property
    def reference(self) -> dict[str, Reference]:
        """References by key."""
        return {reference.key: reference for reference in self.references}

    @cached_property
    def term(self) -> dict[str, Term]:
        """Terms by every name that an author may write, in lower case."""
        named = [(name, term) for term in self.terms for name in (*term.also, term.term, term.id)]
        return {name.lower(): term for name, term in named}

    @cached_property
    def item(self) -> dict[str, tuple[Lesson, Item]]:
        """Each item with its lesson, by id."""
        return {item.id: (lesson, item) for lesson in self.lessons for item in lesson.items}

    @cached_property
    def card(self) -> dict[str, tuple[Lesson, Card]]:
        """Each card with its lesson, by id."""
        return {card.id: (lesson, card) for lesson in self.lessons for card in lesson.cards}

    @cached_property
    def day_of(self) -> dict[str, int]:
        """The day on which each lesson stands, by slug."""
        return {slug: number for number, day in self.plan.plan.items() for slug in day.lessons}
