"""The cover: the course's name in large letters, and its days as cells, those with lessons filled."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

from studysite.model import Course

WIDTH, LEFT, BOTTOM = 1200, 120, 1480
SIZES = ((11, 132), (15, 96), (19, 76), (24, 60), (30, 48), (40, 36))
"""How many letters fit on a line, in whatever face, and how large they are then."""
MOST_LINES = 5
A_ROW = (10, 20, 25, 40)
MOST_ROWS = 7


def cover(course: Course) -> dict[str, Any]:
    """What its template needs."""
    lines, size = _set(course.plan.title)
    row = next((row for row in A_ROW if course.plan.days <= row * MOST_ROWS), A_ROW[-1])
    step = (WIDTH - 2 * LEFT) / row
    rows = -(-course.plan.days // row)
    written = set(course.day_of.values())
    cells = [
        (
            round(LEFT + step * (day % row), 1),
            round(BOTTOM - step * (rows - day // row), 1),
            day + 1 in written,
        )
        for day in range(course.plan.days)
    ]
    return {"lines": lines, "size": size, "cells": cells, "side": round(step * 0.8, 1)}


def _set(title: str) -> tuple[list[str], int]:
    """The title in lines, in the largest letters in which it fits."""
    for letters, size in SIZES:
        lines = wrap(title, letters, break_long_words=False)
        if len(lines) <= MOST_LINES and max(map(len, lines)) <= letters:
            return lines, size
    letters, size = SIZES[-1]
    return wrap(title, letters, max_lines=2 * MOST_LINES, placeholder=" …"), size
