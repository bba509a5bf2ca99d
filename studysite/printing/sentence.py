"""The first sentence of a text."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?][\"”’)]*(?=\s+(?:[\"“‘(*\[`]*[A-Z]|\$))")
_SHORT = re.compile(r"(?:\b(?:e\.g|i\.e|cf|vs|al|etc|approx|Dr|Mr|Ms|St|No|Fig)|\b[A-Z])\.$")
"""What ends with a dot and ends no sentence."""
_PAIRS = (("[", "]"), ("(", ")"), ("{", "}"))


def first_sentence(text: str) -> str:
    """The first sentence of a Markdown text, or all of it where none ends within its first paragraph."""
    paragraph = text.partition("\n\n")[0]
    for end in _END.finditer(paragraph):
        said = paragraph[: end.end()]
        if not _SHORT.search(said) and _is_whole(said):
            return said
    return paragraph


def _is_whole(said: str) -> bool:
    """Whether no formula, no code, no link and no bracket is left open."""
    even = all(said.count(sign) % 2 == 0 for sign in ("$", "`", "**"))
    return even and all(said.count(opens) == said.count(closes) for opens, closes in _PAIRS)
