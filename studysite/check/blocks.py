"""Notes, lists and tables come out as such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studysite.check.remains import left
from studysite.check.rule import Facts, near, numbered
from studysite.diagnostics import Problem
from studysite.markdown import Note
from studysite.model import Course
from studysite.passages import Passage
from studysite.pointing import Pointer

NOTES = ("note", "example", "warning", "danger")
"""The kinds of note that have a look of their own."""
_CONTINUED = r"[^\n]*(?:\n +[^\s*+-][^\n]*)*"
_LIST = re.compile(
    r"(?<=:) *\n {0,3}(?:[-*+]|1\.) +\S"
    rf"|\n {{0,3}}(?P<sign>[-*+]) +\S(?={_CONTINUED}\n {{0,3}}(?P=sign) +\S)"
    rf"|\n {{0,3}}1\. +\S(?={_CONTINUED}\n {{0,3}}2\. +\S)"
)
"""A list inside a paragraph: behind a colon or with two entries; prose may have one dash, or a year."""
_DASHES = re.compile(r"^(?=[^\n]*-)[|: -]+$", re.MULTILINE)


def notes_are_filled(course: Course, facts: Facts) -> Iterator[Problem]:
    """A note has a text, which is indented."""
    for passage, note, point in _notes(facts):
        if note.is_empty:
            message = f"nothing stands in the note `{note.source}`"
            cure = "Indent its text by four spaces, below this line."
            yield Problem(passage.loc, "empty-note", message, cure, point=point)


def known_notes(course: Course, facts: Facts) -> Iterator[Problem]:
    """A note is of a kind that the site knows."""
    for passage, note, point in _notes(facts):
        if note.kind not in NOTES:
            message = f"there is no kind of note `{note.kind}`"
            yield Problem(passage.loc, "unknown-note", message, _note_cure(note.kind), point=point)


def _notes(facts: Facts) -> Iterator[tuple[Passage, Note, Pointer]]:
    for passage in facts.passages:
        notes = passage.document.notes
        for note, (_, point) in zip(notes, numbered(note.source for note in notes), strict=True):
            yield passage, note, point


def _note_cure(kind: str) -> str:
    first, _, title = kind.partition(" ")
    if title and first in NOTES:
        return f'Write its title in quotation marks: `!!! {first} "{title.capitalize()}"`.'
    return near(kind, NOTES, f"Write {', '.join(f'`{name}`' for name in NOTES[:-1])} or `{NOTES[-1]}`.")


def lists_are_set_apart(course: Course, facts: Facts) -> Iterator[Problem]:
    """A list begins a paragraph of its own."""
    before = None
    for found, point in left(facts, _LIST):
        if found.match.string is not before and found.passage.prose.is_block:
            message = "this list is printed as a part of the paragraph above it, with its signs"
            cure = "Write an empty line before it."
            yield Problem(found.passage.loc, "list-in-paragraph", message, cure, point=point)
        before = found.match.string


def tables_have_even_rows(course: Course, facts: Facts) -> Iterator[Problem]:
    """A table is one: it stands alone, and its row of dashes has the columns of its head."""
    for found, point in left(facts, _DASHES):
        *above, head = found.match.string[: found.match.start()].split("\n")[:-1] or [""]
        bars, dashes = head.count("|"), found.match[0].count("|")
        if bars and dashes and found.passage.prose.is_block:
            message = "this table is printed as text, with its bars"
            cure = "Write an empty line before its head."
            if not above:
                message = f"{message}: its head has {bars} of them, and the row of dashes {dashes}"
                cure = "Give both rows the same columns, with a bar at both ends or at none."
            yield Problem(found.passage.loc, "table-in-paragraph", message, cure, point=point)
