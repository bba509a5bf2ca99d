"""Questions and cards in course.json, one class a type."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from studysite.export.data.shape import Blanks, Shape, Text


class Option(Shape):
    """Something to choose."""

    text: Text
    """What the learner reads before choosing."""
    right: bool
    """Whether choosing it is right."""
    why: Text | None
    """Why it is right or wrong; a wrong option has it always."""
    shows: str | None
    """The id of the misconception that choosing it reveals."""


class Pair(Shape):
    """Two things that belong together."""

    left: Text
    """What is given."""
    right: Text
    """What goes with it."""
    why: Text | None
    """Why the two belong together."""


class Mistake(Shape):
    """A wrong number that is known beforehand."""

    value: float
    """What the learner writes who makes this mistake; the tolerance of the answer holds for it too."""
    why: Text
    """Where that number comes from, and why it is wrong."""
    shows: str | None
    """The id of the misconception that it reveals."""


class Entry(Shape):
    """What questions and cards share."""

    id: str
    """Its name for ever, unlike that of any other question or card."""
    was: list[str]
    """The ids that it had before: progress under one of them is progress of this."""
    claims: list[str]
    """The ids of the claims that it tests, the chief one first."""
    sources: list[str]
    """The ids of the references that its answer rests on."""


class Question(Entry):
    """What all questions share."""

    level: Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
    """What the learner must do with what was taught, after Anderson and Krathwohl (2001)."""
    stem: Text
    """The question itself."""
    hint: Text | None
    """A nudge that may be read before answering."""
    explain: Text | None
    """What to take away from the whole question, for after the answer."""


class ChoiceQuestion(Question):
    """Choose the one right option."""

    type: Literal["choice"]
    """Which kind of question this is."""
    options: list[Option]
    """In the order in which the site shows them. Exactly one is right."""
    keep_order: bool
    """Whether that order means something, as of numbers; else they may be shuffled."""


class MultipleQuestion(Question):
    """Choose every right option; there may be none."""

    type: Literal["multiple"]
    """Which kind of question this is."""
    options: list[Option]
    """In the order in which the site shows them. Any number of them is right."""
    keep_order: bool
    """Whether that order means something, as of numbers; else they may be shuffled."""


class OrderQuestion(Question):
    """Put steps in their order."""

    type: Literal["order"]
    """Which kind of question this is."""
    steps: list[Text]
    """The steps in the right order: shuffle them before they are shown."""


class MatchQuestion(Question):
    """Find the right side of each pair."""

    type: Literal["match"]
    """Which kind of question this is."""
    pairs: list[Pair]
    """The pairs: shuffle both sides before they are shown."""
    extra: list[Text]
    """Right sides that go with nothing, to be shown among the others."""
    keep_order: bool
    """Whether the right sides stay in their order, those of `extra` last."""


class ClozeQuestion(Question):
    """Fill in the blanks."""

    type: Literal["cloze"]
    """Which kind of question this is."""
    text: Blanks
    """The text with its blanks, below the stem."""


class NumberQuestion(Question):
    """Work out a number."""

    type: Literal["number"]
    """Which kind of question this is."""
    answer: float
    """The right number."""
    within: float
    """How far from it a number may lie and still be right."""
    unit: str | None
    """What stands beside the field, as plain text; nobody has to write it."""
    mistakes: list[Mistake]
    """Wrong numbers that are known beforehand."""


class ShortQuestion(Question):
    """Answer in your own words, then compare."""

    type: Literal["short"]
    """Which kind of question this is."""
    answer: Text
    """A model answer."""
    points: list[Text]
    """What a good answer contains, for the learner to tick."""


class InterviewFollowUp(Shape):
    """What an interviewer may ask next: a card, or a question with its answer."""

    card: str | None
    """The id of the card that asks it; where there is one, there are no `ask` and `answer`."""
    ask: Text | None
    """The question."""
    answer: Text | None
    """The answer to it."""


class InterviewCard(Entry):
    """A hard question, to be answered aloud."""

    type: Literal["interview"]
    """Which kind of card this is."""
    ask: Text
    """The question, as an interviewer would put it."""
    short: Text
    """The core of the answer, in one sentence."""
    answer: Text
    """An answer of 60 to 90 seconds."""
    at_15: Text | None
    """What to say in 15 seconds; where there is none, the core."""
    at_60: Text | None
    """The answer in 60 seconds; where there is none, the points are an outline."""
    points: list[Text]
    """What a good answer contains, for the learner to tick."""
    pitfalls: list[Text]
    """What a tempting answer gets wrong."""
    follow_ups: list[InterviewFollowUp]
    """What may be asked next."""


class ConceptCard(Entry):
    """One question, one short answer."""

    type: Literal["concept"]
    """Which kind of card this is."""
    ask: Text
    """The front."""
    answer: Text
    """The back."""


class ClozeCard(Entry):
    """A sentence with words left out, all hidden together."""

    type: Literal["cloze"]
    """Which kind of card this is."""
    text: Blanks
    """The front with its blanks, the back with them filled."""


AnyQuestion = Annotated[
    ChoiceQuestion
    | MultipleQuestion
    | OrderQuestion
    | MatchQuestion
    | ClozeQuestion
    | NumberQuestion
    | ShortQuestion,
    Field(discriminator="type"),
]
AnyCard = Annotated[InterviewCard | ConceptCard | ClozeCard, Field(discriminator="type")]
