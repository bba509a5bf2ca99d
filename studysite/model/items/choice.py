"""A question with exactly one right option."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from annotated_types import Len
from pydantic import model_validator

from studysite.model.base import Item, problem
from studysite.model.items.option import Option


class Choice(Item):
    """Choose one of several options."""

    type: Literal["choice"]
    options: Annotated[list[Option], Len(min_length=2)]
    """What there is to choose from: one right, and wrong ones that a learner might believe."""
    keep_order: bool = False
    """Whether the options stay in the order written, as numbers should; else they are shuffled."""

    @model_validator(mode="after")
    def _one_key(self) -> Self:
        keys = [index for index, option in enumerate(self.options) if option.is_right]
        if not keys:
            raise problem(
                "no-key",
                "no option is right",
                "Write `right:` in place of `wrong:` on the option that is the answer.",
                "options",
            )
        if len(keys) > 1:
            raise problem(
                "several-keys",
                f"{len(keys)} options are right, and a choice has exactly one",
                "Keep one `right:`, or write `type: multiple`.",
                "options",
                keys[1],
                "right",
            )
        return self
