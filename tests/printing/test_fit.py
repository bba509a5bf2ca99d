"""What has to go on so many pages: the largest size that does, and what goes where none does."""

from collections.abc import Sequence

import pytest
from lxml import html

from studysite.printing.brief import ranked
from studysite.printing.fit import SMALLEST, fitted, shortened, sizes

SIZES = [10.0, 9.5, 9.0, 8.5, 8.0, 7.5]


def document(lengths: Sequence[int]) -> str:
    """A document with an entry for each length, the last of which goes first."""
    entries = (f"<p data-rank='{n}' data-kind='word'>{'x' * some}</p>" for n, some in enumerate(lengths))
    told = "".join(f"<i><b data-left='{kind}'></b> {kind}s</i>" for kind in ("word", "sign"))
    left = f"<p data-left-out>Left: {told}</p>"
    return f"<body><div data-group>{''.join(entries)}</div>{left}"


def text(document: str) -> str:
    root = html.document_fromstring(document)
    assert isinstance(root, html.HtmlElement)
    return str(root.text_content())


class Page:
    """A page that has room for so many letters of 10 points; it counts how often it was asked."""

    def __init__(self, room: int) -> None:
        self.room, self.asked = room, 0

    def spill(self, document: str) -> int:
        self.asked += 1
        tree = html.document_fromstring(document)
        size = float((tree.get("style") or "").removeprefix("font-size: ").removesuffix("pt"))
        left, over = self.room / (size / 10) ** 2, 0
        for entry in tree.iter("p"):
            left -= (entry.text or "").count("x")
            over += left < 0 and entry.get("data-rank") is not None
        return over

    def fitted(self, document: str) -> str:
        return fitted(document, self.spill, SIZES, most=4 * self.room)


@pytest.mark.parametrize(
    ("letters", "size"), [(50, 10), (100, 10), (101, 9.5), (120, 9), (150, 8), (177, 7.5)]
)
def test_it_is_set_in_the_largest_size_that_fits_and_whole(letters: int, size: float) -> None:
    page = Page(100)
    made = page.fitted(document([1] * letters))
    assert f"font-size: {size:g}pt" in made
    assert (text(made).count("x"), "Left" in text(made)) == (letters, False)
    assert page.asked <= 4


def test_what_stands_in_another_entry_counts_once() -> None:
    page = Page(100)
    inner = (f"<div data-rank='{n}'><p data-rank='{50 + n}'>xxx</p></div>" for n in range(50))
    made = fitted(f"<body>{''.join(inner)}", page.spill, SIZES, most=200)
    assert "font-size: 8pt" in made
    assert text(made).count("x") == 150


@pytest.mark.parametrize("lengths", [[1] * 178, [1] * 5000, [5] * 40, [1, 300, 1], [90, 80, 70], [7, 1] * 40])
def test_what_goes_last_stays_where_the_smallest_size_is_too_large(lengths: list[int]) -> None:
    page = Page(100)
    made = text(page.fitted(document(lengths)))
    stay = next(n for n in range(len(lengths)) if sum(lengths[: n + 1]) > 177)
    assert made.count("x") == sum(lengths[:stay])
    assert made.endswith(f"Left: {len(lengths) - stay} words"), "and nothing of signs, of which none went"
    assert page.asked <= 9


def test_where_not_even_the_first_entry_fits_the_rest_of_the_document_is_left() -> None:
    made = Page(100).fitted(document([200, 1]))
    assert text(made).split() == ["Left:", "2", "words"]
    assert "data-group" not in made


def test_nothing_is_said_of_what_is_left_out_where_nothing_is() -> None:
    assert "Left" not in text(shortened(document([1, 1]), [0, 1]))


def test_no_size_is_below_the_smallest() -> None:
    assert (sizes(9)[0], sizes(9)[-1]) == (9, SMALLEST)
    assert sizes(9) == sorted(sizes(9), reverse=True)


def test_kinds_go_one_after_the_other_and_lessons_take_turns_in_them() -> None:
    parts = [[["claim a", "claim b"], ["term a"]], [["claim c"], ["term b", "term a", "term c"]]]
    assert list(ranked(parts)) == ["claim a", "claim c", "claim b", "term a", "term b", "term c"]
