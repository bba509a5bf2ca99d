"""A formula as a picture, for what knows no MathML."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """An SVG of black outlines alone, which needs nothing else; its measures in em of the text around it."""

    svg: str
    width: float
    height: float
    """From its top to its bottom."""
    depth: float
    """How far its bottom is below the line that the text stands on."""
