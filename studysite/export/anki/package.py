"""Notes as a package for Anki: a database and the pictures, the same bytes each time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from itertools import count

import genanki

from studysite.export.anki.notes import Note, Notes
from studysite.export.anki.types import TYPES, NoteType, style
from studysite.export.archive import EARLIEST, archive
from studysite.export.prose import dated
from studysite.markdown import parse, plain
from studysite.model import Lesson

BETWEEN = "::"
"""Parts the name of a deck from that of the deck in which it lies."""


def package(notes: Notes, date: int) -> bytes:
    """The file that Anki imports. `date` is what it goes by to tell a later one."""
    decks = list(_decks(notes))
    collection = _collection(decks, max(date, EARLIEST))
    media = sorted(notes.media.items())
    names = {str(number): name for number, (name, _) in enumerate(media)}
    return archive(
        [
            ("collection.anki2", collection),
            ("media", json.dumps(names).encode()),
            *((str(number), data) for number, (_, data) in enumerate(media)),
        ],
        date,
    )


def _collection(decks: list[genanki.Deck], date: int) -> bytes:
    """The database. It is made in memory, and its numbers are counted from the date in milliseconds."""
    with closing(sqlite3.connect(":memory:")) as database:
        genanki.Package(decks).write_to_db(database.cursor(), date, count(date * 1000))
        database.commit()
        return database.serialize()


def _decks(notes: Notes) -> Iterator[genanki.Deck]:
    """Yield the deck of the course, which is empty, and those of its lessons, which lie in it."""
    course = notes.materials.course
    top = _deck_name(course.plan.title)
    yield genanki.Deck(_number("course", course.plan.title), top, plain(parse(course.plan.summary or "")))
    models = {type_: _model(type_) for type_ in TYPES}
    for lesson in course.lessons:
        name = f"{top}{BETWEEN}{_deck_name(dated(course, lesson))}"
        deck = genanki.Deck(_number("lesson", _first(lesson)), name)
        for place, note in enumerate(notes.of(lesson)):
            deck.add_note(_note(note, models[note.type], place))
        if deck.notes:
            yield deck


def _note(note: Note, model: genanki.Model, place: int) -> genanki.Note:
    return genanki.Note(
        model=model,
        fields=list(note.fields),
        tags=note.tags,
        guid=genanki.guid_for("studysite", note.name),
        due=place,
    )


def _model(type_: NoteType) -> genanki.Model:
    return genanki.Model(
        type_.number,
        type_.title,
        fields=[{"name": name} for name in type_.fields],
        templates=[{"name": "Card", "qfmt": type_.side("front"), "afmt": type_.side("back")}],
        css=style(),
        model_type=genanki.Model.CLOZE if type_.is_cloze else genanki.Model.FRONT_BACK,
        sort_field_index=1,
    )


def _deck_name(title: str) -> str:
    return title.replace(BETWEEN, ": :")


def _first(lesson: Lesson) -> str:
    return [*lesson.head.was, lesson.slug][0]


def _number(kind: str, name: str) -> int:
    """A number for a deck that is the same for ever."""
    return int.from_bytes(sha256(f"{kind} {name}".encode()).digest()[:4]) | 1 << 32
