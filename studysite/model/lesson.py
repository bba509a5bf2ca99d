"""A lesson: its head, its text, and what its text places."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import PositiveInt

from studysite.model.base import Allow, Card, ClaimId, Entity, Inline, Item, Keys, Loc, Record, Slug


class Objective(Record):
    """What the learner will be able to do, and the claims that it rests on."""

    goal: Inline
    """What the learner will be able to do, starting with a verb."""
    claims: list[ClaimId] = []
    """The claims that it rests on."""


class Head(Record):
    """The front matter of lesson.md."""

    title: Inline
    """The lesson's name; it says what the lesson will convince its reader of."""
    minutes: PositiveInt
    """How many minutes the text takes to read."""
    summary: Inline | None = None
    """What the lesson says, in a sentence or two; it opens the lesson and stands on the home page."""
    builds_on: list[Slug] = []
    """Lessons to have read before, written or planned, each by the name of its folder."""
    leads_to: list[Slug] = []
    """Lessons that go on from here, written or planned, each by the name of its folder."""
    objectives: list[Objective] = []
    """What the learner will be able to do afterwards."""
    was: Keys = []
    """The names that its folder had before, the oldest first."""
    allow: Allow = {}
    """Warnings about the lesson and its text that are not to be shown, each with the reason."""


class Section(Record):
    """A heading of the lesson's text with the claims that hang on it."""

    id: str
    title: str
    level: int
    claims: tuple[str, ...] = ()


class Lesson(Record):
    """One folder under content/lessons."""

    slug: Slug
    folder: str
    head: Head
    text: str
    sections: tuple[Section, ...] = ()
    items: tuple[Item, ...] = ()
    cards: tuple[Card, ...] = ()

    @property
    def loc(self) -> Loc:
        """The way to the front matter of lesson.md."""
        return (f"{self.folder}/lesson.md",)

    @property
    def placeable(self) -> dict[str, Sequence[Entity]]:
        """What the text may place, by the name of the directive that places it."""
        return {"quiz": self.items, "cards": self.cards}

    def section_of(self, claims: list[str]) -> Section | None:
        """The section that teaches the first of `claims` that this lesson teaches at all."""
        for claim in claims:
            for section in self.sections:
                if claim in section.claims:
                    return section
        return None
