"""The templates of the exports. They escape what they print, as those of the pages do."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment() -> Environment:
    """A new environment, to which a format may add what its templates ask for."""
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
