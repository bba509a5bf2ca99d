"""Looks into a PDF: what it says of itself, where its text stands, how it is tagged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2


def squeezed(text: str) -> str:
    """A text without blanks and the hyphens at the ends of lines, which differ on paper."""
    return re.sub(r"[\s\u2010\u00ad\ufffe-]", "", text)


def untied(text: str) -> str:
    """A text with common spaces for those at which no line may break."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@dataclass(frozen=True)
class Line:
    """A line of text on a page, in points from the page's upper edge."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Pdf:
    """A PDF by two readers: one for what it is, one for what it shows."""

    def __init__(self, data: bytes) -> None:
        self.file: Any = pikepdf.open(BytesIO(data))
        self.shown = pypdfium2.PdfDocument(data)

    @cached_property
    def texts(self) -> list[str]:
        """The text of each page."""
        return [untied(page.get_textpage().get_text_range()).replace("\r\n", "\n") for page in self.shown]

    def lines(self, number: int) -> list[Line]:
        """The lines of a page, from its top."""
        page = self.shown[number]
        text, height = page.get_textpage(), page.get_height()
        found = []
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            words = untied(text.get_text_bounded(left, bottom, right, top)).strip()
            if words:
                found.append(Line(words, left, height - top, right, height - bottom))
        return sorted(found, key=lambda line: (round(line.bottom), line.left))

    def strays(self, margin: float) -> list[tuple[int, str]]:
        """The lines that come nearer to an edge of their page than so many points, with the page's number."""
        found = []
        for number, page in enumerate(self.shown):
            width, height = page.get_size()
            for line in self.lines(number):
                inside = line.left > margin and line.right < width - margin
                if not (inside and line.top > margin and line.bottom < height - margin):
                    found.append((number + 1, line.text))
        return found

    def tags(self) -> Iterator[Any]:
        """Every element of the tag tree, in reading order."""
        yield from _below(self.file.Root.StructTreeRoot)

    def tagged(self, name: str) -> list[Any]:
        """The elements of one kind."""
        return [tag for tag in self.tags() if f"/{name}" == tag.S]

    def links(self) -> Iterator[Any]:
        """Every link, on whatever page."""
        for page in self.file.pages:
            for note in page.get("/Annots", []):
                if note.Subtype == "/Link":
                    yield note

    def linked(self) -> Iterator[tuple[Any, str]]:
        """Every link within the document, with its words."""
        for page, shown in zip(self.file.pages, self.shown, strict=True):
            text = shown.get_textpage()
            for note in page.get("/Annots", []):
                if note.Subtype == "/Link" and "/Dest" in note:
                    yield note, untied(text.get_text_bounded(*map(float, note.Rect))).strip()

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number that is printed on the page of each place."""
        index = {page.objgen: number for number, page in enumerate(self.file.pages)}
        named = pikepdf.NameTree(self.file.Root.Names.Dests)
        return {str(name): index[place[0].objgen] + self.first for name, place in named.items()}

    @property
    def first(self) -> int:
        """The number of the first page, whether it is printed or not."""
        at, label = list(self.file.Root.PageLabels.Nums)[-2:]
        return int(label.St) - int(at)

    def places(self) -> set[str]:
        """The names of all places that links can lead to."""
        names = self.file.Root.get("/Names", {})
        return {str(name) for name in pikepdf.NameTree(names.Dests)} if "/Dests" in names else set()

    def fonts(self) -> Iterator[Any]:
        """Every font of every page."""
        for page in self.file.pages:
            yield from page.Resources.get("/Font", {}).values()

    def outline(self) -> list[str]:
        """The titles of the bookmarks."""
        with self.file.open_outline() as outline:
            return list(_titles(outline.root))


def _below(tag: Any) -> Iterator[Any]:
    children = tag.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _below(child)


def _titles(entries: Any) -> Iterator[str]:
    for entry in entries:
        yield untied(entry.title)
        yield from _titles(entry.children)
