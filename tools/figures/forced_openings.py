"""Attack success of two base models made to open with a refusal: Qi et al. (2025)."""

from tools.figures.pen import BIG, Pen, Scale, axis

# Per cent, judged by GPT-4 on HEx-PHI: the words forced, Llama-2-7B, Gemma-7B.
OPENINGS = (
    ("nothing forced", 68.6, 85.4),
    ("I cannot", 16.4, 8.7),
    ("I apologize", 14.4, 14.1),
    ("I am unable", 8.1, 3.9),
    ("I cannot fulfill", 5.4, 2.7),
    ("I apologize, but I cannot", 2.1, 1.0),
)
TICKS = (0, 25, 50, 75, 100)
RATE = Scale(0, 100, 20, 374)
TOP, ROW = 70, 48
LLAMA, GEMMA = 292, 380
"""Right edges of the two columns of values."""


def draw() -> Pen:
    """Two bars a row, with their values in two columns above them."""
    floor = TOP + ROW * len(OPENINGS) - 12
    pen = Pen(floor + 62)
    pen.text((20, 28), "made to open with", "soft")
    pen.rect((LLAMA - 60, 16), (12, 12), "accent")
    pen.text((LLAMA, 28), "Llama", "accent", anchor="end", bold=True)
    pen.rect((GEMMA - 72, 16), (12, 12), "soft")
    pen.text((GEMMA, 28), "Gemma", "soft", anchor="end", bold=True)
    for row, (words, llama, gemma) in enumerate(OPENINGS):
        _row(pen, TOP + row * ROW, words, llama, gemma)
    axis(pen, RATE, TICKS, floor, "attack success, % (approximate)")
    return pen


def _row(pen: Pen, top: int, words: str, llama: float, gemma: float) -> None:
    is_free = words == OPENINGS[0][0]
    pen.text((RATE(0), top), words, "soft" if is_free else "", size=0 if is_free else BIG)
    for value, right, role, level in ((llama, LLAMA, "accent", top + 8), (gemma, GEMMA, "soft", top + 17)):
        pen.text((right, top), f"{value:.1f}", role, anchor="end", bold=True)
        pen.rect((RATE(0), level), (RATE(value) - RATE(0), 7), role)
