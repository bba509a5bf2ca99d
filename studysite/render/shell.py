"""The hand-written pages of docs/: Markdown with places for what the course knows."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping

from jinja2 import Environment

from studysite.faults import ShellFault
from studysite.materials import Materials
from studysite.render.calendar import weeks
from studysite.render.page import Page, View


def shell_pages(env: Environment, materials: Materials, shell: Mapping[str, str]) -> Iterator[Page]:
    """Yield each page of the shell; `shell` holds their texts by path under docs/."""
    for path, text in sorted(shell.items()):
        view = View(env, materials, path)
        course = materials.course
        try:
            yield Page(path, env.from_string(text).render(page=view, course=course, weeks=weeks(course)))
        except Exception as error:  # whatever a page asks for that is not there: its writer needs the line
            line = getattr(error, "lineno", None) or _line(error)
            raise ShellFault(f"docs/: the page {path}, line {line}: {error}") from error


def _line(error: Exception) -> int:
    """The line of a page on which rendering stopped: the innermost frame that is a template."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 1 for frame in reversed(frames) if frame.filename == "<template>"), 1)
