"""Attack success against the number of harmful tokens prefilled, plain and deepened: Qi et al. (2025)."""

from tools.figures.pen import BIG, Pen, Scale, rules, trace

# Per cent, judged by GPT-4 on HEx-PHI, Llama-2-7B-Chat.
TOKENS = (5, 10, 20, 40)
PLAIN = (42.1, 51.5, 56.1, 57.0)
DEEPENED = (2.8, 2.9, 3.4, 4.5)
TICKS = (0, 20, 40, 60)
LEFT, RIGHT = 40, 388
ACROSS = Scale(0, 40, LEFT, 352)
SUCCESS = Scale(0, 60, 248, 56)


def draw() -> Pen:
    """Two lines from a common zero."""
    pen = Pen(316)
    pen.text((12, 28), "attack success, % (approximate)")
    rules(pen, SUCCESS, TICKS, LEFT, RIGHT)
    plain = [(ACROSS(n), SUCCESS(value)) for n, value in zip(TOKENS, PLAIN, strict=True)]
    deepened = [(ACROSS(n), SUCCESS(value)) for n, value in zip(TOKENS, DEEPENED, strict=True)]
    pen.stroke(trace(plain), "accent", width=3)
    pen.stroke(trace(deepened), "soft", width=2, dash="6 4")
    for n, (x, y), value in zip(TOKENS, plain, PLAIN, strict=True):
        pen.dot((x, y), "accent", radius=6)
        pen.text((x + 16, y + 24), str(value), "accent", anchor="middle", size=BIG, bold=True)
        pen.text((x, SUCCESS(0) + 22), str(n), "soft", anchor="middle")
    for (x, y), value in zip(deepened, DEEPENED, strict=True):
        pen.rect((x - 4, y - 4), (8, 8), "soft")
        pen.text((x, y - 12), str(value), "soft", anchor="middle")
    pen.text((RIGHT, SUCCESS(42.6)), "plain model", "accent", anchor="end", size=BIG, bold=True)
    pen.text((RIGHT, SUCCESS(15)), "deepened model", "soft", anchor="end", size=BIG)
    pen.text((ACROSS(20), SUCCESS(0) + 48), "harmful tokens prefilled", anchor="middle")
    return pen
