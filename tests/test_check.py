"""The rules over a course: what each finds is in golden/errors; here is how they are held together."""

import inspect
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import studysite.check as room
from studysite.check import (
    COURSE_RULES,
    LESSON_RULES,
    NAME_RULES,
    RULES,
    CourseRule,
    Facts,
    LessonRule,
    Rule,
    check_course,
    check_lesson,
    check_names,
    check_part,
)
from studysite.check.rule import near
from studysite.diagnostics import Diagnostic, Problem, locate
from studysite.fileerrors import LARGEST
from studysite.layout import CLAIMS, LESSONS, PLAN
from studysite.load import load
from studysite.model import Course
from studysite.pipeline import examine
from studysite.silencing import allowances, silence
from studysite.source import list_files
from tests.pages import TEA_SOURCE
from tests.parts import facts_of, looked_at, survey_of
from tests.projects import GOLDEN, ROOT, SAMPLE, new_course, write

COURSES, NAMES = (SAMPLE, ROOT, GOLDEN / "course"), ("sample", "ours", "golden")


@cache
def course_at(root: Path) -> Course:
    return load(root).course


@cache
def parts_at(root: Path) -> list[tuple[Course, Facts]]:
    return looked_at(course_at(root), frozenset(list_files(root, "content")))


def left(problems: list[Problem], course: Course, root: Path) -> list[Diagnostic]:
    """What remains of the problems where all that is allowed is silent."""
    return silence(locate(problems, load(root).files), list(allowances(course)))


def modules() -> Iterator[ModuleType]:
    folder = Path(inspect.getfile(room)).parent
    for path in sorted(folder.glob("*.py")):
        if path.stem not in ("__init__", "rule", "known", "outline"):
            yield import_module(f"studysite.check.{path.stem}")


def rules_of(module: ModuleType, parameters: list[str]) -> list[Any]:
    """The public functions of a module that take what a rule takes."""
    public = [found for name, found in vars(module).items() if not name.startswith("_")]
    functions = [
        found for found in public if inspect.isfunction(found) and found.__module__ == module.__name__
    ]
    return [found for found in functions if list(inspect.signature(found).parameters) == parameters]


@pytest.mark.parametrize(
    ("tables", "parameters"),
    [
        ((RULES, NAME_RULES), ["course", "facts"]),
        ((COURSE_RULES,), ["survey"]),
        ((LESSON_RULES,), ["lesson"]),
    ],
    ids=["part", "course", "lesson"],
)
def test_every_rule_is_in_its_table_once(tables: tuple[tuple[Any, ...], ...], parameters: list[str]) -> None:
    written = {rule for module in modules() for rule in rules_of(module, parameters)}
    listed = [rule for table in tables for rule in table]
    assert written == set(listed)
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("rule", [*RULES, *NAME_RULES], ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("root", COURSES, ids=NAMES)
def test_a_sound_part_breaks_no_rule(rule: Rule, root: Path) -> None:
    found = [problem for course, facts in parts_at(root) for problem in rule(course, facts)]
    assert left(found, course_at(root), root) == []


@pytest.mark.parametrize("rule", LESSON_RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("root", COURSES, ids=NAMES)
def test_a_sound_lesson_breaks_no_rule(rule: LessonRule, root: Path) -> None:
    course = course_at(root)
    assert left([found for lesson in course.lessons for found in rule(lesson)], course, root) == []


@pytest.mark.parametrize("rule", COURSE_RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("root", COURSES, ids=NAMES)
def test_a_sound_course_breaks_no_rule(rule: CourseRule, root: Path) -> None:
    survey = survey_of(course_at(root), frozenset(list_files(root, "content")))
    assert left(list(rule(survey)), course_at(root), root) == []


EMPTY = Course.model_validate({"plan": {"title": "A", "days": 1, "plan": {}}})


@pytest.mark.parametrize("rule", [*RULES, *NAME_RULES], ids=lambda rule: rule.__name__)
def test_an_empty_part_breaks_no_rule(rule: Rule) -> None:
    assert list(rule(EMPTY, facts_of(EMPTY))) == []


@pytest.mark.parametrize("rule", COURSE_RULES, ids=lambda rule: rule.__name__)
def test_an_empty_course_breaks_no_rule(rule: CourseRule) -> None:
    assert list(rule(survey_of(EMPTY))) == []


def broken() -> Course:
    """The sample course without its claims, and without the sections of its first lesson."""
    course = course_at(SAMPLE)
    lesson = course.lessons[0].model_copy(update={"sections": ()})
    return course.model_copy(update={"lessons": (lesson, *course.lessons[1:]), "claims": ()})


def test_all_that_the_rules_find_is_returned() -> None:
    course, facts = broken(), facts_of(broken())
    over_all = [problem for rule in RULES for problem in rule(course, facts)]
    over_each = [problem for lesson in course.lessons for problem in check_lesson(lesson)]
    assert check_part(course, facts) == over_all + over_each
    assert {problem.code for problem in over_each} == {"absolute-words", "spoken-length"}
    survey = survey_of(course)
    assert check_course(survey) == [problem for rule in COURSE_RULES for problem in rule(survey)]


def test_rules_that_ask_after_names_find_what_is_missing() -> None:
    found = {problem.code for part, facts in looked_at(broken()) for problem in check_names(part, facts)}
    assert found == {"unknown-claim", "unknown-section", "missing-image", "dead-link"}


def test_where_every_name_is_known_no_rule_that_asks_for_one_finds_a_fault() -> None:
    """So a part need not be asked again while all that it needs is there."""
    assert check_names(broken(), facts_of(broken())) == []


def test_a_picture_of_more_than_ten_megabytes_is_not_read(tmp_path: Path) -> None:
    text = "---\ntitle: Tea\nminutes: 1\n---\n\n![A pot](pot.png)\n\n## B {#boiling claims='T1'}\n"
    root = new_course(tmp_path, {TEA_SOURCE: text, "content/lessons/tea/pot.png": b""})
    for size, codes in ((LARGEST, ["large-image"]), (LARGEST + 1, ["too-large"])):
        with (root / "content/lessons/tea/pot.png").open("wb") as file:
            file.truncate(size)
        examined = examine(root, lambda said: None)
        assert [diagnostic.code for diagnostic in examined.diagnostics] == codes
        assert len(examined.images) == (0 if "too-large" in codes else 1)


def test_a_first_lesson_as_the_readme_shows_it_is_met_with_one_gentle_warning(tmp_path: Path) -> None:
    """The author has one claim with one question: that is all there is to say."""
    readme = (ROOT / "README.md").read_text("utf-8")
    lesson, plan, claims, quiz = (
        textwrap.dedent(block) for block in re.findall(r"^   ```\w+\n(.*?)^   ```$", readme, re.S | re.M)
    )
    folder = f"{LESSONS}/kettles"
    root = tmp_path / "new"
    (root / "web").parent.mkdir()
    (root / "web").symlink_to(ROOT / "web")
    files = {"lesson.md": lesson, "quiz.yml": quiz}
    write(root, {f"{folder}/{name}": text for name, text in files.items()})
    write(root, {PLAN: f"title: Tea\ndays: 60\n{plan}", CLAIMS: claims})
    examined = examine(root, lambda said: None)
    assert [diagnostic.code for diagnostic in examined.diagnostics] == ["thin-claim"]


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
