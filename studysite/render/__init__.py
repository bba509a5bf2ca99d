"""Course -> pages. Pure: no disk, no clock, no environment."""

from __future__ import annotations

from collections.abc import Mapping

from studysite.render.environment import environment
from studysite.render.lessons import lesson_pages
from studysite.render.lists import list_pages
from studysite.render.navigation import settings
from studysite.render.page import Materials, Page
from studysite.render.shell import shell_pages


def render(materials: Materials, shell: Mapping[str, str]) -> list[Page]:
    """Render every page of the site; `shell` holds the hand-written ones by path."""
    env = environment()
    return [
        *shell_pages(env, materials, shell),
        *lesson_pages(env, materials),
        *list_pages(env, materials),
    ]


__all__ = ["Materials", "Page", "render", "settings"]
