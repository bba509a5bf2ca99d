"""The figures of the lessons, each drawn by one file with its data at the top."""

from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from tools.figures import (
    averaging,
    bradleyterry,
    chain,
    depth,
    depth_test,
    evaluators,
    finetuning,
    forced_openings,
    layers,
    loop,
    majority,
    mixing,
    overoptimisation,
    peaks,
    positions,
    prefill,
    reach,
    standins,
    ties,
    tuned,
)
from tools.figures.pen import Pen
from tools.figures.style import preview

LESSONS = Path(__file__).parents[2] / "content/lessons"
FIGURES: Mapping[str, Callable[[], Pen]] = {
    "rlhf-limits/loop": loop.draw,
    "rlhf-limits/overoptimisation": overoptimisation.draw,
    "rlhf-limits/evaluators": evaluators.draw,
    "rlhf-limits/prefill": prefill.draw,
    "rlhf-limits/finetuning": finetuning.draw,
    "rlhf-limits/depth": depth.draw,
    "human-feedback/averaging": averaging.draw,
    "human-feedback/majority": majority.draw,
    "reward-model/bradleyterry": bradleyterry.draw,
    "reward-model/chain": standins.draw,
    "reward-model/mixing": mixing.draw,
    "over-optimisation/ties": ties.draw,
    "over-optimisation/peaks": peaks.draw,
    "shallow-alignment/forced-openings": forced_openings.draw,
    "shallow-alignment/depth-test": depth_test.draw,
    "shallow-attacks/positions": positions.draw,
    "fine-tuning-risk/tuned": tuned.draw,
    "remedies/reach": reach.draw,
    "remedies/layers": layers.draw,
    "residual-risk/chain": chain.draw,
}
"""What draws each, by its lesson and its name."""


def place(name: str) -> Path:
    """Where the file of a figure lies."""
    lesson, _, figure = name.partition("/")
    return LESSONS / lesson / "figures" / f"{figure}.svg"


def svg(name: str) -> str:
    """The whole file of one figure."""
    sheet = FIGURES[name]().sheet
    style = ET.Element("style")
    style.text = preview()
    sheet.insert(0, style)
    ET.indent(sheet)
    return ET.tostring(sheet, encoding="unicode") + "\n"
