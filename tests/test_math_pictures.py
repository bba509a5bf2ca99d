"""Formulas become pictures that stand in a line of print, or an error that an author can act on."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from studysite import pipeline
from studysite.markdown import Formula
from studysite.materials import Materials
from studysite.math import Typeset, typeset
from studysite.node import install_dev
from studysite.picture import Picture
from tests.formulas import FORMULAS, inline, with_tools
from tests.projects import SAMPLE, new_course

ERRORS = [
    (
        r"a + \text{日本}",
        10,
        "Print has no sign for “日本” in a formula: write it in the text beside the formula.",
    ),
    (r"a + \widecheck{x}", 4, r"Print cannot set \widecheck: write it with other commands."),
    (
        r"a \le \left\llbracket x\right.",
        6,
        "Print cannot set this formula (“Missing or unrecognized delimiter",
    ),
]
ALIKE = [
    (r"\sgn x", r"\operatorname{sgn} x"),
    (r"\bm{x}", r"\boldsymbol{x}"),
    (r"\R", r"\mathbb{R}"),
    (r"\with", r"\&"),
    (r"\text{\textsc{Ab}}", r"\text{\textrm{A{\small B}}}"),
    (r"\newcommand{\KL}{\mathrm{KL}} \KL(p)", r"\mathrm{KL}(p)"),
    (r"\def\abs#1{z} \abs{x}", "z"),
    (r"\abs{x}", r"\left\lvert x\right\rvert"),
]
"""One of each pair is known to one of the two setters only, or is defined where it stands."""

OTHERS = (
    *("x", "x_2", "x^2", "y", "H", r"\text{für}", r"\phantom{x}", "{}", r"\ce{H2O}", r"\overbracket{ab}"),
    *(
        r"\Biggl(",
        r"\Biggl|",
        "x = y",
        r"x = y \tag{1}",
        r"\cdot",
        r"\begin{array}{l}\hline\end{array}",
    ),
)


Results = dict[Formula, Typeset]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """All of the above, set in one call."""
    root = with_tools(tmp_path_factory.mktemp("shared"))
    install_dev(root)
    alone = (*OTHERS, *(tex for tex, *_ in ERRORS), *(tex for pair in ALIKE for tex in pair))
    return typeset([*every_formula(), *(Formula(tex, True) for tex in alone)], root)


def every_formula() -> list[Formula]:
    return [*(Formula(tex, True) for tex in FORMULAS), *(Formula(inline(tex), False) for tex in FORMULAS)]


def picture(shared: Results, tex: str, display: bool = True) -> Picture:
    result = shared[Formula(tex, display)]
    assert result.error is None
    assert result.picture is not None
    return result.picture


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?[\d.]+", text)]


@pytest.mark.parametrize("formula", every_formula(), ids=str)
def test_a_picture_is_outlines_alone_within_its_box(shared: Results, formula: Formula) -> None:
    made = picture(shared, formula.tex, formula.display)
    svg: Any = etree.fromstring(made.svg)
    assert {element.tag.split("}")[1] for element in svg.iterdescendants()} == {"path"}
    assert {name for path in svg for name in path.attrib} == {"d"}
    assert all(re.fullmatch(r"(M(-?\d+[ ]?)+|[LQCSTZ]|-?\d+[ ]?)+", path.get("d")) for path in svg)
    assert set(svg.attrib) == {"width", "height", "viewBox"}
    assert (svg.get("width"), svg.get("height")) == (f"{made.width}em", f"{made.height}em")
    left, top, width, height = numbers(svg.get("viewBox"))
    points = [numbers(pair) for path in svg for pair in re.findall(r"-?\d+ ?-?\d+", path.get("d"))]
    assert all(left - 1 <= x <= left + width + 1 and top - 1 <= y <= top + height + 1 for x, y in points)
    assert made.width / width == pytest.approx(made.height / height, rel=0.01)
    assert 0.3 < made.width < 40
    assert 0.2 < made.height < 6
    assert 0 <= made.depth < made.height


def test_what_hangs_below_the_line_is_its_depth(shared: Results) -> None:
    x, lowered, raised = (picture(shared, tex) for tex in ("x", "x_2", "x^2"))
    assert x.depth < 0.02 < 0.1 < lowered.depth
    assert raised.depth == x.depth
    assert raised.height > x.height + 0.2
    assert x.width < lowered.width
    assert picture(shared, r"\cdot").depth == 0


def test_letters_are_as_high_as_those_of_the_text(shared: Results) -> None:
    assert picture(shared, "x").height == pytest.approx(0.5, abs=0.02)
    assert picture(shared, "H").height == pytest.approx(0.67, abs=0.02)


def test_what_leans_out_of_its_box_is_not_cut_off(shared: Results) -> None:
    svg: Any = etree.fromstring(picture(shared, "y").svg)
    assert numbers(svg.get("viewBox"))[0] < 0


def test_a_bar_ends_where_it_should(shared: Results) -> None:
    bar, bracket = picture(shared, r"\Biggl|"), picture(shared, r"\Biggl(")
    assert bar.height == pytest.approx(bracket.height, rel=0.15)


def test_a_tag_stands_beside_its_formula(shared: Results) -> None:
    plain, tagged = picture(shared, "x = y"), picture(shared, r"x = y \tag{1}")
    assert plain.width + 2 < tagged.width < plain.width + 6


@pytest.mark.parametrize("tex", [r"\text{für}", r"\ce{H2O}", r"\overbracket{ab}"])
def test_what_is_off_the_beaten_track_is_set_too(shared: Results, tex: str) -> None:
    assert "<path" in picture(shared, tex).svg


@pytest.mark.parametrize("tex", [r"\phantom{x}", "{}"])
def test_nothing_is_a_picture_without_ink(shared: Results, tex: str) -> None:
    assert len(etree.fromstring(picture(shared, tex).svg)) == 0


@pytest.mark.parametrize(("tex", "other"), ALIKE, ids=[tex for tex, _ in ALIKE])
def test_both_setters_understand_the_same(shared: Results, tex: str, other: str) -> None:
    assert picture(shared, tex) == picture(shared, other)


@pytest.mark.parametrize(("tex", "offset", "words"), ERRORS, ids=[tex for tex, *_ in ERRORS])
def test_what_print_cannot_show_is_an_error(shared: Results, tex: str, offset: int, words: str) -> None:
    result = shared[Formula(tex, True)]
    assert (result.mathml, result.picture) == ("", None)
    assert result.error is not None
    assert result.error.startswith(words)
    assert result.offset == offset


def test_the_same_formula_is_the_same_picture_each_time(shared: Results, tmp_path: Path) -> None:
    formulas = every_formula()[::-7]
    assert typeset(formulas, with_tools(tmp_path)) == {formula: shared[formula] for formula in formulas}


def test_pictures_have_the_same_name_only_if_they_are_the_same(shared: Results) -> None:
    pictures = [result.picture for result in shared.values() if result.picture is not None]
    assert len({picture.name for picture in pictures}) == len({picture.svg for picture in pictures}) > 50


def test_a_course_comes_with_the_picture_of_each_formula(tmp_path: Path) -> None:
    made = Picture("<svg/>", 1, 1, 0)

    def set_all(formulas: Collection[Formula], root: Path, say: object) -> dict[Formula, Typeset]:
        return {formula: Typeset("<math/>", picture=made) for formula in formulas}

    materials = pipeline.examine(new_course(tmp_path, {}, SAMPLE), print, set_all).materials
    assert materials.pictures == dict.fromkeys(materials.formulas, made) != {}
    assert materials.digest != Materials(materials.course, materials.formulas).digest
