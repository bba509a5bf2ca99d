"""How a side of a card comes to its size, with a press that counts letters."""

from collections.abc import Sequence
from math import ceil

import pytest

from studysite.printing.cutsize import FORMATS, Size
from studysite.printing.fitting import Draft, Fit, Run, Side, fitted

SIZE = Size(85, 55, 5, 4.5, question=12, fact=10, answer=9, easy=8, least=7)
FULL = 1000
"""So many letters fill a card in a size of one point."""


class Press:
    """Takes more pages the more letters there are, and the larger."""

    def __init__(self) -> None:
        self.layouts: list[list[Draft]] = []

    def __call__(self, drafts: Sequence[Draft]) -> dict[str, Run]:
        self.layouts.append(list(drafts))
        return {
            draft.id: Run(range(ceil(len(draft.text) * draft.points / FULL)), 0, None) for draft in drafts
        }


def fit(*ways: str, points: float = 10) -> Fit:
    (found,) = fitted([Side("fact", ways, points)], SIZE, Press())
    return found


def test_what_fits_stays_as_it_is() -> None:
    assert fit("x" * 100).draft.points == 10


def test_what_is_long_is_made_as_small_as_it_needs_and_no_smaller() -> None:
    assert [fit("x" * long).draft.points for long in (101, 106, 118, 142)] == [9.5, 9, 8, 7]


@pytest.mark.parametrize(
    ("long", "cards", "points"), [(143, 2, 10), (210, 2, 9.5), (300, 3, 10), (1001, 8, 7.5)]
)
def test_what_does_not_fit_in_the_least_goes_on_on_as_few_cards_as_can_be(
    long: int, cards: int, points: float
) -> None:
    found = fit("x" * long)
    assert (len(found.run.pages), found.draft.points) == (cards, points)


def test_the_fullest_way_is_taken_that_can_be_read_with_ease() -> None:
    assert fit("f" * 100, "c" * 10).draft.text == "f" * 100
    assert fit("f" * 125, "c" * 10).draft.points == 8
    assert fit("f" * 126, "c" * 10).draft.text == "c" * 10
    assert fit("f" * 900, "f" * 120, "c" * 10).draft.text == "f" * 120


def test_only_the_last_way_is_made_smaller_than_that() -> None:
    found = fit("f" * 140, "c" * 135)
    assert (found.draft.text, found.draft.points) == ("c" * 135, 7)


def test_two_layouts_settle_a_deck() -> None:
    press = Press()
    sides = [Side("fact", ("x" * long,), 10) for long in range(50, 400, 7)]
    assert len(fitted(sides, SIZE, press)) == len(sides)
    assert len(press.layouts) == 2
    assert len(press.layouts[0]) == len(sides)


def test_what_cannot_fit_by_far_is_not_tried() -> None:
    press = Press()
    fitted([Side("answer", ("x" * 5000, "y"), 9)], SIZE, press)
    assert [draft.text for layout in press.layouts for draft in layout] == ["y"]


@pytest.mark.parametrize("format", FORMATS, ids=lambda each: each.variant)
def test_every_format_begins_at_a_size_that_there_is_and_has_room_to_shrink(format: object) -> None:
    size = format.size  # type: ignore[attr-defined]
    assert size.question > size.fact > size.answer >= size.easy > size.least
