"""The course as data: true to its schema, whole, and of use to somebody who knows nothing of this project."""

import json
import re
from base64 import b64decode
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from studysite.examples import read_examples
from studysite.export.data import data, schema, schema_text
from studysite.load import load
from studysite.materials import Materials
from studysite.model import CARD_TYPES, ITEM_TYPES, Course
from studysite.model.items.option import Option
from tests.projects import ROOT

EXAMPLES = read_examples()
COURSE = EXAMPLES.course
(LESSON,) = COURSE.lessons
IMAGES = {path: EXAMPLES.sources[path].encode() for path in EXAMPLES.drawings}
SCHEMA = json.loads(schema_text())
CHECK = Draft202012Validator(SCHEMA)


class AnyPicture(dict[str, bytes]):
    """Stands for the images of a course whose files nobody read."""

    def __missing__(self, path: str) -> bytes:
        return path.encode()


def as_data(course: Course = COURSE, **about: Any) -> Any:
    made = json.loads(data(Materials(course, **{"images": IMAGES, **about})).make())
    assert [error.message for error in CHECK.iter_errors(made)] == []
    return made


@cache
def content() -> Course:
    return load(ROOT).course


@cache
def example() -> Any:
    return as_data()


@cache
def real() -> Any:
    return as_data(content(), images=AnyPicture())


def question(type_: str, **changed: Any) -> Any:
    """An example of a type as data, with some of its fields changed."""
    item = next(item for item in LESSON.items if item.type == type_).model_copy(update=changed)
    return as_data(COURSE.model_copy(update={"lessons": (LESSON.model_copy(update={"items": (item,)}),)}))[
        "lessons"
    ][0]["questions"][0]


def card(type_: str) -> Any:
    return next(card for card in example()["lessons"][0]["cards"] if card["type"] == type_)


# -- the schema ------------------------------------------------------------------------------------------


def test_the_schema_is_one_and_says_what_every_key_is_for() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    shapes = {"": SCHEMA, **SCHEMA["$defs"]}
    silent = [
        f"{name}.{key}"
        for name, shape in shapes.items()
        for key, value in shape["properties"].items()
        if not value.get("description")
    ]
    assert silent == []
    assert all(shape.get("description") for shape in shapes.values())


def test_the_schema_lies_beside_the_data_under_the_name_that_they_give() -> None:
    work = schema(Materials(COURSE))
    assert example()["$schema"] == work.name
    assert work.make().decode() == schema_text() == (ROOT / "schemas" / "export.json").read_text("utf-8")
    assert work.title == data(Materials(COURSE)).title


@pytest.mark.parametrize("made", [example, real])
def test_no_key_is_missing_and_none_is_unknown(made: Any) -> None:
    """Every object has all keys of its shape, so that a program need not ask."""
    assert made()["version"] == 1
    lesson = made()["lessons"][0]
    assert set(lesson) == set(SCHEMA["$defs"]["Lesson"]["properties"])
    broken = {**made(), "colour": "red"}
    assert [error.validator for error in CHECK.iter_errors(broken)] == ["additionalProperties"]
    lesson_without = {key: value for key, value in lesson.items() if key != "summary"}
    assert list(CHECK.iter_errors({**made(), "lessons": [lesson_without]}))


# -- all of the course -----------------------------------------------------------------------------------


@pytest.mark.parametrize("made", [example, real])
def test_all_of_the_course_is_there(made: Any) -> None:
    course, said = COURSE if made is example else content(), made()
    for lesson, written in zip(course.lessons, said["lessons"], strict=True):
        assert [each["id"] for each in written["questions"]] == [item.id for item in lesson.items]
        assert [each["id"] for each in written["cards"]] == [card.id for card in lesson.cards]
        assert [each["id"] for each in written["sections"] if each["id"]] == [
            each.id for each in lesson.sections
        ]
        assert written["markdown"] == lesson.text
        assert written["day"] == course.day_of.get(lesson.slug)
    lists = (course.claims, course.misconceptions, course.terms)
    for entries, name in zip(lists, ("claims", "misconceptions", "glossary"), strict=True):
        assert [each["id"] for each in said[name]] == [entry.id for entry in entries]
    assert [each["id"] for each in said["references"]] == [reference.key for reference in course.references]
    assert [each["day"] for each in said["plan"]] == sorted(course.plan.plan)


@pytest.mark.parametrize("made", [example, real])
def test_what_is_named_can_be_found(made: Any) -> None:
    said = made()
    known = {name: {each["id"] for each in said[name]} for name in ("claims", "misconceptions", "references")}
    for lesson in said["lessons"]:
        tested = {each["id"] for each in (*lesson["questions"], *lesson["cards"])}
        for each in (*lesson["questions"], *lesson["cards"]):
            assert set(each["claims"]) <= known["claims"]
            assert set(each["sources"]) <= known["references"]
        placed = [id for part in lesson["sections"] for id in (*part["questions"], *part["cards"])]
        assert set(placed) <= tested
    shown = re.findall(r'"shows":"([^"]+)"', json.dumps(said, separators=(",", ":")))
    assert set(shown) <= known["misconceptions"]


def test_every_type_is_there() -> None:
    (lesson,) = example()["lessons"]
    assert {each["type"] for each in lesson["questions"]} == set(ITEM_TYPES)
    assert {each["type"] for each in lesson["cards"]} == set(CARD_TYPES)


def test_a_lesson_says_where_its_questions_and_cards_stand() -> None:
    for lesson in real()["lessons"]:
        placed = [id for part in lesson["sections"] for id in part["questions"]]
        assert placed == [
            id for line in re.findall(r"^!quiz (.+)$", lesson["markdown"], re.M) for id in line.split()
        ]
        assert len(placed) > 0


@pytest.mark.parametrize("made", [example, real])
def test_every_image_of_the_html_comes_along(made: Any) -> None:
    text = json.dumps(made())
    shown = set(re.findall(r'<img src=\\"([^"\\]+)\\"', text))
    assert shown == set(made()["images"])
    assert shown


def test_an_image_is_the_picture_itself_under_the_src_of_the_html() -> None:
    stem = '![A “cup”](<a cup.svg> "With $t$ea")'
    item = next(item for item in LESSON.items if item.type == "short").model_copy(update={"stem": stem})
    lesson = LESSON.model_copy(update={"items": (item,), "text": "", "cards": ()})
    about = {f"{LESSON.folder}/a cup.svg": b"<svg/>"}
    said = as_data(COURSE.model_copy(update={"lessons": (lesson,)}), images=about)
    ((src, address),) = said["images"].items()
    html = said["lessons"][0]["questions"][0]["stem"]["html"]
    assert rf'<img src="{src}" alt="A “cup”"><figcaption>With \(t\)ea</figcaption>' in html
    assert address.startswith("data:image/svg+xml;base64,")
    assert b64decode(address.partition(",")[2]) == b"<svg/>"


# -- the types -------------------------------------------------------------------------------------------


def test_a_text_has_both_forms() -> None:
    stem = "Is $x < 1$ & *so* in [[steeping|a cup]]? [@iso3103]"
    text = question("choice", stem=stem)["stem"]
    assert text["markdown"] == stem
    assert text["html"] == r"<p>Is \(x &lt; 1\) &amp; <em>so</em> in a cup? (ISO 2019)</p>"


def test_options_say_whether_they_are_right_why_and_what_they_show() -> None:
    options = question("choice")["options"]
    assert [(option["right"], option["shows"]) for option in options] == [
        (False, "singing-is-boiling"),
        (True, None),
        (False, None),
    ]
    assert options[0]["why"]["html"] == "A kettle may sing at it."


def test_options_stand_as_the_site_shows_them() -> None:
    options = [Option(wrong=f"{place}", why="No.") for place in range(9)]
    kept = question("multiple", options=options, keep_order=True)
    shuffled = question("multiple", options=options, keep_order=False)
    places = [[option["text"]["markdown"] for option in each["options"]] for each in (kept, shuffled)]
    assert places[0] == sorted(places[1])
    assert places[0] != places[1]
    assert not any(option["right"] for option in kept["options"])


def test_steps_stand_in_the_right_order_and_pairs_together() -> None:
    assert [step["markdown"] for step in question("order")["steps"]][1] == "The kettle sings."
    match = question("match")
    assert [(pair["left"]["html"], pair["right"]["html"]) for pair in match["pairs"]] == [
        ("Black tea", "100 °C"),
        ("Green tea", "80 °C"),
    ]
    assert [extra["html"] for extra in match["extra"]] == ["60 °C"]


def test_blanks_are_marked_in_the_html_and_have_their_answers() -> None:
    text = question("cloze", text="It ==*boils*|is hot== at\n\n- ==$x$== & more.")["text"]
    assert text["answers"] == [["boils", "is hot"], ["x"]]
    assert text["html"].count("<span data-blank=") == 2
    assert 'It <span data-blank="1"></span> at' in text["html"]
    assert "boils" not in text["html"]
    assert r"It <em>boils</em> at" in text["filled"]
    assert r"<li>\(x\) &amp; more.</li>" in text["filled"]


def test_a_card_with_blanks_has_a_front_and_a_back() -> None:
    text = card("cloze")["text"]
    assert text["html"] == 'At sea level water boils at <span data-blank="1"></span>.'
    assert text["filled"] == "At sea level water boils at 100 °C."


def test_a_number_is_a_number() -> None:
    made = question("number")
    assert (made["answer"], made["within"], made["unit"]) == (90, 0.5, "°C")
    assert [(each["value"], each["shows"]) for each in made["mistakes"]] == [(10, "singing-is-boiling")]


def test_what_may_be_asked_next_is_a_card_or_a_question() -> None:
    one, other = card("interview")["follow_ups"]
    assert (one["card"], one["ask"]) == ("what-is-steeping", None)
    assert (other["card"], other["ask"]["html"]) == (None, "And on a mountain?")


def test_ids_from_before_come_along() -> None:
    assert card("concept")["was"] == ["steeping-defined"]


def test_the_edition_bears_its_date_and_no_clock() -> None:
    assert as_data(date=1_700_000_000)["published"] == 1_700_000_000
    assert example()["published"] == 0
