"""The chain from results to "RLHF alone is no plan": each link drawn by its kind, with what it needs."""

from dataclasses import dataclass

from tools.figures.pen import BIG, Pen, trace

STATEMENTS = (
    "Results, each in its own set-up",
    "In these models, faults remain",
    "Models like ours keep them",
    "More of the same will not mend them",
    "RLHF alone is no plan",
)


@dataclass(frozen=True)
class Link:
    """What leads from one statement to the next, and how its line is drawn."""

    kind: str
    needs: str
    dash: str
    width: float


LINKS = (
    Link("measured", "needs a fair gold, judge, time limit", "", 4),
    Link("inferred", "needs models in use to resemble them", "9 6", 3),
    Link("inferred", "needs the loop, not the run, at fault", "9 6", 3),
    Link("argued", "needs a judgement: it will matter", "1 7", 3.5),
)
LEFT, RIGHT, TOP = 13, 387, 8
TALL, GAP, BEAM = 42, 74, 48


def draw() -> Pen:
    """Five boxes downwards, joined by four links."""
    pen = Pen(TOP * 2 + len(STATEMENTS) * TALL + len(LINKS) * GAP)
    for row, words in enumerate(STATEMENTS):
        top = TOP + row * (TALL + GAP)
        last = row == len(STATEMENTS) - 1
        pen.rect((LEFT, top), (RIGHT - LEFT, TALL), "box", radius=8)
        pen.text((LEFT + 16, top + 27), words, "accent" if last else "", size=BIG, bold=True)
    for row, link in enumerate(LINKS):
        _link(pen, TOP + row * (TALL + GAP) + TALL, link)
    return pen


def _link(pen: Pen, top: int, link: Link) -> None:
    tip = top + GAP - 6
    pen.stroke(trace([(BEAM, top + 7), (BEAM, tip - 4)]), "accent", width=link.width, dash=link.dash)
    pen.head((BEAM, tip), (0, 1), "accent", width=3)
    pen.text((BEAM + 26, top + 33), link.kind, "accent", bold=True)
    pen.text((BEAM + 26, top + 53), link.needs, "soft")
