"""The learner's desk: pages that a script fills from what the browser has kept."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from studysite.render.address import TODAY
from studysite.render.page import Materials, Page, View


def desk_pages(env: Environment, materials: Materials) -> Iterator[Page]:
    """Yield the page for the day."""
    yield View(env, materials, TODAY).page("today.md")
