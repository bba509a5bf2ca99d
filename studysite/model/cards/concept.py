"""A card that asks one thing."""

from __future__ import annotations

from typing import Literal

from studysite.model.base import Card, Inline, Markdown


class Concept(Card):
    """One question, one short answer."""

    type: Literal["concept"]
    ask: Inline
    """The question, to be answered aloud before the card is turned over."""
    answer: Markdown
    """The answer, in a few sentences."""
