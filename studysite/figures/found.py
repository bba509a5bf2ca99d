"""Finds the figures of a text, and what each rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studysite.figures.blocks import Block, blocks
from studysite.figures.numbers import numbers
from studysite.figures.places import Seen, pointers
from studysite.figures.sources import keys_at
from studysite.model import Course, Entity, Loc, texts
from studysite.model.items.number import Number
from studysite.passages import Passage
from studysite.pointing import Pointer

_INVENTED = re.compile(r"\(invented(?: [a-z]+)?\)")
"""How authors say that figures are their own: `(invented)`, `(invented figures)`."""
_DIGIT = re.compile(r"\d")
_UNTOLD = {"believes", "extra", "would_change_my_mind", "wrong"}
"""Keys of texts that tell no fact: what is wrong, and what might be."""


@dataclass(frozen=True, eq=False)
class Figure:
    """A number that a text tells as a fact."""

    block: Block
    at: int
    """Where in the words of its block it stands."""
    words: str
    keys: tuple[str, ...]
    """The keys of what it rests on; none where nothing says so."""

    @property
    def sentence(self) -> tuple[int, int]:
        """What it shares with the figures of its sentence, and with no other of its text."""
        return id(self.block), self.block.sentence(self.at)


def entries(course: Course) -> dict[Loc, Entity]:
    """Everything of a course that has an id, by the way to it."""
    shared = (*course.claims, *course.misconceptions, *course.terms)
    practice = (each for lesson in course.lessons for each in (*lesson.items, *lesson.cards))
    return {entity.loc: entity for entity in (*shared, *practice)}


def sources(entry: Entity | None) -> tuple[str, ...]:
    """The keys that an entry names as its sources."""
    return tuple(getattr(entry, "source", ()))


def figures(passage: Passage, entry: Entity | None) -> list[Figure]:
    """The figures of a text, which belongs to an entry or to none, as they stand in what became of it.

    Those of a question whose answer is worked out are its author's own, and so are those that are said to be
    invented, but where their sentence cites.
    """
    if isinstance(entry, Number) or _UNTOLD & {*passage.loc} or not _DIGIT.search(passage.text):
        return []
    text = blocks(passage.document)
    found = [(index, *each) for index, block in enumerate(text) for each in numbers(block.words)]
    invented = bool(found) and entry is not None and _is_invented(entry)
    return [
        Figure(text[index], at, words, keys_at(text, index, at) or sources(entry))
        for index, at, words in found
        if _is_cited(text[index], at) or not (invented or _INVENTED.search(text[index].words))
    ]


def _is_cited(block: Block, at: int) -> bool:
    return block.sentence(at) in block.cited


def _is_invented(entry: Entity) -> bool:
    return any(_INVENTED.search(text) for _, text, _ in texts(entry))


def places(passage: Passage, found: Sequence[Figure]) -> Iterator[Pointer | None]:
    """Yield the pointer to each of the figures of a text, in their order."""
    seen = (Seen.of(each.words, each.block, each.at) for each in found)
    return pointers(passage.text, passage.document.slots, seen)
