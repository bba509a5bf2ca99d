"""What a document is about: the whole course, or one lesson."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studysite.markdown import plain_text
from studysite.model import Course, Lesson


@dataclass(frozen=True)
class Scope:
    """Some lessons, and what they are called together."""

    lessons: tuple[Lesson, ...]
    title: str
    lesson: str = ""
    """The slug of the only lesson; '' where it is the course."""

    @property
    def name(self) -> str:
        """What the names of its files begin with."""
        return self.lesson or "course"


def scopes(course: Course) -> Iterator[Scope]:
    """Yield the course, where it has several lessons, then each lesson."""
    if len(course.lessons) > 1:
        yield Scope(course.lessons, course.plan.title)
    for lesson in course.lessons:
        yield Scope((lesson,), plain_text(lesson.head.title), lesson.slug)
