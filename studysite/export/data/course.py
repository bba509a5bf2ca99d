"""A whole course in course.json."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from studysite.export.data.entries import AnyCard, AnyQuestion
from studysite.export.data.shape import Shape, Text


class Day(Shape):
    """A day of the plan of which something is known."""

    day: int
    """Its number, from 1."""
    title: str
    """What it is about, as plain text."""
    lessons: list[str]
    """The ids of its lessons, in order."""
    planned: str | None
    """The id that a lesson will have which is not written yet."""


class Objective(Shape):
    """What a learner will be able to do."""

    goal: Text
    """It begins with a verb."""
    claims: list[str]
    """The ids of the claims that it rests on."""


class Section(Shape):
    """A part of a lesson's text, from a heading to the next."""

    id: str
    """What a link to it names behind `#`; empty for what stands before the first heading."""
    title: str
    """Its heading as plain text."""
    level: int
    """How deep its heading is, 2 being the lesson's own parts; 0 without a heading."""
    claims: list[str]
    """The ids of the claims that it teaches."""
    html: str
    """Its text below the heading, without the questions and cards."""
    questions: list[str]
    """The ids of the questions that stand in it, in order."""
    cards: list[str]
    """The ids of the cards that stand in it, in order."""


class Lesson(Shape):
    """A lesson that is written."""

    id: str
    """Its name for ever."""
    was: list[str]
    """The ids that it had before."""
    day: int | None
    """The day of the plan on which it stands."""
    title: Text
    """What it will convince its reader of."""
    summary: Text | None
    """What it says, in a sentence or two."""
    minutes: int
    """How long its text takes to read."""
    builds_on: list[str]
    """The ids of lessons to have read before, written or planned."""
    leads_to: list[str]
    """The ids of lessons that go on from here, written or planned."""
    objectives: list[Objective]
    """What the learner will be able to do afterwards."""
    markdown: str
    """The whole text as its author wrote it."""
    sections: list[Section]
    """The text in its parts, in order."""
    questions: list[AnyQuestion]
    """All its questions, those of the practice page too."""
    cards: list[AnyCard]
    """All its cards."""


class Claim(Shape):
    """A sentence that the course defends."""

    id: str
    """Its name for ever."""
    was: list[str]
    """The ids that it had before."""
    says: Text
    """The claim."""
    evidence: Literal["strong", "moderate", "limited", "argument"]
    """How well it stands.

    - `strong`: several studies, or one that is direct and replicated;
    - `moderate`: direct, but few models or settings;
    - `limited`: preliminary, indirect, or the course's own reading;
    - `argument`: reasoning, proof or arithmetic.
    """
    against: Text
    """The best that can be said against it."""
    would_change_my_mind: Text
    """What one would have to observe to give it up."""
    sources: list[str]
    """The ids of the references that it rests on."""


class Misconception(Shape):
    """Something plausible and wrong."""

    id: str
    """Its name for ever."""
    was: list[str]
    """The ids that it had before."""
    believes: Text
    """The wrong belief, in the words of somebody who holds it."""
    cure: Text
    """What mends it."""
    section: str
    """The section that mends it: the lesson's id, `#` and the section's id."""


class Term(Shape):
    """An entry of the glossary."""

    id: str
    """Its name for ever."""
    was: list[str]
    """The ids that it had before."""
    term: str
    """The word, as plain text."""
    also: list[str]
    """Other names and forms of it."""
    means: Text
    """What it means here."""
    section: str | None
    """The section that teaches it: the lesson's id, `#` and the section's id."""


class Author(Shape):
    """Who wrote a source."""

    given: str
    """Given names or initials; empty for an institution."""
    family: str
    """The family name, or the institution's."""


class Link(Shape):
    """Where a source can be read."""

    name: str
    """What the place is called."""
    address: str
    """Its address."""


class Reference(Shape):
    """A published source."""

    id: str
    """The key by which texts cite it, as `[@key]`."""
    label: str
    """Author and year, as a citation in a text."""
    authors: list[Author]
    """Its authors, in order."""
    and_others: bool
    """Whether there are more authors than are named."""
    title: str
    """Its title, as plain text."""
    year: str
    """The year in which it was published."""
    venue: str
    """Where it was published; may be empty."""
    links: list[Link]
    """Where it can be read, the most lasting place first."""
    note: str
    """A remark on it; may be empty."""


class CourseData(Shape):
    """A course with all its lessons, questions, cards and lists."""

    schema_: Literal["course.schema.json"] = Field(alias="$schema")
    """The address of this schema from where the data lie."""
    version: Literal[1]
    """The version of this format. New keys may come without a new version; readers pass over them."""
    title: str
    """The course's name, as plain text."""
    summary: Text | None
    """What it is and for whom."""
    published: int
    """When this edition was published, in seconds since 1970; 0 where nobody noted it."""
    days: int
    """How many days the course has, written or not."""
    plan: list[Day]
    """What is known of its days, in order."""
    lessons: list[Lesson]
    """The lessons that are written, in the order of the plan."""
    claims: list[Claim]
    """What the course defends."""
    misconceptions: list[Misconception]
    """What learners may believe wrongly."""
    glossary: list[Term]
    """The words of the course."""
    references: list[Reference]
    """The sources of the course."""
    images: dict[str, str]
    """Every image of the texts as a `data:` address, by the `src` that stands in their HTML."""
