"""The templates of the exports: as those of the pages, from a folder of their own."""

from __future__ import annotations

from jinja2 import Environment

from studysite.render.environment import environment as templates


def environment() -> Environment:
    """The templates below templates/exports, a folder for each format that has some."""
    return templates("templates/exports")
