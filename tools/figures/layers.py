"""Three layers of defence whose holes lie apart, and the same three with one in common (invented numbers)."""

from tools.figures.pen import BIG, Pen, trace

LAYERS = ("model", "classifier", "monitoring")
# Of 10,000 attempts, how many get past each layer; and where its hole lies, from 0 to 1 across the panel.
PANELS = (
    ("Faults apart", ("1,000", "50", "10"), (0.22, 0.52, 0.82)),
    ("A fault in common", ("1,000", "224", "204"), (0.52, 0.52, 0.52)),
)
LEFTS, SPAN = (13, 218), 168
TOP, GAP, THICK, HOLE = 84, 74, 16, 26


def draw() -> Pen:
    """The two stacks side by side, attempts coming from above."""
    pen = Pen(TOP + 2 * GAP + THICK + 72)
    for left, panel in zip(LEFTS, PANELS, strict=True):
        _panel(pen, left, *panel)
    return pen


def _panel(pen: Pen, left: int, name: str, passed: tuple[str, ...], holes: tuple[float, ...]) -> None:
    pen.text((left, 24), name, size=BIG, bold=True)
    pen.text((left, 50), "10,000 attempts", "soft")
    shared = len(set(holes)) == 1
    for row, (layer, count, hole) in enumerate(zip(LAYERS, passed, holes, strict=True)):
        top, middle = TOP + row * GAP, left + hole * SPAN
        pen.rect((left, top), (middle - HOLE / 2 - left, THICK), "line", radius=3)
        start = middle + HOLE / 2
        pen.rect((start, top), (left + SPAN - start, THICK), "line", radius=3)
        pen.text((left, top + THICK + 18), layer, "soft")
        if row < len(LAYERS) - 1:
            pen.text((left + SPAN, top + THICK + 18), count, "accent", anchor="end", bold=True)
        else:
            pen.text((left, top + THICK + 58), f"{count} get through", "accent", bold=True, size=BIG)
        if not shared:
            pen.stroke(trace([(middle, top - 20), (middle, top + THICK + 4)]), "accent", width=2)
            pen.head((middle, top + THICK + 4), (0, 1), "accent", width=2)
    if shared:
        middle, tip = left + holes[0] * SPAN, TOP + 2 * GAP + THICK + 30
        pen.stroke(trace([(middle, TOP - 20), (middle, tip)]), "accent", width=3)
        pen.head((middle, tip), (0, 1), "accent", width=3)
