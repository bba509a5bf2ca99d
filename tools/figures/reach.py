"""Eight remedies against the four places where faults of RLHF sit, as the lesson on remedies sorts them."""

from tools.figures.pen import Pen, trace

PLACES = (("feed-", "back"), ("re-", "ward"), ("policy", ""), ("depth,", "attack"))
# For each remedy the places that it acts on, in the order above.
REMEDIES = (
    ("Debate, sandwiching", (0,)),
    ("AI feedback", (0,)),
    ("Rules, larger reward models", (1,)),
    ("KL penalty, early stop", (2,)),
    ("Inoculation, diverse data", (2,)),
    ("Recovery examples", (3,)),
    ("Constrained fine-tuning", (3,)),
    ("Circuit breakers, classifiers", (3,)),
)
LEFT, RIGHT = 13, 387
FIRST, STEP = 212, 49
TOP, ROW = 62, 34


def draw() -> Pen:
    """One row a remedy, one column a place; a disc where it acts, a ring where it leaves things alone."""
    pen = Pen(TOP + ROW * len(REMEDIES) + 44)
    for column, words in enumerate(PLACES):
        for line, word in enumerate(words):
            pen.text((FIRST + column * STEP, 20 + 18 * line), word, anchor="middle")
    pen.stroke(trace([(LEFT, TOP - 12), (RIGHT, TOP - 12)]), "soft")
    for row, (name, reached) in enumerate(REMEDIES):
        _row(pen, TOP + row * ROW, name, reached)
    foot = TOP + ROW * len(REMEDIES) + 26
    pen.dot((LEFT + 7, foot - 5), "accent", radius=7)
    pen.text((LEFT + 22, foot), "acts here", "accent", bold=True)
    pen.dot((LEFT + 125, foot - 5), "soft", radius=4, hollow=True)
    pen.text((LEFT + 138, foot), "leaves it as it was", "soft")
    return pen


def _row(pen: Pen, top: int, name: str, reached: tuple[int, ...]) -> None:
    level = top + 10
    pen.text((LEFT, level + 5), name)
    for column in range(len(PLACES)):
        at = FIRST + column * STEP, level
        if column in reached:
            pen.dot(at, "accent", radius=7)
        else:
            pen.dot(at, "soft", radius=4, hollow=True)
    pen.stroke(trace([(LEFT, top + ROW - 7), (RIGHT, top + ROW - 7)]), "line", width=1)
