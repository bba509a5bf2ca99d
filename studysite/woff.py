"""A font as it is, and as it is packed for the web."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from fontTools.ttLib import TTFont


@cache
def unpacked(font: bytes) -> bytes:
    """A font as it is before it is packed, in whatever way: opened once for all that is cut from it."""
    return _flavoured(font, None)


def packed(font: bytes) -> bytes:
    """A font in the packing that is smallest."""
    return _flavoured(font, "woff2")


def _flavoured(font: bytes, flavour: str | None) -> bytes:
    opened, out = TTFont(BytesIO(font), recalcBBoxes=False, recalcTimestamp=False), BytesIO()
    opened.flavor = flavour
    opened.save(out)
    return out.getvalue()
