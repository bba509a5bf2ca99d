"""The plan and the lessons agree."""

from __future__ import annotations

from collections.abc import Iterator

from studysite.check.rule import Facts, near
from studysite.diagnostics import Loc, Problem
from studysite.layout import LESSONS, PLAN
from studysite.model import Course


def planned_lessons(course: Course, facts: Facts) -> Iterator[Problem]:
    """Each lesson of the plan has a folder, and each folder a day."""
    written, settled = facts.known["lesson"], facts.known["day"]
    for number, day in course.plan.plan.items():
        for index, slug in enumerate(day.lessons):
            if slug not in written:
                yield Problem(
                    (PLAN, "plan", str(number), "lessons", index),
                    "unknown-lesson",
                    f"there is no lesson `{slug}`",
                    near(
                        slug,
                        written,
                        f"Write {LESSONS}/{slug}/lesson.md, or say `planned: {slug}`.",
                    ),
                )
    for lesson in course.lessons:
        if lesson.slug not in settled:
            yield Problem(
                (*lesson.loc, "title"),
                "unplanned-lesson",
                f"the lesson `{lesson.slug}` has no day",
                f"Add it to a day in {PLAN}: `lessons: [{lesson.slug}]`.",
            )


def one_day_a_lesson(course: Course, facts: Facts) -> Iterator[Problem]:
    """No lesson stands on two days."""
    first: dict[str, Loc] = {}
    for number, day in course.plan.plan.items():
        for index, slug in enumerate(day.lessons):
            loc = (PLAN, "plan", str(number), "lessons", index)
            if slug in first:
                message = f"the lesson `{slug}` stands on a day already ({{there}})"
                yield Problem(loc, "lesson-twice", message, "Keep it on one day.", there=first[slug])
            first.setdefault(slug, loc)


def days_in_course(course: Course, facts: Facts) -> Iterator[Problem]:
    """No day lies outside the course."""
    for number in course.plan.plan:
        if not 1 <= number <= course.plan.days:
            yield Problem(
                (PLAN, "plan", str(number)),
                "bad-day",
                f"day {number} lies outside the course",
                f"Use a day from 1 to {course.plan.days}, or raise `days:`.",
                on_key=True,
            )


def known_neighbours(course: Course, facts: Facts) -> Iterator[Problem]:
    """`builds_on` and `leads_to` name lessons that are written or planned."""
    known = facts.known["neighbour"]
    for lesson in course.lessons:
        for key, slugs in (("builds_on", lesson.head.builds_on), ("leads_to", lesson.head.leads_to)):
            for index, slug in enumerate(slugs):
                if slug not in known:
                    yield Problem(
                        (*lesson.loc, key, index),
                        "unknown-lesson",
                        f"there is no lesson `{slug}`, written or planned",
                        near(slug, known, f"Add `{slug}: {{title: …}}` under `planned:` in {PLAN}."),
                    )
