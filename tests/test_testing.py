"""`build.py test` runs every check there is."""

import json
import sys
from importlib import util
from pathlib import Path

from studysite.node import Node
from studysite.testing import compiling_once, steps
from tests.projects import ROOT

STEPS = steps(Node(Path("node"), ("npm",)), ["-k", "search"])


def test_python_script_and_browser_are_checked() -> None:
    commands = [" ".join(step.command) for step in STEPS]
    for what in ("ruff check", "ruff format", "mypy", "npm run", "npm test", "tests.browser", "pytest"):
        assert any(what in command for command in commands), what


def test_what_follows_goes_to_pytest() -> None:
    (last,) = (step for step in STEPS if "pytest" in step.command)
    assert last.command[-2:] == ("-k", "search")
    assert last == STEPS[-1]


def test_every_check_is_there_to_be_run() -> None:
    scripts = json.loads((ROOT / "web/package.json").read_text("utf-8"))["scripts"]
    for step in STEPS:
        assert (ROOT / step.where).is_dir()
        if step.command[0] == sys.executable:
            assert util.find_spec(step.command[2]), step.name
        else:
            assert set(step.command) & set(scripts), step.name


def test_what_python_compiles_is_kept_in_the_cache_where_it_may_not_stand_beside_the_sources() -> None:
    cache = {"PYTHONPYCACHEPREFIX": str(Path("here", ".cache", "python"))}
    assert compiling_once(Path("here"), {"A": "b", "PYTHONDONTWRITEBYTECODE": "1"}) == {"A": "b", **cache}


def test_where_python_keeps_what_it_compiles_is_left_to_whoever_said_so() -> None:
    elsewhere = {"PYTHONPYCACHEPREFIX": "elsewhere"}
    for said in ({}, {"PYTHONDONTWRITEBYTECODE": ""}, {"PYTHONDONTWRITEBYTECODE": "1"}):
        assert compiling_once(Path("here"), {**said, **elsewhere}) == elsewhere
    assert compiling_once(Path("here"), {"A": "b"}) == {"A": "b"}
