"""Every interview question on two pages, front and back of a sheet: for the night before.

What goes first where not all of it fits at the smallest size: pitfalls, then points, then the 15 seconds,
for which a sentence stands in, then questions, each from the end of its lesson.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from studysite.book import Leaf
from studysite.materials import Materials
from studysite.printing.brief import Brief, ranked
from studysite.printing.environment import environment
from studysite.printing.finish import finished
from studysite.printing.paper import PAPERS
from studysite.printing.press import Sheets
from studysite.printing.stock import Stock
from studysite.render.address import TOMORROW
from studysite.render.interview import Group, groups
from studysite.work import EVE, Work

LARGEST = 10.0


def eves(materials: Materials, stock: Stock) -> Iterator[Work]:
    """Yield the two pages, where the course has interview cards."""
    found = groups(Leaf(environment(), materials, TOMORROW))
    text = compose(materials, found)
    for paper in PAPERS if found else ():
        brief = Brief(Sheets(text, stock.files(text, paper)), pages=2, largest=LARGEST)
        yield Work(
            f"interview-tomorrow-{paper.name}.pdf",
            EVE,
            "Every interview question on two pages, and of its answers as much as has room.",
            partial(brief.pdf, EVE),
            brief.digest,
            kind="paper",
            variant=paper.variant,
            form=EVE,
        )


def compose(materials: Materials, found: list[Group]) -> str:
    """The HTML of all that could stand on them."""
    text = (
        environment()
        .get_template("tomorrow.html")
        .render(
            course=materials.course,
            title=EVE,
            groups=found,
            ranks=ranked(_keys(group) for group in found),
        )
    )
    return finished(text)


def _keys(group: Group) -> list[list[str]]:
    """The keys of what a lesson has by kind, the kind first that goes last."""
    return [[f"{kind} {card.id}" for card in group.cards] for kind in ("card", "core", "points", "pitfalls")]
