"""Gold reward against distance for three invented proxies, in the RL form of Gao et al. (2023)."""

from math import exp, log

from tools.figures.pen import BIG, Pen, Point, Scale, trace

# The paper prints the form, R(d) = d (alpha - beta log d), and no coefficients: alpha is 1 here, and each
# beta stands for a proxy of its own. The form fails near d = 0, so the curves start at d = 1.
# Beta, its label and where that stands, as a distance and a reward.
PROXIES = (
    (0.5, "0.50", (4.85, 0.3), "soft"),
    (0.4, "0.40", (9.6, 1.06), "ink"),
    (1 / 3, "β = 1/3", (9.3, 2.5), "accent"),
)
LAST = 12.0
TICKS = (0, 2, 4, 6, 8, 10, 12)
ACROSS = Scale(0, LAST, 16, 376)
REWARD = Scale(0, 2.6, 258, 60)
STEPS = 60


def draw() -> Pen:
    """Three curves, each with its peak dropped to the axis."""
    pen = Pen(324)
    floor = REWARD(0)
    pen.text((16, 28), "gold reward", "soft")
    pen.stroke(trace([(16, 40), (16, floor), (ACROSS(LAST), floor)]), "soft")
    for tick in TICKS:
        pen.stroke(trace([(ACROSS(tick), floor), (ACROSS(tick), floor + 5)]), "soft")
        pen.text((max(ACROSS(tick), 17), floor + 22), str(tick), "soft", anchor="middle")
    for proxy in PROXIES:
        _curve(pen, *proxy)
    pen.text((200, floor + 50), "d = √KL, distance from the initial policy", anchor="middle")
    return pen


def _curve(pen: Pen, beta: float, name: str, label: Point, role: str) -> None:
    peak, last = exp(1 / beta - 1), min(exp(1 / beta), LAST)
    top = _at(peak, beta * peak)
    pen.stroke(trace([top, (top[0], REWARD(0))]), "soft", width=1, dash="2 4")
    ds = [1 + (last - 1) * step / STEPS for step in range(STEPS + 1)]
    pen.stroke(trace(_at(d, d * (1 - beta * log(d))) for d in ds), role, width=3)
    pen.dot(top, "accent" if role == "accent" else "soft", radius=6)
    pen.text(_at(*label), name, "" if role == "ink" else role, size=BIG, bold=True)


def _at(d: float, reward: float) -> Point:
    return ACROSS(d), REWARD(reward)
