"""An SVG is made fit to stand inside a page, or refused with a reason."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from studysite.drawing import DrawingError, is_drawing, off_colours, read_drawing, written
from tests.projects import ROOT

SVG = '<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 9 9"{more}>{inner}</svg>'


def svg(inner: str = "", more: str = "") -> bytes:
    return SVG.format(inner=inner, more=more).encode()


@pytest.mark.parametrize(
    ("data", "yes"),
    [
        (svg(), True),
        (b'<?xml version="1.0"?>\n<!-- note -->\n' + svg(), True),
        (svg().replace(b'"drawing"', b"'drawing'"), True),
        (svg().replace(b'"drawing"', b'"wide drawing"'), True),
        (svg().replace(b'"drawing"', b'"drawings"'), False),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><g class="drawing"/></svg>', False),
        (b"<svg/>", False),
        (b"\x89PNG", False),
        (b"", False),
    ],
)
def test_a_drawing_is_known_by_the_class_of_its_root(data: bytes, yes: bool) -> None:
    assert is_drawing(data) is yes


def test_what_is_drawn_stays() -> None:
    inner = '<g class="s ink"><path d="M0 0"/><text class="t" x="1">a &lt; b</text></g><title>T</title>'
    assert read_drawing(svg(inner)) == SVG.format(inner=inner, more="")


def test_what_is_written_in_a_drawing_is_its_texts_alone() -> None:
    inner = "<title>No</title><g><text>a <tspan>&#8594;</tspan> b</text></g><text>c</text><desc>no</desc>"
    assert written(read_drawing(svg(inner))).split() == ["a", "→", "b", "c"]


def test_the_preview_s_style_the_comments_and_the_header_go() -> None:
    data = b'<?xml version="1.0"?>\n<!-- a -->' + svg(
        "<style>.t { fill: red }</style><!-- b --><metadata/><g/>"
    )
    assert read_drawing(data) == SVG.format(inner="<g/>", more="")


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        "<foreignObject/>",
        '<image href="https://example.org/a.png"/>',
        '<use href="#a"/>',
        '<a href="https://example.org/"/>',
        "<animate/>",
        "<iframe xmlns='http://www.w3.org/1999/xhtml'/>",
        "<p xmlns='http://www.w3.org/1999/xhtml'/>",
        '<g style="fill: red"/>',
        '<g onclick="alert(1)"/>',
        '<g id="a"/>',
        '<g fill="url(https://example.org/a.svg#b)"/>',
        '<g xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/>',
    ],
)
def test_what_has_no_place_on_a_page_is_refused(inner: str) -> None:
    with pytest.raises(DrawingError):
        read_drawing(svg(inner))


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-3], lambda data: b"", lambda data: data + b"x", lambda data: b"\xff" + data]
)
def test_what_is_no_xml_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    with pytest.raises(DrawingError):
        read_drawing(spoil(svg()))


@pytest.mark.parametrize(
    "doctype",
    [
        '<!ENTITY a "text">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">',
    ],
)
def test_entities_are_not_filled_in(doctype: str) -> None:
    data = f"<!DOCTYPE svg [{doctype}]>".encode() + svg("<text>&a;</text>")
    with pytest.raises(DrawingError):
        read_drawing(data)


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("content/lessons/*/figures/*.svg")), ids=lambda path: path.stem
)
def test_every_figure_of_ours_can_stand_on_a_page(path: Path) -> None:
    data = path.read_bytes()
    assert not is_drawing(data) or read_drawing(data).startswith("<svg")


@pytest.mark.parametrize("box", ["", "0 0 9", "0 0 9 wide", "0 0 9 9 9"])
def test_a_drawing_that_cannot_be_scaled_is_refused(box: str) -> None:
    with pytest.raises(DrawingError, match="viewBox"):
        read_drawing(svg().replace(b'viewBox="0 0 9 9"', f'viewBox="{box}"'.encode()))


@pytest.mark.parametrize("box", ["0 0 9 9", " 0,0, 9.5,9 ", "-1 -.5 1e2 9"])
def test_a_box_is_four_numbers_however_they_are_written(box: str) -> None:
    assert box in read_drawing(svg().replace(b"0 0 9 9", box.encode()))


# -- colours ---------------------------------------------------------------------------------------------

SHEET = (ROOT / "docs" / "assets" / "css" / "drawing.css").read_text("utf-8").partition("@media")[0]
RULES = re.findall(r"^\.drawing \.([\w.]+) \{ (.*?) \}", SHEET, re.MULTILINE)
ROLES = ("t", "s", "f", "box")
TONES = ("", "ink", "soft", "line", "accent", "wrong", "right", "paper", "card", "tint", "small", "odd")


@pytest.mark.parametrize("kind", ["fill", "stroke"])
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("role", ROLES)
def test_a_class_goes_before_the_colour_of_its_own_where_the_sheet_says_so(
    role: str, tone: str, kind: str
) -> None:
    classes = {role, tone}
    sets = any(set(names.split(".")) <= classes and f"{kind}: " in said for names, said in RULES)
    other = {"fill": "stroke", "stroke": "fill"}[kind]
    drawn = f'<path class="{role} {tone}" {kind}="#888" {other}="none"/>'
    assert any(f"`{kind}` of its own" in fault for fault in off_colours(svg(drawn))) is not sets


def test_the_classes_of_the_sheet_are_those_that_are_tried() -> None:
    assert {name for names, _ in RULES for name in names.split(".")} == {*ROLES, *TONES} - {"", "odd"}


@pytest.mark.parametrize(
    "inner",
    [
        '<g class="s ink"><path fill="none"/><line/></g>',
        '<g class="t soft"><text>a <tspan x="1">b</tspan></text></g>',
        '<text class="t">a <tspan class="t accent">b</tspan></text>',
        '<path class="s accent" stroke="#1f4e79" fill="none"/>',
        '<rect class="box" fill="white" stroke="black"/>',
        '<circle fill="none" stroke="currentColor"/>',
        '<circle fill="var(--accent)"/>',
        '<rect fill="none"/>',
        '<rect fill="transparent"/>',
        '<g fill="none"><path class="s ink" fill="inherit"/></g>',
        '<line class="s ink"/><g/><title>T</title>',
    ],
)
def test_what_the_site_colours_or_nobody_does_is_seen_in_light_and_dark(inner: str) -> None:
    assert off_colours(svg(inner)) == []


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ('<path stroke="black" fill="none"/>', "`<path>` in line 1 has a `stroke` of its own, `black`"),
        ('<rect fill="#FFF"/>', "`<rect>` in line 1 has a `fill` of its own, `#FFF`"),
        ('\n<path class="s" stroke="#888"/>', "`<path>` in line 2 has a `stroke` of its own, `#888`"),
        ('<g stroke="red"><line/></g>', "`<line>` in line 1 has a `stroke` of its own, `red`"),
        ("<text>a</text>", "`<text>` in line 1 has no class that gives it a colour"),
        ("<line/>", "`<line>` in line 1 has no class that gives it a colour"),
        ('<path class="accent"/>', "`<path>` in line 1 has no class that gives it a colour"),
        ('<path class="f ink"/>', "`<path>` in line 1 has no class that gives it a colour"),
        ('<g class="s ink"><path fill="red"/></g>', "`<path>` in line 1 has a `fill` of its own, `red`"),
        (
            '<text class="t">a <tspan fill="red">b</tspan></text>',
            "`<tspan>` in line 1 has a `fill` of its own, `red`",
        ),
    ],
)
def test_what_takes_no_colour_of_the_site_is_named(inner: str, said: str) -> None:
    assert off_colours(svg(inner)) == [said]


def test_the_colours_of_a_preview_are_none_of_the_drawing() -> None:
    assert off_colours(svg('<style>.t { fill: red }</style><text class="t">a</text>')) == []
