"""A whole course in the parts in which rules look at it."""

from collections.abc import Iterator

from studysite.check import Facts, Survey, known, needs, outline
from studysite.load import UNPLANNED
from studysite.model import Course
from studysite.passages import passages


def facts_of(course: Course) -> Facts:
    """What a rule may know beside a course or a part of it, were every name known."""
    return Facts(passages=tuple(passages(course)))


def parts_of(course: Course) -> Iterator[Course]:
    """The lists that all lessons share, then each lesson alone."""
    yield course.model_copy(update={"lessons": ()})
    for lesson in course.lessons:
        yield Course(plan=UNPLANNED.plan, lessons=(lesson,))


def survey_of(course: Course, files: frozenset[str] = frozenset()) -> Survey:
    """A course as the rules over all of it see it."""
    lists, *lessons = (
        outline(part, facts_of(part).passages, needs(part, facts_of(part))) for part in parts_of(course)
    )
    return Survey(lists, tuple(lessons), files)


def looked_at(course: Course, files: frozenset[str] = frozenset()) -> list[tuple[Course, Facts]]:
    """The parts of a course, each with what a rule that asks after names may know."""
    names = known(survey_of(course, files))
    return [(part, Facts(facts_of(part).passages, known=names)) for part in parts_of(course)]
