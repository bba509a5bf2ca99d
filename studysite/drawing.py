"""SVG drawings that take the site's colours and font, made fit to stand inside a page.

A drawing is an SVG whose root has `class="drawing"`. Its own style serves a preview of the file; on
a page the site's stylesheet colours it by its classes, so it follows light, dark and print.
"""

from __future__ import annotations

import re

from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset(
    [
        "svg",
        "g",
        "path",
        "line",
        "polyline",
        "polygon",
        "rect",
        "circle",
        "ellipse",
        "text",
        "tspan",
        "title",
        "desc",
    ]
)
_ROOT = re.compile(rb"<svg\b[^>]*\bclass=([\"'])[^\"']*\bdrawing\b")
_DROPPED = frozenset({"style", "metadata"})


class DrawingError(Exception):
    """What keeps an SVG from standing inside a page, in one sentence."""


def is_drawing(data: bytes) -> bool:
    """Whether an SVG wants to take the site's colours."""
    return _ROOT.search(data) is not None


def read_drawing(data: bytes) -> str:
    """The `<svg>` of a drawing without its style. Raises DrawingError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DrawingError(f"it is no XML ({error.msg})") from error
    for element in list(root.iter()):
        name = str(element.tag).removeprefix(_SVG)
        if name in _DROPPED:
            element.getparent().remove(element)
        elif name not in _DRAWN:
            raise DrawingError(f"a drawing has no <{name}>")
        else:
            _refuse_attributes(element)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode", with_tail=False)


def _refuse_attributes(element: etree._Element) -> None:
    for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
        if "url(" in value:
            raise DrawingError(f"a drawing refers to nothing, as its `{name}` does")
        if name in ("style", "id") or name.startswith(("on", "{")):
            raise DrawingError(f"a drawing has no `{name}` attributes; use the drawing's classes")
