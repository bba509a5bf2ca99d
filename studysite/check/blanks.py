"""A cloze has blanks, and every blank its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from studysite.check.rule import Facts, pointed
from studysite.diagnostics import Problem
from studysite.markdown import Blank, Document, Gap, Unpaired, gaps, parse
from studysite.model import Course, Loc, Prose
from studysite.model.cards.cloze import ClozeCard
from studysite.model.items.cloze import Cloze
from studysite.pointing import Pointer


def blanks_are_filled(course: Course, facts: Facts) -> Iterator[Problem]:
    """A cloze hides something, no blank or answer in it is empty, and no `==` stands alone."""
    for loc, document in _clozes(course):
        blanks = [gap for _, gap in gaps(document) if gap is not None]
        unpaired = list(pointed(document, Unpaired, lambda sign: sign.source))
        if not blanks and not unpaired:
            cure = "Set the words that are to be filled in between signs: `==words==`."
            yield Problem(loc, "no-blank", "this cloze has no blank", cure)
        for gap, (_, point) in zip(blanks, pointed(document, Blank, lambda blank: blank.source), strict=True):
            if not all(gap.accepted):
                yield _empty(loc, gap, point)
        for _, point in unpaired:
            message = "this `==` begins or ends no blank"
            cure = "Write a blank as `==words==`, no space inside the signs, and a mere sign as `\\==`."
            yield Problem(loc, "unpaired-blank", message, cure, point=replace(point, otherwise="=="))


def _empty(loc: Loc, gap: Gap, point: Pointer) -> Problem:
    if any(gap.accepted):
        cure = "Write words on each side of the bar, `==one|another==`, or take the bar out."
        return Problem(loc, "empty-blank", "an answer of this blank is empty", cure, point=point)
    cure = "Write between the signs what belongs there: `==words==`."
    return Problem(loc, "empty-blank", "this blank is empty", cure, point=point)


def _clozes(course: Course) -> Iterator[tuple[Loc, Document]]:
    for lesson in course.lessons:
        for item in lesson.items:
            if isinstance(item, Cloze):
                yield (*item.loc, "text"), parse(item.text, Prose.CLOZE)
        for card in lesson.cards:
            if isinstance(card, ClozeCard):
                yield (*card.loc, "text"), parse(card.text, Prose.CLOZE_LABEL)
