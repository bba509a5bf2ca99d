"""Stems ask for what is so, and each asks something of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from zlib import crc32

from studysite.check.rule import Question, Survey
from studysite.cues import optioned, shown
from studysite.diagnostics import Problem
from studysite.markdown import Document, is_unmarked, parse, plain
from studysite.model import Lesson, Prose
from studysite.pointing import Pointer

_SENTENCE = re.compile(r"(?<=[.!?:])\s+")
_STRESSED = re.compile(r"<(em|strong)\b[^>]*>.*?</\1>", re.DOTALL)
_NEGATION = re.compile(r"\b(?:not|never|except|cannot|isn't|aren't|doesn't|don't|won't|can't)\b")
"""Small letters only: capitals are an emphasis of their own."""
_WORD = re.compile(r"[^\W_]+")

SHINGLE = 3
"""Words in a row: two stems that share many of these are the same sentences and not only of one subject."""
NEAR = 0.7
"""Of all the rows of two stems, the share that both have: one word of twenty changed leaves 0.7."""
MOST = 5
"""Stems that are remembered for one row of words; a row that is commoner tells nothing, and costs time."""


def positive_stems(lesson: Lesson) -> Iterator[Problem]:
    """What a learner chooses by is asked for as it is, or the negation is stressed."""
    for item in optioned(lesson.items):
        word = _NEGATION.search(item.stem) and _negation(item.stem)
        if word:
            yield Problem(
                (*item.loc, "stem"),
                "negative-stem",
                f"the question turns on an unstressed `{word}`",
                f"Ask for what is so, or stress it: `**{word}**`.",
                point=Pointer(word, nth=_before(item.stem, word)),
            )


def distinct_stems(survey: Survey) -> Iterator[Problem]:
    """No two stems of the bank are nearly the same; one that a type has by itself is nobody's."""
    known: dict[int, list[_Stem]] = {}
    for question in (question for question in survey.questions if question.rows):
        stem = _Stem(question, frozenset(question.rows))
        twin = stem.twin(known)
        if twin is not None:
            yield Problem(
                (*question.loc, "stem"),
                "similar-stems",
                f"this stem is nearly that of `{twin.id}` ({{there}})",
                "Keep the better of the two, or ask it from another side.",
                there=(*twin.loc, "stem"),
            )
        for row in stem.marks:
            rest = known.setdefault(row, [])
            if len(rest) < MOST:
                rest.append(stem)


@dataclass(frozen=True, eq=False)
class _Stem:
    """A question with the rows of words in its stem."""

    question: Question
    rows: frozenset[int]

    @cached_property
    def marks(self) -> list[int]:
        """The lowest of its rows: two that are near have one of these in common, most others none."""
        return sorted(self.rows)[: len(self.rows) - ceil(NEAR * len(self.rows)) + 1]

    def twin(self, known: dict[int, list[_Stem]]) -> Question | None:
        """The question with the nearest stem before this one, where it is too near."""
        others = dict.fromkeys(other for row in self.marks for other in known.get(row, ()))
        nearest = max(others, key=self.likeness, default=None)
        return nearest.question if nearest and self.likeness(nearest) >= NEAR else None

    def likeness(self, other: _Stem) -> float:
        """The share of all their rows that two stems have in common (Jaccard's)."""
        shared = len(self.rows & other.rows)
        return shared / (len(self.rows) + len(other.rows) - shared)


def rows(text: str) -> Iterator[int]:
    """Yield every few words in a row that stand in a text, as a number each."""
    words = _WORD.findall(text.lower())
    for at in range(max(1, len(words) - SHINGLE + 1)):
        yield crc32(" ".join(words[at : at + SHINGLE]).encode())


def _negation(stem: str) -> str:
    """An unstressed negation in the question itself: the last sentence, where there is no question mark."""
    sentences = _SENTENCE.split(_unstressed(stem))
    questions: Iterable[str] = [each for each in sentences if each.endswith("?")] or sentences[-1:]
    found = next((found for each in questions if (found := _NEGATION.search(_unquoted(each)))), None)
    return found[0] if found else ""


def _unstressed(stem: str) -> str:
    """A stem as it is read, but for what it stresses."""
    if is_unmarked(stem, Prose.BLOCK):
        return shown(stem, Prose.BLOCK)
    document = parse(stem)
    return plain(Document(_STRESSED.sub("", document.html), document.slots))


def _unquoted(sentence: str) -> str:
    """A sentence without the words of others in it: a quoted `not` is not the question's."""
    return re.sub(r"[\"“][^\"”]*[\"”]", "", sentence)


def _before(text: str, word: str) -> int:
    """How often a word stands in a text before its last place, which is the question's."""
    return max(0, len(re.findall(rf"\b{re.escape(word)}\b", text)) - 1)
