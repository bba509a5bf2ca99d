"""The list of all figures of a course, for whoever compares them with the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from studysite.diagnostics import Located, Place
from studysite.figures.blocks import HOLE, Block
from studysite.figures.found import Figure, entries, figures, places
from studysite.model import Course, Entity, Loc
from studysite.passages import Passage, lesson_passages, list_passages
from studysite.wording import many

BESIDE = 32
"""Signs that are shown on either side of a figure."""
NONE = "-"
"""What stands in the place of sources where there are none."""
_CITED = re.compile(rf"\s*{HOLE}")
"""What nobody reads, with the space before it."""


class Row(NamedTuple):
    """A line of the list: the place of a figure, itself, the words in which it stands, its sources."""

    place: Place
    figure: str
    words: str
    keys: str

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in each column, the place as an editor takes it."""
        address = f"{self.place.path}:{self.place.line}:{self.place.column}"
        return address, self.figure, self.words, self.keys


def listing(course: Course, files: Mapping[str, Located]) -> str:
    """A line for each figure, in the order of the course, and how many there are.

    Lessons come first, each text with its questions and cards, then the lists that all share.
    """
    known = entries(course)
    rows = [row for passage in _passages(course) for row in _rows(passage, known, files)]
    wide = [max(map(len, column)) for column in zip(*(row.cells for row in rows), strict=True)]
    lines = ["  ".join(map(str.ljust, row.cells, wide)).rstrip() for row in rows]
    lacking = sum(row.keys == NONE for row in rows)
    return "\n".join((*lines, f"{many(len(rows), 'figure')}, {lacking or 'none'} without a source."))


def _passages(course: Course) -> Iterator[Passage]:
    for lesson in course.lessons:
        yield from lesson_passages(lesson)
    yield from list_passages(course)


def _rows(passage: Passage, known: Mapping[Loc, Entity], files: Mapping[str, Located]) -> list[Row]:
    """The lines of a text, in the order in which its author wrote it."""
    path, *way = passage.loc
    found = figures(passage, known.get(passage.loc[:2]))
    rows = [
        Row(
            files[str(path)].place(tuple(way), point),
            figure.words,
            _words(figure),
            " ".join(figure.keys) or NONE,
        )
        for figure, point in zip(found, places(passage, found), strict=True)
    ]
    return sorted(rows, key=lambda row: (row.place.line, row.place.column))


def _words(figure: Figure) -> str:
    """A figure with what stands on either side of it, cut between words."""
    block, end = figure.block, figure.at + len(figure.words)
    before, behind = _read(block, 0, figure.at).lstrip(), _read(block, end, len(block.words)).rstrip()
    if len(before) > BESIDE:
        before = "…" + before[-BESIDE:].partition(" ")[2]
    if len(behind) > BESIDE:
        behind = behind[:BESIDE].rpartition(" ")[0] + "…"
    return f"{before}{figure.words}{behind}"


def _read(block: Block, start: int, end: int) -> str:
    """What is read between two places of a block, on one line."""
    words = enumerate(block.words[start:end], start)
    signs = (block.holes.get(at, HOLE) if sign == HOLE else sign for at, sign in words)
    text = re.sub(r"\s+", " ", _CITED.sub("", "".join(signs)))
    return "".join(sign if sign.isprintable() else "·" for sign in text)
