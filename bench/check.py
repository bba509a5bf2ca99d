"""Measures what a check costs: of a course that was never checked, and again after an edit.

    python -m bench.check [--lessons 1000] [--runs 3]

Prints the table and writes it to bench/CHECK.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import yaml

from bench.course import items, make_project, slug
from bench.run import PROJECTS, ROOT, Cost, middle, say, timed

RESULTS = ROOT / "bench" / "CHECK.md"
HEADS = ("what changed", "s", "processor, s", "first process, MB", "largest process, MB", "/ PyYAML alone")
Edit = Callable[[Path, int, int], None]
"""Changes a course, given its size and the number of the run."""


def everything(project: Path, lessons: int, run: int) -> None:
    shutil.rmtree(project / ".cache" / "check", ignore_errors=True)


def nothing(project: Path, lessons: int, run: int) -> None:
    pass


def text(project: Path, lessons: int, run: int) -> None:
    path = project / "content" / "lessons" / slug(lessons // 2) / "lesson.md"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\nEdited for the run with the number {run + 1}.\n")


def question(project: Path, lessons: int, run: int) -> None:
    path = project / "content" / "lessons" / slug(lessons // 3) / "quiz.yml"
    quiz = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    quiz[run]["stem"] = f"What was asked in the run with the number {run + 1}, and of whom?"
    path.write_text(yaml.dump(quiz, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True), "utf-8")


EDITS: dict[str, Edit] = {
    "all of it is new": everything,
    "nothing": nothing,
    "a sentence of a lesson": text,
    "the stem of a question": question,
}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.check", description="Measure what a check costs.")
    parser.add_argument("--lessons", type=int, default=1000, metavar="N")
    parser.add_argument("--runs", type=int, default=3, metavar="N")
    chosen = parser.parse_args(arguments)
    project = PROJECTS / f"check-{chosen.lessons}"
    say(f"{chosen.lessons} lessons: writing the course, and one check to set its formulas")
    make_project(ROOT, project, chosen.lessons)
    timed(project, "studysite", "check")
    costs: dict[str, list[Cost]] = {what: [] for what in EDITS}
    floors: list[float] = []
    for run in range(chosen.runs):
        floors.append(yaml_alone(project))
        for what, edit in EDITS.items():
            edit(project, chosen.lessons, run)
            costs[what].append(timed(project, "studysite", "check"))
        said = ", ".join(f"{each[-1].seconds:.2f} s" for each in costs.values())
        say(f"run {run + 1} of {chosen.runs}: {said}; PyYAML alone {floors[-1]:.1f} s")
    found = table({what: middle(each) for what, each in costs.items()}, median(floors))
    print(found)
    command = f"python -m bench.check --lessons {chosen.lessons} --runs {chosen.runs}"
    RESULTS.write_text(report(found, command, chosen.lessons, median(floors)), encoding="utf-8")
    return 0


def yaml_alone(project: Path) -> float:
    """Seconds in which PyYAML's C loader reads every YAML file of the course and does no more."""
    paths = sorted((project / "content").rglob("*.yml"))
    begun = time.perf_counter()
    for path in paths:
        yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return time.perf_counter() - begun


def table(rows: dict[str, Cost], floor: float) -> str:
    """The rows as a Markdown table."""
    lines = [f"| {' | '.join(HEADS)} |", f"| --- |{' ---: |' * (len(HEADS) - 1)}"]
    return "\n".join(
        [*lines, *(f"| {' | '.join(cells(what, cost, floor))} |" for what, cost in rows.items())]
    )


def cells(what: str, cost: Cost, floor: float) -> list[str]:
    sizes = ("?" if size is None else f"{size / 1e6:.0f}" for size in (cost.own, cost.largest))
    cpu = "?" if cost.cpu is None else f"{cost.cpu:.2f}"
    return [what, f"{cost.seconds:.2f}", cpu, *sizes, f"{cost.seconds / floor:.2f}"]


def report(found: str, command: str, lessons: int, floor: float) -> str:
    """The file CHECK.md."""
    system = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"""\
# What a check costs

Written by `{command}` on {system}. The course has {lessons:,} lessons of
{len(items(0))} items each: see bench/course.py.

{found}

- Seconds are wall clock with the start of Python; medians of the runs. What was set of formulas is there.
- A check spreads over the cores; each of its processes stays below the largest.
- *PyYAML alone* is its C loader reading all YAML files of the course in one process, and nothing else:
  {floor:.1f} s. The ratio tells more than the seconds where a machine is busy or slow.
"""


if __name__ == "__main__":
    sys.exit(main())
