"""Questions and cards -> what stands in course.json. A new type is one function and one line in the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from studysite.arrangement import arranged
from studysite.export.data import entries
from studysite.export.data.words import Words, maybe
from studysite.model import Card, Item, Prose
from studysite.model.cards.cloze import ClozeCard
from studysite.model.cards.concept import Concept
from studysite.model.cards.interview import FollowUp, Interview
from studysite.model.items.choice import Choice
from studysite.model.items.cloze import Cloze
from studysite.model.items.match import Match
from studysite.model.items.multiple import Multiple
from studysite.model.items.number import Number
from studysite.model.items.option import Option
from studysite.model.items.order import Order
from studysite.model.items.short import Short


def question(item: Item, words: Words) -> entries.AnyQuestion:
    """A question of any type."""
    shared = {
        **_shared(item),
        "level": item.level,
        "stem": words.block(item.stem),
        "hint": maybe(words.block, item.hint),
        "explain": maybe(words.block, item.explain),
    }
    shape, write = _QUESTIONS[type(item)]
    made: entries.AnyQuestion = shape.model_validate({**shared, **write(item, words)})
    return made


def card_of(card: Card, words: Words) -> entries.AnyCard:
    """A card of any type."""
    shape, write = _CARDS[type(card)]
    made: entries.AnyCard = shape.model_validate({**_shared(card), **write(card, words)})
    return made


def _shared(entry: Item | Card) -> dict[str, Any]:
    return {
        "id": entry.id,
        "type": entry.type,
        "was": entry.was,
        "claims": entry.claims,
        "sources": entry.source,
    }


def _options(item: Choice | Multiple, words: Words) -> dict[str, Any]:
    shown = arranged(item.options, item.id, item.keep_order)
    return {"options": [_option(option, words) for _, option in shown], "keep_order": item.keep_order}


def _option(option: Option, words: Words) -> entries.Option:
    return entries.Option(
        text=words.label(option.text),
        right=option.is_right,
        why=maybe(words.inline, option.why),
        shows=option.shows,
    )


def _order(item: Order, words: Words) -> dict[str, Any]:
    return {"steps": [words.label(step) for step in item.steps]}


def _match(item: Match, words: Words) -> dict[str, Any]:
    pairs = [
        entries.Pair(
            left=words.label(pair.left),
            right=words.label(pair.right),
            why=maybe(words.inline, pair.why),
        )
        for pair in item.pairs
    ]
    extra = [words.label(text) for text in item.extra]
    return {"pairs": pairs, "extra": extra, "keep_order": item.keep_order}


def _cloze(item: Cloze, words: Words) -> dict[str, Any]:
    return {"text": words.blanks(item.text, Prose.CLOZE)}


def _number(item: Number, words: Words) -> dict[str, Any]:
    mistakes = [
        entries.Mistake(value=float(each.value), why=words.inline(each.why), shows=each.shows)
        for each in item.mistakes
    ]
    answer, within = float(item.answer), float(item.within)
    return {"answer": answer, "within": within, "unit": item.unit, "mistakes": mistakes}


def _short(item: Short, words: Words) -> dict[str, Any]:
    return {"answer": words.block(item.answer), "points": [words.label(point) for point in item.points]}


def _interview(card: Interview, words: Words) -> dict[str, Any]:
    return {
        "ask": words.inline(card.ask),
        "short": words.inline(card.short),
        "answer": words.block(card.answer),
        "at_15": maybe(words.block, card.at_15),
        "at_60": maybe(words.block, card.at_60),
        "points": [words.label(point) for point in card.points],
        "pitfalls": [words.inline(pitfall) for pitfall in card.pitfalls],
        "follow_ups": [_follow_up(follow_up, words) for follow_up in card.follow_ups],
    }


def _follow_up(follow_up: FollowUp, words: Words) -> entries.InterviewFollowUp:
    return entries.InterviewFollowUp(
        card=follow_up.card,
        ask=maybe(words.label, follow_up.ask),
        answer=maybe(words.block, follow_up.answer),
    )


def _concept(card: Concept, words: Words) -> dict[str, Any]:
    return {"ask": words.inline(card.ask), "answer": words.block(card.answer)}


def _cloze_card(card: ClozeCard, words: Words) -> dict[str, Any]:
    return {"text": words.blanks(card.text, Prose.CLOZE_LABEL)}


_QUESTIONS: dict[type[Item], tuple[Any, Callable[[Any, Words], dict[str, Any]]]] = {
    Choice: (entries.ChoiceQuestion, _options),
    Multiple: (entries.MultipleQuestion, _options),
    Order: (entries.OrderQuestion, _order),
    Match: (entries.MatchQuestion, _match),
    Cloze: (entries.ClozeQuestion, _cloze),
    Number: (entries.NumberQuestion, _number),
    Short: (entries.ShortQuestion, _short),
}
_CARDS: dict[type[Card], tuple[Any, Callable[[Any, Words], dict[str, Any]]]] = {
    Interview: (entries.InterviewCard, _interview),
    Concept: (entries.ConceptCard, _concept),
    ClozeCard: (entries.ClozeCard, _cloze_card),
}
