"""Drawings as pictures of their own look as they do on light paper, wherever they are shown."""

import re
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from studysite.drawing import read_drawing
from studysite.examples import read_examples
from studysite.export.drawn import MARGIN, drawn, standing
from studysite.export.environment import environment
from studysite.export.moodle import moodle
from studysite.export.qti import qti
from studysite.materials import Materials
from tests.projects import ROOT

FIGURES = sorted(ROOT.glob("content/lessons/*/figures/*.svg"))
SPACE = "{http://www.w3.org/2000/svg}"
HEAD = b'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="2,0 80.5 40">'
DRAWING = HEAD + b"<title>T</title><g/></svg>"
COURSE = read_examples().course
(LESSON,) = COURSE.lessons
PATH = f"{LESSON.folder}/loop.svg"
MATERIALS = Materials(COURSE, images={PATH: DRAWING, "a.png": b"a"}, drawings={PATH: read_drawing(DRAWING)})
RULE = re.compile(r"^(\.drawing[^{]*) \{ ([^}]*) \}$", re.MULTILINE)


def light(text: str) -> str:
    """A style with the values that the site's roles have on light paper."""
    roles = (ROOT / "docs/assets/css/roles.css").read_text("utf-8")
    values = dict(re.findall(r"(--[a-z-]+): light-dark\((#[0-9a-f]+),", roles))
    return re.sub(r"var\((--[a-z-]+)\)", lambda role: values.get(role[1], role[0]), text)


def test_the_sheet_is_the_site_s_on_light_paper() -> None:
    site = light((ROOT / "docs/assets/css/drawing.css").read_text("utf-8").partition("@media")[0])
    ours = environment().get_template("drawing.css").render()
    rules = dict(RULE.findall(site))
    assert "font-size: 14px" in rules.pop(".drawing")  # the rest of it is about its place on a page
    assert rules
    assert dict(RULE.findall(ours)).items() >= rules.items()


@pytest.mark.parametrize("path", FIGURES, ids=lambda path: path.stem)
def test_every_figure_of_ours_stands_alone(path: Path) -> None:
    root = etree.fromstring(drawn(read_drawing(path.read_bytes())))
    assert root.tag == f"{SPACE}svg"
    assert len(root.findall(f"{SPACE}style")) == 1


def test_a_drawing_has_a_size_a_ground_and_a_margin_and_its_name_first() -> None:
    root = etree.fromstring(drawn(read_drawing(DRAWING)))
    assert [child.tag.removeprefix(SPACE) for child in root] == ["title", "style", "rect", "g"]
    assert (root.get("width"), root.get("height")) == ("104.5", "64")
    assert root.get("viewBox") == f"{2 - MARGIN} {-MARGIN} 104.5 64"
    ground = root.find(f"{SPACE}rect")
    assert ground is not None
    assert [ground.get(name) for name in ("x", "y", "width", "height")] == root.get("viewBox", "").split()


def test_a_drawing_that_does_not_name_its_language_is_named() -> None:
    nameless = DRAWING.replace(b' xmlns="http://www.w3.org/2000/svg"', b"")
    root = etree.fromstring(drawn(read_drawing(nameless)))
    assert {element.tag.startswith(SPACE) for element in root.iter()} == {True}


def test_other_images_stay_as_they_are() -> None:
    assert standing(MATERIALS) == {PATH: drawn(read_drawing(DRAWING)), "a.png": b"a"}


def shown() -> Materials:
    """The example materials with the drawing in a question."""
    item = LESSON.items[0].model_copy(update={"stem": "What?\n\n![A loop](loop.svg)\n\nSay it."})
    lesson = LESSON.model_copy(update={"items": (item,)})
    course = COURSE.model_copy(update={"lessons": (lesson,)})
    return Materials(course, images=MATERIALS.images, drawings=MATERIALS.drawings)


def test_moodle_shows_them_so() -> None:
    assert b64encode(drawn(read_drawing(DRAWING))) in moodle(shown()).make()


def test_testing_systems_show_them_so() -> None:
    with ZipFile(BytesIO(qti(shown()).make())) as package:
        (name,) = (name for name in package.namelist() if name.endswith(".svg"))
        assert package.read(name) == drawn(read_drawing(DRAWING))
