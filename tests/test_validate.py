"""A plain value becomes a record, or problems in the author's words: never pydantic's."""

import re
from typing import Any

import pytest
from pydantic import BaseModel

from studysite.model import CARD_TYPES, ITEM_TYPES, Claim, Head, Misconception, Plan, Term
from studysite.model.cards.interview import FollowUp
from studysite.model.course import Day, Planned
from studysite.model.items.choice import Choice
from studysite.model.items.match import Pair
from studysite.model.items.number import Mistake
from studysite.model.items.option import Option
from studysite.model.lesson import Objective
from studysite.validate import model_at, validate

LOC = ("content/x.yml", 3)
OPTIONS = [{"right": "a"}, {"wrong": "b", "why": "c"}]
ITEM: dict[str, Any] = {"id": "a", "level": "apply", "claims": ["T1"], "stem": "Why?"}
CARD: dict[str, Any] = {"id": "a", "claims": ["T1"], "ask": "Why?", "answer": "So."}
SOUND: dict[type[BaseModel], dict[str, Any]] = {
    ITEM_TYPES["choice"]: ITEM | {"type": "choice", "options": OPTIONS},
    ITEM_TYPES["multiple"]: ITEM | {"type": "multiple", "options": OPTIONS},
    ITEM_TYPES["short"]: ITEM | {"type": "short", "answer": "So.", "points": ["a"]},
    ITEM_TYPES["order"]: ITEM | {"type": "order", "steps": ["a", "b", "c"]},
    ITEM_TYPES["match"]: ITEM
    | {"type": "match", "pairs": [{"left": "a", "right": "b"}, {"left": "c", "right": "d", "why": "e"}]},
    CARD_TYPES["concept"]: CARD | {"type": "concept"},
    CARD_TYPES["interview"]: CARD | {"type": "interview", "short": "So.", "points": ["a"]},
    ITEM_TYPES["cloze"]: ITEM | {"type": "cloze", "text": "A ==b==."},
    ITEM_TYPES["number"]: ITEM | {"type": "number", "answer": "-1.5", "within": "0.1", "unit": "nats"},
    CARD_TYPES["cloze"]: {"id": "a", "claims": ["T1"], "type": "cloze", "text": "A ==b==."},
    Mistake: {"value": "1e-3", "why": "a"},
    Head: {"title": "A", "minutes": "3"},
    Plan: {"title": "A", "days": "7", "plan": {"1": {"title": "A"}}, "planned": {"b": {"title": "B"}}},
    Claim: {"id": "T1", "says": "a", "evidence": "strong", "against": "b", "would_change_my_mind": "c"},
    Misconception: {"id": "a", "believes": "b", "cure": "c", "section": "d#e"},
    Term: {"id": "a", "term": "b", "means": "c"},
    Option: {"wrong": "a", "why": "b"},
    FollowUp: {"ask": "a", "answer": "b"},
    Objective: {"goal": "a"},
    Day: {"title": "a"},
    Planned: {"title": "a"},
}
ODD: tuple[Any, ...] = (
    *("", " ", "x", "X y", "-1", "0", "1.5", "1,5", "1e999", "9" * 5000, "nan", "true"),
    *([], [""], ["x"], [[]], [{}], [["x"]], {}, {"x": "y"}, {"1": "y"}, {"x y": {}}, {"title": []}),
)
"""All that YAML can give where something else was wanted: texts, lists and mappings."""
JARGON = re.compile(
    r"pydantic|should be|valid|instance|string|dictionary|literal|_type|_error|\bint\b|\bNone\b|unexpected"
    r"|tagged-union|body|\(function|\[key\]|Input"
)


FIELDS = [(model, name) for model in SOUND for name in (*model.model_fields, "colour")]


def test_every_type_is_tried() -> None:
    assert {*ITEM_TYPES.values(), *CARD_TYPES.values()} <= set(SOUND)


@pytest.mark.parametrize("model", SOUND, ids=lambda model: model.__name__)
def test_what_is_sound_becomes_a_record(model: type[BaseModel]) -> None:
    record, problems = validate(model, SOUND[model], LOC)
    assert problems == []
    assert isinstance(record, model)


@pytest.mark.parametrize(("model", "name"), FIELDS)
def test_whatever_is_written_is_taken_or_answered_in_our_words(model: type[BaseModel], name: str) -> None:
    for odd in ODD:
        record, problems = validate(model, SOUND[model] | {name: odd}, LOC)
        assert (record is None) is bool(problems)
        for problem in problems:
            said = problem.message + problem.cure
            assert problem.loc[: len(LOC)] == LOC
            assert "is not right:" not in said, "the table of sayings has no words for this"
            assert not JARGON.search(said.replace(str(odd)[:30], "")), said
            assert len(said) < 400, "no more than a line or two"


@pytest.mark.parametrize("model", SOUND, ids=lambda model: model.__name__)
@pytest.mark.parametrize("odd", [odd for odd in ODD if not isinstance(odd, dict)], ids=str)
def test_a_record_that_is_no_mapping_is_one_problem(model: type[BaseModel], odd: Any) -> None:
    _, problems = validate(model, odd, LOC)
    assert [(problem.loc, problem.code) for problem in problems] == [(LOC, "wrong-type")]
    assert not JARGON.search(problems[0].message + problems[0].cure)


@pytest.mark.parametrize("model", SOUND, ids=lambda model: model.__name__)
def test_each_missing_key_is_one_problem_that_names_it(model: type[BaseModel]) -> None:
    needed = {name for name, field in model.model_fields.items() if field.is_required()}
    value = {name: given for name, given in SOUND[model].items() if name not in needed}
    _, problems = validate(model, value, LOC)
    assert sorted(problem.message for problem in problems) == sorted(
        f"`{name}:` is missing here" for name in needed
    )


def test_a_problem_stands_at_the_authors_keys() -> None:
    value = ITEM | {
        "type": "choice",
        "options": [{"right": "a", "because": "b"}, {"wrong": ["b"], "why": "c"}],
    }
    _, problems = validate(Choice, value, LOC)
    assert [(problem.loc, problem.on_key) for problem in problems] == [
        ((*LOC, "options", 0, "because"), True),
        ((*LOC, "options", 1, "wrong"), False),
    ]


def test_a_wrong_key_of_a_mapping_stands_at_the_key() -> None:
    value = SOUND[Plan] | {"plan": {"one": {"title": "A"}}, "planned": {"B b": {"title": "B"}}}
    _, problems = validate(Plan, value, LOC)
    assert [(problem.loc, problem.on_key) for problem in problems] == [
        ((*LOC, "plan", "one"), True),
        ((*LOC, "planned", "B b"), True),
    ]


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (Pair, "`left: …` and `right: …`"),
        (Option, "`right: …`, or `wrong: …` and `why: …`"),
        (FollowUp, "`card: …`, or `ask: …` and `answer: …`"),
        (Head, "`title: …` and `minutes: …`"),
    ],
)
def test_what_is_no_record_is_told_the_keys_of_one(model: type[BaseModel], said: str) -> None:
    for value in ("x", ["x"], {"x y": "z"}, {"X": "z", "Y": "z"}):
        _, problems = validate(model, value, LOC)
        assert [problem.cure for problem in problems] == [
            f"Write its keys on lines of their own, as in {said}."
        ]


def test_a_record_with_a_key_that_is_nearly_known_is_told_all_that_is_wrong() -> None:
    _, problems = validate(Head, {"titel": "A", "x": "y"}, LOC)
    assert sorted(problem.code for problem in problems) == [*["missing-key"] * 2, *["unknown-key"] * 2]


@pytest.mark.parametrize(
    ("loc", "model"),
    [
        ((), Choice),
        (("options", 0), Option),
        (("options", 0, "why"), None),
        (("nothing",), Choice),
    ],
)
def test_the_record_at_a_place(loc: tuple[str | int, ...], model: type[BaseModel] | None) -> None:
    assert model_at(Choice, loc) is model


def test_the_record_at_a_place_inside_mappings_and_lists() -> None:
    assert model_at(Plan, ("plan", "1")) is Day
    assert model_at(Plan, ("planned", "x")) is Planned
    assert model_at(Head, ("objectives", 0)) is Objective
    assert model_at(CARD_TYPES["interview"], ("follow_ups", 2)) is FollowUp
