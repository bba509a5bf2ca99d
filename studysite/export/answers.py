"""What each type of item and card asks and answers, as plain text: for formats that know no types.

A new type is one function and one line in the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from studysite.arrangement import arranged, disordered, unmatched
from studysite.markdown import gaps, parse, plain
from studysite.model import Card, Item, Prose
from studysite.model.cards.cloze import ClozeCard
from studysite.model.cards.concept import Concept
from studysite.model.cards.interview import Interview
from studysite.model.items.choice import Choice
from studysite.model.items.cloze import Cloze
from studysite.model.items.match import Match
from studysite.model.items.multiple import Multiple
from studysite.model.items.number import Number
from studysite.model.items.order import Order
from studysite.model.items.short import Short

BLANK = "_____"


@dataclass(frozen=True)
class Answered:
    """A question with all that belongs to it, in plain text; formulas are TeX."""

    asks: str
    right: str
    choices: tuple[str, ...] = ()
    """What there is to choose from, or to put in order, as the site shows it."""
    reasons: tuple[str, ...] = ()
    """Why each choice is right or wrong; for an answer in words, what a good one contains."""


def answered(entity: Item | Card) -> Answered:
    """An item or a card of any type."""
    return _TYPES[type(entity)](entity)


def _options(item: Choice | Multiple) -> Answered:
    shown = [option for _, option in arranged(item.options, item.id, item.keep_order)]
    right = [_plain(option.text) for option in shown if option.is_right]
    return Answered(
        _plain(item.stem),
        "; ".join(right) or "none of them",
        tuple(_plain(option.text) for option in shown),
        tuple(
            f"{'Right' if option.is_right else 'Wrong'}: {_plain(option.text)}"
            + (f" – {_plain(option.why)}" if option.why else "")
            for option in shown
        ),
    )


def _order(item: Order) -> Answered:
    return Answered(
        _plain(item.stem),
        " ".join(f"{place}. {_plain(step)}" for place, step in enumerate(item.steps, 1)),
        tuple(_plain(step) for _, step in disordered(item.steps, item.id)),
    )


def _match(item: Match) -> Answered:
    pairs, choices = unmatched(item)
    return Answered(
        f"{_plain(item.stem)} {'; '.join(_plain(pair.left) for _, pair in pairs)}",
        "; ".join(f"{_plain(pair.left)} – {_plain(pair.right)}" for pair in item.pairs),
        tuple(_plain(choice) for _, choice in choices),
        tuple(f"{_plain(pair.left)} – {_plain(pair.why)}" for pair in item.pairs if pair.why),
    )


def _cloze(item: Cloze) -> Answered:
    asks, right = _blanks(item.text, Prose.CLOZE)
    return Answered(f"{_plain(item.stem)} {asks}", right)


def _number(item: Number) -> Answered:
    within = f" (within {item.within})" if item.within else ""
    unit = f" {item.unit}" if item.unit else ""
    mistakes = tuple(f"{mistake.value} – {_plain(mistake.why)}" for mistake in item.mistakes)
    return Answered(_plain(item.stem), f"{item.answer}{unit}{within}", reasons=mistakes)


def _short(item: Short) -> Answered:
    points = tuple(map(_plain, item.points))
    return Answered(_plain(item.stem), _plain(item.answer), reasons=points)


def _interview(card: Interview) -> Answered:
    answer = f"{_plain(card.short)} {_plain(card.answer)}"
    return Answered(_plain(card.ask), answer, reasons=tuple(map(_plain, card.points)))


def _concept(card: Concept) -> Answered:
    return Answered(_plain(card.ask), _plain(card.answer))


def _cloze_card(card: ClozeCard) -> Answered:
    return Answered(*_blanks(card.text, Prose.CLOZE_LABEL))


def _plain(text: str) -> str:
    """A text of one paragraph or several on one line."""
    return plain(parse(text))


def _blanks(text: str, prose: Prose) -> tuple[str, str]:
    """A text with blanks, and what fills them, in order."""
    parts = gaps(parse(text, prose))
    words = " ".join(f"{plain(before)} {BLANK if gap else ''}" for before, gap in parts)
    fills = (" or ".join(gap.accepted) for _, gap in parts if gap)
    return " ".join(words.split()), "; ".join(fills)


_TYPES: dict[type[Item | Card], Callable[[Any], Answered]] = {
    Choice: _options,
    Multiple: _options,
    Order: _order,
    Match: _match,
    Cloze: _cloze,
    Number: _number,
    Short: _short,
    Interview: _interview,
    Concept: _concept,
    ClozeCard: _cloze_card,
}
