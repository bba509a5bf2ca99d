"""The order in which an item shows what an author wrote in another.

It hangs on a seed (the item's id) and the texts alone, so that two builds agree and a new entry in one
item moves nothing in another. Each entry keeps its position in the author's file beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from string import ascii_uppercase

from studysite.model.items.match import Match, Pair
from studysite.model.items.option import Option


def arranged(options: list[Option], seed: str, keep_order: bool) -> list[tuple[int, Option]]:
    """Options in the order in which they are shown."""
    shown = range(len(options)) if keep_order else _shuffled([option.text for option in options], seed)
    return [(position, options[position]) for position in shown]


def disordered(steps: list[str], seed: str) -> list[tuple[int, str]]:
    """Steps in an order that is not the right one."""
    shown = _shuffled(steps, seed)
    if shown == sorted(shown):
        shown = _turned(shown)
    return [(position, steps[position]) for position in shown]


def unmatched(item: Match, seed: str = "") -> tuple[list[tuple[int, Pair]], list[tuple[int, str]]]:
    """The pairs of an item by their left sides, and its choices, so that they do not lie side by side.

    Without a seed of its own it is arranged by the item's id.
    """
    seed = seed or item.id
    lefts = _shuffled([pair.left for pair in item.pairs], f"{seed} left")
    texts = item.choices
    rights = list(range(len(texts))) if item.keep_order else _shuffled(texts, seed)
    if rights[: len(lefts)] == lefts:
        lefts = _turned(lefts)
    return [(position, item.pairs[position]) for position in lefts], [(at, texts[at]) for at in rights]


def letter(index: int) -> str:
    """The name of a choice by where it is shown: A to Z, then AA, AB and so on."""
    more, last = divmod(index, len(ascii_uppercase))
    return (letter(more - 1) if more else "") + ascii_uppercase[last]


def _shuffled(texts: Sequence[str], seed: str) -> list[int]:
    """The positions of texts in the order of their hashes."""
    return sorted(range(len(texts)), key=lambda at: sha256(f"{seed}\n{texts[at]}".encode()).digest())


def _turned(positions: list[int]) -> list[int]:
    return [*positions[1:], positions[0]]
