"""Where the sentences of a text end."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HOLES = "\ue000-\uf8ff"
"""Private signs: they stand where something was taken out of a text, as a citation behind a sentence."""
_END = re.compile(rf"[.!?][\"”’){_HOLES}]*(?=\s+(?:[\"“‘(*\[`]*[A-Z{_HOLES}]|\$))")
_SHORT = re.compile(r"(?:\b(?:e\.g|i\.e|cf|vs|al|etc|approx|Dr|Mr|Ms|St|No|Fig)|\b[A-Z])\.$")
"""What ends with a dot and ends no sentence."""
_LONGEST_SHORT = 8
_PAIRS = (("[", "]"), ("(", ")"), ("{", "}"))


def ends(text: str) -> Iterator[int]:
    """Yield where a sentence of a text ends that has another behind it."""
    for end in _END.finditer(text):
        if not _SHORT.search(text, max(0, end.start() - _LONGEST_SHORT), end.end()):
            yield end.end()


def first_sentence(text: str) -> str:
    """The first sentence of a Markdown text, or all of it where none ends within its first paragraph."""
    paragraph = text.partition("\n\n")[0]
    wholes = (paragraph[:end] for end in ends(paragraph) if _is_whole(paragraph[:end]))
    return next(wholes, paragraph)


def _is_whole(said: str) -> bool:
    """Whether no formula, no code, no link and no bracket is left open."""
    even = all(said.count(sign) % 2 == 0 for sign in ("$", "`", "**"))
    return even and all(said.count(opens) == said.count(closes) for opens, closes in _PAIRS)
