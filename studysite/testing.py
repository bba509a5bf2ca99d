"""Runs every check of the project, one after the other, and says which failed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from studysite.node import install_dev


@dataclass(frozen=True)
class Step:
    """A check: what it is, and the command that runs it in the folder `where`."""

    name: str
    command: tuple[str, ...]
    where: str = "."


def steps(root: Path, pytest_args: Sequence[str], say: Callable[[str], None]) -> list[Step]:
    """All checks in order; the packages of web/ are installed on the way. Raises NodeError."""
    python = (sys.executable, "-m")
    npm = install_dev(root, say).npm_command
    return [
        Step("lint", (*python, "ruff", "check", ".")),
        Step("format", (*python, "ruff", "format", "--check", "--quiet", ".")),
        Step("types", (*python, "mypy")),
        Step("script types", (*npm, "run", "--silent", "typecheck"), "web"),
        Step("script units", (*npm, "test", "--silent"), "web"),
        Step("tests", (*python, "pytest", "-q", "-n", "2", *pytest_args)),
    ]


def run(root: Path, todo: Sequence[Step], say: Callable[[str], None]) -> list[str]:
    """Run `todo`, letting each print what it has to say. Returns the names of those that failed."""
    failed = []
    for step in todo:
        say(f"{step.name}: {' '.join(step.command[-2:] if len(step.command) > 4 else step.command)}")
        if subprocess.run(step.command, cwd=root / step.where).returncode != 0:
            failed.append(step.name)
    return failed
