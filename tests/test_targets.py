"""What a link or a path that an author wrote means, from where it stands."""

import pytest

from studysite.model import Course
from studysite.targets import Elsewhere, Inside, from_here, link_target, on_site
from tests.pages import course_at
from tests.projects import SAMPLE


@pytest.fixture(scope="module")
def course() -> Course:
    return course_at(SAMPLE)


@pytest.mark.parametrize(
    ("target", "slug", "anchor"),
    [
        ("#boiling", "kettles", "boiling"),
        ("lesson.md", "kettles", ""),
        ("../teapots/lesson.md#pouring", "teapots", "pouring"),
        ("../kettles/lesson.md#say-boil", "kettles", "say-boil"),
        ("./../teapots/../teapots/lesson.md", "teapots", ""),
    ],
)
def test_a_link_to_a_lesson(target: str, slug: str, anchor: str, course: Course) -> None:
    assert link_target(course.lesson["kettles"], target) == Inside(slug, anchor)


@pytest.mark.parametrize("target", ["https://example.org/a#b", "http://example.org", "mailto:a@example.org"])
def test_a_link_elsewhere(target: str) -> None:
    assert link_target(None, target) == Elsewhere(target)


@pytest.mark.parametrize(
    "target",
    [
        *("../teapots/", "../teapots", "quiz.yml", "figures/rise.svg", "/about/"),
        *("javascript:alert(1)", "data:text/html,x", "//example.org", "HTTPS:example", "../../lessons.md"),
        *("../../../../etc/passwd", "teapots/lesson.md"),
    ],
)
def test_a_link_that_leads_nowhere(target: str, course: Course) -> None:
    assert link_target(course.lesson["kettles"], target) is None


def test_a_list_of_the_course_has_no_page_of_its_own() -> None:
    assert link_target(None, "#boiling") is None
    assert link_target(None, "lessons/kettles/lesson.md#boiling") == Inside("kettles", "boiling")


def test_whether_a_lesson_is_there_is_not_asked(course: Course) -> None:
    assert link_target(course.lesson["kettles"], "../milk/lesson.md#a") == Inside("milk", "a")


def test_paths_start_where_they_are_written(course: Course) -> None:
    lesson = course.lesson["kettles"]
    assert from_here(lesson, "figures/rise.svg") == "content/lessons/kettles/figures/rise.svg"
    assert from_here(lesson, "../teapots/a.svg") == "content/lessons/teapots/a.svg"
    assert from_here(None, "a.svg") == "content/a.svg"
    assert on_site("content/lessons/kettles/a.svg") == "lessons/kettles/a.svg"
