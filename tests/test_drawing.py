"""An SVG is made fit to stand inside a page, or refused with a reason."""

from collections.abc import Callable
from pathlib import Path

import pytest

from studysite.drawing import DrawingError, is_drawing, read_drawing
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
