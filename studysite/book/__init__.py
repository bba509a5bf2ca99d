"""The course as one document: what a guide on paper and an e-book both need. Pure: no disk, no clock."""

from __future__ import annotations

from studysite.book.chapter import Chapter, chapter
from studysite.book.leaf import Leaf, place, section

__all__ = ["Chapter", "Leaf", "chapter", "place", "section"]
