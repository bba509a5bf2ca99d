"""The page of what a reader takes away into another tool."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinja2 import Environment

from studysite.materials import Materials
from studysite.model import Lesson
from studysite.render.address import DOWNLOADS
from studysite.render.page import Page, View
from studysite.work import File, by_form, by_title


def downloads_page(env: Environment, materials: Materials) -> Page:
    """The page that lists the files; those of many lessons stand by lesson, what a form is is said once."""
    many = len(materials.course.lessons) > 1
    apart = [file for file in materials.files if many and file.work.lesson]
    files = [file for file in materials.files if file not in apart]
    shelves = {
        "On paper": by_title(file for file in files if file.work.kind == "paper"),
        "By lesson": list(_by_lesson(materials.course.lessons, apart)),
        "For other tools": by_title(file for file in files if file.work.kind == "tool"),
    }
    said = {file.work.form for file in files}
    untold = {form: each[0].work.says for form, each in by_form(apart).items() if form not in said}
    return View(env, materials, DOWNLOADS).page(
        "downloads.md", shelves={name: shelf for name, shelf in shelves.items() if shelf}, untold=untold
    )


def _by_lesson(
    lessons: Sequence[Lesson], files: Sequence[File]
) -> Iterator[tuple[Lesson, dict[str, list[File]]]]:
    for lesson in lessons:
        its = by_form(file for file in files if file.work.lesson == lesson.slug)
        if its:
            yield lesson, its
