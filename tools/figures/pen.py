"""The pen that every figure is drawn with: text, strokes, shapes, a linear scale and plain axes.

Colour comes from classes alone ("t soft", "s accent", "f tint"); the pen writes geometry as plain attributes.
The sheet is 400 units wide and shown without its margins, so that a drawing begins where the text does.
A desk shows a unit at about 1.06 px, a phone 320 px wide at 0.82: 14 units of text are then 15 and 11.5 px.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal
from xml.etree import ElementTree as ET

WIDTH = 400
MARGIN = 12
BIG = 16
"""Size of the labels that matter most; all other text inherits 14 units."""

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate with at most one decimal, so that the files stay the same on every machine."""
    return f"{round(value, 1):g}"


def trace(points: Iterable[Point]) -> str:
    """Path data for straight lines through the points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


@dataclass(frozen=True)
class Scale:
    """Maps values from `low`..`high` to units from `start`..`end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of a value on the sheet."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass
class Pen:
    """One sheet; each method adds one mark to it, later ones above earlier ones."""

    height: int
    sheet: ET.Element = field(init=False)

    def __post_init__(self) -> None:
        """Lay out the empty sheet."""
        view = f"{MARGIN} 0 {WIDTH - 2 * MARGIN} {self.height}"
        root = {"xmlns": "http://www.w3.org/2000/svg", "class": "drawing", "viewBox": view}
        self.sheet = ET.Element("svg", root)

    def text(
        self,
        at: Point,
        words: str,
        role: str = "",
        *,
        anchor: Anchor = "start",
        size: int = 0,
        bold: bool = False,
    ) -> None:
        """Words on one line, `at` their baseline."""
        attributes = {"class": f"t {role}".strip(), "x": number(at[0]), "y": number(at[1])}
        if anchor != "start":
            attributes["text-anchor"] = anchor
        if size:
            attributes["font-size"] = str(size)
        if bold:
            attributes["font-weight"] = "600"
        ET.SubElement(self.sheet, "text", attributes).text = words

    def stroke(self, path: str, role: str, *, width: float = 1.5, dash: str = "") -> None:
        """A line along path data."""
        attributes = {"class": f"s {role}", "d": path, "stroke-width": number(width)}
        if dash:
            attributes["stroke-dasharray"] = dash
        ET.SubElement(self.sheet, "path", attributes)

    def head(self, tip: Point, towards: Point, role: str, *, width: float = 1.5) -> None:
        """An open arrowhead; `towards` is a unit step along an axis. Drawn, since markers need ids."""
        (x, y), (dx, dy) = tip, towards
        back, side = 6, 5
        left = (x - back * dx - side * dy, y - back * dy - side * dx)
        right = (x - back * dx + side * dy, y - back * dy + side * dx)
        self.stroke(trace([left, tip, right]), role, width=width)

    def area(self, points: Iterable[Point], role: str) -> None:
        """A filled shape with straight sides."""
        ET.SubElement(self.sheet, "path", {"class": f"f {role}", "d": trace(points) + "Z"})

    def rect(self, at: Point, size: Point, role: str, *, radius: float = 0) -> None:
        """A rectangle; the role "box" is the outlined card, any other a fill."""
        named = zip(("x", "y", "width", "height", "rx"), (*at, *size, radius), strict=True)
        shape = {name: number(value) for name, value in named if value}
        ET.SubElement(self.sheet, "rect", {"class": role if role == "box" else f"f {role}"} | shape)

    def dot(self, at: Point, role: str, *, radius: float = 5, hollow: bool = False) -> None:
        """A data point, filled or as a ring."""
        circle = {"cx": number(at[0]), "cy": number(at[1]), "r": number(radius)}
        look = {"class": f"s {role}", "stroke-width": "2"} if hollow else {"class": f"f {role}"}
        ET.SubElement(self.sheet, "circle", look | circle)


def rules(pen: Pen, y: Scale, ticks: Iterable[int], left: float, right: float) -> None:
    """Horizontal rules with their values to the left; the one at zero is the axis."""
    for tick in ticks:
        role, width = ("soft", 1.5) if tick == 0 else ("line", 1)
        pen.stroke(trace([(left, y(tick)), (right, y(tick))]), role, width=width)
        pen.text((left - 8, y(tick) + 5), str(tick), "soft", anchor="end")


def axis(pen: Pen, x: Scale, ticks: Sequence[int], floor: float, says: str) -> None:
    """A horizontal axis with its values below it, and below these what is measured, in its middle."""
    first, last = ticks[0], ticks[-1]
    pen.stroke(trace([(x(first), floor), (x(last), floor)]), "soft")
    for tick in ticks:
        pen.stroke(trace([(x(tick), floor), (x(tick), floor + 5)]), "soft")
        pen.text((x(tick), floor + 22), str(tick), "soft", anchor="middle")
    pen.text((x((first + last) / 2), floor + 48), says, anchor="middle")
