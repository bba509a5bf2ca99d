"""A question answered in the learner's own words."""

from __future__ import annotations

from typing import Annotated, Literal

from annotated_types import Len

from studysite.model.base import Item, Label, Markdown


class Short(Item):
    """Write an answer, then grade it against the points of the model answer."""

    type: Literal["short"]
    answer: Markdown
    points: Annotated[list[Label], Len(min_length=1)]
