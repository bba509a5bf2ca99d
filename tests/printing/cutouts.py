"""Sheets of cards to cut out, for the tests to look at: what stands where, and in which order it is read."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from studysite.printing.cutsize import Format

MM = 72 / 25.4
"""Points."""


@dataclass(frozen=True)
class Sign:
    """A letter on paper, in millimetres from the top left; its size in points."""

    sign: str
    left: float
    top: float
    right: float
    bottom: float
    points: float

    @property
    def is_drawn(self) -> bool:
        return not self.sign.isspace() and self.right > self.left


@dataclass
class Face:
    """What stands in the place of one card on a page."""

    page: int
    column: int
    row: int
    signs: list[Sign]

    @property
    def text(self) -> str:
        return " ".join("".join(each.sign for each in self.signs).replace("\x02", "-").split())

    def box(self, format: Format) -> tuple[float, float, float, float]:
        left = format.left + self.column * format.size.width
        top = format.top + self.row * format.size.height
        return left, top, left + format.size.width, top + format.size.height


def _signs(page: pypdfium2.PdfPage) -> Iterator[Sign]:
    text, height = page.get_textpage(), page.get_height()
    for at in range(text.count_chars()):
        left, bottom, right, top = (each / MM for each in text.get_charbox(at))
        points = raw.FPDFText_GetFontSize(text, at) * 0.75
        sign = chr(raw.FPDFText_GetUnicode(text, at))
        yield Sign(sign, left, height / MM - top, right, height / MM - bottom, points)


def cut_out(data: bytes, format: Format) -> Iterator[Face]:
    """Yield every card of every page; what stands beside the cards has the column and the row -1."""
    document = pypdfium2.PdfDocument(data)
    for number in range(len(document)):
        found: dict[tuple[int, int], Face] = {}
        at = -1, -1
        for sign in _signs(document[number]):
            if sign.is_drawn:
                at = _place(sign, format)
            found.setdefault(at, Face(number, *at, [])).signs.append(sign)
        yield from found.values()


def _place(sign: Sign, format: Format) -> tuple[int, int]:
    column = ((sign.left + sign.right) / 2 - format.left) // format.size.width
    row = ((sign.top + sign.bottom) / 2 - format.top) // format.size.height
    inside = 0 <= column < format.columns and 0 <= row < format.rows
    return (int(column), int(row)) if inside else (-1, -1)


def read_aloud(page: pypdfium2.PdfPage) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each heading and paragraph, in the order of the tags."""
    texts: dict[int, str] = {}
    text_page = page.get_textpage()
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        number = raw.FPDFPageObj_GetMarkedContentID(each)
        texts[number] = texts.get(number, "") + _text(partial(_text_of, each, text_page))
    tree = raw.FPDF_StructTree_GetForPage(page)
    for at in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from _read(raw.FPDF_StructTree_GetChildAtIndex(tree, at), texts)


def _text_of(each: Any, text_page: Any, to: Any, room: int) -> None:
    raw.FPDFTextObj_GetText(each, text_page, ctypes.cast(to, ctypes.POINTER(ctypes.c_ushort)), room // 2)


def _read(element: Any, texts: dict[int, str]) -> Iterator[tuple[str, str]]:
    kind = _text(lambda to, room: raw.FPDF_StructElement_GetType(element, to, room))
    if kind in ("H1", "H2", "H3", "P"):
        yield kind, " ".join("".join(texts[number] for number in _marked(element)).split())
    else:
        for child in _children(element):
            yield from _read(child, texts)


def _marked(element: Any) -> Iterator[int]:
    for at in range(raw.FPDF_StructElement_CountChildren(element)):
        number = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
        if number >= 0:
            yield number
    for child in _children(element):
        yield from _marked(child)


def _children(element: Any) -> Iterator[Any]:
    for at in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
        if child:
            yield child


def _text(fill: Callable[[Any, int], object]) -> str:
    """What a function of pdfium writes in UTF-16 and ends with a zero."""
    room = ctypes.create_string_buffer(4096)
    fill(room, 4096)
    return room.raw.decode("utf-16-le").split("\0", 1)[0]
