"""Measures what planning for a date is worth: simulated learners follow the plan, plain FSRS or chance.

    python -m bench.plan [--seeds 20]

Prints the table and writes it to bench/PLAN.md. The learners themselves are in web/tools/plan.mjs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from statistics import mean, stdev
from typing import Any

from studysite.node import install_dev

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "PLAN.md"
CARDS, DAYS, MINUTES = (100, 200, 300), (7, 14, 30), (10, 20, 40)
BEGUN = 1 / 3
"""The share of the cards that the learner has met before."""
TIMED = {"cards": 2000, "days": 60, "minutes": 20, "runs": 9}
HEADS = (
    *("cards", "days", "minutes", "plan", "plain FSRS", "random"),
    *("plan / FSRS", "plan / random", "seeds ahead of both"),
)
Recalls = Mapping[str, Sequence[float]]
"""The recall on the date by policy, for each seed."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="build.py bench plan", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--seeds", type=int, default=20, help="learners for each row (20)")
    chosen = parser.parse_args(arguments)
    cases = [
        {"cards": cards, "begun": BEGUN, "days": days, "minutes": minutes}
        for cards, days, minutes in product(CARDS, DAYS, MINUTES)
    ]
    said = simulated({"cases": cases, "seeds": list(range(1, chosen.seeds + 1)), "timed": TIMED})
    found = table(cases, said["recalls"])
    print(found)
    command = f"python3 build.py bench plan --seeds {chosen.seeds}"
    RESULTS.write_text(report(found, command, chosen.seeds, said), encoding="utf-8")
    return 0


def simulated(asked: Mapping[str, Any]) -> dict[str, Any]:
    """What web/tools/plan.mjs says."""
    said = install_dev(ROOT).run(["tools/plan.mjs"], cwd=ROOT / "web", stdin=json.dumps(asked))
    answer: dict[str, Any] = json.loads(said)
    return answer


def table(cases: Sequence[Mapping[str, Any]], recalls: Sequence[Recalls]) -> str:
    """The cases as a Markdown table."""
    lines = [f"| {' | '.join(HEADS)} |", f"|{' ---: |' * len(HEADS)}"]
    rows = (cells(case, each) for case, each in zip(cases, recalls, strict=True))
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def cells(case: Mapping[str, Any], recalls: Recalls) -> list[str]:
    plan, *others = (recalls[policy] for policy in ("plan", "fsrs", "random"))
    ahead = sum(ours > max(rest) for ours, *rest in zip(plan, *others, strict=True))
    return [
        *(str(case[key]) for key in ("cards", "days", "minutes")),
        *(f"{mean(each):.3f} ± {stdev(each):.3f}" for each in (plan, *others)),
        *(f"{mean(plan) / mean(each):.2f}" for each in others),
        f"{ahead} of {len(plan)}",
    ]


def span(recalls: Sequence[Recalls], other: str) -> str:
    """The smallest and the largest ratio of the plan to another policy, over the rows."""
    ratios = [mean(each["plan"]) / mean(each[other]) for each in recalls]
    return f"{min(ratios):.2f} to {max(ratios):.2f}"


def report(found: str, command: str, seeds: int, said: Mapping[str, Any]) -> str:
    """The file PLAN.md."""
    recalls, cost = said["recalls"], said["cost"]
    to_fsrs, to_random = (span(recalls, other) for other in ("fsrs", "random"))
    size = f"{TIMED['cards']:,} cards, {TIMED['days']} days and {TIMED['minutes']} minutes a day"
    return f"""\
# What planning for a date is worth

Written by `{command}`. The measure is the true recall on the date: the mean over all cards,
then over {seeds} learners, with the standard deviation between them. Over the rows the plan reaches
{to_fsrs} times what plain FSRS reaches, and {to_random} times what random order does.
The plan gains most where the minutes are few for the cards.

{found}

- A third of the cards were begun in the 30 days before. Asking for a card takes 30 s, and as much again where
  it is not known and relearnt. The last day of study is the day before the date.
- *Plan* is web/src/review/plan.ts, made anew each day. Over all days that are left, it takes step by step the
  card and the day whose review adds most expected recall on the date for each time that the card is asked. If
  minutes are left, it goes on with the card that a review helps most.
- *Plain FSRS* asks first for what is due (recall believed to be at most 0.9), what is known best first, and
  then begins new cards in the order of the course. It stops when nothing is left to ask, so it may use fewer
  minutes: what it aims at is a lasting nine in ten, not a date.
- *Random* asks for all cards in an order by chance, until the minutes are over.
- The learners remember by FSRS-6, but not by the weights that the plan believes in: each is multiplied by
  e^(0.25 z), z from the normal distribution, for each learner. New cards are known the first time with a
  chance of up to one half, of which the plan knows nothing. A learner has the same cards and weights under
  each policy. That they remember by FSRS at all is an assumption which the table cannot test.
- One plan for {size} took {cost["warm"]:.0f} ms
  of processor time (the middle of {TIMED["runs"]}), and {cost["first"]:.0f} ms the first time.
"""


if __name__ == "__main__":
    sys.exit(main())
