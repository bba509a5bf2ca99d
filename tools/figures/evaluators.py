"""Evaluators with a time limit before and after RLHF: the false positive rates of Wen et al. (2025)."""

from tools.figures.pen import BIG, Pen, Scale, axis, trace

# Task, test set and time limit, rate before and after in per cent, difference in points.
STUDIES = (
    ("Reading questions", "QuALITY, 3 minutes each", 41.0, 65.1, "+24.1 points"),
    ("Programs", "APPS, 10 minutes each", 29.6, 47.9, "+18.3 points"),
)
TICKS = (0, 25, 50, 75, 100)
RATE = Scale(0, 100, 17, 374)
TOP, ROW, FLOOR = 28, 120, 252


def draw() -> Pen:
    """One dumbbell a study on a common scale."""
    pen = Pen(312)
    for row, study in enumerate(STUDIES):
        _row(pen, TOP + row * ROW, *study)
    axis(pen, RATE, TICKS, FLOOR, "false positive rate, %, before and after RLHF")
    return pen


def _row(pen: Pen, top: int, task: str, source: str, before: float, after: float, rise: str) -> None:
    level, start, end = top + 68, RATE(before), RATE(after)
    pen.text((RATE(0), top), task, size=BIG, bold=True)
    pen.text((RATE(0), top + 20), source, "soft")
    pen.stroke(trace([(start + 8, level), (end - 8, level)]), "accent", width=3)
    pen.dot((start, level), "soft", radius=6, hollow=True)
    pen.dot((end, level), "accent", radius=7)
    pen.text((start - 14, level + 5), f"before {before}%", "soft", anchor="end")
    pen.text((end + 14, level + 5), f"after {after}%", "accent", bold=True)
    pen.text(((start + end) / 2, level - 14), rise, anchor="middle", bold=True)
