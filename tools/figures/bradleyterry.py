"""The Bradley-Terry curve: how often the higher-scored answer is chosen, against the difference of scores."""

from math import exp, log

from tools.figures.pen import BIG, Pen, Scale, rules, trace

# The made-up comparisons of the worked example: out of a hundred, with the difference that they ask for.
WINS = ((73, "A over B"), (88, "B over C"))
CHAINED = "A over C"
TICKS = (0, 25, 50, 75, 100)
LEFT, RIGHT = 40, 388
ACROSS = Scale(-4, 4, LEFT + 8, 380)
CHOSEN = Scale(0, 100, 264, 56)


def draw() -> Pen:
    """The curve, two observed shares on it and the one that follows from them."""
    pen = Pen(328)
    pen.text((12, 28), "first answer is chosen, % of times")
    rules(pen, CHOSEN, TICKS, LEFT, RIGHT)
    pen.stroke(trace([(ACROSS(0), CHOSEN(50)), (ACROSS(0), CHOSEN(0))]), "soft", width=1, dash="2 4")
    steps = [-4 + step / 10 for step in range(81)]
    pen.stroke(trace([(ACROSS(gap), CHOSEN(share(gap))) for gap in steps]), "accent", width=3)
    total = 0.0
    for wins, name in WINS:
        gap = log(wins / (100 - wins))
        total += gap
        x, y = ACROSS(gap), CHOSEN(wins)
        pen.dot((x, y), "accent", radius=6)
        pen.text((x - 14, y), f"{name}: {wins}", "accent", anchor="end", size=BIG, bold=True)
    x, y = ACROSS(total), CHOSEN(share(total))
    pen.stroke(trace([(x, y + 10), (x, CHOSEN(64))]), "soft", width=1, dash="2 4")
    pen.rect((x - 6, y - 6), (12, 12), "soft")
    pen.text((RIGHT, CHOSEN(54)), f"{CHAINED}: {share(total):.0f},", "soft", anchor="end", size=BIG)
    pen.text((RIGHT, CHOSEN(44)), "foretold", "soft", anchor="end", size=BIG)
    for gap in range(-4, 5, 2):
        pen.text((ACROSS(gap), CHOSEN(0) + 22), f"{gap}".replace("-", "\u2212"), "soft", anchor="middle")
    pen.text(((LEFT + RIGHT) / 2, CHOSEN(0) + 48), "difference of the two scores", anchor="middle")
    return pen


def share(gap: float) -> float:
    """Of a hundred comparisons, those that the answer with this lead in score wins."""
    return 100 / (1 + exp(-gap))
