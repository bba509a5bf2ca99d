"""The error of an average over raters: independent slips shrink with their number, a shared leaning stays."""

from math import sqrt

from tools.figures.pen import BIG, Pen, Scale, trace

# Made-up values on a ten-point scale: the spread of one rater's slips, and the leaning that all share.
SPREAD, LEANING = 1.2, 0.5
MARKED = (1, 4, 9, 36)
LAST = 40
LEFT, RIGHT = 40, 388
ACROSS = Scale(1, LAST, LEFT + 8, 376)
ERROR = Scale(0, 1.4, 248, 48)
TICKS = (0, 0.5, 1)


def draw() -> Pen:
    """The whole error, its part that averages out, and the floor that stays."""
    pen = Pen(312)
    pen.text((12, 28), "typical error of the average")
    floor = ERROR(LEANING)
    pen.area([(LEFT, floor), (RIGHT, floor), (RIGHT, ERROR(0)), (LEFT, ERROR(0))], "tint")
    for tick in TICKS:
        role, width = ("soft", 1.5) if tick == 0 else ("line", 1)
        pen.stroke(trace([(LEFT, ERROR(tick)), (RIGHT, ERROR(tick))]), role, width=width)
        pen.text((LEFT - 8, ERROR(tick) + 5), f"{tick:g}", "soft", anchor="end")
    counts = [1 + step / 4 for step in range(4 * (LAST - 1) + 1)]
    pen.stroke(trace([(ACROSS(n), ERROR(SPREAD / sqrt(n))) for n in counts]), "soft", width=2, dash="6 4")
    pen.stroke(trace([(ACROSS(n), ERROR(_whole(n))) for n in counts]), "accent", width=3)
    for n in MARKED:
        x, y = ACROSS(n), ERROR(_whole(n))
        pen.dot((x, y), "accent", radius=6)
        side = 10 if n < LAST / 2 else -14
        pen.text((x + side, y - 10), f"{_whole(n):.2f}", "accent", size=BIG, bold=True)
        pen.text((x, ERROR(0) + 22), str(n), "soft", anchor="middle")
    pen.text((ACROSS(24), ERROR(0.68)), "slips and leaning", "accent", anchor="middle", size=BIG, bold=True)
    pen.text((RIGHT - 8, ERROR(0.39)), "shared leaning: stays", anchor="end")
    pen.text((RIGHT - 8, ERROR(0.08)), "slips alone: average out", "soft", anchor="end")
    pen.text(((LEFT + RIGHT) / 2, ERROR(0) + 48), "raters averaged", anchor="middle")
    return pen


def _whole(n: float) -> float:
    return sqrt(LEANING**2 + SPREAD**2 / n)
