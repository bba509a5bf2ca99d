"""Every claim is taught, sourced and tested: no cell of the claims page stays empty.

A claim is written before its section and its section before its questions. So a lesson without items
is one that has none yet; a lesson with items that leaves out one of its claims has forgotten it. The
same holds of cards. While a file of a lesson cannot be read whole, nothing is said to be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from studysite.check.rule import Facts
from studysite.diagnostics import Problem
from studysite.layout import LESSONS, REFERENCES
from studysite.model import Card, Claim, Course, Item, Lesson

REASONING = "argument"
"""The grade of evidence that needs no source."""


def taught_claims(course: Course, facts: Facts) -> Iterator[Problem]:
    """A section teaches each claim."""
    taught = {id for lesson in course.lessons for section in lesson.sections for id in section.claims}
    for claim in course.claims if _is_whole(facts) else ():
        if claim.id not in taught:
            yield Problem(
                (*claim.loc, "id"),
                "untaught-claim",
                f"no section teaches the claim `{claim.id}`",
                f'Write `claims="{claim.id}"` in the braces of the heading that does, or take the claim out.',
            )


def sourced_claims(course: Course, facts: Facts) -> Iterator[Problem]:
    """A claim with evidence says where the evidence is."""
    for claim in course.claims:
        if claim.evidence != REASONING and not claim.source:
            yield Problem(
                (*claim.loc, "evidence"),
                "unsourced-claim",
                f"the evidence for the claim `{claim.id}` is {claim.evidence}, and no source shows it",
                f"Add `source:` with keys of {REFERENCES}, or say `evidence: {REASONING}`.",
            )


def tested_claims(course: Course, facts: Facts) -> Iterator[Problem]:
    """Where a lesson has items, one of some lesson tests each claim that it teaches."""
    for claim, lesson in _forgotten(course, facts, lambda lesson: lesson.items):
        yield Problem(
            (*claim.loc, "id"),
            "untested-claim",
            f"no item tests the claim `{claim.id}`",
            f"Add one to {lesson.folder}/quiz.yml, or name the claim in `claims:` of an item that does.",
        )


def claims_on_cards(course: Course, facts: Facts) -> Iterator[Problem]:
    """Where a lesson has cards, one of some lesson asks for each claim that it teaches."""
    for claim, lesson in _forgotten(course, facts, lambda lesson: lesson.cards):
        yield Problem(
            (*claim.loc, "id"),
            "claim-without-card",
            f"no card asks for the claim `{claim.id}`",
            f"Add one to {lesson.folder}/cards.yml, or name the claim in `claims:` of a card that does.",
        )


def shown_misconceptions(course: Course, facts: Facts) -> Iterator[Problem]:
    """Where a lesson has items, a wrong answer shows each misconception that it mends."""
    lessons = {lesson.slug for lesson in course.lessons if lesson.items}
    shown = {id for lesson in course.lessons for item in lesson.items for id in item.shows}
    for misconception in course.misconceptions if _is_whole(facts) else ():
        if misconception.id not in shown and misconception.section.partition("#")[0] in lessons:
            yield Problem(
                (*misconception.loc, "id"),
                "unseen-misconception",
                f"no wrong answer shows the misconception `{misconception.id}`",
                f"Write `shows: {misconception.id}` beside the wrong answer that reveals it.",
            )


def _forgotten(
    course: Course, facts: Facts, practice: Callable[[Lesson], Iterable[Item | Card]]
) -> Iterator[tuple[Claim, Lesson]]:
    """The claims that nothing practises, each with the first lesson that teaches it and has such practice."""
    practised = {id for lesson in course.lessons for entity in practice(lesson) for id in entity.claims}
    ready = [lesson for lesson in course.lessons if list(practice(lesson))] if _is_whole(facts) else []
    teachers = {
        id: lesson for lesson in reversed(ready) for section in lesson.sections for id in section.claims
    }
    for claim in course.claims:
        if claim.id not in practised and claim.id in teachers:
            yield claim, teachers[claim.id]


def _is_whole(facts: Facts) -> bool:
    return not any(path.startswith(f"{LESSONS}/") for path in facts.broken)
