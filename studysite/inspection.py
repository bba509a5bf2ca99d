"""Reads one part of a course, and holds against it every rule that needs no other part."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from studysite.check import (
    BadFormula,
    Facts,
    Known,
    Outline,
    Picture,
    check_names,
    check_part,
    needs,
    outline,
    shown_images,
)
from studysite.dating import Edition, fingerprint
from studysite.diagnostics import Diagnostic, locate
from studysite.drawing import DrawingError, is_drawing, off_colours, read_drawing, written
from studysite.fileerrors import LARGEST
from studysite.layout import CONTENT, LISTS, TEXTS
from studysite.load import Loaded, read_part
from studysite.markdown import Formula
from studysite.raster import sides
from studysite.silencing import Allowance, allowances


@dataclass(frozen=True)
class Inspected:
    """What was found in one part, and what of it the others must know."""

    folder: str
    digests: Mapping[str, str]
    """What tells the state of each file that it rests on from every other, by the file's path."""
    diagnostics: tuple[Diagnostic, ...]
    allowances: tuple[Allowance, ...]
    broken: frozenset[str]
    """Its files that were not read whole."""
    content: str
    """The fingerprint of what it says and shows."""
    edition: Edition | None
    """The edition of the course that was published last, where this part knows of it."""


@dataclass(frozen=True)
class Pictures:
    """The images that a part shows, as bytes, and those of them that are drawings, fit for a page."""

    images: Mapping[str, bytes]
    drawings: Mapping[str, str]


@dataclass(frozen=True)
class Inspection:
    """All that comes of looking at one part."""

    inspected: Inspected
    outline: Outline
    loaded: Loaded
    pictures: Pictures


def inspect(root: Path, folder: str) -> Inspection:
    """Read the part in `folder` and hold the rules against it.

    Each file's digest is taken before the file is read, so that no later state passes for what was found.
    """
    names = LISTS if folder == CONTENT else [f"{folder}/{name}" for name in TEXTS]
    digests = {path: digest(root, path) for path in names}
    loaded = read_part(root, folder)
    shown = sorted(shown_images(loaded.passages))
    images = {path: digest(root, path) for path in shown}
    pictures, facts = _look_at(root, shown, loaded)
    course = loaded.course
    found = [*loaded.diagnostics(), *locate(check_part(course, facts), loaded.files)]
    loaded.files.clear()  # who wants a place later opens its file again: most want none
    return Inspection(
        Inspected(
            folder,
            {**digests, **images},
            tuple(found),
            tuple(allowances(course)),
            facts.broken,
            fingerprint(course, images.items()),
            loaded.edition,
        ),
        outline(course, loaded.passages, needs(course, facts), loaded.published),
        loaded,
        pictures,
    )


def look_again(
    root: Path, known: Known, bad_formulas: Mapping[Formula, BadFormula], folder: str
) -> list[Diagnostic]:
    """Read a part again that uses a name that nothing has, or a formula that cannot be set: where?"""
    loaded = read_part(root, folder)
    facts = Facts(passages=tuple(loaded.passages), known=known, bad_formulas=bad_formulas)
    return locate(check_names(loaded.course, facts), loaded.files)


def digest(root: Path, name: str) -> str:
    """What tells the state of a file from every other; where it is not read, why.

    Each file of a course is asked for it at each check, so it takes the shortest ways.
    """
    path = f"{root}/{name}"
    try:
        status = os.stat(path)
        if not S_ISREG(status.st_mode):
            return "no file"
        if status.st_size > LARGEST:
            return "too large"
        with open(path, "rb", buffering=0) as file:
            return sha256(file.readall()).hexdigest()
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, "unreadable")


def _look_at(root: Path, shown: list[str], loaded: Loaded) -> tuple[Pictures, Facts]:
    """The images that a part shows, and what the rules may know of it."""
    there = [path for path in shown if path.startswith(f"{CONTENT}/") and (root / path).is_file()]
    too_large = frozenset(path for path in there if (root / path).stat().st_size > LARGEST)
    images = {path: (root / path).read_bytes() for path in there if path not in too_large}
    drawings: dict[str, str] = {}
    bad: dict[str, str] = {}
    strange: dict[str, list[str]] = {}
    drawn: dict[str, str] = {}
    for path, data in images.items():
        if path.endswith(".svg") and is_drawing(data):
            try:
                drawings[path] = read_drawing(data)
                strange[path] = off_colours(data)
                drawn[path] = "" if drawings[path].isascii() else written(drawings[path])
            except DrawingError as error:
                bad[path] = str(error)
    sizes = {path: Picture(len(data), *(sides(data) or ())) for path, data in images.items()}
    facts = Facts(tuple(loaded.passages), loaded.broken(), too_large, bad, strange, sizes, drawn)
    return Pictures(images, drawings), facts
