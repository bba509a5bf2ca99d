"""What exports are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from studysite.model import Course


@dataclass(frozen=True)
class Source:
    """The course, and its images by their path from the project's root."""

    course: Course
    images: Mapping[str, bytes] = field(default_factory=dict)
