"""What stands on a lesson's cards to cut out, as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from lxml import html

from studysite.book import Leaf
from studysite.book.holding import hold
from studysite.markdown import plain_text
from studysite.materials import Materials
from studysite.model import Card, Lesson
from studysite.printing.cutsize import Size
from studysite.printing.environment import environment
from studysite.printing.fitting import Side
from studysite.printing.paper import A4
from studysite.printing.press import Sheets
from studysite.printing.stock import Stock
from studysite.render.address import practice_page

ASKS = {"interview": "Say it aloud", "concept": "In your own words", "cloze": "Fill the blanks"}
"""What the front of a type of card asks for."""
WAYS = {"interview": ("whole", "pitfalls", "core")}
"""The ways in which the back of a type of card can be written, the fullest first. Other types have one."""
NO_BREAK = "\N{NO-BREAK SPACE}"
_LAST_WORDS = re.compile(r"(?<!\S)(\S{1,14}) (\S{1,14})$")


@dataclass(frozen=True, eq=False)
class Deck:
    """A lesson's cards as they are written on cards of a size: the sides are fronts and backs in turn."""

    title: str
    asks: tuple[str, ...]
    sides: tuple[Side, ...]
    size: Size
    files: Mapping[str, bytes]

    @cached_property
    def digest(self) -> bytes:
        """A digest of all that its cards follow from."""
        return Sheets(repr((self.title, self.asks, self.sides, self.size)), self.files).digest


def deck(materials: Materials, stock: Stock, lesson: Lesson, size: Size) -> Deck:
    """The cards of a lesson, for cards of a size."""
    page = Leaf(environment(), materials, practice_page(lesson), lesson)
    frame = environment().get_template("cut/frame.html").render(title="")
    sides = tuple(side for card in lesson.cards for side in _sides(page, card, size))
    return Deck(
        plain_text(lesson.head.title),
        tuple(ASKS.get(card.type, "Answer") for card in lesson.cards),
        sides,
        size,
        stock.files("".join((frame, *chain.from_iterable(side.ways for side in sides))), A4),
    )


def _sides(page: Leaf, card: Card, size: Size) -> Iterator[Side]:
    back = f"cut/backs/{card.type}.html"
    yield Side("question", (_written(page, card, "cards/ask.html"),), size.question)
    if card.type in WAYS:
        yield Side("answer", tuple(_written(page, card, back, way) for way in WAYS[card.type]), size.answer)
    else:
        yield Side("fact", (_written(page, card, back),), size.fact)


def _written(page: Leaf, card: Card, template: str, way: str = "") -> str:
    """A side of a card: without links, as nothing there leads anywhere, and no word alone on a last line."""
    tree = html.fragment_fromstring(page.render(template, card=card, way=way), create_parent="div")
    for link in list(tree.iter("a")):
        link.drop_tag()
    for formula in tree.xpath(".//img[@class='math']"):
        hold(formula)
    for block in tree.iter("p", "li"):
        _keep_company(block)
    return (tree.text or "") + "".join(html.tostring(child, encoding="unicode") for child in tree)


def _keep_company(block: html.HtmlElement) -> None:
    """Join the last two words of a block, where they are short, so that neither stands on a line alone."""
    last = block[-1] if len(block) else None
    text = (block.text if last is None else last.tail) or ""
    joined = _LAST_WORDS.sub(f"\\1{NO_BREAK}\\2", text.rstrip())
    if last is None:
        block.text = joined
    elif last.tail:
        last.tail = joined
