"""A question with any number of right options."""

from __future__ import annotations

from typing import Annotated, Literal

from annotated_types import Len

from studysite.model.base import Item
from studysite.model.items.option import Option


class Multiple(Item):
    """Choose all options that apply; there may be none."""

    type: Literal["multiple"]
    options: Annotated[list[Option], Len(min_length=2)]
    """What there is to choose from: any number of them right, each with its reason."""
    keep_order: bool = False
    """Whether the options stay in the order written, as numbers should; else they are shuffled."""
