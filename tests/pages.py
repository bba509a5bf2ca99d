"""Staged pages for the tests to look through, made without Node: formulas stay TeX in round brackets."""

from functools import cache
from pathlib import Path

from lxml import html

from studysite.drawing import is_drawing, read_drawing
from studysite.load import load
from studysite.markdown import Formula
from studysite.materials import Materials
from studysite.model import Course
from studysite.passages import passages
from studysite.render import render
from studysite.source import list_files
from studysite.work import File
from tests.projects import SAMPLE

LESSON, PRACTICE = "lessons/kettles/index.md", "lessons/kettles/practice/index.md"
BREWING_PRACTICE = "lessons/brewing/practice/index.md"
TEA, TEA_PRACTICE = "lessons/tea/index.md", "lessons/tea/practice/index.md"
TEA_SOURCE = "content/lessons/tea/lesson.md"


def course_at(root: Path) -> Course:
    """The course of a project; it must be sound."""
    loaded = load(root)
    assert loaded.diagnostics() == []
    assert loaded.course is not None
    return loaded.course


def rendered(root: Path, shell: dict[str, str] | None = None, files: tuple[File, ...] = ()) -> dict[str, str]:
    """All that is rendered of a course, by path. `files` are there to be taken away."""
    course = course_at(root)
    formulas = (formula for passage in passages(course) for formula in passage.document.of(Formula))
    tex: dict[Formula, str] = {formula: f"({formula.tex})" for formula in formulas}
    images = {path: (root / path).read_bytes() for path in list_files(root, "content")}
    drawings = {path: read_drawing(data) for path, data in images.items() if is_drawing(data)}
    materials = Materials(course, tex, drawings, files=files)
    return {page.path: page.text for page in render(materials, shell or {})}


def pages_of(root: Path, shell: dict[str, str] | None = None) -> dict[str, str]:
    """The staged pages of a course by path; the scripts that hold data are left out."""
    return {path: text for path, text in rendered(root, shell).items() if not path.endswith(".js")}


@cache
def sample() -> dict[str, str]:
    """The staged pages of the sample course."""
    return pages_of(SAMPLE)


def tree(text: str) -> html.HtmlElement:
    """The HTML of a staged page, its front matter left out."""
    return html.fromstring(f"<main>{text.split('---', 2)[2]}</main>")
