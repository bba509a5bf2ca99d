"""In which order a learner sees the options of an item."""

from __future__ import annotations

from hashlib import sha256

from studysite.model.items.option import Option


def arranged(options: list[Option], seed: str, keep_order: bool) -> list[tuple[int, Option]]:
    """Options with their positions in the author's file, in the order in which they are shown.

    The order hangs on `seed` (the item's id) and the options' texts alone, so that two builds agree
    and a new option in one item moves nothing in another.
    """
    numbered = list(enumerate(options))
    if keep_order:
        return numbered
    return sorted(numbered, key=lambda pair: sha256(f"{seed}\n{pair[1].text}".encode()).digest())
