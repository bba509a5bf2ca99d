"""Drawings as pictures of their own: with their colours and a ground of light paper, for any tool.

On a page of ours a drawing takes the colours of the page. Elsewhere nobody gives it any, and what lies behind
it may be white, black or grey.
"""

from __future__ import annotations

from lxml import etree

from studysite.drawing import standing as dressed
from studysite.export.environment import environment
from studysite.materials import Materials

MARGIN = 12
"""Units of ground around a drawing, which on a page is shown without."""


def standing(materials: Materials) -> dict[str, bytes]:
    """Every image by its path, drawings as pictures that need nothing else."""
    return {
        path: drawn(materials.drawings[path]) if path in materials.drawings else data
        for path, data in materials.images.items()
    }


def drawn(drawing: str) -> bytes:
    """The file of a drawing, with a margin, and a size of its own: a pixel for each of its units."""
    root = dressed(drawing, environment().get_template("drawing.css").render())
    left, top, width, height = map(float, root.get("viewBox", "").replace(",", " ").split())
    edges = (left - MARGIN, top - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN)
    box = dict(zip(("x", "y", "width", "height"), (f"{edge:g}" for edge in edges), strict=True))
    root.attrib.update({"viewBox": " ".join(box.values()), "width": box["width"], "height": box["height"]})
    style = next(root.iter("{*}style"))
    style.addnext(etree.Element(etree.QName(root, "rect"), {"class": "f paper", **box}))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)
