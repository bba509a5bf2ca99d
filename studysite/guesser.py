"""What somebody scores who knows nothing and follows one simple rule.

A guesser names one option of each item: of a choice the answer, of a multiple one that it ticks. It
scores where that option is right. Where its rule leaves several equal, it draws among them, and its
expected score counts. Chance is the share of right options. Items all of whose options are right, or
none, tell nothing and are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from studysite.arrangement import arranged
from studysite.cues import absolute, distractors, keys, length, optioned, words
from studysite.model import Item, Prose
from studysite.model.items.choice import Choice
from studysite.model.items.multiple import Multiple
from studysite.model.items.option import Option

MARGIN = 10
"""Points above chance that are too many: a tenth of the score is then the rule's and not the learner's."""

Strategy = Callable[[Choice | Multiple], list[float]]
"""How much a guesser is drawn to each option, in the order of the file; the largest wins."""


def longest(item: Choice | Multiple) -> list[float]:
    """The longest option."""
    return [length(option) for option in item.options]


def first(item: Choice | Multiple) -> list[float]:
    """The option that is shown first."""
    (at, _), *_ = arranged(item.options, item.id, item.keep_order)
    return [float(index == at) for index in range(len(item.options))]


def echo(item: Choice | Multiple) -> list[float]:
    """The option that shares most words with the stem."""
    stem = words(item.stem, Prose.BLOCK)
    return [len(words(option.text) & stem) for option in item.options]


def careful(item: Choice | Multiple) -> list[float]:
    """An option without absolute words."""
    return [0.0 if absolute(option) else 1.0 for option in item.options]


RULES: Mapping[str, Strategy] = {
    "the longest option": longest,
    "the first option as shown": first,
    "most words shared with the stem": echo,
    "no absolute words": careful,
}
MAJORITY = "what most of these say"
SHORT = dict(zip((*RULES, MAJORITY), ("longest", "first", "shared", "careful", "majority"), strict=True))
"""Each rule as the head of a column."""


@dataclass(frozen=True)
class Score:
    """What each rule scored over some items, and what chance would, from 0 to 1."""

    chance: float
    scores: Mapping[str, float]
    items: int

    def above(self, rule: str) -> float:
        """How many points of a hundred a rule scored above chance."""
        return 100 * (self.scores[rule] - self.chance)

    @property
    def too_good(self) -> list[str]:
        """The rules that score more than the margin above chance, the best first."""
        found = [rule for rule in self.scores if self.above(rule) > MARGIN]
        return sorted(found, key=self.above, reverse=True)


class Guess(NamedTuple):
    """One item: what chance scores on it, and what each rule does."""

    id: str
    chance: float
    scores: Mapping[str, float]


def guess(items: Sequence[Item]) -> list[Guess]:
    """Let every rule guess at every item that has something to guess."""
    return [_guess(item) for item in optioned(items) if keys(item) and distractors(item)]


def score(guesses: Iterable[Guess]) -> Score | None:
    """The mean over some items; None where there are none."""
    every = list(guesses)
    if not every:
        return None
    chance = sum(each.chance for each in every) / len(every)
    scores = {rule: sum(each.scores[rule] for each in every) / len(every) for rule in (*RULES, MAJORITY)}
    return Score(chance, scores, len(every))


def table(quizzes: Mapping[str, Sequence[Guess]]) -> str:
    """What each rule scores on each quiz and on all of them, in per cent, beside chance, and what each is."""
    rows = {name: found for name, each in quizzes.items() if (found := score(each))}
    total = score(each for found in quizzes.values() for each in found)
    if total is None:
        return "No question has options to guess among."
    columns = list(rows.values()) if len(rows) > 1 else []
    names = [*rows, "all"] if len(rows) > 1 else list(rows)
    return "\n".join(
        (
            "What somebody scores who knows nothing and follows one rule, in per cent:",
            *_lines(names, [*columns, total]),
            "",
            *_legend(),
            "",
            f"More than {MARGIN} points above chance over all of them is a warning; over few it says little.",
        )
    )


def _legend() -> list[str]:
    """What is counted, and what stands in each column."""
    counted = {
        "questions": "those of the types choice and multiple that have right and wrong options",
        "chance": "what picking blindly scores",
    }
    meanings = counted | {head: rule for rule, head in SHORT.items()}
    wide = max(len(head) for head in meanings)
    return [f"  {head:{wide}}  {meaning}" for head, meaning in meanings.items()]


def _lines(names: Sequence[str], scores: Sequence[Score]) -> list[str]:
    """One line a quiz, its numbers under the names of the rules."""
    heads = ("questions", "chance", *(SHORT[rule] for rule in (*RULES, MAJORITY)))
    wide = max(len(name) for name in names)
    lines = [f"  {'':{wide}}  " + "  ".join(heads)]
    for name, each in zip(names, scores, strict=True):
        numbers = (str(each.items), *(f"{100 * part:.0f}" for part in (each.chance, *each.scores.values())))
        cells = (f"{number:>{len(head)}}" for number, head in zip(numbers, heads, strict=True))
        lines.append(f"  {name:{wide}}  " + "  ".join(cells))
    return lines


def _guess(item: Choice | Multiple) -> Guess:
    drawn = {rule: _drawn(strategy(item)) for rule, strategy in RULES.items()}
    drawn[MAJORITY] = _drawn([round(sum(votes), 9) for votes in zip(*drawn.values(), strict=True)])
    scores = {rule: _expected(item.options, chances) for rule, chances in drawn.items()}
    return Guess(item.id, len(keys(item)) / len(item.options), scores)


def _drawn(pull: Sequence[float]) -> list[float]:
    """The chance with which each option is named: equal shares for those that are equally best."""
    best = max(pull)
    share = 1 / pull.count(best)
    return [share if each == best else 0.0 for each in pull]


def _expected(options: Sequence[Option], chances: Sequence[float]) -> float:
    return sum(chance for option, chance in zip(options, chances, strict=True) if option.is_right)
