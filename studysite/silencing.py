"""Warnings that an author looked at and left, with a reason, are not shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from studysite.codes import entries
from studysite.diagnostics import Diagnostic, Loc, Problem
from studysite.layout import PLAN, REFERENCES
from studysite.model import Course, Entity
from studysite.pointing import Pointer


@dataclass(frozen=True)
class Allowance:
    """A line of some `allow:`: the way to what it belongs to, and the code that it silences there.

    It covers each warning of its code whose own way begins with that of its owner.
    """

    owner: Loc
    code: str

    def problem(self, code: str, message: str, cure: str) -> Problem:
        """What is wrong with the line, at its place."""
        if self.owner[0] == REFERENCES:
            return Problem(self.owner, code, message, cure, point=Pointer(f"{{{self.owner[1]}"))
        return Problem((*self.owner, "allow", self.code), code, message, cure, on_key=True)


def allowances(course: Course) -> Iterator[Allowance]:
    """Yield every line of every `allow:` of the course."""
    for owner, allow in _owners(course):
        yield from (Allowance(owner, code) for code in allow)


def _owners(course: Course) -> Iterator[tuple[Loc, Mapping[str, str]]]:
    yield (PLAN,), course.plan.allow
    yield from ((reference.loc, reference.allow) for reference in course.references)
    entities: list[Entity] = [*course.claims, *course.misconceptions, *course.terms]
    for lesson in course.lessons:
        yield lesson.loc, lesson.head.allow
        entities += (*lesson.items, *lesson.cards)
    yield from ((entity.loc, entity.allow) for entity in entities if entity.allow)


def silence(diagnostics: Iterable[Diagnostic], allowed: Iterable[Allowance]) -> list[Diagnostic]:
    """The diagnostics without the warnings that an allowance covers."""
    covered = {(each.owner, each.code) for each in allowed}
    return [each for each in diagnostics if each.severity == "error" or not _keys(each) & covered]


def idle(diagnostics: Iterable[Diagnostic], allowed: Iterable[Allowance]) -> Iterator[Problem]:
    """A warning for each allowance that covers none of the diagnostics, were its code one of a warning."""
    given = {key for each in diagnostics for key in _keys(each)}
    for each in allowed:
        entry = entries().get(each.code)
        if entry is not None and entry.severity == "warning" and (each.owner, each.code) not in given:
            message = f"nothing here is warned of as `{each.code}`"
            yield each.problem("unused-allow", message, "Delete it, lest it hide the next one.")


def _keys(diagnostic: Diagnostic) -> set[tuple[Loc, str]]:
    """What an allowance that covers it may be: each way to its value, with its code."""
    loc: Sequence[str | int] = diagnostic.loc
    return {(tuple(loc[:length]), diagnostic.code) for length in range(1, len(loc) + 1)}
