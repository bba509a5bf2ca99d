"""PDFs for the tests to look through: what they are set in, and what stands on their pages."""

from collections.abc import Iterator
from functools import cache

import pypdfium2

from studysite import webbuild
from studysite.materials import Materials
from studysite.printing.paper import A4, Paper
from studysite.printing.press import Sheets
from studysite.printing.stock import Stock
from tests.projects import ROOT


@cache
def fonts() -> dict[str, bytes]:
    return webbuild.for_print(ROOT)


def sheets(materials: Materials, text: str, paper: Paper = A4) -> Sheets:
    return Sheets(text, Stock(materials, fonts()).files(text, paper))


def pages(data: bytes) -> list[str]:
    """The text of each page of a PDF, in lines."""
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in _pages(data)]


def strays(data: bytes, margin: float) -> list[str]:
    """The signs that stand outside a page, or nearer than `margin` points to its edge."""
    found = []
    for page in _pages(data):
        width, height = page.get_size()
        text = page.get_textpage()
        for at in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(at)
            sign = text.get_text_range(at, 1)
            inside = (
                margin <= left and right <= width - margin and margin <= bottom and top <= height - margin
            )
            if sign.strip() and not inside:
                found.append(sign)
    return found


def _pages(data: bytes) -> Iterator[pypdfium2.PdfPage]:
    document = pypdfium2.PdfDocument(data)
    yield from (document[number] for number in range(len(document)))
