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
_PAINTED = frozenset({"path", "line", "polyline", "polygon", "rect", "circle", "ellipse", "text", "tspan"})
_PAINTS = ("fill", "stroke")
_LINES = frozenset({"ink", "soft", "line", "accent", "wrong", "right"})
_AREAS = frozenset({"paper", "card", "tint", "line", "soft", "accent", "wrong", "right"})
"""What the site's sheet for drawings knows beside the class `s`, and beside `f`."""
_SITES, _HOLLOW, _UNSAID = "the site's", "hollow", "unsaid"
"""What a shape is painted with where it is none of its own: see `_paint`."""
_NEUTRAL = frozenset({_SITES, _HOLLOW, _UNSAID, "none", "transparent", "currentcolor"})
_NUMBER = r"[-+]?[\d.]+(?:e[-+]?\d+)?"
_BOX = re.compile(rf"\s*{_NUMBER}(?:[\s,]+{_NUMBER}){{3}}\s*", re.IGNORECASE)
_ROOT = re.compile(rb"<svg\b[^>]*\bclass=([\"'])[^\"']*\bdrawing\b")
_SAID = {f"{_SVG}title", f"{_SVG}desc"}
"""What names a drawing stands first in it, or is not found there."""
_DROPPED = frozenset({"style", "metadata"})


class DrawingError(Exception):
    """What keeps an SVG from standing inside a page, in one sentence."""


def is_drawing(data: bytes) -> bool:
    """Whether an SVG wants to take the site's colours."""
    return _ROOT.search(data) is not None


def read_drawing(data: bytes) -> str:
    """The `<svg>` of a drawing without its style. Raises DrawingError."""
    root = _parsed(data)
    for element in list(root.iter()):
        name, parent = _name(element), element.getparent()
        if name in _DROPPED and parent is not None:
            parent.remove(element)
        elif name not in _DRAWN:
            raise DrawingError(f"a drawing has no <{name}>")
        else:
            _refuse_attributes(element)
    if not _BOX.fullmatch(root.get("viewBox", "")):
        raise DrawingError("it has no `viewBox` of four numbers, and so cannot be made smaller")
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode", with_tail=False)


def written(drawing: str) -> str:
    """What is written in a drawing (as `read_drawing` gives it), apart from what names it."""
    texts = etree.fromstring(drawing).iter("{*}text")
    return " ".join(str(piece) for text in texts for piece in text.itertext())


def standing(drawing: str, style: str) -> etree._Element:
    """The `<svg>` that `read_drawing` gives, with a style of its own, to stand alone as a picture."""
    root = etree.fromstring(drawing)
    for element in root.iter():  # inside a page a drawing may do without the name of its language
        element.tag = f"{_SVG}{etree.QName(element).localname}"
    sheet = etree.Element(f"{_SVG}style")
    sheet.text = style
    root.insert(sum(child.tag in _SAID for child in root), sheet)
    return root


def _refuse_attributes(element: etree._Element) -> None:
    for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
        if "url(" in value:
            raise DrawingError(f"a drawing refers to nothing, as its `{name}` does")
        if name in ("style", "id") or name.startswith(("on", "{")):
            raise DrawingError(f"a drawing has no `{name}` attributes; use the drawing's classes")


def off_colours(data: bytes) -> list[str]:
    """What in a drawing does not take the site's colours, and why: a shape or a text, with its line.

    The site's sheet colours by classes, and these go before the attributes of the same element, which
    may serve a preview of the file.
    """
    painted = (element for element in _parsed(data).iter() if _name(element) in _PAINTED)
    return [
        f"`<{_name(each)}>` in line {each.sourceline} {fault}" for each in painted if (fault := _fault(each))
    ]


def _fault(element: etree._Element) -> str | None:
    name = _name(element)
    if name == "tspan" and not any(element.get(key) for key in ("class", *_PAINTS)):
        return None  # it is painted as the text is in which it stands
    fill, stroke = (_paint(element, kind) for kind in _PAINTS)
    fill = _HOLLOW if name == "line" else fill
    for kind, paint in (("fill", fill), ("stroke", stroke)):
        if paint.lower() not in _NEUTRAL and not paint.startswith("var("):
            return f"has a `{kind}` of its own, `{paint}`"
    if fill == _UNSAID or (fill == _HOLLOW and stroke == _UNSAID):
        return "has no class that gives it a colour"
    return None


def _paint(element: etree._Element, kind: str) -> str:
    """What an element's fill or stroke is: the site's, hollow by its class, a colour, or unsaid."""
    for each in (element, *element.iterancestors()):
        given = _by_class(set(each.get("class", "").split()), kind) or each.get(kind)
        if given and given != "inherit":
            return given
    return _UNSAID


def _by_class(classes: set[str], kind: str) -> str | None:
    """What the site's sheet for drawings makes of a fill or a stroke; None where it leaves it alone."""
    if "box" in classes:
        return _SITES
    if kind == "stroke":
        return _SITES if "s" in classes and classes & _LINES else None
    if "t" in classes or ("f" in classes and classes & _AREAS):
        return _SITES
    return _HOLLOW if "s" in classes else None


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DrawingError(f"it is no XML ({error.msg})") from error


def _name(element: etree._Element) -> str:
    return str(element.tag).removeprefix(_SVG)
