"""What the targets that an author writes mean: links and image paths, from where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import urlsplit

from studysite.layout import CONTENT, LESSONS
from studysite.model import Course, Entity, Lesson

_ELSEWHERE = ("http://", "https://", "mailto:")


@dataclass(frozen=True)
class Elsewhere:
    """An address outside the site."""

    url: str


@dataclass(frozen=True)
class Inside:
    """A lesson, or the section, item or card `anchor` in it."""

    lesson: Lesson
    anchor: str = ""


def link_target(course: Course, lesson: Lesson | None, target: str) -> Elsewhere | Inside | None:
    """What a link in a text of `lesson` leads to; None where it leads nowhere.

    The anchor is not looked up: see `anchors`.
    """
    if target.startswith(_ELSEWHERE):
        return Elsewhere(target) if _is_address(target) else None
    path, _, anchor = target.partition("#")
    if not path:
        return Inside(lesson, anchor) if lesson is not None else None
    folder, _, name = from_here(lesson, path).rpartition("/")
    there = course.lesson.get(folder.removeprefix(f"{LESSONS}/")) if name == "lesson.md" else None
    return Inside(there, anchor) if there is not None else None


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc) or parts.scheme == "mailto"


def anchors(lesson: Lesson) -> set[str]:
    """All ids that a link may name in a lesson."""
    entities: tuple[Entity, ...] = (*lesson.items, *lesson.cards)
    return {section.id for section in lesson.sections} | {entity.id for entity in entities}


def from_here(lesson: Lesson | None, path: str) -> str:
    """A path that stands in a text of `lesson`, as a path from the project's root."""
    folder = lesson.folder if lesson is not None else CONTENT
    return normpath(f"{folder}/{path}")


def on_site(path: str) -> str:
    """Where a file of content/ stands on the site."""
    return path.removeprefix(f"{CONTENT}/")
