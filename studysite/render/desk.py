"""The learner's desk: pages that a script fills from what the browser has kept."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from studysite.materials import Materials
from studysite.render.address import EXAM, INTERVIEW, PROGRESS, SETTINGS, TODAY
from studysite.render.page import Page, View

_TEMPLATES = {
    TODAY: "today.md",
    INTERVIEW: "interview.md",
    EXAM: "exam.md",
    PROGRESS: "progress.md",
    SETTINGS: "settings.md",
}
"""A line a page. What they show is worked out in web/src."""


def desk_pages(env: Environment, materials: Materials) -> Iterator[Page]:
    """Yield each page of the desk."""
    for path, template in _TEMPLATES.items():
        yield View(env, materials, path).page(template)
