"""The page of the learner's progress: its sections, which the script fills from what the browser keeps."""

from __future__ import annotations

from jinja2 import Environment

from studysite.render.address import PROGRESS
from studysite.render.page import Materials, Page, View


def progress_page(env: Environment, materials: Materials) -> Page:
    """The page, the same for every course: what differs is the learner's."""
    return View(env, materials, PROGRESS).page("progress.md")
