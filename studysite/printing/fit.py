"""What has to go on so many pages: set as large as it may be, and shortened where the smallest is too large.

Pure: HTML in, HTML out. Whether a text fits, somebody else finds out. In a document that can be fitted

- the first element's font size is the size of everything;
- `data-rank` says of an entry how soon it may go: the highest goes first;
- `data-kind` beside it says what it is, and `data-left` where the number of those that went is told;
- `data-group` goes when all entries in it went, `data-left-out` when none did.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import sqrt

from lxml import html

Spill = Callable[[str], int]
"""How many entries of a document are too many for its pages, by and large; 0 where it fits."""

STEP = 0.25
SMALLEST = 8.0
"""In points: what is smaller is read with a glass."""


def sizes(largest: float) -> list[float]:
    """The sizes in which a text may be set, in points, the largest first."""
    return [largest - STEP * step for step in range(int((largest - SMALLEST) / STEP) + 1)]


def fitted(document: str, spill: Spill, sizes: Sequence[float], most: int) -> str:
    """A document that fits: in the largest of some sizes in which it does, else in the last, shortened.

    `most` is how many letters can fit at all. To find out whether something fits takes long, so what cannot
    is not tried, and each guess is made of what the one before it showed.
    """
    ranks = _within(document, most)
    fails, fits = -1, len(sizes)
    at = 0 if len(ranks) == _entries(document) else len(sizes) - 1
    while fails + 1 < fits:
        too_many = spill(shortened(_sized(document, sizes[at]), ranks))
        if not too_many:
            fits, at = at, max(at - 1, fails + 1)
        else:
            guess = _guess(sizes, 1 - too_many / (len(ranks) + 1)) if at == 0 else at + 1
            fails, at = at, min(guess, fits - 1)
    if fits < len(sizes):
        return shortened(_sized(document, sizes[fits]), ranks)
    return _fewer(_sized(document, sizes[-1]), ranks, spill, too_many)


def _guess(sizes: Sequence[float], share: float) -> int:
    """Which of some sizes may do where a share of the text fits in the first: its area goes by the square."""
    ideal = sizes[0] * sqrt(max(share, 0))
    return max(1, bisect_left(sizes, -ideal, key=lambda size: -size))


def _fewer(document: str, ranks: Sequence[int], spill: Spill, too_many: int) -> str:
    """A document without those of some entries that are too many; without any, if not one has room."""
    fits, fails, step, again = 0, len(ranks), too_many, 0
    while fits + 1 < fails:
        half = (fits + fails) // 2 if fits else 1
        kept = max(half, fails - step) if too_many else min(fits + step, fails - 1)
        before, too_many = too_many, spill(shortened(document, ranks[:kept]))
        fits, fails = (fits, kept) if too_many else (kept, fails)
        again = again + 1 if bool(before) == bool(too_many) else 0
        step = max(too_many, 1) << again  # where the last steps were too small, this one is larger
    return shortened(document, ranks[:fits])


def _sized(document: str, size: float) -> str:
    tree = html.document_fromstring(document)
    tree.set("style", f"font-size: {size:g}pt")
    return _written(tree)


def _within(document: str, most: int) -> list[int]:
    """The ranks of those entries that have so many letters together, those first that go last."""
    entries = _with(html.document_fromstring(document), "data-rank")
    lengths = sorted((int(entry.get("data-rank", "")), _own(entry)) for entry in entries)
    totals = accumulate(length for _, length in lengths)
    return [rank for (rank, _), total in zip(lengths, totals, strict=True) if total <= most]


def _own(entry: html.HtmlElement) -> int:
    """How many letters an entry has besides those of the entries within it."""
    within = (each for each in _with(entry, "data-rank") if each is not entry)
    return len(entry.text_content()) - sum(map(_own, within))


def _entries(document: str) -> int:
    return len(_with(html.document_fromstring(document), "data-rank"))


def shortened(document: str, kept: Sequence[int]) -> str:
    """A document without the entries whose ranks are not among those kept, and with a word on what went."""
    tree, stay = html.document_fromstring(document), set(kept)
    gone = [entry for entry in _with(tree, "data-rank") if int(entry.get("data-rank", "")) not in stay]
    left = Counter(entry.get("data-kind", "") for entry in gone)
    for entry in gone:
        entry.drop_tree()
    for group in _with(tree, "data-group"):
        if not _with(group, "data-rank"):
            group.drop_tree()
    for told in _with(tree, "data-left"):
        number = left[told.get("data-left", "")]
        told.text = str(number)
        if not number:
            told.getparent().drop_tree()
    for note in () if left else _with(tree, "data-left-out"):
        note.drop_tree()
    return _written(tree)


def _with(tree: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    return [element for element in tree.iter() if element.get(name) is not None]


def _written(tree: html.HtmlElement) -> str:
    return str(html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>"))
