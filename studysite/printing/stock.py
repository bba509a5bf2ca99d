"""What print takes along: faces, style sheets, and the pictures that a text names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import ClassVar

from lxml import etree

from studysite.drawing import standing
from studysite.materials import Materials
from studysite.printing.paper import Paper
from studysite.printing.sheet import PAPER, paper_sheet
from studysite.targets import on_site

_SOURCE = re.compile(r'<img\b[^>]*?\bsrc="([^"]+)"')
_SHEET = re.compile(r'<link\b[^>]*?\bhref="([^"]+\.css)"')
PAGE = "page.css"
"""The style sheet of the paper, whichever it is."""


@dataclass(frozen=True)
class Stock:
    """The fonts by name, and the materials that have the pictures."""

    materials: Materials
    fonts: Mapping[str, bytes]

    SHEETS: ClassVar[tuple[str, ...]] = ("faces.css", "book.css", PAGE)

    def files(self, text: str, paper: Paper) -> dict[str, bytes]:
        """All that a document on this paper names."""
        sheets = files("studysite") / "templates/print/css"
        named = set(_SOURCE.findall(text))
        pictures = {each.name: each.svg.encode() for each in self.materials.pictures.values()}
        pictures |= {on_site(path): data for path, data in self.materials.images.items()}
        style = (sheets / "drawing.css").read_text("utf-8")
        for path, drawing in self.materials.drawings.items():
            if on_site(path) in named:
                pictures[on_site(path)] = etree.tostring(standing(drawing, style))
        return {
            **self.fonts,
            **{name: (sheets / name).read_bytes() for name in _SHEET.findall(text) if name != PAGE},
            PAGE: (sheets / f"{paper.name}.css").read_bytes(),
            PAPER: paper_sheet(),
            **{name: data for name, data in pictures.items() if name in named},
        }
