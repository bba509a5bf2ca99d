"""The loop of RLHF in three layers, with the way in which each one fails."""

from tools.figures.pen import BIG, Pen, trace

LAYERS = (
    ("Raters", "compare pairs of answers", "What looks good is rewarded", "preference data"),
    ("Reward model", "learns to predict their choices", "A proxy of a proxy", "reward"),
    ("Policy", "the optimiser raises its reward", "Optimised against the gaps", ""),
)
RETURN = ("outputs", "to judge")
LEFT, RIGHT, TOP = 13, 308, 8
TALL, GAP, STRIP = 96, 48, 36
BACK = 356


def draw() -> Pen:
    """Three boxes downwards, and the way back up on the right."""
    pen = Pen(3 * TALL + 2 * GAP + 2 * TOP)
    for row, (name, task, fault, passes) in enumerate(LAYERS):
        top = TOP + row * (TALL + GAP)
        _box(pen, top, f"Layer {row + 1}", (name, task, fault))
        if passes:
            _down(pen, top + TALL, passes)
    _back(pen, TOP + TALL // 2, TOP + 2 * (TALL + GAP) + TALL // 2)
    return pen


def _box(pen: Pen, top: int, layer: str, words: tuple[str, str, str]) -> None:
    name, task, fault = words
    strip = top + TALL - STRIP
    pen.rect((LEFT, top), (RIGHT - LEFT, TALL), "box", radius=8)
    pen.text((LEFT + 16, top + 26), name, size=BIG, bold=True)
    pen.text((RIGHT - 16, top + 26), layer, "soft", anchor="end")
    pen.text((LEFT + 16, top + 46), task, "soft")
    pen.rect((LEFT + 4, strip), (RIGHT - LEFT - 8, STRIP - 4), "tint", radius=4)
    _cross(pen, LEFT + 22, strip + 16)
    pen.text((LEFT + 36, strip + 21), fault, "accent", bold=True)


def _cross(pen: Pen, x: float, y: float) -> None:
    pen.stroke(trace([(x - 4, y - 4), (x + 4, y + 4)]), "accent", width=2)
    pen.stroke(trace([(x - 4, y + 4), (x + 4, y - 4)]), "accent", width=2)


def _down(pen: Pen, top: int, passes: str) -> None:
    x, tip = LEFT + 40, top + GAP - 4
    pen.stroke(trace([(x, top + 4), (x, tip)]), "ink")
    pen.head((x, tip), (0, 1), "ink")
    pen.text((x + 16, top + GAP / 2 + 5), passes)


def _back(pen: Pen, upper: int, lower: int) -> None:
    middle, turn, start = (upper + lower) // 2, 12, RIGHT + 4
    pen.stroke(f"M{start} {lower}H{BACK - turn}Q{BACK} {lower} {BACK} {lower - turn}V{middle + 32}", "ink")
    pen.stroke(f"M{BACK} {middle - 28}V{upper + turn}Q{BACK} {upper} {BACK - turn} {upper}H{start}", "ink")
    pen.head((start, upper), (-1, 0), "ink")
    for row, words in enumerate(RETURN):
        pen.text((BACK, middle - 4 + 20 * row), words, anchor="middle")
