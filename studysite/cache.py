"""Keeps in .cache what it took long to make. All of it may be deleted at any time, or never be written."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def keep(data: bytes, kept: Path) -> None:
    """Write a file whole or not at all: beside its place, then renamed, also with two builds at once.

    Where it cannot be written, on a full disk or in a folder that may only be read, nothing is kept.
    """
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=kept.parent)
        try:
            with os.fdopen(handle, "wb") as scratch:
                scratch.write(data)
            os.replace(name, kept)
        except OSError:
            os.unlink(name)


def take(kept: Path) -> bytes | None:
    """What is kept in a file, which is in use then; None where nothing is."""
    try:
        data = kept.read_bytes()
    except OSError:
        return None
    with contextlib.suppress(OSError):
        os.utime(kept)
    return data


def trim(folder: Path, most: int) -> None:
    """Delete from a folder what was not used for longest, until what is left has `most` bytes at most."""
    with contextlib.suppress(OSError):
        kept = [(path.stat(), path) for path in folder.iterdir()]
        total = sum(status.st_size for status, _ in kept)
        for status, path in sorted(kept, key=lambda entry: entry[0].st_mtime):
            if total <= most:
                break
            path.unlink()
            total -= status.st_size
