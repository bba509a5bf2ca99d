"""The faces of print: each is there where the style sheet has it on the axes of its font."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from studysite import webbuild
from studysite.printing.face import face
from tests.projects import ROOT

CSS = (ROOT / "studysite/templates/print/css/faces.css").read_text("utf-8")
RULE = re.compile(
    r'"([^"]+)"; src: url\(([^)?]+)\??([^)]*)\)(?:; font-weight: (\d+))?(?:; font-style: (\w+))?; }'
)


@pytest.fixture(scope="module")
def fonts() -> dict[str, bytes]:
    return webbuild.for_print(ROOT)


def rules() -> Iterator[tuple[str, str, str, str, str]]:
    for found in RULE.finditer(CSS):
        yield tuple(each or "" for each in found.groups())  # type: ignore[misc]


def test_every_rule_is_read_and_every_font_has_its_use(fonts: dict[str, bytes]) -> None:
    assert len(list(rules())) == CSS.count("@font-face")
    assert {name for _, name, *_ in rules()} == set(fonts)


@pytest.mark.parametrize(("family", "name", "axes", "weight", "style"), list(rules()))
def test_a_face_is_what_its_rule_says(
    family: str, name: str, axes: str, weight: str, style: str, fonts: dict[str, bytes]
) -> None:
    made = TTFont(BytesIO(face(fonts[name], axes)))
    assert "fvar" not in made
    assert f"wght={made['OS/2'].usWeightClass}" in axes or not axes
    assert f"wght={weight}" in axes or not axes
    assert bool(made["head"].macStyle & 2) == (style == "italic")
    assert made.getBestCmap() == TTFont(BytesIO(fonts[name])).getBestCmap()


def test_a_bold_face_is_bolder_and_kerns(fonts: dict[str, bytes]) -> None:
    thin, bold = (
        TTFont(BytesIO(face(fonts["fonts/serif.woff2"], f"opsz=12&wght={weight}"))) for weight in (400, 600)
    )
    assert stem(bold) > stem(thin) * 1.2
    assert {"GPOS", "GSUB"} <= set(bold.keys())


def stem(font: TTFont) -> float:
    """How wide an l is."""
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[font.getBestCmap()[ord("|")]].draw(pen)
    left, _, right, _ = pen.bounds
    return float(right - left)


@pytest.mark.parametrize("axes", ["", "wght=400", "opsz=12&wght=400&slnt=3"])
def test_a_place_on_other_axes_is_refused(axes: str, fonts: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match=r"a font with the axes \['opsz', 'wght'\] has no face at"):
        face(fonts["fonts/serif.woff2"], axes)


def test_the_same_face_has_the_same_bytes(fonts: dict[str, bytes]) -> None:
    first = face(fonts["fonts/sans.woff2"], "opsz=14&wght=400")
    face.cache_clear()
    assert face(fonts["fonts/sans.woff2"], "opsz=14&wght=400") == first
