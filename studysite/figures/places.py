"""Where in what an author wrote the figures stand that were found in what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from studysite.figures.blocks import Block
from studysite.markdown import Citation, Directive, Formula, Slot, TermLink
from studysite.pointing import Pointer, pointer_at

_NEAR = 4000
"""How many signs further the next figure is looked for by the words beside it."""
_BESIDE = 60
_BETWEEN = r"[\s*_=>|]+"
"""What may stand between two words that are read one after the other."""
_BLANK = "=="
"""What may stand within a figure: the number may be a blank, and its unit behind it not."""
_BEFORE, _BEHIND = re.compile(r"[^\W_]+(?=[\s|]+\Z)"), re.compile(r"[\s|]+([^\W_]+)")


class Seen(NamedTuple):
    """A figure as it is read, with the words before and behind it; '' where another sign stands there."""

    words: str
    before: str
    behind: str
    note: str = ""
    """The name of the footnote in whose text it stands."""

    @classmethod
    def of(cls, words: str, block: Block, at: int) -> Seen:
        """A figure that stands at a place of a block."""
        end = at + len(words)
        before = _BEFORE.search(block.words[max(0, at - _BESIDE) : at])
        behind = _BEHIND.match(block.words[end : end + _BESIDE])
        return cls(words, before[0] if before else "", behind[1] if behind else "", block.where.note)


def pointers(text: str, slots: Iterable[Slot], figures: Iterable[Seen]) -> Iterator[Pointer | None]:
    """Yield the pointer to each figure of a text in their order; None where nobody can tell its place.

    No figure stands in what became one of the text's slots.
    """
    bare = text
    for source in {
        slot.source for slot in slots if isinstance(slot, Citation | Directive | Formula | TermLink)
    }:
        bare = bare.replace(source, " " * len(source))
    at, note = 0, ""
    for figure in figures:
        if figure.note != note:
            note = figure.note
            at = max(0, text.find(f"[^{note}]:"))
        found = _find(bare, at, figure) or _find(bare, 0, figure)
        yield pointer_at(text, found.start("it"), found["it"]) if found else None
        at = found.end("it") if found else at


def _find(text: str, at: int, figure: Seen) -> re.Match[str] | None:
    """The next place of a figure, best between the words beside it."""
    signs = f"(?:{_BLANK})?".join(map(re.escape, figure.words)).replace("–", "(?:–|--)")
    alone = rf"(?<!\w)(?<!\d[.,])(?P<it>{signs})(?![\w%])"
    before = rf"\b{figure.before}{_BETWEEN}" if figure.before else ""
    behind = rf"{_BETWEEN}{figure.behind}\b" if figure.behind else ""
    for pattern in dict.fromkeys((before + alone + behind, before + alone, alone + behind)):
        found = re.compile(pattern).search(text, at, at + _NEAR)
        if found:
            return found
    return re.compile(alone).search(text, at)
