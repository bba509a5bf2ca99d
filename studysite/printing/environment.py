"""The templates of what is printed: as those of the pages, from a folder of their own."""

from __future__ import annotations

from jinja2 import Environment

from studysite.render.environment import environment as templates


def environment() -> Environment:
    """The templates below templates/print."""
    return templates("templates/print")
