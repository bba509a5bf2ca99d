"""Finds the words in a file that a problem is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

_CODE = re.compile(
    r"^[ ]{0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ ]{0,3}(?P=fence)[ ]*$|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)

_VISIBLE = re.compile(r"(?:^[ ]{0,3}>[ >]*)?(?P<sign>\S)", re.MULTILINE)


@dataclass(frozen=True)
class Pointer:
    """The `nth` (from 0) place of `needle`, code left out, then of `inside` after it on its line.

    `shift` is how many characters further the caret stands, blanks not counted. `whole_line` wants
    nothing but blanks behind the needle on its line. `otherwise` is the needle where the first is not
    there.
    """

    needle: str
    nth: int = 0
    inside: str = ""
    shift: int = 0
    whole_line: bool = False
    otherwise: str = ""


def find(text: str, start: int, end: int, pointer: Pointer) -> int | None:
    """The offset that `pointer` means between `start` and `end`, or None where its words are not there."""
    places = _places(text, start, end, pointer.needle, pointer.whole_line)
    if not places:
        other = replace(pointer, needle=pointer.otherwise, otherwise="", shift=0)
        return find(text, start, end, other) if pointer.otherwise else None
    place = places[min(pointer.nth, len(places) - 1)]
    if pointer.inside:
        within = _pattern(pointer.inside).search(text, place, _line_end(text, place + len(pointer.needle)))
        place = within.start() if within else place
    return _shifted(text, place, pointer.shift)


def pointer_at(text: str, offset: int, words: str) -> Pointer:
    """The pointer to words that stand at an offset of a text, whatever else is like them there."""
    return Pointer(words, bisect_left(_places(text, 0, len(text), words, False), offset))


@lru_cache(maxsize=16)
def _places(text: str, start: int, end: int, needle: str, whole_line: bool) -> tuple[int, ...]:
    """Where a needle stands, outside code if it does anywhere; a rule asks for each of its places in turn."""
    found = tuple(match.start() for match in _pattern(needle, whole_line).finditer(text, start, end))
    code = _code(text, start, end) if len(found) > 1 else ()
    spans = [bisect_right(code, (at, len(text))) - 1 for at in found]
    outside = tuple(at for at, span in zip(found, spans, strict=True) if span < 0 or at >= code[span][1])
    return outside or found


@lru_cache(maxsize=16)
def _code(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """From where to where code stands, in order."""
    return tuple(match.span() for match in _CODE.finditer(text, start, end))


@lru_cache(maxsize=256)
def _pattern(words: str, whole_line: bool = False) -> re.Pattern[str]:
    """`words` with any white space between them, a quotation's marks in it, and no further letter after."""
    spaced = r"\s[\s>]*".join(re.escape(word) for word in words.split())
    if whole_line:
        return re.compile(spaced + r"[ \t]*$", re.MULTILINE)
    return re.compile(spaced + (r"(?![\w-])" if re.match(r"\w", words[-1:]) else ""))


def _shifted(text: str, offset: int, shift: int) -> int:
    """The offset `shift` visible characters further, a quotation's marks at the head of a line left out."""
    for match in _VISIBLE.finditer(text, offset):
        if shift == 0:
            return match.start("sign")
        shift -= 1
    return offset


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)
