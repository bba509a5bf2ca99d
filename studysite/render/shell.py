"""The hand-written pages of docs/: Markdown with places for what the course knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import Environment

from studysite.render.calendar import weeks
from studysite.render.page import Materials, Page, View


def shell_pages(env: Environment, materials: Materials, shell: Mapping[str, str]) -> Iterator[Page]:
    """Yield each page of the shell; `shell` holds their texts by path under docs/."""
    for path, text in sorted(shell.items()):
        view = View(env, materials, path)
        course = materials.course
        yield Page(path, env.from_string(text).render(page=view, course=course, weeks=weeks(course)))
