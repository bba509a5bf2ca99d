"""Looks through what is left as text in the texts of a part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from studysite.check.rule import Facts, numbered
from studysite.markdown import OPEN, TOKEN, written
from studysite.passages import Passage
from studysite.pointing import Pointer

_UNTOLD = re.compile(f"[\x02{OPEN}]")
"""Here stood what cannot be written again as its author wrote it: an escaped sign, code, a picture."""
_NEAR = 4
"""Words before what was found that tell it from what looks like it."""


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
        before, behind = self._before(), self.match.string[self.match.end() :].partition("\n")[0]
        whole = self._written(self.match[0] + behind)
        told = _UNTOLD.split(whole)[0]
        is_end = told == whole and not behind.strip() and not told.endswith("|")
        return Pointer(
            _joined(before + told),
            shift=len("".join(before.split())),
            whole_line=is_end and self.passage.is_lesson_text,
            otherwise=self.words.rstrip("|"),
        )

    def _before(self) -> str:
        text = self.match.string[max(0, self.match.start() - 200) : self.match.start()]
        told = _UNTOLD.split(self._written(text))[-1]
        return "".join(re.findall(r"\s*\S+\s*", told)[-_NEAR:])

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
        for each, point, (_, there) in zip(
            found, points, numbered(point.needle for point in points), strict=True
        ):
            yield each, replace(point, nth=there.nth)


def _joined(text: str) -> str:
    return " ".join(text.split())
