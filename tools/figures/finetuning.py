"""Attack success after a few gradient steps of harmful fine-tuning: Qi et al. (2025)."""

from tools.figures.pen import BIG, Pen, Scale, rules, trace

# Per cent, judged by GPT-4 on HEx-PHI; fine-tuning on 100 harmful pairs.
STEPS = (0, 2, 4, 6)
RATES = (1.5, 22.4, 76.4, 87.9)
TICKS = (0, 25, 50, 75, 100)
LEFT, RIGHT = 44, 388
ACROSS = Scale(0, 6, 92, 362)
SUCCESS = Scale(0, 100, 248, 56)


def draw() -> Pen:
    """One rising line, every point with its value."""
    pen = Pen(316)
    pen.text((12, 28), "attack success, % (approximate)")
    rules(pen, SUCCESS, TICKS, LEFT, RIGHT)
    points = [(ACROSS(step), SUCCESS(rate)) for step, rate in zip(STEPS, RATES, strict=True)]
    pen.stroke(trace(points), "accent", width=3)
    for step, rate, (x, y) in zip(STEPS, RATES, points, strict=True):
        pen.dot((x, y), "accent", radius=6)
        pen.text((x - 22, y - 8), str(rate), "accent", anchor="middle", size=BIG, bold=True)
        pen.text((x, SUCCESS(0) + 22), str(step), "soft", anchor="middle")
    pen.text((ACROSS(3), SUCCESS(0) + 48), "gradient steps of fine-tuning", anchor="middle")
    return pen
