"""Proxy and gold reward as optimisation goes on, in the two forms of Gao, Schulman and Hilton (2023)."""

from collections.abc import Callable
from dataclasses import dataclass
from math import log

from tools.figures.pen import BIG, Pen, Point, Scale, trace

Curve = Callable[[float], float]


@dataclass(frozen=True)
class Panel:
    """One method: the gold form with its made-up coefficients, a proxy that keeps rising, the range of d."""

    name: str
    gold: Curve
    proxy: Curve
    first: float
    peak: float
    last: float


# The paper prints the forms but no coefficients: all of these are illustrative. The proxies take the same
# form with a weaker second term. The form for RL fails near d = 0, so its curves start at d = 1.
PANELS = (
    Panel("Best-of-n", lambda d: d * (1 - 0.125 * d), lambda d: d * (1 - 0.05 * d), 0, 4, 7.2),
    Panel("RL", lambda d: d * (1 - 0.35 * log(d)), lambda d: d * (1 - 0.25 * log(d)), 1, 6.4, 16),
)
LEFTS, SPAN = (13, 216), 171
REWARD = Scale(0, 5, 232, 72)
STEPS = 40


def draw() -> Pen:
    """The two methods side by side on one scale of reward."""
    pen = Pen(292)
    for left, panel in zip(LEFTS, PANELS, strict=True):
        _panel(pen, left, panel)
    pen.text((200, 280), "d = √KL, distance from the initial policy", anchor="middle")
    return pen


def _panel(pen: Pen, left: int, panel: Panel) -> None:
    across = Scale(0, panel.last, left, left + SPAN)
    gold, proxy = _points(panel, panel.gold, across), _points(panel, panel.proxy, across)
    right, floor = left + SPAN, REWARD(0)
    pen.text((left, 28), panel.name, size=BIG, bold=True)
    pen.text((left, 56), "reward", "soft")
    pen.area([*proxy, *reversed(gold)], "tint")
    top = across(panel.peak), REWARD(panel.gold(panel.peak))
    pen.stroke(trace([top, (top[0], floor)]), "soft", width=1, dash="2 4")
    pen.stroke(trace([(left, 68), (left, floor), (right, floor)]), "soft")
    pen.stroke(trace(proxy), "soft", width=2, dash="6 4")
    pen.stroke(trace(gold), "accent", width=3)
    pen.dot(top, "accent")
    pen.text((right, proxy[-1][1] - 10), "proxy", "soft", anchor="end")
    pen.text((right - 8, REWARD(2.9)), "gap", anchor="end")
    pen.text((top[0] + 8, top[1] + 28), "gold", "accent", bold=True)
    pen.text((top[0], floor + 18), "peak", anchor="middle")


def _points(panel: Panel, curve: Curve, across: Scale) -> list[Point]:
    ds = (panel.first + (panel.last - panel.first) * step / STEPS for step in range(STEPS + 1))
    return [(across(d), REWARD(curve(d))) for d in ds]
