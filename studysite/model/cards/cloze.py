"""A card with words left out."""

from __future__ import annotations

from typing import Literal

from studysite.model.base import Card, ClozeLabel


class ClozeCard(Card):
    """One sentence or two, all blanks of which are hidden together."""

    type: Literal["cloze"]
    """`cloze`."""
    text: ClozeLabel
    """One paragraph in which `==words==` are hidden on the front and marked on the back.

    They may hold emphasis, code or a formula. A `==` that hides nothing is written `\\==`.
    """
