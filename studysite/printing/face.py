"""Fonts as the web has them -> the faces that a document is set in.

A face is a place on the axes of a variable font, such as `wght=600&opsz=12`, and is cut from it before the
text is set: WeasyPrint would take the whole font into each document, and cut it there once for every size.
Axes: https://learn.microsoft.com/typography/opentype/spec/dvaraxisreg
"""

from __future__ import annotations

from functools import cache
from urllib.parse import parse_qsl

import uharfbuzz

from studysite.woff import unpacked


@cache
def face(font: bytes, axes: str) -> bytes:
    """The face of a font, packed as it may be, at a place on its axes: one for each that it has.

    Raises ValueError where the place names others.
    """
    whole = uharfbuzz.Face(unpacked(font))
    places = {tag: float(value) for tag, value in parse_qsl(axes)}
    has = {axis.tag for axis in whole.axis_infos}
    if has != set(places):
        raise ValueError(f"a font with the axes {sorted(has)} has no face at {axes!r}")
    cut = uharfbuzz.SubsetInput()
    cut.keep_everything()
    for tag, value in places.items():
        cut.pin_axis_location(whole, tag, value)
    return bytes(uharfbuzz.subset(whole, cut).blob.data)
