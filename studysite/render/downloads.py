"""The page of what a reader takes away into another tool."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment

from studysite.render.address import DOWNLOADS
from studysite.render.page import Materials, Page, View

_KILO = 1000
_MEGA = 1000 * _KILO


@dataclass(frozen=True)
class Download:
    """A file to take away: where it lies, what it is called and for, its bytes, what it could not carry."""

    path: str
    title: str
    says: str
    bytes: int
    converted: tuple[str, ...] = ()

    @property
    def size(self) -> str:
        """How large it is, as one speaks of it."""
        if self.bytes < _MEGA:
            return f"{max(1, round(self.bytes / _KILO))} kB"
        return f"{self.bytes / _MEGA:.1f} MB"


def downloads_page(env: Environment, materials: Materials, downloads: Sequence[Download]) -> Page:
    """The page that lists them."""
    return View(env, materials, DOWNLOADS).page("downloads.md", downloads=downloads)
