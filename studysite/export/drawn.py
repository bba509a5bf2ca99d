"""Drawings as pictures of their own: with their colours and a ground of light paper, for any tool.

On a page of ours a drawing takes the colours of the page. Elsewhere nobody gives it any, and what lies behind
it may be white, black or grey.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from studysite.export.environment import environment
from studysite.materials import Materials

MARGIN = 12
"""Units of ground around a drawing, which on a page is shown without."""
_SPACE = "http://www.w3.org/2000/svg"
_SAID = {f"{{{_SPACE}}}title", f"{{{_SPACE}}}desc"}
"""What names a drawing stands first in it, or is not found there."""


def standing(materials: Materials) -> dict[str, bytes]:
    """Every image by its path, drawings as pictures that need nothing else."""
    return {
        path: drawn(materials.drawings[path]) if path in materials.drawings else data
        for path, data in materials.images.items()
    }


def drawn(drawing: str) -> bytes:
    """The file of a drawing, with a margin, and a size of its own: a pixel for each of its units."""
    root = etree.fromstring(drawing)
    for element in root.iter():  # inside a page a drawing may do without the name of its language
        element.tag = f"{{{_SPACE}}}{etree.QName(element).localname}"
    left, top, width, height = map(float, root.get("viewBox", "").replace(",", " ").split())
    edges = (left - MARGIN, top - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN)
    box = dict(zip(("x", "y", "width", "height"), (f"{edge:g}" for edge in edges), strict=True))
    root.attrib.update({"viewBox": " ".join(box.values()), "width": box["width"], "height": box["height"]})
    style = _part("style", {})
    style.text = environment().get_template("drawing.css").render()
    ground = _part("rect", {"class": "f paper", **box})
    behind = sum(child.tag in _SAID for child in root)
    root[behind:behind] = [style, ground]
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _part(name: str, attributes: Mapping[str, str]) -> etree._Element:
    return etree.Element(f"{{{_SPACE}}}{name}", dict(attributes))
