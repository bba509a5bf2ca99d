"""Every claim is taught, sourced and tested: no cell of the claims page stays empty.

A claim is written before its section and its section before its questions. So a lesson without items
is one that has none yet; a lesson with items that leaves out one of its claims has forgotten it. The
same holds of cards. While a file of a lesson cannot be read whole, nothing is said to be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from studysite.check.rule import Facts, Outline, Survey
from studysite.diagnostics import Problem
from studysite.identity import Named
from studysite.layout import LESSONS, REFERENCES
from studysite.model import Course

REASONING = "argument"
"""The grade of evidence that needs no source."""


def taught_claims(survey: Survey) -> Iterator[Problem]:
    """A section teaches each claim."""
    taught = {id for lesson in survey.lessons for id in lesson.taught}
    for claim in survey.claims if _is_whole(survey) else ():
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


def tested_claims(survey: Survey) -> Iterator[Problem]:
    """Where a lesson has items, one of some lesson tests each claim that it teaches."""
    for claim, lesson in _forgotten(survey, _tests):
        yield Problem(
            (*claim.loc, "id"),
            "untested-claim",
            f"no item tests the claim `{claim.id}`",
            f"Add one to {lesson.folder}/quiz.yml, or name the claim in `claims:` of an item that does.",
        )


def claims_on_cards(survey: Survey) -> Iterator[Problem]:
    """Where a lesson has cards, one of some lesson asks for each claim that it teaches."""
    for claim, lesson in _forgotten(survey, lambda lesson: lesson.cards):
        yield Problem(
            (*claim.loc, "id"),
            "claim-without-card",
            f"no card asks for the claim `{claim.id}`",
            f"Add one to {lesson.folder}/cards.yml, or name the claim in `claims:` of a card that does.",
        )


def shown_misconceptions(survey: Survey) -> Iterator[Problem]:
    """Where a lesson has items, a wrong answer shows each misconception that it mends."""
    lessons = {lesson.slug for lesson in survey.lessons if lesson.questions}
    shown = {id for question in survey.questions for id in question.shows}
    for misconception, section in survey.lists.cures if _is_whole(survey) else ():
        if misconception.id not in shown and section.partition("#")[0] in lessons:
            yield Problem(
                (*misconception.loc, "id"),
                "unseen-misconception",
                f"no wrong answer shows the misconception `{misconception.id}`",
                f"Write `shows: {misconception.id}` beside the wrong answer that reveals it.",
            )


def _tests(lesson: Outline) -> list[tuple[str, ...]]:
    """The claims of each item."""
    return [question.claims for question in lesson.questions]


def _forgotten(
    survey: Survey, practice: Callable[[Outline], Sequence[tuple[str, ...]]]
) -> Iterator[tuple[Named, Outline]]:
    """The claims that nothing practises, each with the first lesson that teaches it and has such practice."""
    practised = {id for lesson in survey.lessons for claims in practice(lesson) for id in claims}
    ready = [lesson for lesson in survey.lessons if practice(lesson)] if _is_whole(survey) else []
    teachers = {id: lesson for lesson in reversed(ready) for id in lesson.taught}
    for claim in survey.claims:
        if claim.id not in practised and claim.id in teachers:
            yield claim, teachers[claim.id]


def _is_whole(survey: Survey) -> bool:
    return not any(path.startswith(f"{LESSONS}/") for path in survey.broken)
