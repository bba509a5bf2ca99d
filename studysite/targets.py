"""What the targets that an author writes mean: links and image paths, from where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import urlsplit

from studysite.layout import CONTENT, LESSONS
from studysite.model import Lesson

ELSEWHERE = ("http://", "https://", "mailto:")
"""How an address outside the site begins."""
_LESSON = re.compile(rf"{LESSONS}/(?P<slug>[^/]+)/lesson\.md")


@dataclass(frozen=True)
class Elsewhere:
    """An address outside the site."""

    url: str


@dataclass(frozen=True)
class Inside:
    """The lesson `slug`, or the section, item or card `anchor` in it."""

    slug: str
    anchor: str = ""


def link_target(lesson: Lesson | None, target: str) -> Elsewhere | Inside | None:
    """What a link in a text of `lesson` leads to, were it there; None where it can lead nowhere."""
    if target.startswith(ELSEWHERE):
        return Elsewhere(target) if _is_address(target) else None
    path, _, anchor = target.partition("#")
    if not path:
        return Inside(lesson.slug, anchor) if lesson is not None else None
    there = _LESSON.fullmatch(from_here(lesson, path))
    return Inside(there["slug"], anchor) if there else None


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc) or parts.scheme == "mailto"


def from_here(lesson: Lesson | None, path: str) -> str:
    """A path that stands in a text of `lesson`, as a path from the project's root."""
    folder = lesson.folder if lesson is not None else CONTENT
    return normpath(f"{folder}/{path}")


def on_site(path: str) -> str:
    """Where a file of content/ stands on the site."""
    return path.removeprefix(f"{CONTENT}/")
