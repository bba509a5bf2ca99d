"""What is found only over many questions: keys that prefer a place, rules that a guesser passes by."""

import pytest

from studysite.check.bank import NAMED, SMALLEST, balanced_keys, hard_to_guess
from studysite.check.stems import MOST, distinct_stems
from studysite.layout import PLAN
from studysite.model import Course, Head, Item, Lesson
from studysite.model.items.choice import Choice
from studysite.model.items.short import Short
from tests.parts import survey_of

WORDS = ("a pot", "a cup", "a pan", "a jug")


def choices(number: int, *texts: str, key: int = 0, keep_order: bool = False) -> list[Item]:
    """Choices with the same options, whose right one is the `key`-th in the file."""
    options = [
        {"right": text} if at == key else {"wrong": text, "why": "No."} for at, text in enumerate(texts)
    ]
    shared = {"type": "choice", "level": "apply", "claims": ["T1"], "stem": "Which?", "options": options}
    return [
        Choice.model_validate({**shared, "id": f"item-{at}", "keep_order": keep_order})
        for at in range(number)
    ]


def course_of(items: list[Item]) -> Course:
    head = Head.model_validate({"title": "Tea", "minutes": 1})
    lesson = Lesson(slug="tea", folder="content/lessons/tea", head=head, text="", items=tuple(items))
    plan = {"title": "T", "days": 1, "plan": {1: {"title": "Tea", "lessons": ["tea"]}}}
    return Course.model_validate({"plan": plan}).model_copy(update={"lessons": (lesson,)})


@pytest.mark.parametrize(("key", "name"), [(0, "first"), (2, "third")])
def test_keys_that_stand_in_one_place_are_warned_of(key: int, name: str) -> None:
    (problem,) = balanced_keys(survey_of(course_of(choices(SMALLEST, *WORDS[:3], key=key, keep_order=True))))
    assert (problem.code, problem.loc) == ("unbalanced-keys", (PLAN,))
    assert f"the {name} option is the right one in 30 of 30 choices, where 10 are" in problem.message


def test_shuffled_keys_are_judged_as_they_are_shown() -> None:
    assert list(balanced_keys(survey_of(course_of(choices(120, *WORDS, key=0))))) == []


def test_a_small_bank_is_left_in_peace() -> None:
    course = course_of(choices(SMALLEST - 1, "much longer than all", "b", keep_order=True))
    assert list(balanced_keys(survey_of(course))) == []
    assert list(hard_to_guess(survey_of(course))) == []


def test_a_bank_that_a_guesser_passes_names_what_gives_it_away() -> None:
    fair = choices(20, *WORDS[:3])
    longer = [
        item.model_copy(update={"id": f"long-{at}"})
        for at, item in enumerate(choices(10, "a pot with a lid", "a cup", "a pan"))
    ]
    found = list(hard_to_guess(survey_of(course_of([*fair, *longer]))))
    (problem,) = (each for each in found if "goes by the longest option" in each.message)
    assert (problem.code, problem.loc) == ("guessable", (PLAN,))
    assert "56% of 30 questions, where chance gives 33%" in problem.message
    named = [f"long-{at}" for at in range(NAMED)]
    assert problem.message.endswith(f": {', '.join(named)} and 2 more")


def test_a_fair_bank_is_not_warned_of() -> None:
    assert list(hard_to_guess(survey_of(course_of(choices(300, *WORDS[:3]))))) == []


def test_a_stem_that_the_whole_bank_shares_costs_no_more_than_its_length() -> None:
    """Each stem is held against a few before it, so that a bank of one stem takes no square of its size."""
    shared = {"type": "short", "level": "apply", "claims": ["T1"], "stem": "Why does it boil?"}
    items: list[Item] = [
        Short.model_validate({**shared, "id": f"item-{at}", "answer": "So.", "points": ["a"]})
        for at in range(5 * MOST)
    ]
    found = list(distinct_stems(survey_of(course_of(items))))
    assert len(found) == len(items) - 1
    assert {problem.message for problem in found} == {"this stem is nearly that of `item-0` ({there})"}
