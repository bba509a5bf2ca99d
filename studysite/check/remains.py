"""Looks through what is left as text in the texts of a part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from studysite.check.rule import Facts, numbered
from studysite.markdown import CLOSE, OPEN, TOKEN, written
from studysite.passages import Passage
from studysite.pointing import Pointer

_UNTOLD = re.compile(f"{OPEN}(?:\\d*{CLOSE})?|\x02[^\x02\x03]*\x03?")
"""Here stood what cannot be written again as its author wrote it: an escaped sign, code, a picture."""
_REACH = 200
_BEFORE = re.compile(r"(?:\S{1,40}\s+){0,4}\S{0,40}$")
_BEHIND = re.compile(r"^\S{0,40}(?!\S)(?:\s+\S{1,40}(?!\S)){0,4}")
"""The few words beside what was found that tell it from what looks like it."""


@dataclass(frozen=True)
class Left:
    """What a pattern found in the text that is left of a passage."""

    passage: Passage
    match: re.Match[str]

    @property
    def words(self) -> str:
        """What was found, as its author wrote it, up to what nobody can tell any more."""
        return _joined(_UNTOLD.split(self._written(self.match[0]))[0])

    @property
    def point(self) -> Pointer:
        """The place of what was found: between its neighbours, as `[[tea]` stands in every `[[tea]]` too."""
        line = self.match.string[self.match.end() : self.match.end() + _REACH].partition("\n")[0]
        before, found = self._before(), self._written(self.match[0])
        told = _UNTOLD.split(found)[0]
        is_end = told == found and not line.strip() and not told.endswith("|")
        if told == found:
            told += _matched(_BEHIND, _UNTOLD.split(self._written(line))[0])
        return Pointer(
            _joined(before + told),
            shift=len("".join(before.split())),
            whole_line=is_end and self.passage.is_lesson_text,
            otherwise=self.words.rstrip("|"),
        )

    def _before(self) -> str:
        text = self.match.string[max(0, self.match.start() - _REACH) : self.match.start()]
        return _matched(_BEFORE, _UNTOLD.split(self._written(text))[-1])

    def _written(self, text: str) -> str:
        slots = self.passage.document.slots
        return TOKEN.sub(lambda token: written(token[0], slots) or OPEN, text)


def left(facts: Facts, pattern: re.Pattern[str]) -> Iterator[tuple[Left, Pointer]]:
    """Yield what a pattern finds in what is left as text, with the pointer to it."""
    for passage in facts.passages:
        found = [
            Left(passage, match) for text in passage.document.remains for match in pattern.finditer(text)
        ]
        points = [each.point for each in found]
        alike = numbered(f"{point.needle}{point.whole_line}" for point in points)
        for each, point, (_, there) in zip(found, points, alike, strict=True):
            yield each, replace(point, nth=there.nth)


def _matched(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""


def _joined(text: str) -> str:
    return " ".join(text.split())
