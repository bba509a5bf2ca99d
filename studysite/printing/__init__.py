"""Course -> PDFs. A new kind of document is one file here and one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from studysite.materials import Materials
from studysite.printing.cheatsheet import cheatsheets
from studysite.printing.cut import cuts
from studysite.printing.guide import guides
from studysite.printing.press import cannot_print
from studysite.printing.sheet import paper_sheet
from studysite.printing.stock import Stock
from studysite.printing.tomorrow import eves
from studysite.work import Work

KINDS: tuple[Callable[[Materials, Stock], Iterator[Work]], ...] = (guides, cheatsheets, eves, cuts)
"""Every kind of document, in the order in which the page of downloads has them."""


def prints(materials: Materials, fonts: Mapping[str, bytes]) -> Iterator[Work]:
    """Yield a work for each document; none while no lesson is written. `fonts` are files by name."""
    if materials.course.lessons:
        for works in KINDS:
            yield from works(materials, Stock(materials, fonts))


__all__ = ["cannot_print", "paper_sheet", "prints"]
