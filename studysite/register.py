"""Writes content/ids.txt, the register of published ids. Only the `ids` command comes here; no build does."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from studysite.identity import Published, write_ids
from studysite.layout import IDS


def register(root: Path, published: Iterable[Published]) -> None:
    """Make `root`/content/ids.txt list `published`.

    One rename puts it in place: whoever reads it meanwhile finds the old list or the new one.
    """
    path, scratch = root / IDS, root / f"{IDS}.new"
    try:
        scratch.write_bytes(write_ids(published).encode())
        os.replace(scratch, path)
    finally:
        scratch.unlink(missing_ok=True)
