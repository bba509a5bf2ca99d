"""A card that prepares an answer to be said aloud."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from annotated_types import Len
from pydantic import model_validator

from studysite.model.base import Card, Inline, Label, Markdown, Record, Slug, problem


class FollowUp(Record):
    """What an interviewer may ask next: a card of its own, or a question with its answer."""

    card: Slug | None = None
    ask: Label | None = None
    answer: Markdown | None = None

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
    short: Inline
    answer: Markdown
    points: Annotated[list[Label], Len(min_length=1)]
    pitfalls: list[Inline] = []
    follow_ups: list[FollowUp] = []
