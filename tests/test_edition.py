"""Fingerprints change with what a learner reads, and with nothing else."""

import re
from typing import Any

import pytest

from studysite.edition import ASIDE, edition, edition_of
from studysite.load import load
from studysite.model import CARD_TYPES, ITEM_TYPES, Card, Item
from tests.projects import SAMPLE

CHOICE: dict[str, Any] = {
    "id": "when",
    "type": "choice",
    "level": "apply",
    "claims": ["T1", "T2"],
    "stem": "When does\nit boil?",
    "options": [
        {"right": "At 100", "why": "It does."},
        {"wrong": "Never", "why": "It does."},
        {"wrong": "At 50", "why": "Too cold.", "shows": "warm-is-hot"},
    ],
}
CARD: dict[str, Any] = {
    "id": "why",
    "type": "interview",
    "claims": ["T1"],
    "ask": "Why?",
    "short": "So.",
    "answer": "Because.",
    "points": ["One.", "Two."],
    "follow_ups": [{"ask": "And?", "answer": "So."}, {"card": "what"}],
}


def of(value: dict[str, Any], **changed: Any) -> str:
    types: dict[str, Any] = {**ITEM_TYPES, **CARD_TYPES}
    written = {**value, **changed}
    return edition(types[written["type"]].model_validate(written))


def option(index: int, **changed: Any) -> list[dict[str, Any]]:
    """The options of the choice, one of them changed."""
    return [{**each, **(changed if number == index else {})} for number, each in enumerate(CHOICE["options"])]


@pytest.mark.parametrize(
    "changed",
    [
        {"id": "when-boil"},
        {"was": ["old"]},
        {"allow": {"similar-stems": "It is meant so."}},
        {"claims": ["T2", "T1"]},
        {"level": "create"},
        {"source": ["cha2001"]},
        {"keep_order": "true"},
        {"stem": "When does it\n  boil?\n"},
        {"options": CHOICE["options"][::-1]},
        {"hint": None},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_leaves_an_item_as_it_was(changed: dict[str, Any]) -> None:
    assert of(CHOICE, **changed) == of(CHOICE)


@pytest.mark.parametrize(
    "changed",
    [
        {"stem": "When does it boil"},
        {"hint": "Wait."},
        {"explain": "It does."},
        {"type": "multiple"},
        {"options": option(1, wrong="Seldom")},
        {"options": option(1, why="It will.")},
        {"options": option(2, shows=None)},
        {"options": CHOICE["options"][:2]},
        {"options": [{"wrong": "At 100", "why": "It does."}, {"right": "Never", "why": "It does."}]},
    ],
)
def test_what_makes_another_edition_of_an_item(changed: dict[str, Any]) -> None:
    assert of(CHOICE, **changed) != of(CHOICE)


def test_a_verdict_that_changes_sides_makes_another_edition() -> None:
    swapped = [
        {"wrong": "At 100", "why": "It does."},
        {"right": "Never", "why": "It does."},
        CHOICE["options"][2],
    ]
    assert of(CHOICE, options=swapped) != of(CHOICE)


@pytest.mark.parametrize(
    "changed",
    [
        *(
            {"answer": "Therefore."},
            {"short": "Thus."},
            {"points": ["Two.", "One."]},
            {"pitfalls": ["Long."]},
        ),
        *({"at_15": "Thus."}, {"at_60": "Therefore."}),
    ],
)
def test_what_makes_another_edition_of_a_card(changed: dict[str, Any]) -> None:
    assert of(CARD, **changed) != of(CARD)


def test_a_card_may_have_its_follow_ups_in_any_order() -> None:
    assert of(CARD, follow_ups=CARD["follow_ups"][::-1]) == of(CARD)
    assert of(CARD, follow_ups=CARD["follow_ups"][:1]) != of(CARD)


def test_a_key_that_holds_its_default_makes_no_new_edition() -> None:
    """So that the model may learn keys, and no learner is told that everything was edited."""
    assert of(CARD, pitfalls=[], source=[], at_15=None, at_60=None) == of(CARD)
    assert of(CHOICE, hint=None, explain=None) == of(CHOICE)


def test_editions_are_short_and_do_not_change_from_version_to_version() -> None:
    """These stand in learners' logs: a change here tells everybody that everything was edited."""
    assert of(CHOICE) == "f5550c0f"
    assert edition_of("At 100") == edition_of(" At\n100 ") == "5d833c19"
    assert re.fullmatch("[0-9a-f]{8}", of(CARD))


def test_no_two_texts_of_a_course_have_one_edition() -> None:
    course = load(SAMPLE).course
    assert course is not None
    items, cards = course.item.values(), course.card.values()
    entities: list[Item | Card] = [*(item for _, item in items), *(card for _, card in cards)]
    assert len({edition(entity) for entity in entities}) == len(entities)


def test_all_that_is_left_aside_is_a_key_of_some_item() -> None:
    assert set(Item.model_fields) | {"keep_order"} >= ASIDE
