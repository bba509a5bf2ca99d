"""What a guide is printed on: its name, and the style sheet that makes the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """A kind of page; its sheet stands in templates/print/css under the same name."""

    name: str
    """Its name in the name of a file."""
    variant: str
    """What a reader knows it by."""
    holds: int
    """About how many letters of a guide's HTML stand on one of its pages."""


A4 = Paper("a4", "A4", 3500)
LETTER = Paper("letter", "US Letter", 3300)
LARGE = Paper("large", "Large print, A4", 2300)
PAPERS = (A4, LETTER)
EDITIONS = (*PAPERS, LARGE)
