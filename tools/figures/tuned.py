"""Attack success before and after fine-tuning, plain and with constrained first tokens: Qi et al. (2025)."""

from tools.figures.pen import BIG, Pen, Scale, axis, trace

# Per cent, judged by GPT-4 on HEx-PHI, Llama-2-7B-Chat: initial, plain fine-tuning, constrained fine-tuning.
GROUPS = (
    (
        "Attacks",
        (
            ("Harmful examples", 1.5, 88.9, 4.6),
            ("Identity shift", 0.0, 79.5, 8.1),
            ("Backdoor, with trigger", 1.7, 90.9, 10.9),
        ),
    ),
    (
        "Benign data",
        (
            ("Samsum", 1.5, 23.4, 3.2),
            ("SQL", 1.5, 15.4, 3.2),
            ("GSM8k", 1.5, 3.3, 2.0),
        ),
    ),
)
TICKS = (0, 25, 50, 75, 100)
RATE = Scale(0, 100, 20, 374)
TOP, TITLE, ROW = 56, 28, 46


def draw() -> Pen:
    """A row for each data set on a common scale; the legend stands above, the axis below."""
    floor = TOP + sum(TITLE + ROW * len(rows) for _, rows in GROUPS)
    pen = Pen(floor + 62)
    _legend(pen)
    top = TOP
    for title, rows in GROUPS:
        pen.text((13, top + 14), title, size=BIG, bold=True)
        top += TITLE
        for row in rows:
            _row(pen, top, *row)
            top += ROW
    axis(pen, RATE, TICKS, floor, "attack success, % (approximate)")
    return pen


def _legend(pen: Pen) -> None:
    pen.stroke(trace([(18, 14), (18, 30)]), "ink", width=3)
    pen.text((30, 27), "initial")
    pen.dot((112, 22), "accent", radius=6, hollow=True)
    pen.text((126, 27), "constrained")
    pen.dot((240, 22), "accent", radius=6)
    pen.text((254, 27), "plain fine-tuning", "accent", bold=True)


def _row(pen: Pen, top: int, name: str, initial: float, plain: float, constrained: float) -> None:
    level = top + 26
    pen.text((13, top + 10), name)
    pen.text((387, top + 10), f"{initial:.1f} → {plain:.1f} or {constrained:.1f}", "soft", anchor="end")
    pen.stroke(trace([(RATE(0), level), (RATE(100), level)]), "line", width=1)
    if plain - constrained > 5:
        pen.stroke(trace([(RATE(constrained) + 8, level), (RATE(plain) - 8, level)]), "accent", width=2)
    pen.dot((RATE(plain), level), "accent", radius=6)
    pen.dot((RATE(constrained), level), "accent", radius=6, hollow=True)
    pen.stroke(trace([(RATE(initial), level - 8), (RATE(initial), level + 8)]), "ink", width=3)
