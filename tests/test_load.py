"""content/ becomes a course; what is wrong is gathered, and costs nothing that is sound."""

import shutil
from pathlib import Path

import pytest

from studysite.load import UNPLANNED, Loaded, load
from studysite.model import Course, Section
from tests.projects import SAMPLE, Files, new_course

QUIZ = "content/lessons/tea/quiz.yml"
ITEM = """
- id: {id}
  type: short
  level: apply
  claims: [T1]
  stem: Why?
  answer: So.
  points: [a]
"""


def loaded(root: Path, files: Files) -> Loaded:
    return load(new_course(root, files))


def course_of(found: Loaded) -> Course:
    assert found.course is not None
    return found.course


def said(found: Loaded) -> list[tuple[str, int, str]]:
    return [(d.place.path, d.place.line, d.code) for d in found.diagnostics()]


def test_the_sample_is_read_without_a_word() -> None:
    found = load(SAMPLE)
    assert found.diagnostics() == []
    course = course_of(found)
    assert (course.plan.title, course.plan.days) == ("The tea course", 10)
    assert [claim.id for claim in course.claims] == ["K1", "K2"]
    assert [reference.key for reference in course.references] == ["cha2001", "tetley1990"]


def test_every_file_that_was_read_is_kept_for_the_places() -> None:
    assert set(load(SAMPLE).files) == {
        *(f"content/{name}" for name in ("course.yml", "claims.yml", "glossary.yml", "misconceptions.yml")),
        "content/references.bib",
        *(f"content/lessons/kettles/{name}" for name in ("lesson.md", "quiz.yml", "cards.yml")),
        "content/lessons/teapots/lesson.md",
        *(f"content/lessons/pouring/{name}" for name in ("lesson.md", "quiz.yml")),
        *(f"content/lessons/brewing/{name}" for name in ("lesson.md", "quiz.yml", "cards.yml")),
    }


def test_the_sections_are_the_headings() -> None:
    assert course_of(load(SAMPLE)).lesson["kettles"].sections == (
        Section(id="boiling", title="Boiling", level=2, claims=("K1",)),
        Section(id="safety", title="Safety", level=2, claims=("K2",)),
    )


def test_lessons_stand_in_the_order_of_the_plan(tmp_path: Path) -> None:
    plan = (
        "title: T\ndays: 7\nplan:\n  2: {title: A, lessons: [tea]}\n  1: {title: B, lessons: [milk, cups]}\n"
    )
    lesson = "---\ntitle: A\nminutes: 1\n---\n"
    files = {f"content/lessons/{slug}/lesson.md": lesson for slug in ("cups", "milk", "late")}
    course = course_of(loaded(tmp_path, {"content/course.yml": plan, **files}))
    assert [lesson.slug for lesson in course.lessons] == ["milk", "cups", "tea", "hours", "late"]


def test_only_the_plan_and_a_lesson_are_needed(tmp_path: Path) -> None:
    lists = ("claims.yml", "misconceptions.yml", "glossary.yml", "references.bib")
    found = loaded(tmp_path, {f"content/{name}": None for name in lists})
    assert found.diagnostics() == []
    assert course_of(found).claims == ()


def test_a_course_may_have_no_lesson_yet(tmp_path: Path) -> None:
    new_course(tmp_path, {"content/course.yml": "title: T\ndays: 7\nplan: {}\n"})
    shutil.rmtree(tmp_path / "content/lessons")
    assert course_of(load(tmp_path)).lessons == ()


def test_without_a_plan_all_else_is_read(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"content/course.yml": "title: [\n", QUIZ: "- id: x\n"})
    assert found.course.plan == UNPLANNED.plan
    assert [lesson.slug for lesson in found.course.lessons] == ["hours", "tea"]
    assert {path for path, _, _ in said(found)} == {"content/course.yml", QUIZ}


def test_one_faulty_item_costs_no_other(tmp_path: Path) -> None:
    found = loaded(tmp_path, {QUIZ: ITEM.format(id="a") + "- id: b\n  type: shrot\n" + ITEM.format(id="c")})
    assert [item.id for item in course_of(found).lessons[0].items] == ["a", "c"]
    assert said(found) == [(QUIZ, 10, "bad-value")]


def test_one_faulty_file_costs_no_other(tmp_path: Path) -> None:
    found = loaded(tmp_path, {QUIZ: "- a: b: c\n", "content/lessons/tea/cards.yml": "- id: [\n"})
    assert [lesson.slug for lesson in course_of(found).lessons] == ["tea", "hours"]
    assert {(path, code) for path, _, code in said(found)} == {
        (QUIZ, "yaml-syntax"),
        ("content/lessons/tea/cards.yml", "yaml-syntax"),
    }


def test_a_faulty_head_does_not_hide_the_faults_of_the_quiz(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"content/lessons/tea/lesson.md": "---\ntitle: A\n---\n", QUIZ: "- id: b\n"})
    assert {path for path, _, _ in said(found)} == {"content/lessons/tea/lesson.md", QUIZ}


@pytest.mark.parametrize("text", ["- title: A\n", "title\n", "[]\n"])
def test_front_matter_of_another_kind_is_a_problem(text: str, tmp_path: Path) -> None:
    found = loaded(tmp_path, {"content/lessons/tea/lesson.md": f"---\n{text}---\n\nText.\n"})
    assert [path for path, _, _ in said(found)] == ["content/lessons/tea/lesson.md"]


def test_a_repeated_key_is_a_problem_of_its_file(tmp_path: Path) -> None:
    found = loaded(tmp_path, {QUIZ: ITEM.format(id="a") + "  stem: Again?\n"})
    assert said(found) == [(QUIZ, 9, "duplicate-key")]
