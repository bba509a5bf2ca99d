"""A file that a reader takes away into another tool."""

from __future__ import annotations

from dataclasses import dataclass

FOLDER = "downloads"
"""Where they lie in the site."""


@dataclass(frozen=True)
class Export:
    """A file: its name, its bytes, what it is for, and what its format could not carry as it is."""

    name: str
    data: bytes
    title: str
    """What it is called on the page of downloads."""
    says: str
    """What one does with it, in a sentence."""
    converted: tuple[str, ...] = ()
    """What became something else, each in a sentence that a build and the page of downloads can print."""

    @property
    def path(self) -> str:
        """Its place in the site."""
        return f"{FOLDER}/{self.name}"
