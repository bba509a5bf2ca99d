"""The course as weeks of days: what is written, what is planned, what is not known yet."""

from __future__ import annotations

from dataclasses import dataclass

from studysite.model import Course, Lesson
from studysite.model.course import DAYS_A_WEEK


@dataclass(frozen=True)
class DayCell:
    """A day of the course map; title '' and no lessons where nothing is known of it."""

    number: int
    title: str
    lessons: tuple[Lesson, ...]
    state: str
    """'written', 'planned' or 'unknown'."""


@dataclass(frozen=True)
class Week:
    """Seven days at most; `planned` names lessons that have a week but no day."""

    number: int
    days: tuple[DayCell, ...]
    planned: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Whether anything of it is known."""
        return bool(self.planned) or any(day.state != "unknown" for day in self.days)


def weeks(course: Course) -> list[Week]:
    """The whole course, week by week."""
    last = (course.plan.days + DAYS_A_WEEK - 1) // DAYS_A_WEEK
    return [_week(course, number) for number in range(1, last + 1)]


def _week(course: Course, number: int) -> Week:
    first = (number - 1) * DAYS_A_WEEK + 1
    days = range(first, min(first + DAYS_A_WEEK, course.plan.days + 1))
    planned = tuple(planned.title for planned in course.plan.planned.values() if planned.week == number)
    return Week(number, tuple(_day(course, day) for day in days), planned)


def _day(course: Course, number: int) -> DayCell:
    day = course.plan.plan.get(number)
    if day is None:
        return DayCell(number, "", (), "unknown")
    lessons = tuple(course.lesson[slug] for slug in day.lessons if slug in course.lesson)
    return DayCell(number, day.title, lessons, "written" if lessons else "planned")
