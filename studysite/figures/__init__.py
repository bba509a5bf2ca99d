"""The figures of a course: each number that its texts tell as a fact, and what it rests on."""

from studysite.figures.found import Figure, entries, figures, places, sources
from studysite.figures.listing import listing

__all__ = ["Figure", "entries", "figures", "listing", "places", "sources"]
