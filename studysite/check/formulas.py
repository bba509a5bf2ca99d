"""Formulas can be set."""

from __future__ import annotations

from collections.abc import Iterator

from studysite.check.rule import Facts
from studysite.diagnostics import Problem
from studysite.markdown import Formula
from studysite.model import Course
from studysite.passages import passages


def formulas_are_tex(course: Course, facts: Facts) -> Iterator[Problem]:
    """TeX that cannot be set is an error at its place."""
    for passage in passages(course):
        for formula in passage.document.of(Formula):
            if formula in facts.bad_formulas:
                yield Problem(
                    passage.loc,
                    "bad-formula",
                    f"this formula cannot be set: {facts.bad_formulas[formula]}",
                    "Mend the TeX; a dollar sign that is a price is written `\\$`.",
                    needle=formula.tex.split("\n")[0],
                )
