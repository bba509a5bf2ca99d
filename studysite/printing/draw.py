"""Which questions an exam has, and in which order each of its forms asks them.

All of it follows from hashes of the seed and of ids, as in `arrangement`: the same seed gives the same paper,
and a new question in one section moves little in another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256

from studysite.arrangement import arranged, disordered, unmatched
from studysite.model import Item, Lesson
from studysite.model.items.choice import Choice
from studysite.model.items.match import Match
from studysite.model.items.multiple import Multiple
from studysite.model.items.order import Order
from studysite.render.lessons import Group, groups

FORMS = ("A", "B")
_LAST = ("short",)
"""The types that are asked last, since one writes longest on them."""
_TRIES = 32
"""So many seeds are tried for an order unlike the first form's; for two entries every other one gives it."""


def drawn(lessons: Iterable[Lesson], number: int, seed: str) -> list[Item]:
    """So many items of some lessons: each section gives its share, and within it the levels take turns."""
    shares = [pair for lesson in lessons for group in groups(lesson) for pair in _shares(lesson, group, seed)]
    return [item for _, item in sorted(shares, key=lambda pair: pair[0])[:number]]


def _shares(lesson: Lesson, group: Group, seed: str) -> Iterator[tuple[tuple[float, str], Item]]:
    """The items of a section, spread evenly from 0 to 1: what lies below a bound is a like share of each."""
    items = _by_hash((item for _, item in group.items), seed)
    section = group.section.id if group.section else ""
    start = int.from_bytes(_hash(seed, f"{lesson.slug}#{section}")[:6]) / 2**48
    for rank, item in enumerate(_taking_turns(items)):
        yield ((rank + start) / len(items), item.id), item


def _taking_turns(items: Sequence[Item]) -> list[Item]:
    """The first of each level, then the second of each, and so on."""
    met: Counter[str] = Counter()
    turns: dict[str, int] = {}
    for item in items:
        turns[item.id] = met[item.level]
        met[item.level] += 1
    return sorted(items, key=lambda item: turns[item.id])


def in_order(items: Iterable[Item], seed: str, form: str) -> list[Item]:
    """Items in the order of a form, those last on which one writes longest."""
    parts: dict[bool, list[Item]] = {False: [], True: []}
    for item in items:
        parts[item.type in _LAST].append(item)
    return [item for part in parts.values() for item in _in_form(part, seed, form)]


def _in_form(items: Sequence[Item], seed: str, form: str) -> list[Item]:
    def arrange(seed: str) -> list[Item]:
        return _by_hash(items, seed)

    return arrange(_unlike(arrange, seed, form))


def item_seed(item: Item, seed: str, form: str) -> str:
    """The seed by which a form shows the entries of an item: where it can, unlike the first form."""
    return _unlike(lambda seed: _shown(item, seed), f"{seed} {item.id}", form)


def _unlike(arrange: Callable[[str], object], seed: str, form: str) -> str:
    """The seed of the first form, or for another one a seed that arranges otherwise."""
    if form == FORMS[0]:
        return seed
    first = arrange(seed)
    others = [f"{seed} {form}{attempt}" for attempt in range(_TRIES)]
    return next((other for other in others if arrange(other) != first), seed)


def _shown(item: Item, seed: str) -> object:
    """The entries of an item as a seed shows them; None where nothing can be moved."""
    match item:
        case Choice() | Multiple():
            return arranged(item.options, seed, item.keep_order)
        case Order():
            return disordered(item.steps, seed)
        case Match():
            return unmatched(item, seed)
        case _:
            return None


def _by_hash(items: Iterable[Item], seed: str) -> list[Item]:
    return sorted(items, key=lambda item: _hash(seed, item.id))


def _hash(seed: str, name: str) -> bytes:
    return sha256(f"{seed}\n{name}".encode()).digest()
