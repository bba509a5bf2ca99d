"""Formulas can be set."""

from __future__ import annotations

from collections.abc import Iterator

from studysite.check.rule import Facts, pointed
from studysite.diagnostics import Problem
from studysite.markdown import Formula
from studysite.model import Course
from studysite.pointing import Pointer


def formulas_are_tex(course: Course, facts: Facts) -> Iterator[Problem]:
    """TeX that cannot be set is an error at its place."""
    for passage in facts.passages:
        for formula, point in pointed(passage.document, Formula, lambda formula: formula.source):
            bad = facts.bad_formulas.get(formula)
            if bad is not None:
                yield Problem(
                    passage.loc,
                    "bad-formula",
                    f"this formula cannot be set: {bad.message}",
                    "Mend the TeX; a dollar sign that is a price is written `\\$`.",
                    point=Pointer(point.needle, point.nth, shift=_shift(formula, bad.offset)),
                )


def _shift(formula: Formula, offset: int) -> int:
    """How many visible characters the faulty one stands behind the first dollar sign."""
    dollars = 2 if formula.display else 1
    return dollars + len("".join(formula.tex[:offset].split()))
