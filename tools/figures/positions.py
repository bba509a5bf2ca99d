"""Where each attack on a shallow model acts, along the positions of one answer: a schematic, not data."""

from tools.figures.pen import BIG, Pen, trace

# The zones of one exchange, as left and right edges, and the tokens of the answer as left edge and width.
PROMPT, OPENING, REST = (13, 133), (146, 238), (251, 387)
FIRST = [(OPENING[0] + 24 * step, 20) for step in range(4)]
LATER = [(REST[0] + 20 * step, 16) for step in range(7)]
# Each attack: its evidence; what it writes, as edges, if anything; how its arrow or its dots look.
ROWS = (
    ("Prefilling", "direct evidence", OPENING, ""),
    ("Decoding exploit", "direct evidence", None, "hollow"),
    ("Adversarial suffix", "direct evidence", (103, 133), "solid"),
    ("Prefix injection, suppression", "two accounts", (63, 133), "dashed"),
    ("Many-shot priming", "course’s reading", PROMPT, "dashed"),
    ("Top-20 choice", "undid deepening", None, "full"),
)
TOP, ROW = 116, 56


def draw() -> Pen:
    """One exchange at the top, with a band below its opening, and a row for each attack."""
    pen = Pen(TOP + ROW * len(ROWS))
    pen.rect((OPENING[0] - 5, 36), (OPENING[1] - OPENING[0] + 10, pen.height - 40), "tint", radius=6)
    for name, (left, right), role in (
        ("the prompt", PROMPT, "soft"),
        ("the opening", OPENING, "accent"),
        ("the rest", REST, "soft"),
    ):
        pen.text(((left + right) / 2, 26), name, role, anchor="middle", size=BIG, bold=role == "accent")
    pen.rect((PROMPT[0], 46), (PROMPT[1] - PROMPT[0], 20), "box", radius=4)
    for left, wide in FIRST:
        pen.rect((left, 46), (wide, 20), "accent", radius=3)
    for left, wide in LATER:
        pen.rect((left, 46), (wide, 20), "line", radius=3)
    for row, attack in enumerate(ROWS):
        _row(pen, TOP + ROW * row, *attack)
    return pen


def _row(pen: Pen, top: int, name: str, evidence: str, writes: tuple[int, int] | None, how: str) -> None:
    level = top + 20
    pen.text((PROMPT[0], top), name, bold=True)
    pen.text((REST[1], top), evidence, "soft", anchor="end")
    if writes is None:
        for left, wide in FIRST + LATER:
            pen.dot((left + wide / 2, level), "accent", radius=5, hollow=how == "hollow")
        return
    left, right = writes
    pen.rect((left, level - 6), (right - left, 12), "accent", radius=3)
    if how:
        tip = OPENING[1] - 8
        pen.stroke(
            trace([(right + 4, level), (tip, level)]),
            "accent",
            width=2,
            dash="5 5" if how == "dashed" else "",
        )
        pen.head((tip, level), (1, 0), "accent", width=2)
