"""How often a majority of independent votes is right, where a single one mostly is, or mostly is not."""

from math import comb

from tools.figures.pen import BIG, Pen, Scale, rules, trace

# Made-up chances that one rater picks the better answer: where it shows, and where the worse looks better.
SEEN, MISLEADING = 0.7, 0.4
VOTES = range(1, 26, 2)
MARKED = (1, 5, 25)
TICKS = (0, 25, 50, 75, 100)
LEFT, RIGHT = 40, 388
ACROSS = Scale(1, 25, LEFT + 16, 356)
RIGHTLY = Scale(0, 100, 272, 56)


def draw() -> Pen:
    """Two lines that part from the middle."""
    pen = Pen(336)
    pen.text((12, 28), "majority is right, %")
    rules(pen, RIGHTLY, TICKS, LEFT, RIGHT)
    _line(pen, MISLEADING, "wrong", 24)
    _line(pen, SEEN, "accent", -14)
    for n in MARKED:
        pen.text((ACROSS(n), RIGHTLY(0) + 22), str(n), "soft", anchor="middle")
    pen.text((RIGHT, RIGHTLY(81)), "the better one shows", "accent", anchor="end", size=BIG, bold=True)
    pen.text((RIGHT, RIGHTLY(33)), "the worse one looks better", "wrong", anchor="end", size=BIG, bold=True)
    pen.text(((LEFT + RIGHT) / 2, RIGHTLY(0) + 48), "raters who vote on the pair", anchor="middle")
    return pen


def _line(pen: Pen, chance: float, role: str, lift: float) -> None:
    pen.stroke(trace([(ACROSS(n), RIGHTLY(100 * right(chance, n))) for n in VOTES]), role, width=3)
    for n in MARKED:
        x, y = ACROSS(n), RIGHTLY(100 * right(chance, n))
        pen.dot((x, y), role, radius=6)
        pen.text((x, y + lift), f"{100 * right(chance, n):.0f}", role, anchor="middle", size=BIG, bold=True)


def right(chance: float, votes: int) -> float:
    """How often more than half of an odd number of votes are right."""
    return sum(
        comb(votes, k) * chance**k * (1 - chance) ** (votes - k) for k in range(votes // 2 + 1, votes + 1)
    )
