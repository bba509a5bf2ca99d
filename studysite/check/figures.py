"""Each figure has its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from studysite.check.rule import Facts
from studysite.diagnostics import Problem
from studysite.figures import Figure, entries, figures, places, sources
from studysite.layout import REFERENCES
from studysite.model import Course, Entity
from studysite.passages import Passage
from studysite.pointing import Pointer

_SHOWN = 4
"""Figures of a sentence that are named."""
Placed = tuple[Figure, Pointer | None]


def figures_have_sources(course: Course, facts: Facts) -> Iterator[Problem]:
    """A number that is told as a fact says where it is from, in its sentence, behind it or beside it."""
    known = entries(course)
    for passage in facts.passages:
        entry = known.get(passage.loc[:2])
        found = [] if sources(entry) else figures(passage, entry)
        if not all(figure.keys for figure in found):
            for _, alike in groupby(_uncited(passage, found), lambda placed: placed[0].sentence):
                yield _problem(passage, entry, list(alike))


def _uncited(passage: Passage, found: Sequence[Figure]) -> list[Placed]:
    placed = zip(found, places(passage, found), strict=True)
    return [(figure, point) for figure, point in placed if not figure.keys]


def _problem(passage: Passage, entry: Entity | None, alike: Sequence[Placed]) -> Problem:
    """What is wrong with the figures of a sentence, said where the first of them stands."""
    named = ", ".join(f"`{figure.words}`" for figure, _ in alike[:_SHOWN])
    more = f" and {len(alike) - _SHOWN} more" if alike[_SHOWN:] else ""
    what = "the figures {}{} have" if alike[1:] else "the figure {}{} has"
    cure = f"Cite a key of {REFERENCES} behind it, as in `[@key]`"
    cure += ", or add `source:` with it." if hasattr(entry, "source") else "."
    message = f"{what.format(named, more)} no source"
    return Problem(passage.loc, "uncited-figure", message, cure, point=alike[0][1])
