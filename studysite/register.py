"""Writes what was published: content/ids.txt, the register of ids, and content/edition.txt, the date.

Only the `ids` command comes here; no build does.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from studysite.dating import Edition, write_edition
from studysite.identity import Published, write_ids
from studysite.layout import EDITION, IDS


def register(root: Path, published: Iterable[Published]) -> None:
    """Make `root`/content/ids.txt list `published`."""
    _put(root, IDS, write_ids(published))


def register_edition(root: Path, edition: Edition) -> None:
    """Make `root`/content/edition.txt say when the content was published."""
    _put(root, EDITION, write_edition(edition))


def _put(root: Path, name: str, text: str) -> None:
    """One rename puts a file in place: whoever reads it meanwhile finds the old one or the new one."""
    path, scratch = root / name, root / f"{name}.new"
    try:
        scratch.write_bytes(text.encode())
        os.replace(scratch, path)
    finally:
        scratch.unlink(missing_ok=True)
