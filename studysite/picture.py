"""A formula as a picture, for what knows no MathML."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class Picture:
    """An SVG of black outlines alone, which needs nothing else; its measures in em of the text around it."""

    svg: str
    width: float
    height: float
    """From its top to its bottom."""
    depth: float
    """How far its bottom is below the line that the text stands on; never above it."""

    @property
    def name(self) -> str:
        """A name for its file, which no other picture has."""
        return f"formula-{sha256(self.svg.encode()).hexdigest()[:16]}.svg"
