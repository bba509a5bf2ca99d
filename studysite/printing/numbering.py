"""Page numbers in the text of a document that was laid out: written into its boxes, without another layout.

To lay out takes most of the time that a PDF takes, and a page number is known only afterwards. CSS has
`target-counter()` for that, for which WeasyPrint lays out most pages three times.
Here a document is laid out with numbers at least as wide as the right ones, and these then take their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
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
    from weasyprint.formatting_structure.boxes import LineBox

    boxes = [box for page in document.pages for box in page._page_box.descendants(placeholders=True)]
    texts = _texts([box for box in boxes if _is_number(box)], places(document))
    spares = [spare for box in boxes if isinstance(box, LineBox) for spare in _write(box, texts)]
    return all(spare > -0.01 for spare in spares)


Texts = Mapping[int, str]
"""What is to stand in the boxes of numbers, by their ids."""


def _texts(numbers: Iterable[Any], known: Mapping[str, int]) -> Texts:
    """What is to stand in each box. Many numbers may take several lines, the last of which may stay empty."""
    found = {}
    for _, boxes in groupby(numbers, key=lambda box: box.element):
        *before, last = boxes
        words = said(last.element.get("data-of"), known).split(" ")
        for box in before:
            widths = (_measured(box, " ".join(words[:count]))[1] for count in range(1, len(words) + 1))
            here = sum(width < box.width + 0.01 for width in widths)
            found[id(box)] = " ".join(words[:here])
            words = words[here:]
        found[id(last)] = " ".join(words)
    return found


def _write(line: Any, texts: Texts) -> list[float]:
    """Write the numbers of a line, and leave no gap beside them. Returns by how much each is narrower."""
    parts = list(_parts(line))
    numbers = [part for part in parts if _is_number(part)]
    if not numbers:
        return []
    if any(part.is_leader for part in parts):
        return [_stay(number, _say(number, texts)) for number in numbers]
    spares = _close(line, texts)
    if "at-edge" in numbers[-1].element.get("class", ""):
        _move(line.children, sum(spares))
    return spares


def _close(box: Any, texts: Texts) -> list[float]:
    """Write the numbers of a line or of a part of it; what stands behind one moves up to it."""
    spares: list[float] = []
    for part in box.children:
        _move([part], -sum(spares))
        if _is_number(part):
            spares.append(_say(part, texts))
        elif _is_inline(part):
            within = _close(part, texts)
            part.width -= sum(within)
            spares += within
    return spares


def _say(number: Any, texts: Texts) -> float:
    """Write a number. Returns how much narrower it is than the guess."""
    text, before = texts[id(number)], number.width
    number.text = text
    number.pango_layout, number.width = _measured(number, text)
    return float(before - number.width)


def _measured(number: Any, text: str) -> tuple[Any, float]:
    """A text as it would stand in the box of a number, and its width."""
    from weasyprint.text.line_break import create_layout, first_line_metrics

    layout = create_layout(text, number.style, None, None, 0)
    line, resume = layout.get_first_line()
    return layout, first_line_metrics(line, text, layout, resume, True, number.style)[3] if text else 0.0


def _stay(number: Any, spare: float) -> float:
    """Keep a number at the edge to which its leader leads."""
    number.translate(spare)
    return spare


def _move(parts: Iterable[Any], by: float) -> None:
    for part in parts:
        if part.is_in_normal_flow():
            part.translate(by)


def _parts(box: Any) -> Iterator[Any]:
    """Every box of a line but for what stands in a block of its own."""
    for part in box.children:
        yield part
        if _is_inline(part):
            yield from _parts(part)


def _is_number(box: Any) -> bool:
    return hasattr(box, "pango_layout") and box.element is not None and bool(box.element.get("data-of"))


def _is_inline(box: Any) -> bool:
    from weasyprint.formatting_structure.boxes import InlineBox

    return isinstance(box, InlineBox)
