"""Options do not tell which of them is right by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from studysite.cues import absolute, distractors, keys, length, optioned, shown
from studysite.diagnostics import Problem
from studysite.model import Lesson
from studysite.model.items.option import Option

MUCH_LONGER = 1.5
"""Times the mean of its distractors: at which 1,730 of 1,846 keys of a machine-written course stood."""
VISIBLY = 15
"""Letters by which a key must stand out beyond each distractor: a word or two more are not seen."""
_OTHERS = re.compile(
    r"\b(?:all|any|both|neither|none) of the (?:above|others?|options|answers)\b"
    r"|^(?:all|both|neither|none) of (?:these|them)\W*$",
    re.IGNORECASE,
)


def short_keys(lesson: Lesson) -> Iterator[Problem]:
    """No key is clearly longer than all of its distractors."""
    for item in optioned(lesson.items):
        others = [length(other) for other in distractors(item)]
        for index, option in enumerate(item.options):
            if option.is_right and others and _stands_out(length(option), others):
                yield Problem(
                    (*item.loc, "options", index, "right"),
                    "long-key",
                    f"this right option has {length(option)} letters, the longest wrong one {max(others)}",
                    "Say it in fewer words, with the rest in its `why:`, or give the others as much to say.",
                )


def options_stand_alone(lesson: Lesson) -> Iterator[Problem]:
    """No option is about the others: they are shuffled, and 'above' is nowhere."""
    for item in optioned(lesson.items):
        for index, option in enumerate(item.options):
            found = _OTHERS.search(shown(option.text))
            if found:
                yield Problem(
                    (*item.loc, "options", index, _verdict(option)),
                    "of-the-above",
                    f"`{found[0].strip()}` is about the other options, which are shuffled",
                    "Write an option of its own, or `type: multiple`.",
                )


def moderate_distractors(lesson: Lesson) -> Iterator[Problem]:
    """Absolute words do not stand in wrong options only."""
    for item in optioned(lesson.items):
        if any(absolute(option) for option in keys(item)) or not keys(item):
            continue
        for index, option in enumerate(item.options):
            word = absolute(option)
            if word:
                yield Problem(
                    (*item.loc, "options", index, "wrong"),
                    "absolute-words",
                    f"`{word.lower()}` gives this wrong option away: no right one here is as absolute",
                    "Say it in the tone of the right option; it is wrong for what it says.",
                )


def _stands_out(key: int, others: Sequence[int]) -> bool:
    mean = sum(others) / len(others)
    return key >= MUCH_LONGER * mean and key >= max(others) + VISIBLY


def _verdict(option: Option) -> str:
    return "right" if option.is_right else "wrong"
