"""A question whose answer is which goes with which."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from annotated_types import Len
from pydantic import model_validator

from studysite.model.base import Inline, Item, Label, Loc, Record, problem
from studysite.model.items.distinct import repeated


class Pair(Record):
    """Two things that belong together."""

    left: Label
    """What the learner is given."""
    right: Label
    """What goes with it, to be found among the right sides of all pairs."""
    why: Inline | None = None
    """Why the two belong together; shown once the learner has matched them, and with the answer."""


class Match(Item):
    """Find the right side of each pair."""

    type: Literal["match"]
    """The kind of question: `match`."""
    pairs: Annotated[list[Pair], Len(min_length=2)]
    """The pairs, two or more. The left sides are shuffled."""
    extra: list[Label] = []
    """Distractors: right sides that go with nothing."""
    keep_order: bool = False
    """Whether the right sides stand as written, those of `extra` last, instead of being shuffled."""

    @model_validator(mode="after")
    def _different_sides(self) -> Self:
        found = repeated(pair.left for pair in self.pairs)
        if found is not None:
            index, earlier = found
            raise problem(
                "equal-entries",
                f"the left side of pair {index + 1} is the same as that of pair {earlier + 1}",
                "Write each left side once; what it goes with is one thing.",
                *("pairs", index, "left"),
            )
        found = repeated(self.choices)
        if found is not None:
            index, earlier = found
            raise problem(
                "equal-entries",
                f"{self._named(index)} is the same as {self._named(earlier)}, so either could be chosen",
                "Write each right side so that it can be told from all others, or leave one out.",
                *self._way(index),
            )
        return self

    @property
    def choices(self) -> list[str]:
        """What the learner chooses from: the right side of each pair, then the distractors."""
        return [*(pair.right for pair in self.pairs), *self.extra]

    def _named(self, choice: int) -> str:
        paired = len(self.pairs)
        return f"the right side of pair {choice + 1}" if choice < paired else f"extra {choice - paired + 1}"

    def _way(self, choice: int) -> Loc:
        paired = len(self.pairs)
        return ("pairs", choice, "right") if choice < paired else ("extra", choice - paired)
