"""The question bank for Moodle: each type of ours by one that Moodle has, and nothing of a question lost."""

import re
from html import unescape
from typing import Any

import pytest
from lxml import etree

from studysite.examples import read_examples
from studysite.export.moodle import PLACE, blank, fraction, moodle
from studysite.load import load
from studysite.materials import Materials
from studysite.model import Course, Item
from studysite.model.items.match import Pair
from studysite.model.items.option import Option
from tests.grammars import faults
from tests.pages import course_at
from tests.projects import ROOT, SAMPLE

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
    """The questions of a course; they are what Moodle reads, always."""
    made = moodle(Materials(course, images=images)).make()
    assert faults("moodle", made) == []
    return etree.fromstring(made)


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


def test_categories_sorted_by_name_are_in_the_order_of_days() -> None:
    names = bank(course_at(SAMPLE)).xpath("//category/text/text()")
    assert [name.rsplit("/")[-1] for name in sorted(names)] == [
        "Day 01: Kettles: how hot is hot?",
        "Day 07: Pouring",
        "Day 08: Brewing",
    ]


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


ANSWERS = re.compile(r"\{1:SHORTANSWER:(.*?)(?<!\\)\}")
"""A blank, and the answers in it, as in question/type/multianswer/questiontype.php."""
ANSWER = re.compile(r"~?(=|%(?:-?[0-9]+)%)?(.+?(?<!\\|&))(?=[~#}]|$)")


def accepted(text: str) -> list[list[str]]:
    """The answers of each blank as Moodle understands them; `*` that is no star stands for any text."""
    blanks = ([match[2] for match in ANSWER.finditer(blank[1])] for blank in ANSWERS.finditer(text))
    return [
        [unescape(answer).replace(r"\}", "}").replace(r"\#", "#") for answer in blank] for blank in blanks
    ]


def test_blanks_take_every_answer_that_counts() -> None:
    text = asked(
        "cloze", text='Boil ==the water|all of it== at ==100=~#==, or ==2–3|a/b|"c" & d==.'
    ).findtext("questiontext/text")
    assert text.startswith("<p>Complete the sentence.</p>")
    assert accepted(text) == [["the water", "all of it"], ["100=~#"], ["2–3", "2-3", "a/b", '"c" & d']]


@pytest.mark.parametrize(
    "words", ["a}b#c~d/e", "\"f\" 'g'", "h = i", "<j> & k", "\\l\\m", "%50%n", "&amp;#35;"]
)
def test_signs_that_part_answers_are_told_from_words(words: str) -> None:
    assert accepted(f"{{1:SHORTANSWER:={blank(words)}}}") == [[words]]


def test_a_star_stands_for_itself() -> None:
    assert accepted(f"{{1:SHORTANSWER:={blank('2*3')}}}") == [[r"2\*3"]]


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


def test_all_of_the_course_is_what_moodle_reads() -> None:
    assert len(bank(load(ROOT).course).xpath("//idnumber")) > len(TYPES)


@pytest.mark.parametrize("number", [*range(1, 13), 40])
def test_a_grade_is_one_that_moodle_knows(number: int) -> None:
    options = [Option(wrong=f"{place}", why="No.") for place in range(number)]
    right = [Option(right=f"right {place}") for place in range(number)]
    for answer in asked("multiple", options=[*options, *right]).findall("answer"):
        share = float(answer.get("fraction"))
        assert abs(share) == pytest.approx(100 / number, abs=0.001 if number <= 10 else 3)
    choice = of_type("choice").model_copy(update={"options": [*options, right[0]]})
    assert [fraction(choice, option) for option in (right[0], options[0])] == ["100", "0"]


@pytest.mark.parametrize("type_", TYPES)
def test_signs_of_xml_and_of_moodle_are_text_everywhere(type_: str) -> None:
    signs = 'Is 1 < 2 & {1:x} ~ "3" > #2?'
    question = asked(type_, stem=signs, explain=signs, hint=signs)
    for place in ("questiontext", "generalfeedback", *(["hint"] if type_ != "short" else [])):
        assert "1 &lt; 2 &amp; {1:x} ~" in question.findtext(f"{place}/text")
    assert question.findtext("name/text").startswith("Is 1 < 2 & {1:x} ~")


def test_a_question_that_is_a_picture_is_named_by_what_it_shows() -> None:
    path = f"{LESSON.folder}/the cup.png"
    item = of_type("choice").model_copy(update={"stem": "![A cup](<the cup.png>)"})
    question = bank(with_items(item), **{path: b"bytes"}).xpath("//question[idnumber]")[0]
    assert question.findtext("name/text") == "A cup"
    (file,) = question.findall("questiontext/file")
    assert file.get("name").endswith("the cup.png")
    assert "the%20cup.png" in question.findtext("questiontext/text")


def test_pictures_stand_beside_the_text_that_shows_them() -> None:
    path = f"{LESSON.folder}/cup.png"
    show = "![A cup](cup.png)"
    options = [Option(right=show, why=show), Option(wrong="b", why="c")]
    item = of_type("choice").model_copy(update={"options": options, "hint": show, "keep_order": True})
    question = bank(with_items(item), **{path: b"bytes"}).xpath("//question[idnumber]")[0]
    assert [
        len(question.findall(place)) for place in ("answer/file", "answer/feedback/file", "hint/file")
    ] == [1] * 3
    assert not question.findall("questiontext/file")
    pairs = [Pair(left=show, right="a"), Pair(left="b", right=show)]
    item = of_type("match").model_copy(update={"pairs": pairs})
    question = bank(with_items(item), **{path: b"bytes"}).xpath("//question[idnumber]")[0]
    assert len(question.findall("subquestion/file")) == 1
    assert question.xpath("string(subquestion[2]/answer/text)") == "A cup"


def test_only_what_was_lost_is_said() -> None:
    plain = of_type("choice")
    assert moodle(Materials(with_items(plain))).converted == ()
    item = of_type("short").model_copy(update={"hint": "Think."})
    assert any("Hints" in sentence for sentence in moodle(Materials(with_items(item))).converted)
