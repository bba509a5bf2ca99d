"""Course -> files for other tools. Pure: no disk, no clock. A new format is one file here and one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from studysite.export.export import Export
from studysite.export.moodle import moodle
from studysite.export.source import Source
from studysite.export.table import table

FORMATS: tuple[Callable[[Source], Export], ...] = (table, moodle)
"""Every format, in the order in which the page of downloads has them."""


def exports(source: Source) -> Iterator[Export]:
    """Yield the file of each format; none while no lesson is written."""
    if source.course.lessons:
        yield from (make(source) for make in FORMATS)


__all__ = ["Export", "Source", "exports"]
