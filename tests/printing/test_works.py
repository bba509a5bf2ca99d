"""What there is on paper: a guide for the course and one for each lesson, in parts and on each paper."""

from pathlib import Path

import pytest

from studysite import webbuild
from studysite.markdown import Formula
from studysite.materials import Materials
from studysite.model import Course
from studysite.passages import passages
from studysite.picture import Picture
from studysite.printing import prints
from studysite.work import Work
from tests.pages import course_at
from tests.projects import ROOT, SAMPLE


def works_of(course: Course, root: Path = ROOT) -> list[Work]:
    """The works of a course, none of them made."""
    formulas = {formula for text in passages(course) for formula in text.document.of(Formula)}
    picture = Picture('<svg xmlns="http://www.w3.org/2000/svg"/>', 1, 1, 0)
    materials = Materials(course, pictures=dict.fromkeys(formulas, picture))
    return list(prints(materials, webbuild.for_print(root)))


@pytest.fixture(scope="module")
def course() -> Course:
    return course_at(SAMPLE)


def guides(works: list[Work]) -> list[str]:
    return [work.name for work in works if "-guide-" in work.name]


def test_a_course_of_several_lessons_has_a_guide_and_so_has_each_lesson(course: Course) -> None:
    named = ["course", *(lesson.slug for lesson in course.lessons)]
    papers = ("a4", "letter", "large")
    assert guides(works_of(course)) == [f"{name}-guide-{paper}.pdf" for name in named for paper in papers]


def test_the_guide_of_the_only_lesson_is_that_of_the_course(course: Course) -> None:
    one = course.model_copy(update={"lessons": course.lessons[:1]})
    assert [name for name in guides(works_of(one)) if name.startswith("course")] == []


def test_the_guide_comes_first_of_what_there_is_of_a_lesson(course: Course) -> None:
    works = works_of(course)
    for lesson in course.lessons:
        first = next(work for work in works if work.lesson == lesson.slug)
        assert first.name == f"{lesson.slug}-guide-a4.pdf"


def test_without_a_question_or_a_card_there_is_no_key(course: Course) -> None:
    lesson = course.lessons[0].model_copy(update={"items": (), "cards": (), "text": "Tea."})
    bare = course.model_copy(update={"lessons": (lesson,)})
    assert not any("-key-" in work.name or "-student-" in work.name for work in works_of(bare))


def test_names_are_unique_and_the_same_inputs_give_the_same_digest(course: Course) -> None:
    one, other = works_of(course), works_of(course.model_copy(deep=True))
    assert len({work.name for work in one}) == len(one)
    assert [work.inputs for work in one] == [work.inputs for work in other]


def test_a_word_in_one_lesson_remakes_nothing_of_another(course: Course) -> None:
    first, *others = course.lessons
    edited = first.model_copy(update={"text": f"{first.text}\n\nOne more word.\n"})
    changed = course.model_copy(update={"lessons": (edited, *others)})
    before = {work.name: work.inputs for work in works_of(course)}
    after = {work.name: work.inputs for work in works_of(changed)}
    remade = {name for name in before if before[name] != after[name]}
    assert f"{first.slug}-guide-a4.pdf" in remade
    assert not any(name.startswith(f"{lesson.slug}-guide") for lesson in others for name in remade)
