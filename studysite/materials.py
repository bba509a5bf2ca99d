"""What pages and files are made of: a course, and what was read and set for it beforehand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from studysite.markdown import Formula
from studysite.model import Course
from studysite.picture import Picture
from studysite.work import File


@dataclass(frozen=True)
class Materials:
    """All that rendering, printing and exporting need."""

    course: Course
    formulas: Mapping[Formula, str] = field(default_factory=dict)
    """MathML by formula."""
    drawings: Mapping[str, str] = field(default_factory=dict)
    """SVG to stand inline, by its path from the project's root."""
    images: Mapping[str, bytes] = field(default_factory=dict)
    """Every image as it is, drawings among them, by its path from the project's root."""
    pictures: Mapping[Formula, Picture] = field(default_factory=dict)
    """A formula as SVG, for what knows no MathML: to stand as an image with the TeX for who cannot see it."""
    date: int = 0
    """When this edition was published, in seconds since 1970: files bear it, never the clock."""
    files: tuple[File, ...] = ()
    """What was made of all these to be taken away, for pages to lead to."""

    @cached_property
    def digest(self) -> bytes:
        """A digest of all that files are made of."""
        said = self.course.model_dump_json(serialize_as_any=True)  # else the keys of a type are left out
        digest = hashlib.sha256(said.encode())
        for words in (self.formulas, self.drawings, self.pictures):
            digest.update(repr(sorted(map(str, words.items()))).encode())
        for path, data in sorted(self.images.items()):
            digest.update(f"{path} {len(data)} ".encode() + data)
        digest.update(str(self.date).encode())
        return digest.digest()
