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
CUTS = {"at_15": (15, 60), "at_60": (60, 180)}
"""The shorter answers by their keys: their seconds, and the words that cannot be said in them any more."""


def answers_in_time(lesson: Lesson) -> Iterator[Problem]:
    """The answer of an interview card is said in 60 to 90 seconds."""
    for card in lesson.cards:
        if not isinstance(card, Interview):
            continue
        number = _spoken(card.answer)
        if not SHORTEST <= number <= LONGEST:
            cure = "Add what its points ask for." if number < SHORTEST else "Move some of it to a follow-up."
            yield Problem(
                (*card.loc, "answer"),
                "spoken-length",
                f"this answer has {many(number, 'word')}; {SHORTEST} to {LONGEST} are said in 60 to 90 s",
                cure,
            )


def cuts_in_time(lesson: Lesson) -> Iterator[Problem]:
    """The shorter answers of an interview card are not far too long for their time."""
    for card in lesson.cards:
        if not isinstance(card, Interview):
            continue
        for key, (seconds, longest) in CUTS.items():
            number = _spoken(getattr(card, key) or "")
            if number > longest:
                yield Problem(
                    (*card.loc, key),
                    "spoken-length",
                    f"this has {many(number, 'word')}; at most {longest} are said in {seconds} s",
                    "Leave out what can be asked for.",
                )


def _spoken(text: str) -> int:
    """How many words are said."""
    return len(shown(text, Prose.BLOCK).split())
