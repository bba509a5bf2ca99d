"""The course: its plan, its lessons, and the lists that all lessons share."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

from annotated_types import Ge, Le
from pydantic import BeforeValidator, PositiveInt, StringConstraints

from studysite.model.base import (
    Allow,
    Card,
    ClaimId,
    Entity,
    Inline,
    Item,
    Keys,
    Markdown,
    Name,
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

    title: Name
    """What the day is about, in a few words; shown on the course map."""
    lessons: list[Slug] = []
    """The lessons of the day in their order, each by the name of its folder."""
    planned: Slug | None = None
    """The name that the folder of this day's lesson will have, so that other lessons can refer to it."""


class Planned(Record):
    """A lesson known by name that has no day yet."""

    title: Name
    """What the lesson will be called."""
    week: PositiveInt | None = None
    """The week of the course in which it will stand, counted from 1; left out while nobody knows."""


def _plain_number(value: object) -> object:
    """A day is written in one way, so that no two keys are one day."""
    if isinstance(value, str) and not re.fullmatch(_DAY, value):
        raise problem("bad-day", f"`{value}` is no day", "Write a whole number above zero, as in `29:`.")
    return value


_DAY = r"^[1-9][0-9]*$"
DayNumber = Annotated[
    int,
    BeforeValidator(_plain_number, json_schema_input_type=Annotated[str, StringConstraints(pattern=_DAY)]),
]


class Plan(Record):
    """The course: its name, how long it is, and what is known of its days."""

    title: Name
    """The course's name; the site is called so."""
    summary: Inline | None = None
    """What the course is and for whom, in a sentence or two; it opens the home page."""
    days: Annotated[int, Ge(1), Le(MOST_DAYS)]
    """How many days the course has, written or not."""
    plan: dict[DayNumber, Day]
    """What is known of each day, by its number. Days that nobody has settled are left out."""
    planned: dict[Slug, Planned] = {}
    """Lessons that others refer to before their day is settled, by the name that each folder will have."""
    allow: Allow = {}
    """Warnings about the course as a whole that are not to be shown, each with the reason."""

    @property
    def slugs(self) -> list[str]:
        """The lessons of all days in their order."""
        return [slug for _, day in sorted(self.plan.items()) for slug in day.lessons]


class Claim(Entity):
    """A sentence that the course defends, and how well it stands."""

    id: ClaimId
    """Its short name for ever, by which others name it: any that is free and begins with a letter."""
    says: Markdown
    """The claim in one sentence, as strong as its evidence and no stronger."""
    evidence: Literal["strong", "moderate", "limited", "argument"]
    """How well it stands.

    - `strong`: several studies, or one that is direct and replicated;
    - `moderate`: direct, but few models or settings;
    - `limited`: preliminary, indirect, or this course's own reading;
    - `argument`: reasoning, proof or arithmetic, which sources inform and do not measure.
    """
    against: Markdown
    """The best that can be said against it."""
    would_change_my_mind: Markdown
    """What one would have to observe to give it up."""
    source: Keys = []
    """The key, or list of keys, in references.bib of what it rests on; an `argument` needs none."""


class Misconception(Entity):
    """Something plausible and wrong, and what mends it."""

    believes: Inline
    """The wrong belief, in the words of somebody who holds it."""
    cure: Inline
    """What mends it, in a sentence or two."""
    section: NonEmpty
    """The passage that mends it, as `lesson#section`."""


class Term(Entity):
    """An entry of the glossary."""

    term: Name
    """The word as the course writes it."""
    also: list[Name] = []
    """Other names and forms under which lessons may link to it."""
    means: Markdown
    """What the word means here, in a sentence or two."""
    section: NonEmpty | None = None
    """The passage that teaches it, as `lesson#section`."""


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
