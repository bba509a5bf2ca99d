"""The committed figures are what the script draws, and keep to the vocabulary that the site can colour."""

from xml.etree import ElementTree as ET

import pytest

from tools.figures import FIGURES, LESSONS, place, svg
from tools.figures.style import SHEET

TEXT = {"t", *(f"t {role}" for role in ("soft", "accent", "wrong", "right", "small"))}
STROKES = {f"s {role}" for role in ("ink", "soft", "line", "accent", "wrong", "right")}
FILLS = {f"f {role}" for role in ("paper", "card", "tint", "line", "soft", "accent", "wrong", "right")}
ATTRIBUTES = {
    *("class", "viewBox", "x", "y", "width", "height", "rx", "cx", "cy", "r", "d"),
    *("text-anchor", "font-size", "font-weight", "stroke-width", "stroke-dasharray"),
}


def marks(name: str) -> list[ET.Element]:
    """All elements of a figure but its preview style, the root first."""
    return [mark for mark in ET.fromstring(svg(name)).iter() if not mark.tag.endswith("style")]


def test_the_lessons_hold_exactly_the_figures_drawn_here() -> None:
    assert set(LESSONS.glob("*/figures/*.svg")) == {place(name) for name in FIGURES}


@pytest.mark.parametrize("name", FIGURES)
def test_the_committed_file_is_what_the_script_draws(name: str) -> None:
    committed = place(name).read_text(encoding="utf-8")
    assert committed == svg(name), "run python -m tools.figures"


@pytest.mark.parametrize("name", FIGURES)
def test_colour_comes_from_the_agreed_classes_alone(name: str) -> None:
    root, *rest = marks(name)
    assert root.get("class") == "drawing"
    assert {mark.get("class") for mark in rest} <= TEXT | STROKES | FILLS | {"box"}


@pytest.mark.parametrize("name", FIGURES)
def test_a_mark_carries_geometry_and_neither_style_nor_id(name: str) -> None:
    assert {attribute for mark in marks(name) for attribute in mark.attrib} <= ATTRIBUTES


@pytest.mark.parametrize("role", sorted(TEXT | STROKES | FILLS | {"box"}))
def test_the_stylesheet_knows_every_class(role: str) -> None:
    assert f".drawing .{role.replace(' ', '.')} {{" in SHEET.read_text(encoding="utf-8")
