"""Page numbers take the place of guesses: the right ones, without a gap, on as many lines as they need."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from weasyprint import HTML

from studysite.printing.numbering import guessed, renumber, said

PAGES = {"a": 5, "b": 12, "c": 13, "d": 14, "e": 40, "f": 41}
STYLE = """
@page { size: 400px 300px; margin: 20px }
body { margin: 0 }
h1 { break-before: page }
.leader::after { content: leader('.') }
"""


@pytest.mark.parametrize(
    ("ids", "pages"),
    [("b", "12"), ("a b a", "5, 12"), ("b c", "12, 13"), ("a b c d e f", "5, 12–14, 40, 41")],
)
def test_pages_are_said_once_and_rows_of_them_short(ids: str, pages: str) -> None:
    assert said(ids, PAGES) == pages


def laid_out(body: str, pages: int = 2) -> Iterator[Any]:
    """The boxes of text on the first page of a document with `pages` places, page-2 and so on."""
    places = "".join(f"<h1 id='page-{number}'>x</h1>" for number in range(2, pages + 1))
    document = HTML(string=guessed(f"<style>{STYLE}</style><body>{body}{places}", 1000)).render()
    assert renumber(document)
    boxes = document.pages[0]._page_box.descendants()
    return (box for box in boxes if getattr(box, "pango_layout", None) and box.text.strip())


def ends(boxes: Iterable[Any]) -> list[tuple[str, float, float]]:
    return [(box.text.strip(), box.position_x, box.position_x + box.width) for box in boxes]


def number(of: str, edge: str = "") -> str:
    return f'<span class="page-of{edge}" data-of="{of}"></span>'


def test_what_stands_behind_a_number_moves_up_to_it() -> None:
    before, page, after = ends(laid_out(f"<p>see page <a>{number('page-2')}</a>, and more"))
    assert page[0] == "2"
    assert before[2] == pytest.approx(page[1])
    assert page[2] == pytest.approx(after[1])


def test_what_stands_before_a_number_at_the_edge_moves_up_to_it() -> None:
    told = f"Key on page {number('page-2', ' at-edge')}"
    before, page = ends(laid_out(f"<p style='text-align: right'>{told}</p>"))
    assert before[2] == pytest.approx(page[1])
    assert page[2] == pytest.approx(380)


def test_the_dots_before_numbers_end_above_each_other() -> None:
    line = '<p>Tea<span class="leader"></span>{}</p>'
    body = line.format(number("page-2", " at-edge")) + line.format(number("page-10", " at-edge"))
    boxes = ends(laid_out(body, pages=10))
    numbers = [box for box in boxes if box[0].isdigit()]
    assert [box[2] for box in numbers] == pytest.approx([380, 380])
    dots = [max(box[2] for box in boxes[start:end] if box[0] == ".") for start, end in _lines(boxes)]
    assert dots[0] == pytest.approx(dots[1])


def _lines(boxes: list[tuple[str, float, float]]) -> list[tuple[int, int]]:
    second = [index for index, box in enumerate(boxes) if box[0] == "Tea"][1]
    return [(0, second), (second, len(boxes))]


def test_many_numbers_take_as_many_lines_as_they_need_and_none_is_lost() -> None:
    ids = " ".join(f"page-{number}" for number in range(2, 30, 2))
    boxes = ends(laid_out(f"<p style='width: 100px'>policy {number(ids)}</p>", pages=30))
    assert " ".join(text for text, _, _ in boxes[1:]) == ", ".join(map(str, range(2, 30, 2)))
    assert all(right < 121 for _, _, right in boxes)
