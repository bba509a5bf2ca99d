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
    keep_order: bool = False
