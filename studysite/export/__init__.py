"""Course -> files for other tools. Pure: no disk, no clock. A new format is one file here and one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from studysite.export.anki import anki
from studysite.export.data import data, schema
from studysite.export.epub import epub
from studysite.export.moodle import moodle
from studysite.export.qti import qti
from studysite.export.table import table
from studysite.materials import Materials
from studysite.work import Work

FORMATS: tuple[Callable[[Materials], Work], ...] = (anki, epub, table, moodle, qti, data, schema)
"""Every format, in the order in which the page of downloads has them."""


def exports(materials: Materials) -> Iterator[Work]:
    """Yield a work for each format; none while no lesson is written."""
    if materials.course.lessons:
        yield from (work(materials) for work in FORMATS)


__all__ = ["exports"]
