"""What is taken away: every format has all of the course, and is the same each time."""

import csv
import io
from collections.abc import Callable

import pytest

from studysite.examples import read_examples
from studysite.export import FORMATS, exports
from studysite.export.answers import answered
from studysite.export.table import COLUMNS, table
from studysite.materials import Materials
from studysite.model import CARD_TYPES, ITEM_TYPES, Course
from studysite.work import Work

EXAMPLES = read_examples()
COURSE = EXAMPLES.course
IMAGES = {path: EXAMPLES.sources[path].encode() for path in EXAMPLES.drawings}
(LESSON,) = COURSE.lessons


@pytest.mark.parametrize("make", FORMATS)
def test_a_format_is_the_same_each_time(make: Callable[[Materials], Work]) -> None:
    one, other = (make(Materials(course, images=IMAGES)) for course in (COURSE, COURSE.model_copy(deep=True)))
    assert one.make() == other.make()
    assert one.inputs == other.inputs


def test_a_course_without_lessons_has_nothing_to_take_away() -> None:
    assert list(exports(Materials(Course(plan=COURSE.plan)))) == []


def test_no_two_formats_have_the_same_name() -> None:
    paths = [work.path for work in exports(Materials(COURSE))]
    assert len(set(paths)) == len(FORMATS)


@pytest.mark.parametrize("entity", [*LESSON.items, *LESSON.cards], ids=lambda entity: entity.id)
def test_every_type_has_a_question_and_an_answer(entity: object) -> None:
    asked = answered(entity)  # type: ignore[arg-type]
    assert asked.asks
    assert asked.right
    assert asked.right not in asked.asks


def test_the_examples_have_every_type() -> None:
    assert {item.type for item in LESSON.items} == set(ITEM_TYPES)
    assert {card.type for card in LESSON.cards} == set(CARD_TYPES)


def rows() -> dict[str, dict[str, str]]:
    text = table(Materials(COURSE)).make().decode("utf-8-sig")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_the_table_has_a_row_for_each_question_and_card() -> None:
    assert list(rows()) == [entity.id for entity in (*LESSON.items, *LESSON.cards)]
    assert set(next(iter(rows().values()))) == set(COLUMNS)


def test_a_spreadsheet_knows_the_letters_of_the_table() -> None:
    assert table(Materials(COURSE)).make().startswith(b"\xef\xbb\xbf")


def test_a_row_has_all_options_and_why_each_is_right_or_wrong() -> None:
    item = next(item for item in LESSON.items if item.type == "choice")
    row = rows()[item.id]
    assert len(row["choices"].split(" | ")) == len(row["reasons"].split(" | "))
    assert row["reasons"].count("Right: ") == 1
    assert row["answer"] in row["choices"]
