"""The templates of the exports. They escape what they print, as those of the pages do."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def environment() -> Environment:
    """The templates below templates/exports, a folder for each format that has some."""
    return Environment(
        loader=PackageLoader("studysite", "templates/exports"),
        autoescape=True,
        undefined=StrictUndefined,
        comment_start_string="{##",
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
