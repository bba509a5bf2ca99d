"""The pictures of a book: under names that any reader can open, in the formats that every reader knows."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePosixPath

from studysite.export.drawn import standing
from studysite.materials import Materials
from studysite.targets import on_site

FORMATS = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""Those that every reader of EPUB 3.3 knows."""
MOVING = {".gif", ".webp"}
"""Those that may hold what moves."""


def is_carried(path: str) -> bool:
    """Whether a book can have the picture."""
    return _ending(path) in FORMATS


def may_move(path: str) -> bool:
    """Whether a picture may move or flash."""
    return _ending(path) in MOVING


class Album:
    """The pictures of a course, by the addresses that its texts give them, and those that a book took."""

    def __init__(self, materials: Materials) -> None:
        self._images = {on_site(path): data for path, data in standing(materials).items()}
        self.taken: dict[str, bytes] = {}
        """Name in the book, and bytes."""

    def take(self, address: str) -> str | None:
        """The name of a picture in the book, which has it from now on; None where it cannot."""
        if not is_carried(address):
            return None
        data = self._images[address]
        name = f"picture-{sha256(data).hexdigest()[:16]}{_ending(address)}"
        self.taken[name] = data
        return name


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix.lower()
