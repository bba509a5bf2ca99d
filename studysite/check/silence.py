"""What is silenced can be."""

from __future__ import annotations

from collections.abc import Iterator

from studysite.check.rule import Facts, near
from studysite.codes import entries
from studysite.diagnostics import Problem
from studysite.model import Course
from studysite.silencing import allowances


def known_codes(course: Course, facts: Facts) -> Iterator[Problem]:
    """`allow:` names codes, and those of warnings: an error is mended."""
    for allowance in allowances(course):
        entry = entries().get(allowance.code)
        if entry is None:
            cure = near(allowance.code, entries(), "Copy it from the square brackets of the warning.")
            yield allowance.problem("unknown-code", f"there is no code `{allowance.code}`", cure)
        elif entry.severity == "error":
            message = f"`{allowance.code}` is an error, which cannot be silenced"
            yield allowance.problem("allowed-error", message, "Mend what it is about, and delete this line.")
