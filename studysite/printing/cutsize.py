"""Cards to cut out: how large they are, how they lie on a sheet, where it is cut. All in millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studysite.printing.paper import A4, LETTER, Paper


@dataclass(frozen=True)
class Size:
    """A card, and the sizes of its type in points: where each kind of side begins, and where it ends."""

    width: float
    height: float
    margin: float
    """What stays empty along its edges: no knife and no printer hits its mark better than by a millimetre."""
    strip: float
    """How much of its height the line at its top takes, with the space below it."""
    question: float
    fact: float
    """An answer of a sentence or two."""
    answer: float
    """An answer with its points."""
    easy: float
    """What an answer has beside its points comes along only where nothing need be smaller than this."""
    least: float
    """What does not fit in this goes on on a further card. The line at the top is set in it."""

    @property
    def body(self) -> tuple[float, float]:
        """The width and the height that its text has."""
        return self.width - 2 * self.margin, self.height - 2 * self.margin - self.strip

    @property
    def head_characters(self) -> int:
        """About how many stand in the line at its top."""
        return int(self.body[0] / (0.56 * self.least * MM_PER_POINT))

    @property
    def most_characters(self) -> float:
        """More than can ever fit in what is read with ease: for what is longer, no try is needed."""
        width, height = self.body
        em = self.easy * MM_PER_POINT
        return width / (0.42 * em) * height / (1.2 * em)


SIZES = (18, 16, 15, 14, 13, 12, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5)
"""The sizes of type that there are, in points."""
MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True)
class Format:
    """Cards on a paper, in its middle: the margins left and right are the same, so a back finds its front."""

    name: str
    variant: str
    paper: Paper
    sheet: tuple[float, float]
    size: Size
    columns: int
    rows: int

    @property
    def many(self) -> int:
        """How many cards a sheet has."""
        return self.columns * self.rows

    @property
    def left(self) -> float:
        """From the edge of the sheet to the first card."""
        return (self.sheet[0] - self.columns * self.size.width) / 2

    @property
    def top(self) -> float:
        """From the upper edge of the sheet to the first card."""
        return (self.sheet[1] - self.rows * self.size.height) / 2

    def marks(self) -> Iterator[tuple[float, float, float, float]]:
        """Yield the crop marks, each a line from a point to a point: at both ends of every cut."""
        right, bottom = self.sheet[0] - self.left, self.sheet[1] - self.top
        near, far = AWAY, AWAY + LONG
        for number in range(self.columns + 1):
            x = self.left + number * self.size.width
            yield x, self.top - far, x, self.top - near
            yield x, bottom + near, x, bottom + far
        for number in range(self.rows + 1):
            y = self.top + number * self.size.height
            yield self.left - far, y, self.left - near, y
            yield right + near, y, right + far, y


AWAY, LONG = 2.0, 4.5
"""Where a crop mark begins beside a card, and how long it is: home printers leave 4 mm of a sheet empty."""

_BUSINESS = {"margin": 5.0, "strip": 4.5, "question": 12, "fact": 10.5, "answer": 8, "easy": 8, "least": 6.5}
_INDEX = Size(127, 76.2, margin=7, strip=6.5, question=18, fact=15, answer=10, easy=9, least=8)
_A4, _LETTER = (210.0, 297.0), (215.9, 279.4)

# Index cards are of 3 by 5 inches on both papers: for these, boxes are sold everywhere. A6 would fill A4 to
# its edges, where no printer prints and no mark has room. Three lie on an upright sheet: with four, it would
# lie on its side, and what 'long edge' means then depends on the printer. On US Letter, all cards lie as on
# the sheets that are sold perforated.
FORMATS = (
    Format("business", "Business cards, A4", A4, _A4, Size(85, 55, **_BUSINESS), 2, 5),
    Format("business", "Business cards, US Letter", LETTER, _LETTER, Size(88.9, 50.8, **_BUSINESS), 2, 5),
    Format("index", "Index cards, A4", A4, _A4, _INDEX, 1, 3),
    Format("index", "Index cards, US Letter", LETTER, _LETTER, _INDEX, 1, 3),
)


@dataclass(frozen=True)
class Edge:
    """The edge of a sheet over which a printer turns it."""

    suffix: str
    """What it adds to the name of a file."""
    title: str
    """What the file is called before the name of its lesson."""
    says: str
    note: str
    """What the margin of the first sheet says."""
    is_turned: bool
    """Whether the pages of backs are upside down: either way, one turns a card like a leaf of a book."""


LONG_EDGE = Edge(
    "",
    "Cards to cut out",
    "Questions with their answers behind them: to be printed on both sides, flipped on the long edge.",
    "Print on both sides, flip on the long edge, at 100\N{NO-BREAK SPACE}%.",
    is_turned=False,
)
SHORT_EDGE = Edge(
    "-short-edge",
    "Cards to cut out, for the short edge",
    "The same for a printer that flips on the short edge.",
    "Print on both sides, flip on the short edge, at 100\N{NO-BREAK SPACE}%.",
    is_turned=True,
)
EDGES = (LONG_EDGE, SHORT_EDGE)
