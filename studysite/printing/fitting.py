"""How large a side of a card can be set so that it fits, measured by setting it.

All sides are laid out together, each on pages of its own, in the size in which they are to be; those that
take more than a page, together again in every smaller size. So two layouts settle a deck, however many
cards it has. What needs more than a page even in the least size keeps its pages: its card goes on on a
further one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from studysite.printing.cutsize import SIZES, Size


@dataclass(frozen=True, eq=False)
class Run:
    """The pages that a text takes, and how far down it comes on the last of them, in millimetres."""

    pages: Sequence[Any]
    height: float
    document: Any
    """What has its fonts."""


@dataclass(frozen=True)
class Placed:
    """A page that is to stand in a place, and how far below the top of that, in millimetres."""

    page: Any
    down: float = 0


@dataclass(frozen=True)
class Side:
    """One side of a card: what it is, and the ways in which it can be written, the fullest first.

    Only the last is made as small as may be; one before it is taken where it fits in a size read with ease.
    """

    kind: str
    ways: tuple[str, ...]
    points: float


@dataclass(frozen=True)
class Draft:
    """A side written in one way and in one size of type."""

    id: str
    kind: str
    text: str
    points: float
    is_first: bool = True
    """Whether it is in the size in which it is to be."""


Press = Callable[[Sequence[Draft]], Mapping[str, Run]]
"""Lays drafts out: the run of each by its id."""


@dataclass(frozen=True)
class Fit:
    """What became of a side: the draft that was taken, and its pages."""

    draft: Draft
    run: Run

    @property
    def is_whole(self) -> bool:
        """Whether it needs but one card."""
        return len(self.run.pages) == 1


def fitted(sides: Sequence[Side], size: Size, press: Press) -> list[Fit]:
    """What becomes of each side: the first of its drafts that needs the fewest cards."""
    drafts = [list(_drafts(number, side, size)) for number, side in enumerate(sides)]
    runs = dict(press([draft for each in drafts for draft in each if draft.is_first]))
    runs |= press([draft for each in drafts for draft in _worth_a_try(each, runs)])
    tried = [[Fit(draft, runs[draft.id]) for draft in each if draft.id in runs] for each in drafts]
    return [min(fits, key=lambda fit: len(fit.run.pages)) for fits in tried]


def _worth_a_try(drafts: Sequence[Draft], runs: Mapping[str, Run]) -> Iterator[Draft]:
    """Yield the drafts that were not tried yet, and are better than any that fits."""
    for draft in drafts:
        if draft.id not in runs:
            yield draft
        elif len(runs[draft.id].pages) == 1:
            return


def _drafts(number: int, side: Side, size: Size) -> Iterator[Draft]:
    """Yield the drafts of a side, the best first."""
    *fuller, last = side.ways
    for way, text in enumerate(fuller):
        if len(Markup(text).striptags()) <= size.most_characters:
            yield from _in_sizes(Draft(f"side-{number}-{way}", side.kind, text, side.points), size.easy)
    yield from _in_sizes(Draft(f"side-{number}", side.kind, last, side.points), size.least)


def _in_sizes(draft: Draft, least: float) -> Iterator[Draft]:
    yield draft
    for points in SIZES:
        if least <= points < draft.points:
            yield replace(draft, id=f"{draft.id}-in-{points}", points=points, is_first=False)
