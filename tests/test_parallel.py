"""Work that is spread over processes comes to the same as work that is not, and ends when its owner does."""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from studysite.layout import LESSONS
from studysite.parallel import FEW, spread
from tests.projects import ROOT, new_course, snapshot, variables

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the work is not spread")
ONE_CORE = "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})\n"
CHECK = "from studysite.cli import main; main(['check'])"
STAGE = """
from pathlib import Path
from studysite import pipeline
found = pipeline.examine(Path.cwd(), lambda said: None)
pipeline.stage_course(Path.cwd(), found, lambda said: None)
"""
MANY = FEW + 20
MEETING = f"""
import multiprocessing
from studysite.parallel import spread

meeting = multiprocessing.get_context("fork").Barrier(2)

def work(number):
    if number in (0, {MANY - 1}):  # the first waits for the last, which another process has to do
        meeting.wait(timeout=60)
    return number

print(*spread(work, range({MANY})))
"""
WAITING = f"""
import time
from studysite.parallel import spread

def work(number):
    print("working\\n", end="", flush=True)
    time.sleep(60)

list(spread(work, range({MANY})))
"""


def python(script: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own: beside the threads of a test run nothing is spread."""
    return subprocess.run(
        [sys.executable, "-c", script], cwd=cwd, env=variables(), capture_output=True, encoding="utf-8"
    )


@pytest.mark.parametrize("number", [0, 1, FEW, FEW + 1, 100])
def test_results_come_in_order(number: int) -> None:
    assert list(spread(str, range(number))) == list(map(str, range(number)))


def test_a_fault_of_the_work_is_raised() -> None:
    with pytest.raises(ValueError, match="'x'"):
        list(spread(int, ["1", "x", "2"]))


@linux_only
def test_a_fault_in_another_process_is_raised_here() -> None:
    done = python(f"from studysite.parallel import spread\nlist(spread(int, ['x'] * {MANY}))")
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("ValueError: invalid literal for int() with base 10: 'x'")


@linux_only
@pytest.mark.skipif(os.cpu_count() == 1, reason="one core has nothing to spread over")
def test_much_work_is_done_in_several_processes() -> None:
    done = python(MEETING)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == list(map(str, range(MANY)))


@linux_only
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_workers_do_not_outlive_the_one_that_started_them(number: signal.Signals) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WAITING],
        cwd=ROOT,
        env=variables(),
        stdout=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "working\n"
    process.send_signal(number)
    try:
        process.communicate(timeout=20)  # the pipe is closed once the last of them is gone
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


# -- a course that is large enough to be spread ---------------------------------------------------------


LESSON = """
---
title: {title}
minutes: {minutes}
---

See [@cha2001] and [the one before](../{before}/lesson.md#a).

## A {{#a}}
"""
CARD = "- {{id: card-{slug}, type: concept, claims: [T1], ask: 'Why *{slug}*?', answer: '[[kettle]]'}}\n"


def large(root: Path, minutes: str = "1") -> Path:
    """A course of so many lessons that it is spread; every third has that many minutes."""
    slugs = [f"lesson-{number}" for number in range(FEW + 8)]
    days = [f"  {day}: {{title: D, lessons: [{slug}]}}\n" for day, slug in enumerate(slugs, start=2)]
    plan = "title: T\ndays: 40\nplan:\n  1: {title: Tea, lessons: [tea, hours]}\n"
    files = {"content/course.yml": plan + "".join(days)}
    for at, slug in enumerate(slugs):
        lesson = LESSON.format(title=slug, minutes="1" if at % 3 else minutes, before=slugs[at - 1])
        files[f"{LESSONS}/{slug}/lesson.md"] = lesson.lstrip()
        files[f"{LESSONS}/{slug}/cards.yml"] = CARD.format(slug=slug)
    new_course(root, files)
    (root / "docs").mkdir()
    return root


@linux_only
def test_one_core_finds_the_same_faults(tmp_path: Path) -> None:
    root = large(tmp_path, minutes="many")
    alone, together = python(ONE_CORE + CHECK, root), python(CHECK, root)
    assert together.returncode == alone.returncode == 1
    assert together.stderr == alone.stderr
    assert together.stderr.count("error[bad-value]") == (FEW + 10) // 3


@linux_only
def test_one_core_makes_the_same_pages(tmp_path: Path) -> None:
    root = large(tmp_path)
    assert python(ONE_CORE + STAGE, root).returncode == 0
    alone = snapshot(root / "out")
    assert len(alone) > 2 * FEW
    (root / "out").rename(root / "before")
    done = python(STAGE, root)
    assert done.returncode == 0, done.stderr
    assert snapshot(root / "out") == alone
