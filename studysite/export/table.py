"""CSV: every question and card as a row, for a spreadsheet or a script."""

from __future__ import annotations

import csv
from functools import partial
from io import StringIO

from studysite.export.answers import answered
from studysite.materials import Materials
from studysite.model import Card, Course, Item, Lesson
from studysite.work import Work

COLUMNS = (
    *("id", "kind", "type", "lesson", "day", "level", "claims"),
    *("asks", "choices", "answer", "reasons", "sources"),
)


def table(materials: Materials) -> Work:
    """All questions and cards, one a row."""
    return Work(
        "course.csv",
        "Table (CSV)",
        "Every question and card with its answer, one a row: for a spreadsheet or a script of your own.",
        partial(_rows, materials.course),
        materials.digest,
        converted=("Formulas are TeX, and texts have lost their emphasis.",),
    )


def _rows(course: Course) -> bytes:
    """The table, in UTF-8 with the mark by which spreadsheets know it."""
    text = StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for lesson in course.lessons:
        rows.writerows(_row(course, lesson, "question", item) for item in lesson.items)
        rows.writerows(_row(course, lesson, "card", card) for card in lesson.cards)
    return text.getvalue().encode("utf-8-sig")


def _row(course: Course, lesson: Lesson, kind: str, entity: Item | Card) -> list[str]:
    asked = answered(entity)
    return [
        entity.id,
        kind,
        entity.type,
        lesson.slug,
        str(course.day_of[lesson.slug]),
        getattr(entity, "level", ""),
        " ".join(entity.claims),
        asked.asks,
        " | ".join(asked.choices),
        asked.right,
        " | ".join(asked.reasons),
        "; ".join(course.reference[key].label for key in entity.source),
    ]
