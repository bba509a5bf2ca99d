"""Answers that are said aloud fit their time."""

from __future__ import annotations

from collections.abc import Iterator

from studysite.cues import shown
from studysite.diagnostics import Problem
from studysite.model import Lesson, Prose
from studysite.model.cards.interview import Interview
from studysite.wording import many

SHORTEST, LONGEST = 150, 220
"""Words that are said in 60 to 90 seconds, at about 150 in a minute."""


def answers_in_time(lesson: Lesson) -> Iterator[Problem]:
    """The answer of an interview card is said in 60 to 90 seconds."""
    for card in lesson.cards:
        if not isinstance(card, Interview):
            continue
        number = len(shown(card.answer, Prose.BLOCK).split())
        if not SHORTEST <= number <= LONGEST:
            cure = "Add what its points ask for." if number < SHORTEST else "Move some of it to a follow-up."
            yield Problem(
                (*card.loc, "answer"),
                "spoken-length",
                f"this answer has {many(number, 'word')}; {SHORTEST} to {LONGEST} are said in 60 to 90 s",
                cure,
            )
