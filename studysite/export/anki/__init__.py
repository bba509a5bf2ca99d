"""Anki: every question and card as a note, a deck for each lesson.

A package that is imported again brings the notes up to date and leaves alone when each is due. For that a
note is known by the first id of what it was made from, and its date is the edition's. What a note type has
for fields can never change, since Anki takes one with other fields for another: see `types`.
"""

from __future__ import annotations

from functools import partial

from studysite.export.anki.notes import Notes
from studysite.materials import Materials
from studysite.work import Work


def anki(materials: Materials) -> Work:
    """Every question and card."""
    types = {item.type for lesson in materials.course.lessons for item in lesson.items}
    return Work(
        "course.apkg",
        "Anki deck",
        "Every question and card for Anki, a deck a lesson. Import a later one over it: your reviews stay.",
        partial(_package, materials),
        materials.digest,
        converted=tuple(sentence for type_, sentence in _CONVERTED.items() if type_ in types),
    )


def _package(materials: Materials) -> bytes:
    from studysite.export.anki.package import package  # its library takes a while, and few commands want it

    return package(Notes(materials), materials.date)


_CONVERTED = {
    "choice": "Questions are turned over: you choose in your head, and each option says why on the back.",
    "order": "Steps are put in order, and pairs matched, in your head or on paper.",
    "number": "You compare a number yourself: its tolerance and the known mistakes are on the back.",
    "short": "You grade a written answer yourself, by the points of the model answer.",
    "cloze": "All blanks of a text are hidden together; what else counts as right is on the back.",
}
