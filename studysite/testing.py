"""Runs every check of the project, one after the other, and says which failed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from studysite.node import Node, Say, install_dev


@dataclass(frozen=True)
class Step:
    """A check: what it is, and the command that runs it in the folder `where`."""

    name: str
    command: tuple[str, ...]
    where: str = "."


def run_all(root: Path, pytest_args: Sequence[str], say: Say, head: Callable[[str], None]) -> list[str]:
    """Run all checks, `head` announcing each, and return the names of those that failed.

    The packages of web/ are installed on the way. Raises NodeError where they cannot be.
    """
    node = install_dev(root, say)
    variables = compiling_once(root, node.environment)
    failed = []
    for step in steps(node, pytest_args):
        head(step.name)
        done = subprocess.run(step.command, cwd=root / step.where, env=variables)
        if done.returncode != 0:
            failed.append(step.name)
    return failed


def compiling_once(root: Path, variables: Mapping[str, str]) -> dict[str, str]:
    """The variables for the checks: Python may keep what it compiles, as hundreds of commands need the same.

    Where it is told to write nothing beside its sources, as in many containers, that is kept in .cache.
    """
    kept = dict(variables)
    if kept.pop("PYTHONDONTWRITEBYTECODE", ""):
        kept.setdefault("PYTHONPYCACHEPREFIX", str(root / ".cache" / "python"))
    return kept


def steps(node: Node, pytest_args: Sequence[str]) -> list[Step]:
    """All checks in order, the longest last."""
    python, npm = (sys.executable, "-m"), node.npm_command
    return [
        Step("lint", (*python, "ruff", "check", ".")),
        Step("format", (*python, "ruff", "format", "--check", "--quiet", ".")),
        Step("types", (*python, "mypy")),
        Step("types of web/", (*npm, "run", "--silent", "typecheck"), "web"),
        Step("units of web/", (*npm, "test", "--silent"), "web"),
        Step("browser", (*python, "tests.browser.find")),
        Step("tests", (*python, "pytest", "-q", "-n", "3", "--dist", "worksteal", *pytest_args)),
    ]
