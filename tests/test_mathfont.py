"""The font of formulas: all that they are written with is in it, and little else."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from studysite import pipeline, webbuild
from studysite.markdown import Formula
from studysite.math import typeset
from studysite.mathfont import ITALIC, cut, signs
from studysite.node import quiet
from tests.formulas import FORMULAS
from tests.projects import ROOT, new_project

ROOT_OF_X = "<math><msqrt><mi>x</mi></msqrt></math>"


@pytest.fixture(scope="module")
def whole() -> bytes:
    return webbuild.for_formulas(ROOT)


def opened(font: bytes) -> TTFont:
    return TTFont(BytesIO(font))


def letters(font: bytes) -> set[str]:
    return set(map(chr, opened(font).getBestCmap()))


@pytest.mark.parametrize(
    ("formula", "looked_up"),
    [
        ("<mi>x</mi>", "x\N{MATHEMATICAL ITALIC SMALL X}"),
        ("<mi>h</mi>", "h\N{PLANCK CONSTANT}"),
        ("<mi>θ</mi><mo>∂</mo><mi>∂</mi>", "θ𝜃∂𝜕"),
        ("<mi>log</mi>", "log"),
        ('<mi mathvariant="normal">d</mi><mn>1</mn>', "d1"),
        ("<mtext>ne\N{COMBINING ACUTE ACCENT}e</mtext>", "né\N{COMBINING ACUTE ACCENT}e"),
        ("<mo>&lt;</mo>", "<"),
    ],
)
def test_a_browser_finds_what_it_looks_up(formula: str, looked_up: str) -> None:
    assert signs([f'<math alttext="Q">{formula}</math>']) == {*looked_up, *signs([])}


def test_each_letter_has_its_italic() -> None:
    latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    greek = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"
    assert ITALIC.keys() >= {*latin, *latin.lower(), *greek, *greek.lower(), *"ıȷϴ∇ς∂ϵϑϰϕϱϖ"}
    assert len(set(ITALIC.values())) == len(ITALIC) == 2 * 26 + 2 + 58


def test_the_font_is_small_and_has_what_grows(whole: bytes) -> None:
    made = cut(whole, [ROOT_OF_X])
    assert made[:4] == b"wOF2"
    assert len(made) < 2_000 < 300_000 < len(whole)
    assert letters(made) == {"x", "\N{MATHEMATICAL ITALIC SMALL X}", *signs([])}
    variants = opened(made)["MATH"].table.MathVariants
    (radical,) = variants.VertGlyphConstruction
    assert len(radical.MathGlyphVariantRecord) == 4
    assert {part.glyph for part in radical.GlyphAssembly.PartRecords} <= set(opened(made).getGlyphOrder())


def test_it_measures_as_the_whole_one_does(whole: bytes) -> None:
    made, before = opened(cut(whole, [ROOT_OF_X])), opened(whole)
    for table, names in {
        "head": ["unitsPerEm"],
        "hhea": ["ascent", "descent", "lineGap"],
        "OS/2": ["sxHeight", "fsSelection"],
    }.items():
        assert [getattr(made[table], name) for name in names] == [
            getattr(before[table], name) for name in names
        ]


def test_the_same_formulas_give_the_same_bytes(whole: bytes) -> None:
    both = [ROOT_OF_X, "<math><mi>y</mi><mo>+</mo><mn>2</mn></math>"]
    assert cut(whole, both) == cut(whole, iter(reversed(both)))
    assert cut(whole, both) != cut(whole, both[:1])


def test_what_authors_may_write_is_set_in_it(whole: bytes) -> None:
    formulas = [made.mathml for made in typeset([Formula(tex, True) for tex in FORMULAS], ROOT).values()]
    made = cut(whole, formulas)
    assert signs(formulas) - letters(made) == signs(formulas) - letters(whole)
    assert len(made) < 25_000


def test_a_new_formula_brings_its_signs_at_the_next_save(tmp_path: Path) -> None:
    lesson = "content/lessons/kettles/lesson.md"
    root = new_project(tmp_path / "course", ROOT / ".cache")
    staged = root / "out" / "pages" / pipeline.FORMULA_FONT
    found = []
    for more in ("", "\nAs $\\Omega$ says.\n"):
        (root / lesson).write_text((root / lesson).read_text("utf-8") + more, "utf-8")
        pipeline.stage_course(root, pipeline.examine(root, quiet), quiet)
        found.append(letters(staged.read_bytes()))
    assert found[1] - found[0] == {"Ω"}
