"""What a question of an exam is worth: a point for each thing that its answer has to get right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from studysite.markdown import parse
from studysite.markdown.document import Blank
from studysite.model import Item, Prose
from studysite.model.items.cloze import Cloze
from studysite.model.items.match import Match
from studysite.model.items.short import Short


@dataclass(frozen=True)
class Rule:
    """What a type of question is worth, and what of that an answer is given, in a sentence."""

    worth: Callable[[Item], int]
    says: str


def _blanks(item: Item) -> int:
    assert isinstance(item, Cloze)
    return sum(1 for _ in parse(item.text, Prose.CLOZE).of(Blank))


def _pairs(item: Item) -> int:
    assert isinstance(item, Match)
    return len(item.pairs)


def _demands(item: Item) -> int:
    assert isinstance(item, Short)
    return len(item.points)


RULES: dict[str, Rule] = {
    "choice": Rule(lambda _: 1, "One of several options: 1 point."),
    "multiple": Rule(lambda _: 2, "All that apply: 2 points; with one mark too many or too few, 1."),
    "order": Rule(lambda _: 2, "An order: 2 points; with two neighbours changed over, 1."),
    "match": Rule(_pairs, "Pairs: 1 point for each."),
    "cloze": Rule(_blanks, "Blanks: 1 point for each."),
    "number": Rule(lambda _: 2, "A number: 2 points; with the right way to a wrong number, 1."),
    "short": Rule(_demands, "In your own words: 1 point for each thing that a good answer names."),
}
"""The rule of each type of question. A new type has its line here."""


def worth(item: Item) -> int:
    """How many points an item is worth."""
    return RULES[item.type].worth(item)


def rules(items: Iterable[Item]) -> list[str]:
    """The rules of the types that occur, in one order."""
    there = {item.type for item in items}
    return [rule.says for name, rule in RULES.items() if name in there]
