"""The scheduling in web/ gives what another implementation of FSRS-6 gives: the package fsrs, in Python."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from math import isclose
from random import Random
from typing import NamedTuple

from fsrs import Card, Rating, Scheduler

from studysite.node import install_dev
from tests.projects import ROOT

START = datetime(2025, 1, 1, 12, tzinfo=UTC)
DAYS = [timedelta(days=days) for days in (0, 0, 1, 1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 60, 100, 200, 400)]
MINUTES = [timedelta(minutes=minutes) for minutes in (1, 10, 59, 700, 1439, 1440, 1441, 2879, 5000, 40_000)]
SCHEDULER = Scheduler(
    desired_retention=0.9,
    learning_steps=[timedelta(minutes=1), timedelta(minutes=10)],
    relearning_steps=[timedelta(minutes=10)],
    enable_fuzzing=False,
)

# Where ts-fsrs goes its own way: it keeps Hard, Good and Easy a day apart, rounds to whole minutes,
# and after the second learning step gives Hard the six minutes that it has after the first.
SOONER = {Rating.Hard: timedelta(minutes=4)}
LATER = {Rating.Hard: timedelta(seconds=30), Rating.Good: timedelta(days=1), Rating.Easy: timedelta(days=2)}


class Review(NamedTuple):
    """One grade, and when it was given."""

    grade: Rating
    at: datetime


class Memory(NamedTuple):
    """What is said of a memory after a review."""

    state: str
    stability: float
    difficulty: float
    due: datetime
    recalled: float
    """How likely the answer was known when it was asked."""


History = list[Review]


def ours(histories: Sequence[History]) -> list[list[Memory]]:
    """What web/src/schedule.ts says, asked in one call of Node."""
    asked = [[(int(grade), round(at.timestamp() * 1000)) for grade, at in history] for history in histories]
    said = install_dev(ROOT).run(["tools/schedule.mjs"], cwd=ROOT / "web", stdin=json.dumps(asked))
    return [
        [
            Memory(
                memory["state"],
                memory["stability"],
                memory["difficulty"],
                datetime.fromtimestamp(memory["due"] / 1000, UTC),
                memory["recalled"],
            )
            for memory in memories
        ]
        for memories in json.loads(said)
    ]


def theirs(history: History) -> list[Memory]:
    """What the package says."""
    card, memories = Card(card_id=1, due=START), []
    for grade, at in history:
        recalled = SCHEDULER.get_card_retrievability(card, at)
        card, _ = SCHEDULER.review_card(card, grade, at)
        assert card.stability is not None and card.difficulty is not None
        memories.append(Memory(card.state.name.lower(), card.stability, card.difficulty, card.due, recalled))
    return memories


def random_histories(count: int, gaps: Sequence[timedelta]) -> list[History]:
    random = Random(6)
    return [random_history(random, gaps) for _ in range(count)]


def random_history(random: Random, gaps: Sequence[timedelta]) -> History:
    at, history = START, []
    for _ in range(random.randint(1, 12)):
        history.append(Review(random.choice(list(Rating)), at))
        at += random.choice(gaps)
    return history


def differences(histories: Sequence[History]) -> list[str]:
    """Where the two do not agree, each with the history up to there."""
    return [
        f"{history[: place + 1]}\nours   {our}\ntheirs {their}"
        for history, memories in zip(histories, ours(histories), strict=True)
        for place, (our, their) in enumerate(zip(memories, theirs(history), strict=True))
        if not agree(our, their, history[place].grade)
    ]


def agree(our: Memory, their: Memory, grade: Rating) -> bool:
    """Whether the two say the same, but for rounding: ts-fsrs keeps eight decimals at each step."""
    none = timedelta(0)
    return (
        our.state == their.state
        and isclose(our.stability, their.stability, rel_tol=1e-6, abs_tol=1e-4)
        and isclose(our.difficulty, their.difficulty, abs_tol=1e-4)
        and -SOONER.get(grade, none) <= our.due - their.due <= LATER.get(grade, none)
    )


def test_both_agree_on_ten_thousand_histories() -> None:
    assert differences(random_histories(10_000, DAYS))[:3] == []


def test_both_count_a_day_for_each_24_hours() -> None:
    assert differences(random_histories(1_000, MINUTES))[:3] == []


def test_both_agree_on_how_likely_an_answer_is_known() -> None:
    histories = random_histories(500, DAYS)
    pairs = [
        (our.recalled, their.recalled)
        for history, memories in zip(histories, ours(histories), strict=True)
        for our, their in zip(memories, theirs(history), strict=True)
    ]
    assert [pair for pair in pairs if not isclose(*pair, abs_tol=1e-6)] == []


def test_both_give_the_intervals_that_the_makers_of_fsrs_give() -> None:
    history: History = []
    at = START
    for grade in [Rating.Good] * 6 + [Rating.Again] * 2 + [Rating.Good] * 5:
        history.append(Review(grade, at))
        at = theirs(history)[-1].due
    for memories in (ours([history])[0], theirs(history)):
        days = [(memory.due - review.at).days for memory, review in zip(memories, history, strict=True)]
        assert days == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]
