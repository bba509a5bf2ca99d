"""The page of what a reader takes away into another tool."""

from __future__ import annotations

from jinja2 import Environment

from studysite.materials import Materials
from studysite.render.address import DOWNLOADS
from studysite.render.page import Page, View
from studysite.work import by_title


def downloads_page(env: Environment, materials: Materials) -> Page:
    """The page that lists the files: variants of one title stand together."""
    kinds = [("paper", "On paper"), ("tool", "For other tools")]
    shelves = [
        (name, by_title(file for file in materials.files if file.work.kind == kind)) for kind, name in kinds
    ]
    return View(env, materials, DOWNLOADS).page("downloads.md", shelves=[each for each in shelves if each[1]])
