"""A proxy of a proxy: from what people want to what the policy finds, with what is lost at each link."""

from tools.figures.pen import BIG, Pen, trace

LINKS = (
    ("What people want", ""),
    ("What raters mark", "lost: what they cannot see or check"),
    ("What the reward model predicts", "lost: why they marked it"),
    ("What the policy is paid for", "lost: the answers it was fitted on"),
)
LEFT, RIGHT, TOP = 13, 387, 8
TALL, GAP = 48, 52
INSET = 14


def draw() -> Pen:
    """Boxes downwards, each a little narrower than the one it stands in for."""
    pen = Pen(len(LINKS) * TALL + (len(LINKS) - 1) * GAP + 2 * TOP)
    for row, (name, lost) in enumerate(LINKS):
        top, left = TOP + row * (TALL + GAP), LEFT + row * INSET
        if lost:
            _link(pen, left, top, lost)
        pen.rect((left, top), (RIGHT - left - row * INSET, TALL), "box", radius=8)
        pen.text((200, top + 30), name, anchor="middle", size=BIG, bold=True)
    return pen


def _link(pen: Pen, left: int, top: int, lost: str) -> None:
    x, tip = left + 34, top - 4
    pen.stroke(trace([(x, top - GAP + 4), (x, tip)]), "ink")
    pen.head((x, tip), (0, 1), "ink")
    y = top - GAP / 2
    pen.stroke(trace([(x + 17, y - 4), (x + 25, y + 4)]), "accent", width=2)
    pen.stroke(trace([(x + 17, y + 4), (x + 25, y - 4)]), "accent", width=2)
    pen.text((x + 34, y + 5), lost, "accent", bold=True)
