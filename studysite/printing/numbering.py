"""Page numbers in the text of a document that was laid out: written into its boxes, without another layout.

To lay out takes most of the time that a PDF takes, and a page number is known only afterwards. CSS has
`target-counter()` for that, for which WeasyPrint lays out most pages three times.
Here a document is laid out with numbers at least as wide as the right ones, and these then take their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TOLD = re.compile(r'(data-of="([^"]*)">)[^<]*')
LEFT_OPEN = 10
"""What stands for a number that is not known yet."""


def guessed(document: str, pages: int) -> str:
    """A document whose numbers are as wide as those of so many pages can be."""
    widest = "0" * digits(pages)
    return _TOLD.sub(lambda found: found[1] + ", ".join(widest for _ in found[2].split()), document)


def digits(pages: int) -> int:
    """How many digits have room where a document has so many pages."""
    return len(str(max(pages, LEFT_OPEN)))


def said(ids: str, places: Mapping[str, int]) -> str:
    """The pages of some ids, each once, and three or more in a row from the first to the last: `5, 12–14`."""
    pages = dict.fromkeys(places[id] for id in ids.split())
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def places(document: Any) -> dict[str, int]:
    """The page, from 1, on which each id begins."""
    numbered = list(enumerate(document.pages, 1))
    return {id: number for number, page in reversed(numbered) for id in page.anchors}


def renumber(document: Any) -> bool:
    """Write the right numbers into a document that has guesses. Returns False where one finds no room."""
    from weasyprint.text.line_break import create_layout, first_line_metrics

    known, all_fit = places(document), True
    for box in _numbers(document):
        text = said(box.element.get("data-of"), known)
        layout = create_layout(text, box.style, None, None, 0)
        line, resume = layout.get_first_line()
        width = first_line_metrics(line, text, layout, resume, True, box.style)[3]
        all_fit = all_fit and width < box.width + 0.01
        if "at-edge" in box.element.get("class", ""):
            box.position_x += box.width - width
        box.text, box.pango_layout, box.width = text, layout, width
    return all_fit


def _numbers(document: Any) -> Iterator[Any]:
    """Every box of text that holds page numbers."""
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):
            if hasattr(box, "pango_layout") and box.element is not None and box.element.get("data-of"):
                yield box
