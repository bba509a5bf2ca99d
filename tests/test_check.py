"""The rules over a course: what each finds is in golden/errors; here is how they are held together."""

import inspect
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import studysite.check as room
from studysite.check import RULES, Facts, Rule, check
from studysite.check.rule import near
from studysite.diagnostics import Problem
from studysite.load import load
from studysite.model import Course
from studysite.passages import passages
from studysite.source import list_files
from tests.projects import GOLDEN, ROOT, SAMPLE


@cache
def course_at(root: Path) -> tuple[Course, Facts]:
    course = load(root).course
    assert course is not None
    return course, facts_of(course, frozenset(list_files(root, "content")))


def facts_of(course: Course, files: frozenset[str] = frozenset()) -> Facts:
    return Facts(files=files, passages=tuple(passages(course)))


def modules() -> Iterator[ModuleType]:
    folder = Path(inspect.getfile(room)).parent
    for path in sorted(folder.glob("*.py")):
        if path.stem not in ("__init__", "rule"):
            yield import_module(f"studysite.check.{path.stem}")


def rules_of(module: ModuleType) -> list[Any]:
    """The public functions of a module that take a course and facts."""
    public = [found for name, found in vars(module).items() if not name.startswith("_")]
    functions = [
        found for found in public if inspect.isfunction(found) and found.__module__ == module.__name__
    ]
    return [
        found for found in functions if list(inspect.signature(found).parameters)[:2] == ["course", "facts"]
    ]


def test_every_rule_is_in_the_table_once() -> None:
    written = {rule for module in modules() for rule in rules_of(module)}
    assert written == set(RULES)
    assert len(RULES) == len(set(RULES))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("root", [SAMPLE, ROOT, GOLDEN / "course"], ids=["sample", "ours", "golden"])
def test_a_sound_course_breaks_no_rule(rule: Rule, root: Path) -> None:
    assert list(rule(*course_at(root))) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_an_empty_course_breaks_no_rule(rule: Rule) -> None:
    course = Course.model_validate({"plan": {"title": "A", "days": 1, "plan": {}}})
    assert list(rule(course, facts_of(course))) == []


def test_all_that_the_rules_find_is_returned() -> None:
    course, _ = course_at(SAMPLE)
    lesson = course.lessons[0].model_copy(update={"sections": ()})
    broken = course.model_copy(update={"lessons": (lesson, *course.lessons[1:]), "claims": ()})
    facts = facts_of(broken)
    found = check(broken, facts)
    assert {"unknown-claim", "unknown-section", "missing-image", "dead-link"} <= {each.code for each in found}
    assert found == [problem for rule in RULES for problem in rule(broken, facts)]


def test_every_code_of_a_rule_has_a_golden_case() -> None:
    cases = [path.read_text("utf-8") for path in (GOLDEN / "errors").glob("*.yml")]
    shown = {code for case in cases for code in re.findall(r"(?:error|warning)\[([a-z-]+)\]: ", case)}
    sources = [inspect.getsource(module) for module in modules()]
    written = {code for source in sources for code in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source)}
    assert written - shown == set()


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("ketle", "Did you mean `kettle`?"),
        ("samovar", "Add it."),
        ("", "Add it."),
        ("kettle", "Did you mean `kettle`?"),
    ],
)
def test_the_cure_for_an_unknown_name_is_the_nearest(name: str, cure: str) -> None:
    assert near(name, ["kettle", "teapot"], "Add it.") == cure


def test_a_problem_is_an_error_unless_it_says_otherwise() -> None:
    assert Problem(("a",), "c", "m", "Do.").severity == "error"
