"""The order in which items show what their authors wrote: the same each time, and never the answer."""

from typing import Any

import pytest

from studysite.arrangement import arranged, disordered, letter, unmatched
from studysite.model.items.match import Match
from studysite.model.items.option import Option

SEEDS = [str(seed) for seed in range(50)]


def options(*texts: str) -> list[Option]:
    return [Option(right=text) for text in texts]


def positions(shown: list[tuple[int, Any]]) -> tuple[int, ...]:
    return tuple(position for position, _ in shown)


def match(id: str = "seed", **more: Any) -> Match:
    pairs = [{"left": left, "right": left.upper()} for left in "abc"]
    given = {"id": id, "type": "match", "level": "apply", "claims": ["T1"], "stem": "Which?", "pairs": pairs}
    return Match.model_validate({**given, **more})


def test_options_are_shuffled_the_same_way_each_time() -> None:
    given = options("a", "b", "c", "d", "e")
    assert arranged(given, "seed", False) == arranged(given, "seed", False)
    assert sorted(positions(arranged(given, "seed", False))) == [0, 1, 2, 3, 4]
    orders = {positions(arranged(given, seed, False)) for seed in SEEDS}
    assert len(orders) > 30
    assert {order[0] for order in orders} == {0, 1, 2, 3, 4}


def test_options_may_keep_their_order() -> None:
    assert positions(arranged(options("b", "a"), "seed", True)) == (0, 1)


def test_a_new_option_moves_no_two_others_past_each_other() -> None:
    before = [option.text for _, option in arranged(options("a", "b", "c", "d"), "seed", False)]
    after = [option.text for _, option in arranged(options("x", "a", "b", "c", "d"), "seed", False)]
    assert [text for text in after if text != "x"] == before


def test_steps_are_shown_in_every_order_but_the_right_one() -> None:
    orders = {positions(disordered(["a", "b", "c"], seed)) for seed in SEEDS}
    assert orders == {(0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)}
    assert disordered(["a", "b", "c"], "1") == disordered(["a", "b", "c"], "1")
    assert [text for _, text in disordered(["a", "b", "c"], "1")] != ["a", "b", "c"]


def test_a_position_is_that_of_the_author() -> None:
    assert all("abc"[position] == step for position, step in disordered(["a", "b", "c"], "seed"))
    pairs, choices = unmatched(match(extra=["D"]))
    assert all("abc"[position] == pair.left for position, pair in pairs)
    assert all("ABCD"[position] == choice for position, choice in choices)


@pytest.mark.parametrize("more", [{}, {"keep_order": True}, {"extra": ["D"]}], ids=["", "kept", "extra"])
def test_pairs_never_lie_side_by_side(more: dict[str, Any]) -> None:
    for seed in SEEDS:
        pairs, choices = unmatched(match(seed, **more))
        assert sorted(positions(pairs)) == [0, 1, 2]
        assert positions(choices)[:3] != positions(pairs)


def test_choices_are_shuffled_and_distractors_among_them() -> None:
    orders = {positions(unmatched(match(seed, extra=["D"]))[1]) for seed in SEEDS}
    assert len(orders) > 15
    assert {order.index(3) for order in orders} == {0, 1, 2, 3}


def test_choices_may_keep_their_order_and_left_sides_do_not() -> None:
    shown = [unmatched(match(seed, extra=["D"], keep_order=True)) for seed in SEEDS]
    assert {positions(choices) for _, choices in shown} == {(0, 1, 2, 3)}
    assert len({positions(pairs) for pairs, _ in shown}) == 5


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA")])
def test_a_choice_is_named_by_a_letter(index: int, name: str) -> None:
    assert letter(index) == name
