"""The page for the night before an interview: what to say, in brief, from the interview cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jinja2 import Environment

from studysite.materials import Materials
from studysite.model import Lesson
from studysite.model.cards.interview import Interview
from studysite.render.address import TOMORROW
from studysite.render.page import Page, View


@dataclass(frozen=True)
class Group:
    """A lesson with its interview cards, and the page seen from it: an author's links start at the lesson."""

    lesson: Lesson
    view: View
    cards: tuple[Interview, ...]


def interview_pages(env: Environment, materials: Materials) -> Iterator[Page]:
    """Yield the page 'Interview tomorrow'."""
    view = View(env, materials, TOMORROW)
    yield view.page("tomorrow.md", groups=groups(view))


def groups(view: View) -> list[Group]:
    """The lessons that have interview cards, in the order of the plan."""
    found = (
        Group(lesson, replace(view, lesson=lesson), tuple(_interviews(lesson)))
        for lesson in view.materials.course.lessons
    )
    return [group for group in found if group.cards]


def _interviews(lesson: Lesson) -> Iterator[Interview]:
    return (card for card in lesson.cards if isinstance(card, Interview))
