"""The style sheet of whatever is printed, from a guide or from a browser."""

from __future__ import annotations

from importlib.resources import files

PAPER = "paper.css"


def paper_sheet() -> bytes:
    """The style sheet that guides and the pages of the site share."""
    return (files("studysite") / "templates/print/css" / PAPER).read_bytes()
