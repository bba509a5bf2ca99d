"""Projects for the tests to build: real content in a folder of its own, beside the real web/ and docs/."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import build

ROOT = Path(build.__file__).parent
SAMPLE = ROOT / "tests" / "sample"
GOLDEN = ROOT / "tests" / "golden"

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
"""What every page of a site has in its head."""

Files = Mapping[str, str | bytes | None]
"""Texts or bytes by path; None where there is to be no such file."""


def write(root: Path, files: Files) -> None:
    for name, content in files.items():
        path = root / name
        if content is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def new_course(root: Path, files: Files, course: Path = GOLDEN / "course") -> Path:
    """A project with content alone: enough to be read, checked and rendered, formulas included."""
    shutil.copytree(course, root, dirs_exist_ok=True)
    write(root, files)
    (root / "web").symlink_to(ROOT / "web")
    return root


def new_project(root: Path, cache: Path | None = None, course: Path = SAMPLE) -> Path:
    """A whole project with a small course; `cache` is shared, so that Node runs once for all."""
    new_course(root, {}, course)
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copytree(ROOT / "requirements", root / "requirements")
    shutil.copy(ROOT / "mkdocs.yml", root)
    if cache is not None:
        (root / ".cache").symlink_to(cache)
    return root


def one_lesson(root: Path, slug: str = "rlhf-limits") -> Path:
    """The project's own content with one of its lessons, for what is looked at again and again."""
    others = {path.name for path in (ROOT / "content/lessons").iterdir()} - {slug}
    shutil.copytree(ROOT / "content", root / "content", ignore=lambda _, names: others.intersection(names))
    plan = root / "content/course.yml"
    days = re.compile(r"  (\d+):\n    title: (.*)\n    lessons:\n(?:      - .*\n)+")
    only = days.sub(rf"  \1: {{title: \2, lessons: [{slug}]}}\n", plan.read_text("utf-8"))
    planned = "".join(f"  {other}: {{title: Later}}\n" for other in sorted(others))
    plan.write_text(only + planned, "utf-8")
    (root / "content/ids.txt").unlink()
    beliefs = root / "content/misconceptions.yml"
    head, *entries = beliefs.read_text("utf-8").split("\n- id:")
    beliefs.write_text(
        "\n- id:".join([head, *(each for each in entries if f"section: {slug}#" in each)]), "utf-8"
    )
    for path in (root / "content").glob("*.yml"):
        text = re.sub(rf"section: (?!{slug}#).*", f"section: {slug}#loop", path.read_text("utf-8"))
        path.write_text(text, "utf-8")
    (root / "web").symlink_to(ROOT / "web")
    return root


def command(*args: str) -> list[str]:
    """The command line as build.py starts it."""
    return [sys.executable, "-m", "studysite", *args]


def variables(**more: str) -> dict[str, str]:
    """What our commands start with: they leave nothing beside the sources that Python has compiled."""
    unwritten = "" if sys.pycache_prefix else "1"
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": unwritten, **more}


def run(root: Path, *args: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ours in a project, to its end."""
    return subprocess.run(
        command(*args), cwd=root, env=variables(**more), capture_output=True, encoding="utf-8"
    )


def run_bound(root: Path, *args: str, before: Callable[[], None]) -> subprocess.CompletedProcess[str]:
    """Run a command of ours after `before` has bound it."""
    return subprocess.run(
        command(*args), cwd=root, env=variables(), capture_output=True, encoding="utf-8", preexec_fn=before
    )


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def until(condition: Callable[[], bool], process: "subprocess.Popen[bytes]") -> None:
    """Wait for what a process will do, as long as it lives."""
    for _ in range(1200):
        if condition():
            return
        assert process.poll() is None, "it ended before"
        time.sleep(0.05)
    raise AssertionError("it never did")
