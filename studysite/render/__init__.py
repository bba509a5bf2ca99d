"""Course -> pages. Pure: no disk, no clock, no environment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from studysite.materials import Materials
from studysite.render.claims import claim_pages
from studysite.render.data import course_page
from studysite.render.desk import desk_pages
from studysite.render.downloads import downloads_page
from studysite.render.environment import environment
from studysite.render.format import format_page
from studysite.render.interview import interview_pages
from studysite.render.lessons import Each, lesson_pages
from studysite.render.lists import list_pages
from studysite.render.manifest import MANIFEST, manifest
from studysite.render.moved import moved_pages
from studysite.render.navigation import settings
from studysite.render.page import Page
from studysite.render.problems import problems_page
from studysite.render.shell import shell_pages


def render(materials: Materials, shell: Mapping[str, str], each: Each = map) -> Iterator[Page]:
    """Yield every page of the site; `shell` holds the hand-written ones by path.

    `each` goes through the lessons, as `map` does.
    """
    env = environment()
    yield from shell_pages(env, materials, shell)
    yield from lesson_pages(env, materials, each)
    yield from desk_pages(env, materials)
    yield from claim_pages(env, materials)
    yield from list_pages(env, materials)
    yield course_page(env, materials)
    yield from interview_pages(env, materials)
    yield from moved_pages(env, materials.course)
    yield problems_page(env, materials)
    yield downloads_page(env, materials)


__all__ = ["MANIFEST", "Page", "format_page", "manifest", "render", "settings"]
