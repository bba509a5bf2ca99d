"""What a rule is given, and what it returns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import TypeVar

from studysite.diagnostics import Problem
from studysite.identity import Published
from studysite.markdown import Document, Formula
from studysite.model import Course, Lesson
from studysite.passages import Passage
from studysite.pointing import Pointer

S = TypeVar("S")


@dataclass(frozen=True)
class BadFormula:
    """What is wrong with a formula, and at which character of its TeX."""

    message: str
    offset: int = 0


@dataclass(frozen=True)
class Facts:
    """What a rule may know beside the course."""

    passages: tuple[Passage, ...] = ()
    """Every text of the course in which something of Markdown stands, parsed."""
    files: frozenset[str] = frozenset()
    """Every file under content/, by its path from the project's root."""
    broken: frozenset[str] = frozenset()
    """The files that were not read whole: what is missing from them is not said to be missing."""
    published: tuple[Published, ...] = ()
    """The ids that content/ids.txt lists."""
    bad_formulas: Mapping[Formula, BadFormula] = field(default_factory=dict)
    """The formulas that cannot be set."""
    too_large: frozenset[str] = frozenset()
    """The images that are larger than a file may be."""
    bad_drawings: Mapping[str, str] = field(default_factory=dict)
    """What is wrong with each drawing that cannot stand on a page, by its path."""


Rule = Callable[[Course, Facts], Iterable[Problem]]
LessonRule = Callable[[Lesson], Iterable[Problem]]
"""A rule that needs nothing but one lesson."""


def near(name: str, known: Iterable[str], otherwise: str) -> str:
    """The cure for a name that is not known: the nearest one that is, else `otherwise`."""
    close = _nearest(name, tuple(known))
    return f"Did you mean `{close[0]}`?" if close else otherwise


@lru_cache(maxsize=1024)
def _nearest(name: str, known: tuple[str, ...]) -> list[str]:
    """At most one; a name that is wrong is often wrong many times, and to look takes a while."""
    return get_close_matches(name, known, 1)


def pointed(document: Document, kind: type[S], words: Callable[[S], str]) -> Iterator[tuple[S, Pointer]]:
    """Yield the slots of one kind, each with the pointer to it: `words` gives what its author wrote."""
    slots = document.of(kind)
    points = (point for _, point in numbered(map(words, slots)))
    yield from zip(slots, points, strict=True)


def numbered(needles: Iterable[str]) -> Iterator[tuple[str, Pointer]]:
    """Yield words of a text in their order, each with the pointer to it."""
    seen: Counter[str] = Counter()
    for needle in needles:
        yield needle, Pointer(needle, seen[needle])
        seen[needle] += 1
