"""Stems ask for what is so, and each asks something of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
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
    asked = [question for question in survey.questions if question.rows]
    number = Counter(chain.from_iterable(question.rows for question in asked))
    known: dict[int, list[Question]] = {}
    for question in asked:
        marks = [row for row in _rarest(question.rows, number) if number[row] > 1]
        met = [other for row in marks for other in known.get(row, ())]
        twin = max(met, key=partial(_likeness, question), default=None)
        if twin is not None and _likeness(question, twin) >= NEAR:
            yield Problem(
                (*question.loc, "stem"),
                "similar-stems",
                f"this stem is nearly that of `{twin.id}` ({{there}})",
                "Keep the better of the two, or ask it from another side.",
                there=(*twin.loc, "stem"),
            )
        for row in marks:
            rest = known.setdefault(row, [])
            if len(rest) < MOST:
                rest.append(question)


def _rarest(rows: tuple[int, ...], number: Mapping[int, int]) -> list[int]:
    """Some of a stem's rows, of which two stems that are near have one in common, and others seldom.

    Chaudhuri, Ganti and Kaushik, A primitive operator for similarity joins in data cleaning (2006).
    """
    return sorted(rows, key=number.__getitem__)[: len(rows) - ceil(NEAR * len(rows)) + 1]


def _likeness(question: Question, other: Question) -> float:
    """The share of all their rows that two stems have in common (Jaccard's)."""
    shared = len(set(question.rows) & set(other.rows))
    return shared / (len(question.rows) + len(other.rows) - shared)


def rows(text: str) -> tuple[int, ...]:
    """Every few words in a row that stand in a text, as a number each, the lowest first."""
    words = _WORD.findall(text.lower())
    starts = range(max(1, len(words) - SHINGLE + 1))
    return tuple(sorted({crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in starts}))


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
