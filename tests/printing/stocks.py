"""What the tests print with: the fonts of the project, and courses without formulas and figures."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from studysite import webbuild
from studysite.load import load
from studysite.materials import Materials
from studysite.model import Course
from studysite.printing.paper import A4, Paper
from studysite.printing.press import Sheets
from studysite.printing.stock import Stock
from tests.projects import ROOT, one_lesson


@cache
def fonts() -> dict[str, bytes]:
    return webbuild.for_print(ROOT)


@cache
def real_course() -> Course:
    """The course of this project with one of its lessons, read and not checked."""
    with TemporaryDirectory() as folder:
        return load(one_lesson(Path(folder) / "project")).course


def sheets(materials: Materials, text: str, paper: Paper = A4) -> Sheets:
    return Sheets(text, Stock(materials, fonts()).files(text, paper))
