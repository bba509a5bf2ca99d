"""The question bank for Moodle: each type of ours by one that Moodle has, and nothing of a question lost."""

from typing import Any

import pytest
from lxml import etree

from studysite.examples import read_examples
from studysite.export.moodle import PLACE, blank, moodle
from studysite.materials import Materials
from studysite.model import Course, Item

EXAMPLES = read_examples().course
(LESSON,) = EXAMPLES.lessons
TYPES = {
    "choice": "multichoice",
    "multiple": "multichoice",
    "order": "matching",
    "match": "matching",
    "cloze": "cloze",
    "number": "numerical",
    "short": "essay",
}


def bank(course: Course = EXAMPLES, **images: bytes) -> Any:
    return etree.fromstring(moodle(Materials(course, images=images)).make())


def with_items(*items: Item) -> Course:
    return EXAMPLES.model_copy(update={"lessons": (LESSON.model_copy(update={"items": items}),)})


def of_type(type_: str) -> Any:
    return next(item for item in LESSON.items if item.type == type_)


def asked(type_: str, **changed: Any) -> Any:
    """The question that an example of a type becomes, with some of its fields changed."""
    item = of_type(type_).model_copy(update=changed)
    return bank(with_items(item)).xpath("//question[idnumber]")[0]


def test_every_question_is_there_under_its_lesson_with_its_id() -> None:
    found = bank()
    assert found.xpath("//idnumber/text()") == [item.id for item in LESSON.items]
    assert found.xpath("string(question[1][@type='category'])").startswith("$course$/top/")


@pytest.mark.parametrize(("ours", "theirs"), TYPES.items())
def test_a_type_becomes_one_that_moodle_has(ours: str, theirs: str) -> None:
    question = asked(ours)
    assert question.get("type") == theirs
    assert question.findtext("questiontext/text")
    assert question.findtext("name/text")


@pytest.mark.parametrize("type_", ["choice", "multiple"])
def test_the_right_options_make_up_the_mark(type_: str) -> None:
    shares = [float(answer.get("fraction")) for answer in asked(type_).findall("answer")]
    assert sum(share for share in shares if share > 0) == pytest.approx(100, abs=0.001)
    wrong = [share for share in shares if share <= 0]
    assert sum(wrong) == pytest.approx(0 if type_ == "choice" else -100, abs=0.001)


def test_an_option_says_why_it_is_right_or_wrong() -> None:
    options = [option for option in of_type("choice").options if option.why]
    assert options
    assert len(asked("choice").findall("answer/feedback")) == len(options)


def test_where_no_option_is_right_one_may_say_so() -> None:
    wrong = [option for option in of_type("multiple").options if not option.is_right]
    answers = asked("multiple", options=wrong).findall("answer")
    assert (answers[-1].get("fraction"), answers[-1].findtext("text")) == ("100", "None of them")


def test_options_stay_in_their_order_where_their_author_wants_it() -> None:
    assert asked("choice", keep_order=True).findtext("shuffleanswers") == "false"
    assert asked("choice", keep_order=False).findtext("shuffleanswers") == "true"


def test_steps_are_matched_with_their_places() -> None:
    places = [place.text for place in asked("order").findall("subquestion/answer/text")]
    assert places == [str(place) for place, _ in enumerate(of_type("order").steps, 1)]


def test_distractors_of_a_match_have_no_left_side() -> None:
    lefts = [left.text or "" for left in asked("match").findall("subquestion/text")]
    assert lefts.count("") == len(of_type("match").extra) > 0


def test_a_number_has_its_tolerance_and_its_known_mistakes() -> None:
    number = of_type("number")
    right, *wrong = asked("number").findall("answer")
    assert right.findtext("text") == str(number.answer)
    assert right.findtext("tolerance") == str(number.within)
    assert [answer.findtext("text") for answer in wrong] == [str(each.value) for each in number.mistakes]
    assert all(answer.findtext("feedback/text") for answer in wrong)


def test_blanks_take_every_answer_that_counts() -> None:
    text = asked("cloze", text="Boil ==the water|all of it=={} at ==100=~#==.".replace("{}", "")).findtext(
        "questiontext/text"
    )
    assert "{1:SHORTANSWER:=the water~=all of it}" in text
    assert r"{1:SHORTANSWER:=100\=\~\#}" in text


def test_signs_that_part_answers_are_told_from_words() -> None:
    assert str(blank('a}b#c~d/e"f')) == r"a\}b\#c\~d\/e\&#34;f"


def test_a_model_answer_is_for_whoever_grades() -> None:
    grading = asked("short").findtext("graderinfo/text")
    assert all(f"<li>{point}" in grading for point in of_type("short").points)


def test_a_picture_comes_along() -> None:
    path = f"{LESSON.folder}/cup.png"
    item = of_type("choice").model_copy(update={"stem": "What is this?\n\n![A cup](cup.png)\n\nSay it."})
    text = bank(with_items(item), **{path: b"bytes"}).xpath("//questiontext")[0]
    (file,) = text.findall("file")
    assert file.text == "Ynl0ZXM="
    assert f'<img src="{PLACE}/{file.get("name")}" alt="A cup">' in text.findtext("text")


def test_formulas_are_tex_and_nothing_leads_to_the_site() -> None:
    text = asked("choice", stem="Is $x < 1$ so in [[steeping|a cup]]?").findtext("questiontext/text")
    assert r"\(x &lt; 1\)" in text
    assert "<a " not in text
