"""Options stand in an order that looks like chance and is always the same."""

from studysite.arrangement import arranged
from studysite.model.items.option import Option


def options(*texts: str) -> list[Option]:
    return [Option(right=text) for text in texts]


def test_options_are_shuffled_the_same_way_each_time() -> None:
    given = options("a", "b", "c", "d", "e")
    assert arranged(given, "seed", False) == arranged(given, "seed", False)
    assert sorted(position for position, _ in arranged(given, "seed", False)) == [0, 1, 2, 3, 4]
    orders = {tuple(position for position, _ in arranged(given, str(seed), False)) for seed in range(50)}
    assert len(orders) > 30
    assert {order[0] for order in orders} == {0, 1, 2, 3, 4}


def test_options_may_keep_their_order() -> None:
    assert [position for position, _ in arranged(options("b", "a"), "seed", True)] == [0, 1]


def test_a_new_option_moves_no_two_others_past_each_other() -> None:
    before = [option.text for _, option in arranged(options("a", "b", "c", "d"), "seed", False)]
    after = [option.text for _, option in arranged(options("x", "a", "b", "c", "d"), "seed", False)]
    assert [text for text in after if text != "x"] == before
