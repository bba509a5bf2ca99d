"""The figures of the lesson on the limits of RLHF, each drawn by one file with its data at the top."""

from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from tools.figures import depth, evaluators, finetuning, loop, overoptimisation, prefill
from tools.figures.pen import Pen
from tools.figures.style import preview

FOLDER = Path(__file__).parents[2] / "content/lessons/rlhf-limits/figures"
FIGURES: Mapping[str, Callable[[], Pen]] = {
    "loop": loop.draw,
    "overoptimisation": overoptimisation.draw,
    "evaluators": evaluators.draw,
    "prefill": prefill.draw,
    "finetuning": finetuning.draw,
    "depth": depth.draw,
}


def svg(name: str) -> str:
    """The whole file of one figure."""
    sheet = FIGURES[name]().sheet
    style = ET.Element("style")
    style.text = preview()
    sheet.insert(0, style)
    ET.indent(sheet)
    return ET.tostring(sheet, encoding="unicode") + "\n"
