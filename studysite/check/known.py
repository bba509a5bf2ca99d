"""The names that a course has, as rules ask after them: real ones, any, or any that are written down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

KINDS = (
    *("anchor", "card", "citation", "claim", "day", "file", "lesson", "misconception", "neighbour"),
    *("section", "term"),
)
"""Kinds of names that one part of a course may give and another use.

An anchor is a section, an item or a card, as `lesson#id`; a section is so too. A day is the name of a
lesson that has one, a neighbour that of a lesson written or planned.
"""


class Names(Protocol):
    """Names of one kind."""

    def __contains__(self, name: object, /) -> bool:
        """Whether there is such a thing."""
        ...

    def __iter__(self) -> Iterator[str]:
        """Yield those that could be proposed in place of a wrong one."""
        ...

    def became(self, name: str) -> str | None:
        """What a name that is wrong was renamed to, as it seems."""
        ...


Known = Mapping[str, Names]
"""Names by their kind."""


class Anything:
    """Any name: where a file could not be read whole, nobody knows what stands in it."""

    def __contains__(self, name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def became(self, name: str) -> str | None:
        """Nothing: no name is wrong."""
        return None

    @classmethod
    def of_each_kind(cls) -> Known:
        """Any name of any kind."""
        return {kind: cls() for kind in KINDS}


class Asked(Anything):
    """Any name, each written down: what a part asks after is what it needs of the others."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __contains__(self, name: object) -> bool:
        self.names.add(str(name))
        return True


@dataclass(frozen=True)
class Listed:
    """The names that there are, and any in a lesson that could not be read whole."""

    names: frozenset[str]
    unread: frozenset[str] = frozenset()
    """Lessons; a name in them begins with theirs and `#`."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Names that are gone, as it seems, each with what it is called now."""

    def __contains__(self, name: object) -> bool:
        return name in self.names or str(name).partition("#")[0] in self.unread

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.names))

    def became(self, name: str) -> str | None:
        """What it is called now."""
        return self.renamed.get(name)
