"""A question whose answer is an order."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from annotated_types import Len
from pydantic import model_validator

from studysite.model.base import Item, Label, problem
from studysite.model.items.distinct import repeated


class Order(Item):
    """Put steps in their order."""

    type: Literal["order"]
    """The kind of question: `order`."""
    steps: Annotated[list[Label], Len(min_length=3)]
    """The steps in the right order, three or more. The learner meets them in another one."""

    @model_validator(mode="after")
    def _different_steps(self) -> Self:
        found = repeated(self.steps)
        if found is not None:
            index, earlier = found
            raise problem(
                "equal-entries",
                f"step {index + 1} is the same as step {earlier + 1}, so nobody can tell which comes first",
                "Say in each what happens there and at no other step.",
                "steps",
                index,
            )
        return self
