"""A file that a reader takes away: a work to be made, and the file that it became."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

FOLDER = "downloads"
"""Where they lie in the site."""
GUIDE = "Study guide"
"""The form of what a lesson and the home page lead to."""
EVE = "Interview tomorrow"
"""The form of what the page of that name leads to."""


@dataclass(frozen=True)
class Work:
    """A file that can be made: its name, what it is for, and what its bytes follow from."""

    name: str
    title: str
    """What it is called on the page of downloads. Files of one title are variants of one another."""
    says: str
    """What one does with it, in a sentence."""
    make: Callable[[], bytes]
    """Makes it: pure, the same bytes each time, in a process of its own if need be."""
    inputs: bytes
    """All that its bytes follow from, or a digest of it: from the same, nothing is made twice."""
    kind: Literal["paper", "tool"] = "tool"
    """Whether it is to be printed, or taken into another tool."""
    variant: str = ""
    """Which of the files of its title it is: a size of paper."""
    form: str = ""
    """What it is called among the files of its lesson, whose name its title has."""
    lesson: str = ""
    """The slug of the lesson that it has; '' where it has the course."""
    batch: bytes = b""
    """Works of one batch share most of their making: they are made in one process, in their order."""
    converted: tuple[str, ...] = ()
    """What its format could not carry as it is, each in a sentence for the reader."""

    @property
    def path(self) -> str:
        """Its place in the site."""
        return f"{FOLDER}/{self.name}"


@dataclass(frozen=True)
class File:
    """A work that was made."""

    work: Work
    data: bytes

    @property
    def size(self) -> str:
        """How large it is, as one speaks of it."""
        kilo, mega = len(self.data) / 1000, len(self.data) / 1000_000
        return f"{max(1, round(kilo))} kB" if round(kilo) < 1000 else f"{mega:.1f} MB"


def by_title(files: Iterable[File]) -> dict[str, list[File]]:
    """Files by what they are called, the variants of one title together."""
    return _by(lambda work: work.title, files)


def by_form(files: Iterable[File]) -> dict[str, list[File]]:
    """The files of one lesson by their form."""
    return _by(lambda work: work.form, files)


def _by(name: Callable[[Work], str], files: Iterable[File]) -> dict[str, list[File]]:
    found: dict[str, list[File]] = {}
    for file in files:
        found.setdefault(name(file.work), []).append(file)
    return found
