"""Names with hyphens, as `Llama-2-7B` and `best-of-n`: no line parts them."""

from __future__ import annotations

import re
from collections.abc import Callable

NAME = re.compile(r"\w+(?:-\w+)+")
_LONGEST = 20
"""A longer name would leave too large a hole in the line before it."""
_WORDS = re.compile(rf"<(code|pre)\b.*?</\1>|<[^>]*>|(?P<word>{NAME.pattern})", re.DOTALL)


def is_name(word: str) -> bool:
    """Whether a word with hyphens is short, and none that one may part, as in `fine-tuning`."""
    return len(word) <= _LONGEST and any(
        len(part) < 3 or any(sign.isdigit() or sign.isupper() for sign in part[1:])
        for part in word.split("-")
    )


def hold_names(html: str, whole: Callable[[str], str]) -> str:
    """HTML with each name of its text, but for code, in what `whole` makes of it."""

    def hold(found: re.Match[str]) -> str:
        return whole(found[0]) if found["word"] and is_name(found["word"]) else found[0]

    return _WORDS.sub(hold, html)
