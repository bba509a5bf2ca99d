"""How far training moved each token of an answer from the base model: a schematic, not data."""

from tools.figures.pen import BIG, Pen, Scale, trace

# The first words of a refusal with the centres of their columns; the heights of all columns, from 0 to 1.
OPENING = (("I", 24), ("cannot", 66), ("help", 116), ("with", 156))
HEIGHTS = (
    *(1.0, 0.92, 0.74, 0.46),
    *(0.14, 0.09, 0.06, 0.08, 0.05, 0.04, 0.05, 0.03, 0.04, 0.03),
    *(0.04, 0.03, 0.02, 0.03, 0.02, 0.03, 0.02, 0.03, 0.02, 0.02),
)
REST = [192 + 10 * step for step in range(len(HEIGHTS) - len(OPENING))]
CHANGE = Scale(0, 1, 228, 84)
LEFT, RIGHT = 13, 387


def draw() -> Pen:
    """Columns over the words of a refusal; what follows the opening is only hinted at."""
    pen = Pen(280)
    floor = CHANGE(0)
    places = [place for _, place in OPENING] + REST
    for index, (place, height) in enumerate(zip(places, HEIGHTS, strict=True)):
        role, wide = ("accent", 12) if index < len(OPENING) else ("soft", 8)
        pen.rect((place - wide / 2, CHANGE(height)), (wide, floor - CHANGE(height)), role)
    pen.stroke(trace([(LEFT, floor), (RIGHT, floor)]), "soft")
    for word, place in OPENING:
        pen.text((place, floor + 22), word, anchor="middle")
    for place in REST:
        pen.rect((place - 4, floor + 16), (8, 3), "soft", radius=1.5)
    _bracket(pen, LEFT, 176, 64, "accent")
    pen.text((LEFT, 28), "where training", "accent", size=BIG, bold=True)
    pen.text((LEFT, 48), "changed most", "accent", size=BIG, bold=True)
    _bracket(pen, REST[0] - 4, REST[-1] + 4, 192, "soft")
    pen.text(((REST[0] + REST[-1]) / 2, 176), "hardly changed", "soft", anchor="middle", size=BIG)
    pen.text(((REST[0] + REST[-1]) / 2, floor + 42), "the rest of the answer", "soft", anchor="middle")
    pen.text((RIGHT, 28), "height: distance", "soft", anchor="end")
    pen.text((RIGHT, 48), "from the base model", "soft", anchor="end")
    return pen


def _bracket(pen: Pen, left: float, right: float, top: float, role: str) -> None:
    pen.stroke(trace([(left, top + 8), (left, top), (right, top), (right, top + 8)]), role)
