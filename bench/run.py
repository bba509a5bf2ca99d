"""Measures what a build costs, beside plain MkDocs with Material on the very same staged pages.

    python -m bench.run [--lessons 10 60 300] [--runs 3]

Each build runs in a process of its own, and the three kinds take turns, so that a busy moment of the machine
meets them all. Prints the table and writes it to bench/RESULTS.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from bench.course import CONCEPTS, INTERVIEWS, WORDS, items, make_project, slug

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "RESULTS.md"
PROJECTS = ROOT / ".cache" / "bench"
PLAIN_SITE = "plain-site"
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pydantic", "lxml")
HEADS = (
    "lessons",
    "plain MkDocs, s",
    "cold, s",
    "one edited, s",
    "cold / plain",
    "edited / plain",
    "cold / plain, processor",
    "edited / plain, processor",
    "plain, MB",
    "cold, MB",
    "cold, our process, MB",
)


@dataclass(frozen=True)
class Cost:
    """What a run took; None where the system does not tell."""

    seconds: float
    cpu: float | None
    """Seconds of processor time, of all processes."""
    own: float | None
    """Peak memory of the process that was started, in bytes."""
    largest: float | None
    """Peak memory of that process or the largest that it started in turn, whichever was larger."""


@dataclass(frozen=True)
class Row:
    """The medians for one size of course."""

    lessons: int
    plain: Cost
    cold: Cost
    edited: Cost


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.run", description="Measure what a build costs.")
    parser.add_argument("--lessons", type=int, nargs="+", default=[10, 60, 300], metavar="N")
    parser.add_argument("--runs", type=int, default=3, metavar="N")
    chosen = parser.parse_args(arguments)
    rows = [measure(lessons, chosen.runs) for lessons in chosen.lessons]
    print(table(rows))
    command = f"python -m bench.run --lessons {' '.join(map(str, chosen.lessons))} --runs {chosen.runs}"
    RESULTS.write_text(report(rows, command), encoding="utf-8")
    return 0


def measure(lessons: int, runs: int) -> Row:
    """Build a course of that many lessons in the three ways, `runs` times each."""
    project = PROJECTS / str(lessons)
    say(f"{lessons} lessons: writing the course, and one build to fill the caches")
    make_project(ROOT, project, lessons)
    build(project)
    plain, cold, edited = [], [], []
    for run in range(runs):
        for name in ("out", "site"):
            shutil.rmtree(project / name, ignore_errors=True)
        cold.append(build(project))
        edit(project, lessons // 2, run)
        edited.append(build(project))
        plain.append(build_plain(project))
        seconds = ", ".join(f"{costs[-1].seconds:.1f} s" for costs in (plain, cold, edited))
        say(f"{lessons} lessons, run {run + 1} of {runs}: plain, cold, edited: {seconds}")
    return Row(lessons, middle(plain), middle(cold), middle(edited))


def build(project: Path) -> Cost:
    """Our own build, all of it."""
    return timed(project, "studysite", "build")


def build_plain(project: Path) -> Cost:
    """MkDocs alone, on the pages that our build staged, with the set-up that our build uses."""
    shutil.rmtree(project / PLAIN_SITE, ignore_errors=True)
    site = str(project / PLAIN_SITE)
    return timed(project, "mkdocs", "build", "--strict", "--clean", "-f", "out/mkdocs.yml", "-d", site)


def edit(project: Path, lesson: int, run: int) -> None:
    """Add a sentence to the text of one lesson."""
    with (project / "content" / "lessons" / slug(lesson) / "lesson.md").open("a", encoding="utf-8") as file:
        file.write(f"\nEdited for the run with the number {run + 1}.\n")


def timed(project: Path, module: str, *arguments: str) -> Cost:
    """Run a Python module in the project's folder. What it says is shown only where it fails."""
    note = project / "usage.json"
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "bench.measure", str(note), module, *arguments],
        cwd=project,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    seconds = time.perf_counter() - begun
    if done.returncode:
        sys.exit(f"{module} {' '.join(arguments)} failed:\n{done.stdout}")
    return Cost(seconds, **json.loads(note.read_text(encoding="utf-8")))


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        median(cost.seconds for cost in costs),
        _median(cost.cpu for cost in costs),
        _median(cost.own for cost in costs),
        _median(cost.largest for cost in costs),
    )


def _median(figures: Iterable[float | None]) -> float | None:
    known = [figure for figure in figures if figure is not None]
    return median(known) if known else None


def table(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [f"| {' | '.join(HEADS)} |", f"|{' ---: |' * len(HEADS)}"]
    return "\n".join([*lines, *(f"| {' | '.join(cells(row))} |" for row in rows)])


def cells(row: Row) -> list[str]:
    plain, cold, edited = row.plain, row.cold, row.edited
    return [
        str(row.lessons),
        *(f"{cost.seconds:.1f}" for cost in (plain, cold, edited)),
        ratio(cold.seconds, plain.seconds),
        ratio(edited.seconds, plain.seconds),
        ratio(cold.cpu, plain.cpu),
        ratio(edited.cpu, plain.cpu),
        *(megabytes(size) for size in (plain.largest, cold.largest, cold.own)),
    ]


def ratio(ours: float | None, theirs: float | None) -> str:
    return f"{ours / theirs:.2f}" if ours and theirs else "?"


def megabytes(size: float | None) -> str:
    return "?" if size is None else f"{size / 1e6:.0f}"


def report(rows: Sequence[Row], command: str) -> str:
    """The file RESULTS.md."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    system = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"""\
# What a build costs

Written by `{command}` on {system}, {packages}.

{table(rows)}

- A lesson here has {WORDS:,} words, {len(items(0))} items and {CONCEPTS + INTERVIEWS} cards, \
on two pages: see bench/course.py.
- *Plain MkDocs* is `mkdocs build --strict` with Material on the pages that our build staged, into an empty
  folder.
- *Cold* is our whole build (read, check, render, MkDocs, the check of every link, the swap), without `out/`
  and `site/`. The environment, the packages of Node, the bundled scripts and the typeset formulas are there.
- *One edited* is our whole build after one lesson got a sentence more.
- Seconds are wall clock, each build in a process of its own with the start of Python; medians of the runs.
  The three kinds of build took turns on one machine, so the ratios say more than the seconds. *Processor* is
  the ratio of processor time: the same, but for what else the machine had to do.
- Memory is the peak resident set of the largest single process. Our own waits for MkDocs and keeps what it
  holds meanwhile, so both peaks together bound what a build needs.
"""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
