"""Three actions in the plane of proxy and true return, and what their mixtures fill: an example of ours."""

from math import hypot

from tools.figures.pen import BIG, Pen, Point, Scale, trace

# Proxy and true return of each action, made up; then two mixtures, where one goes from and where to.
ACTIONS = {"A": (0.0, 0.0), "B": (1.0, 1.0), "C": (1.0, 2.0)}
HALF_C, MOSTLY_B = (0.5, 1.0), (0.6, 0.6)
LEFT, RIGHT = 40, 388
PROXY = Scale(0, 1, LEFT + 24, 316)
TRUTH = Scale(0, 2, 288, 64)
FLOOR = 312


def draw() -> Pen:
    """A triangle of mixtures, and a step in it that goes right and down."""
    pen = Pen(372)
    pen.text((12, 28), "true return")
    corners = [_at(returns) for returns in ACTIONS.values()]
    pen.area(corners, "tint")
    pen.stroke(trace([(LEFT, 48), (LEFT, FLOOR), (RIGHT, FLOOR)]), "soft")
    for tick in (0, 1, 2):
        pen.text((LEFT - 8, TRUTH(tick) + 5), str(tick), "soft", anchor="end")
    for share in (0, 0.5, 1):
        pen.text((PROXY(share), FLOOR + 20), f"{share:g}", "soft", anchor="middle")
    for name, (x, y) in zip(ACTIONS, corners, strict=True):
        pen.dot((x, y), "accent", radius=7)
        pen.text((x + 14, y + 6), name, "accent", size=BIG, bold=True)
    start, end = _at(HALF_C), _at(MOSTLY_B)
    _arrow(pen, start, end)
    pen.dot(start, "wrong", radius=5)
    pen.text((start[0] - 14, start[1] - 4), "half A, half C", anchor="end")
    pen.text((end[0] + 14, end[1] + 14), "40% A, 60% B", anchor="start")
    pen.text((PROXY(0.06), TRUTH(1.75)), "proxy up, truth down", "wrong", size=BIG, bold=True)
    pen.text((PROXY(0.5), FLOOR + 48), "proxy return", anchor="middle")
    return pen


def _at(returns: Point) -> Point:
    return PROXY(returns[0]), TRUTH(returns[1])


def _arrow(pen: Pen, start: Point, end: Point) -> None:
    """A slanting arrow, its head drawn along its own direction."""
    long = hypot(end[0] - start[0], end[1] - start[1])
    dx, dy = (end[0] - start[0]) / long, (end[1] - start[1]) / long
    left = (end[0] - 10 * dx - 6 * dy, end[1] - 10 * dy + 6 * dx)
    right = (end[0] - 10 * dx + 6 * dy, end[1] - 10 * dy - 6 * dx)
    pen.stroke(trace([start, end]), "wrong", width=3)
    pen.stroke(trace([left, end, right]), "wrong", width=3)
