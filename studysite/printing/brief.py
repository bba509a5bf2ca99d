"""A document that has to go on so many pages, however much there is to say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any

from studysite.printing.fit import fitted, sizes
from studysite.printing.press import Sheets, lay_out, spill, written

MOST = 20_000
"""More letters than a page has room for in the smallest size, nearly twice as many."""


@dataclass(frozen=True, eq=False)
class Brief:
    """All that could stand in it, how many pages it has, and how large it is set where there is room."""

    sheets: Sheets
    pages: int
    largest: float

    @property
    def digest(self) -> bytes:
        """A digest of all that the PDF follows from."""
        return hashlib.sha256(self.sheets.digest + f"{self.pages} {self.largest}".encode()).digest()

    def pdf(self, title: str) -> bytes:
        """The PDF."""
        tried: dict[str, Any] = {}

        def too_many(text: str) -> int:
            tried[text] = lay_out(self.sheets, text)
            return spill(tried[text], self.pages)

        text = fitted(self.sheets.html, too_many, sizes(self.largest), self.pages * MOST)
        document = tried[text] if text in tried else lay_out(self.sheets, text)
        return written(document, title, self.digest)


def ranked(parts: Iterable[Sequence[Sequence[str]]]) -> dict[str, int]:
    """How soon each entry may go, the highest first: by its kind, then by its place in its list.

    `parts` have the keys of their entries by kind. What parts have of one kind takes turns, so that where
    little room is left each part has a little of it.
    """
    kinds = zip(*parts, strict=True)
    keys = chain.from_iterable(chain.from_iterable(zip_longest(*kind)) for kind in kinds)
    return {key: rank for rank, key in enumerate(dict.fromkeys(key for key in keys if key))}
