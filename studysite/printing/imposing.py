"""Pages that stand on pages. It knows WeasyPrint, as the press does: import it where it is needed.

A text is laid out once, on pages of the size of its place. Whatever paper it comes to stand on, and whichever
way up, it is only drawn there: that is much sooner done, and what was found to fit stays as it was found.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any

from weasyprint.document import Page
from weasyprint.formatting_structure.boxes import ParentBox
from weasyprint.layout.absolute import AbsolutePlaceholder

from studysite.printing.fitting import Placed, Run
from studysite.printing.press import Sheets, lay_out, written

END = "--end"
"""What the id of a run has behind it where it ends."""
PER_MM = 96 / 25.4


def runs(sheets: Sheets) -> dict[str, Run]:
    """The runs of a document by their ids: each begins a page, and an empty block ends it."""
    document = lay_out(sheets, sheets.html)
    starts: dict[str, int] = {}
    ends: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(document.pages):
        for id, (_, y, *_) in page.anchors.items():
            starts.setdefault(id, number)
            ends[id.removesuffix(END)] = (number, y / PER_MM)
    return {
        id: Run(document.pages[starts[id] : end + 1], height, document)
        for id, (end, height) in ends.items()
        if id + END in starts
    }


def imposed(
    document: Any, placed: Mapping[str, Placed], turned: Set[str], title: str, digest: bytes
) -> bytes:
    """The PDF of a document that was laid out, with other pages in the places that bear their ids.

    A page on which one of the ids `turned` stands is turned upside down.
    """
    pages = [_Imposed(page, placed, not turned.isdisjoint(page.anchors)) for page in document.pages]
    return written(document.copy(pages), title, digest)


class _Imposed(Page):  # type: ignore[misc]
    """A page with others on it: drawn where their places are, and read there too."""

    def __init__(self, below: Any, placed: Mapping[str, Placed], is_turned: bool) -> None:
        self.__dict__.update(vars(below))
        self._below, self._is_turned = below, is_turned
        self._placed = {id: placed[id] for id in below.anchors if id in placed}
        self._page_box = _with(below._page_box, {id: on.page._page_box for id, on in self._placed.items()})
        self.anchors: dict[str, Any] = {}

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Draw the page, then what stands on it."""
        with stream.stacked():
            if self._is_turned:
                stream.transform(a=-1, d=-1, e=self.width * scale, f=self.height * scale)
            self._below.paint(stream, scale)
            for id, on in self._placed.items():
                x, y, *_ = self._below.anchors[id]
                with stream.stacked():
                    stream.transform(e=x * scale, f=(y + on.down * PER_MM) * scale)
                    on.page.paint(stream, scale)


def _with(box: Any, boxes: Mapping[str, Any]) -> Any:
    """A box in which others stand where their ids are: of this, what a PDF reads aloud is made."""
    box = box._box if isinstance(box, AbsolutePlaceholder) else box
    if not isinstance(box, ParentBox):
        return box
    here = boxes.get(box.element.get("id")) if box.element is not None else None
    children = [_with(each, boxes) for each in box.children] if here is None else [here]
    return box.copy_with_children(children)
