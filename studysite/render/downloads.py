"""The page of what a reader takes away into another tool."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment

from studysite.materials import Materials
from studysite.render.address import DOWNLOADS
from studysite.render.page import Page, View
from studysite.work import File


def downloads_page(env: Environment, materials: Materials) -> Page:
    """The page that lists the files: variants of one title stand together."""
    kinds = [("paper", "On paper"), ("tool", "For other tools")]
    shelves = [(name, _by_title(materials.files, kind)) for kind, name in kinds]
    return View(env, materials, DOWNLOADS).page("downloads.md", shelves=[each for each in shelves if each[1]])


def _by_title(files: Iterable[File], kind: str) -> dict[str, list[File]]:
    found: dict[str, list[File]] = {}
    for file in files:
        if file.work.kind == kind:
            found.setdefault(file.work.title, []).append(file)
    return found
