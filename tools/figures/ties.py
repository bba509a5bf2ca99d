"""KL of best-of-n: the published bound, and a model with four equally likely answers below it."""

from math import log, log2, pow

from tools.figures.pen import BIG, Pen, Point, Scale, trace

# The bound log n - (n-1)/n is that of Beirami et al. (2025). The other curve is computed: four equally likely
# answers with four different scores, so that the best of n is answer i with (i/4)^n - ((i-1)/4)^n.
ANSWERS = 4
TICKS = (1, 2, 4, 8, 16, 32, 64)
LEFT, RIGHT = 30, 376
ACROSS = Scale(0, 6, LEFT, RIGHT)
NATS = Scale(0, 3.4, 258, 56)
STEPS = 48


def bound(n: float) -> float:
    """The published bound, in nats."""
    return log(n) - (n - 1) / n


def exact(n: float) -> float:
    """The KL of the best of n from four equally likely answers, in nats."""
    shares = [pow(i / ANSWERS, n) - pow((i - 1) / ANSWERS, n) for i in range(1, ANSWERS + 1)]
    return sum(share * log(share * ANSWERS) for share in shares if share > 0)


def draw() -> Pen:
    """Two curves that part, and the height that the lower one cannot pass."""
    pen = Pen(324)
    floor = NATS(0)
    pen.text((12, 28), "KL from the model sampled, nats", "soft")
    for tick in (0, 1, 2, 3):
        role, width = ("soft", 1.5) if tick == 0 else ("line", 1)
        pen.stroke(trace([(LEFT, NATS(tick)), (RIGHT, NATS(tick))]), role, width=width)
        pen.text((LEFT - 8, NATS(tick) + 5), str(tick), "soft", anchor="end")
    ns = [2 ** (6 * step / STEPS) for step in range(STEPS + 1)]
    pen.stroke(trace(_at(n, bound(n)) for n in ns), "soft", width=2, dash="6 4")
    pen.stroke(trace(_at(n, exact(n)) for n in ns), "accent", width=3)
    for n in TICKS:
        pen.text((ACROSS(log2(n)), floor + 22), str(n), "soft", anchor="middle")
        pen.dot(_at(n, exact(n)), "accent", radius=4)
    pen.text((ACROSS(4.5), NATS(2.72)), "the formula, 3.17", "soft", anchor="end", size=BIG)
    pen.text((RIGHT, NATS(1.0)), "four answers, 1.39", "accent", anchor="end", size=BIG, bold=True)
    pen.text((207, floor + 50), "n, samples drawn", anchor="middle")
    return pen


def _at(n: float, nats: float) -> Point:
    return ACROSS(log2(n)), NATS(nats)
