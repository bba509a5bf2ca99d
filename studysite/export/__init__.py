"""Course -> files for other tools. Pure: no disk, no clock. A new format is one file here and one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from studysite.export.export import Export
from studysite.export.table import table
from studysite.model import Course

FORMATS: tuple[Callable[[Course], Export], ...] = (table,)
"""Every format, in the order in which the page of downloads has them."""


def exports(course: Course) -> Iterator[Export]:
    """Yield the file of each format."""
    for make in FORMATS:
        yield make(course)


__all__ = ["Export", "exports"]
