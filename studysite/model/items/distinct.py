"""Entries that a learner must be able to tell apart."""

from __future__ import annotations

from collections.abc import Iterable


def repeated(texts: Iterable[str]) -> tuple[int, int] | None:
    """The positions of the first text that reads like an earlier one, and of that one; None if all differ."""
    seen: dict[str, int] = {}
    for index, text in enumerate(texts):
        earlier = seen.setdefault(" ".join(text.split()), index)
        if earlier != index:
            return index, earlier
    return None
