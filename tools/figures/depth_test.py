"""Two invented models in a test of depth: attack success by tokens prefilled."""

from tools.figures.pen import BIG, Pen, Scale, rules, trace

# All values are invented, as the worked example says; B is to have learned recoveries up to 40 tokens.
TOKENS = (0, 5, 20, 40, 80, 160)
A = (2, 44, 55, 57, 57, 58)
B = (2, 3, 3, 5, 24, 46)
TRAINED = 3
"""The place among `TOKENS` of the depth that B was trained to."""
TICKS = (0, 20, 40, 60)
LEFT, RIGHT = 40, 388
ACROSS = Scale(0, len(TOKENS) - 1, 62, 366)
SUCCESS = Scale(0, 60, 248, 62)


def draw() -> Pen:
    """Two lines over equal steps, with the trained depth behind them."""
    pen = Pen(320)
    pen.text((12, 28), "attack success, % (invented)", "soft")
    pen.rect((LEFT, SUCCESS(64)), (ACROSS(TRAINED) - LEFT, SUCCESS(0) - SUCCESS(64)), "tint")
    rules(pen, SUCCESS, TICKS, LEFT, RIGHT)
    for values, role, width, dash in ((A, "soft", 2.0, "6 4"), (B, "accent", 3.0, "")):
        points = [(ACROSS(step), SUCCESS(value)) for step, value in enumerate(values)]
        pen.stroke(trace(points), role, width=width, dash=dash)
        for x, y in points:
            if role == "accent":
                pen.dot((x, y), role, radius=6)
            else:
                pen.rect((x - 4, y - 4), (8, 8), role)
    for step, tokens in enumerate(TOKENS):
        pen.text((ACROSS(step), SUCCESS(0) + 22), str(tokens), "soft", anchor="middle")
    pen.text((ACROSS(3.15), SUCCESS(50)), "model A", "soft", size=BIG)
    pen.text((ACROSS(3.75), SUCCESS(12)), "model B", "accent", size=BIG, bold=True)
    pen.text((ACROSS(TRAINED) - 8, SUCCESS(24)), "depth that B", "soft", anchor="end")
    pen.text((ACROSS(TRAINED) - 8, SUCCESS(18)), "was trained on", "soft", anchor="end")
    pen.text((ACROSS(2.5), SUCCESS(0) + 50), "harmful tokens prefilled", anchor="middle")
    return pen
