"""Cards to cut out: sheets with the fronts of a lesson's cards, and on their other side the backs.

A back lies behind its front: on a sheet with like margins left and right, fronts stand from the left and
backs from the right. For a printer that flips on the short edge, the page of backs is the same upside down.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import zip_longest
from typing import Any

from studysite.materials import Materials
from studysite.model import Lesson
from studysite.printing.cutsize import EDGES, FORMATS, Edge, Format
from studysite.printing.deck import Deck, deck
from studysite.printing.environment import environment
from studysite.printing.fitting import Draft, Fit, Placed, Run, fitted
from studysite.printing.press import Sheets, lay_out
from studysite.printing.stock import Stock
from studysite.work import Work

FRONT, BACK = "front", "back"
NOTE, NOTE_SIZE = "note", 7
"""The place in the margin of the first sheet that says how to print it, and the size of its type."""
MARKS = "marks.svg"
RISE = 0.42
"""Where a text stands that leaves room: a little above the middle, where it looks to be in the middle."""


def cuts(materials: Materials, stock: Stock) -> Iterator[Work]:
    """Yield the cards of each lesson in every format, for either kind of printer."""
    for lesson in materials.course.lessons:
        if lesson.cards:
            yield from _works(materials, stock, lesson)


def _works(materials: Materials, stock: Stock, lesson: Lesson) -> Iterator[Work]:
    sizes = dict.fromkeys(format.size for format in FORMATS)
    decks = {size: deck(materials, stock, lesson, size) for size in sizes}
    for format in FORMATS:
        for edge in EDGES:
            cards = decks[format.size]
            yield Work(
                f"{lesson.slug}-cards-{format.name}-{format.paper.name}{edge.suffix}.pdf",
                f"{edge.title}: {cards.title}",
                edge.says,
                partial(_made, cards, format, edge),
                _digest(cards, format, edge),
                kind="paper",
                variant=format.variant,
                form=edge.title,
                lesson=lesson.slug,
                batch=cards.digest,
            )


def _digest(deck: Deck, format: Format, edge: Edge) -> bytes:
    return hashlib.sha256(deck.digest + repr((format, edge)).encode()).digest()


@dataclass(frozen=True)
class Cut:
    """A card of paper. Most cards of a lesson are one; those with a side that is very long are several."""

    number: int
    part: int
    parts: int
    asks: str
    texts: Mapping[str, Placed]
    """What stands on it, by side."""

    def place(self, side: str) -> str:
        """The id of the place of a text."""
        return f"{side}-{self.number}-{self.part}"


@dataclass(frozen=True)
class Sheet:
    """A sheet of paper and the cards on it."""

    number: int
    cards: Sequence[Cut]


def _made(deck: Deck, format: Format, edge: Edge) -> bytes:
    """The PDF of a deck in a format."""
    from studysite.printing.imposing import imposed

    texts = {card.place(side): text for card in _cards(deck) for side, text in card.texts.items()}
    note = Placed(_laid_out(deck, [Draft(NOTE, NOTE, edge.note, NOTE_SIZE)])[NOTE].pages[0])
    return imposed(
        _frames(deck, format),
        {**texts, NOTE: note},
        {f"{BACK}s-{sheet.number}" for sheet in _sheets(deck, format) if edge.is_turned},
        _title(deck),
        _digest(deck, format, edge),
    )


def _title(deck: Deck) -> str:
    return f"Cards to cut out: {deck.title}"


def _sheets(deck: Deck, format: Format) -> list[Sheet]:
    cards = _cards(deck)
    starts = range(0, len(cards), format.many)
    return [Sheet(number, cards[start : start + format.many]) for number, start in enumerate(starts, 1)]


@lru_cache(maxsize=1)
def _frames(deck: Deck, format: Format) -> Any:
    """The sheets, laid out, with places for what stands on the cards: the same for either edge."""
    sheets = _sheets(deck, format)
    text = _text("sheets.html", title=_title(deck), deck=deck, format=format, sheets=sheets)
    marks = _text("marks.svg", format=format).encode()
    return lay_out(Sheets(text, {**deck.files, MARKS: marks}), text)


@lru_cache(maxsize=1)
def _cards(deck: Deck) -> list[Cut]:
    """The cards of paper, and what stands on them, laid out: the same for either paper and edge."""
    fits = fitted(deck.sides, deck.size, partial(_laid_out, deck))
    pairs = list(zip(fits[::2], fits[1::2], strict=True))
    drafts = [list(_again(number, *pair)) for number, pair in enumerate(pairs)]
    again = _laid_out(deck, [draft for each in drafts for draft in each])
    found: list[Cut] = []
    for number, (asks, (front, back), further) in enumerate(zip(deck.asks, pairs, drafts, strict=True), 1):
        fronts = _placed(front, deck)
        fronts += [replace(fronts[0], page=again[draft.id].pages[0]) for draft in further]
        found += _parts(number, asks, fronts, _placed(back, deck))
    return found


def _again(number: int, front: Fit, back: Fit) -> Iterator[Draft]:
    """Yield the question once more for each further card that its answer needs."""
    for part in range(len(front.run.pages), len(back.run.pages)):
        yield replace(front.draft, id=f"again-{number}-{part}")


def _parts(number: int, asks: str, fronts: Sequence[Placed], backs: Sequence[Placed]) -> Iterator[Cut]:
    parts = list(zip_longest(fronts, backs))
    for part, sides in enumerate(parts, 1):
        texts = {side: text for side, text in zip((FRONT, BACK), sides, strict=True) if text}
        yield Cut(number, part, len(parts), asks, texts)


def _placed(fit: Fit, deck: Deck) -> list[Placed]:
    """The pages of a side. What takes one page stands in the middle, but for an answer with its points."""
    room = deck.size.body[1] - fit.run.height
    down = room * RISE if fit.is_whole and fit.draft.kind != "answer" else 0
    return [Placed(page, down) for page in fit.run.pages]


def _laid_out(deck: Deck, drafts: Sequence[Draft]) -> dict[str, Run]:
    from studysite.printing.imposing import runs

    text = _text("sides.html", title=deck.title, size=deck.size, drafts=drafts)
    return runs(Sheets(text, deck.files)) if drafts else {}


def _text(template: str, **values: Any) -> str:
    return environment().get_template(f"cut/{template}").render(**values)
