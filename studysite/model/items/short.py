"""A question answered in the learner's own words."""

from __future__ import annotations

from typing import Annotated, Literal

from annotated_types import Len

from studysite.model.base import Item, Label, Markdown


class Short(Item):
    """Write an answer, then grade it against the points of the model answer."""

    type: Literal["short"]
    answer: Markdown
    """A model answer, shown beside the learner's own."""
    points: Annotated[list[Label], Len(min_length=1)]
    """What a good answer contains: the learner ticks what theirs had."""
