"""A question whose answer is a number."""

from __future__ import annotations

import re
from decimal import Decimal
from math import isinf
from typing import Annotated, Any, Literal, Self

from annotated_types import Ge
from pydantic import BeforeValidator, WithJsonSchema, model_validator

from studysite.model.base import Inline, Item, NonEmpty, Record, Slug, problem

_NUMERAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_SHAPE = "Write digits, with a dot before the decimals, as in `0.636`, `-2` or `1e-3`."


def _numeral(value: Any) -> Any:
    """A number as a browser can compute with it: finite, and written in one way."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    shown = text if len(text) <= 40 else text[:39] + "…"
    if not _NUMERAL.fullmatch(text):
        raise problem("bad-number", f"`{shown}` is no number", _cure(text))
    if isinf(float(text)):
        raise problem("bad-number", f"`{shown}` is too large to compute with", "Choose a larger unit.")
    return text


def _cure(text: str) -> str:
    dotted = text.replace(",", ".")
    if _NUMERAL.fullmatch(dotted):
        return f"Write the decimals after a dot: `{dotted}`."
    return _SHAPE


Numeral = Annotated[Decimal, BeforeValidator(_numeral), WithJsonSchema({"type": "number"})]
"""Decimal, so that 0.641 lies within 0.005 of 0.636, and 0.50 is shown as it was written."""


class Mistake(Record):
    """A wrong answer that is known beforehand: its value, how one comes by it, the misconception it shows."""

    value: Numeral
    """What the learner writes who makes this mistake; the tolerance of the answer holds for it too."""
    why: Inline
    """Where that value comes from, and why it is wrong; a learner who wrote it will read it."""
    shows: Slug | None = None
    """The misconception that this value reveals, by its id."""


class Number(Item):
    """Work out a number; an answer within the tolerance is right."""

    type: Literal["number"]
    """`number`."""
    answer: Numeral
    """The right value, as in `0.636`, `-2` or `1e-3`."""
    within: Annotated[Numeral, Ge(0)] = Decimal(0)
    """How far from the answer a value may lie and still be right; 0 where it is left out."""
    unit: NonEmpty | None = None
    """The unit of the answer, as plain text: it stands beside the field, and nobody has to write it."""
    mistakes: list[Mistake] = []
    """Wrong values that are known beforehand, each with its reason."""

    @model_validator(mode="after")
    def _mistakes_apart(self) -> Self:
        seen: set[Decimal] = set()
        for index, mistake in enumerate(self.mistakes):
            at = ("mistakes", index, "value")
            if abs(mistake.value - self.answer) <= self.within:
                raise problem(
                    "mistake-is-right",
                    f"the mistake {mistake.value} lies within the tolerance, and counts as right",
                    "Give `within:` a smaller value, or take this mistake out.",
                    *at,
                )
            if mistake.value in seen:
                raise problem(
                    "repeated-mistake",
                    f"two mistakes have the value {mistake.value}, and a learner can be told one reason",
                    "Keep one of the two, or join their reasons.",
                    *at,
                )
            seen.add(mistake.value)
        return self

    @property
    def is_signed(self) -> bool:
        """Whether a learner may want to write a minus, which some phones' number pads lack."""
        return any(value < 0 for value in (self.answer, *(mistake.value for mistake in self.mistakes)))
