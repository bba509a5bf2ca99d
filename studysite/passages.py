"""Every Markdown text of a course, with the way to where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from studysite.layout import PLAN
from studysite.markdown import Document, is_unmarked, keep, parse
from studysite.model import Course, Entity, Lesson, Loc, Prose, texts

if TYPE_CHECKING:
    from pydantic import BaseModel

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Passage:
    """A text and the way to it, how much it may hold, and its lesson (None: the course's own lists)."""

    loc: Loc
    text: str
    prose: Prose = Prose.BLOCK
    lesson: Lesson | None = None

    @property
    def is_lesson_text(self) -> bool:
        """Whether it is the text of lesson.md, in which everything may stand."""
        return self.lesson is not None and self.loc == (*self.lesson.loc, "text")

    @cached_property
    def document(self) -> Document:
        """The text, parsed."""
        return parse(self.text, self.prose)


def passages(course: Course) -> Iterator[Passage]:
    """Yield the texts of the course: its own lists, then each lesson with its items and cards."""
    yield from list_passages(course)
    for lesson in course.lessons:
        yield from lesson_passages(lesson)


def list_passages(course: Course) -> Iterator[Passage]:
    """Yield the texts of the course's plan and of the lists that all lessons share."""
    yield from _of(course.plan, (PLAN,))
    for entity in (*course.claims, *course.misconceptions, *course.terms):
        yield from _of(entity, entity.loc)


def lesson_passages(lesson: Lesson) -> Iterator[Passage]:
    """Yield the texts of one lesson."""
    yield from _of(lesson.head, lesson.loc, lesson)
    yield Passage((*lesson.loc, "text"), lesson.text, lesson=lesson)
    entities: tuple[Entity, ...] = (*lesson.items, *lesson.cards)
    for entity in entities:
        yield from _of(entity, entity.loc, lesson)


def _of(record: BaseModel, loc: Loc, lesson: Lesson | None = None) -> Iterator[Passage]:
    for inner, text, prose in texts(record):
        yield Passage((*loc, *inner), text, prose, lesson)


def marked(passages: Iterable[Passage]) -> list[Passage]:
    """Those in which something of Markdown stands, or a digit: all that a rule can find fault with."""
    return [
        passage
        for passage in passages
        if not is_unmarked(passage.text, passage.prose) or _DIGIT.search(passage.text)
    ]


def remember(passages: Iterable[Passage]) -> None:
    """Take over what another process has parsed."""
    keep({(passage.text, passage.prose): passage.document for passage in passages})
