"""Code and tables fit a printed page: what is wider is folded, or runs into the margin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from lxml.html import HtmlElement

from studysite.check.rule import Facts, numbered
from studysite.check.seen import HIGHLIGHT, depth, read
from studysite.check.widths import longest
from studysite.diagnostics import Problem
from studysite.markdown import Document
from studysite.model import Course
from studysite.passages import Passage


class Edition(NamedTuple):
    """A page as its style sheet makes it: how wide its text is, and how large a table's words, in points."""

    name: str
    text: float
    table: float


NORMAL = Edition("printed page", text=351.2, table=8.75)
"""US Letter, which is narrower than A4 by a third of a point."""
LARGE = Edition("page of large print", text=470.5, table=14)
SIGN = 10.5 * 0.86 * 0.6
"""How wide a sign of code is in points. Large print has room for seven of eight, and folds more lines."""
AROUND_CODE = 20
AROUND_CELL = 8
SET_IN = 14
"""What a list, a quotation or a note takes of the width."""
IN_ANSWERS = 16
"""By what the key and the answers are set in, where most texts are printed that are no lesson's."""


def blocks_fit(course: Course, facts: Facts) -> Iterator[Problem]:
    """A line of code is printed as one line, and no table runs into the margin."""
    for passage in facts.passages:
        if HIGHLIGHT in passage.document.html or passage.document.tables:
            tree = read(passage.document)
            yield from _wide_code(tree, passage)
            yield from _wide_tables(tree, passage)


class _Line(NamedTuple):
    """A line of code, and how many signs there is room for."""

    text: str
    room: int


def _wide_code(tree: HtmlElement, passage: Passage) -> Iterator[Problem]:
    wide = [line for line in _code(tree, passage) if len(line.text) > line.room]
    for line, (_, point) in zip(wide, numbered(line.text for line in wide), strict=True):
        message = f"this line of code has {len(line.text)} signs, and a line of print holds {line.room}"
        cure = "Break it where it reads well: print folds it, and one line looks like two."
        shift = len("".join(line.text[: line.room].split()))
        place = replace(point, shift=shift, whole_line=True)
        yield Problem(passage.loc, "wide-code", message, cure, point=place)


def _code(tree: HtmlElement, passage: Passage) -> Iterator[_Line]:
    for block in tree.iter("pre"):
        room = int((NORMAL.text - AROUND_CODE - _set_in(block, passage)) / SIGN)
        for line in block.text_content().split("\n"):
            yield _Line(line.rstrip(), room)


def _wide_tables(tree: HtmlElement, passage: Passage) -> Iterator[Problem]:
    heads = numbered(passage.document.tables)
    for table, (_, point) in zip(tree.iter("table"), heads, strict=False):
        over = _over(table, passage)
        if over is not None:
            message = f"this table is wider than a {over}"
            cure = "Give it fewer columns or shorter words, make its rows columns, or write a list."
            yield Problem(passage.loc, "wide-table", message, cure, point=replace(point, whole_line=True))


def _over(table: HtmlElement, passage: Passage) -> str | None:
    """The first edition for which a table is too wide, and by how much."""
    columns = _columns(table, passage.document)
    for page in (NORMAL, LARGE):
        room = page.text - _set_in(table, passage)
        needed = sum(columns) * page.table + len(columns) * AROUND_CELL
        if needed > room:
            return f"{page.name} by about {needed / room - 1:.0%}"
    return None


def _columns(table: HtmlElement, document: Document) -> list[float]:
    rows = [[longest(cell, document) for cell in row] for row in table.iter("tr")]
    return [max(column) for column in zip(*rows, strict=True)]


def _set_in(element: HtmlElement, passage: Passage) -> int:
    return SET_IN * depth(element) + (0 if passage.is_lesson_text else IN_ANSWERS)
