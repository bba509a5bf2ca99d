"""A card that prepares an answer to be said aloud."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from annotated_types import Len
from pydantic import ConfigDict, model_validator

from studysite.model.base import Card, Inline, Label, Markdown, Record, Slug, problem


class FollowUp(Record):
    """What an interviewer may ask next: a card of its own, or a question with its answer."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["card"]}, {"required": ["ask", "answer"]}],
            "dependencies": {"ask": ["answer"], "answer": ["ask"]},
        }
    )

    card: Slug | None = None
    """The id of a card, of any lesson, that asks it. Each has either this, or `ask` and `answer`."""
    ask: Label | None = None
    """The question that may come next."""
    answer: Markdown | None = None
    """The answer to it, in a sentence or two."""

    @model_validator(mode="after")
    def _card_or_question(self) -> Self:
        asks = self.ask is not None and self.answer is not None
        names = self.card is not None
        if asks == names or (names and (self.ask or self.answer)):
            raise problem(
                "follow-up",
                "a follow-up is either a card or a question with its answer",
                "Write `card: its-id`, or both `ask:` and `answer:`.",
            )
        return self


class Interview(Card):
    """A hard question, an answer of 60 to 90 seconds, and what to grade oneself by."""

    type: Literal["interview"]
    ask: Inline
    """The question, as an interviewer would put it."""
    short: Inline
    """The core of the answer in one sentence: what to say if there is time for nothing else."""
    answer: Markdown
    """An answer to be said aloud in 60 to 90 seconds: 150 to 220 words."""
    at_15: Markdown | None = None
    """What to say in 15 seconds: about 40 words. Left out, it is the core sentence."""
    at_60: Markdown | None = None
    """The answer cut to 60 seconds: about 150 words. Left out, the points are the outline to speak from."""
    points: Annotated[list[Label], Len(min_length=1)]
    """What a good answer contains: the learner ticks what theirs had."""
    pitfalls: list[Inline] = []
    """What a tempting answer gets wrong."""
    follow_ups: list[FollowUp] = []
    """What they may go on to ask."""
