"""An exam is set up, sat and handed in: nothing is judged before the end, and nothing is lost on the way."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.exams import (
    ALL,
    EXAM,
    KETTLES,
    PAPER,
    RIGHT,
    Exam,
    answer_right,
    kettles_paper,
    second_window,
)
from tests.browser.sites import PRACTICE, Site
from tests.browser.windows import Visit


@pytest.fixture
def exam(sample: Site, visit: Visit) -> Exam:
    """A paper of every question, begun."""
    exam = Exam(visit(sample, PAPER))
    exam.start()
    return exam


@pytest.fixture
def kettles(sample: Site, visit: Visit) -> Exam:
    """A paper of the three questions of one lesson, begun."""
    exam = Exam(visit(sample, KETTLES))
    exam.start()
    return exam


# -- setting up ------------------------------------------------------------------------------------------


def test_a_practice_page_leads_to_an_exam_of_its_lesson(sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE)
    page.get_by_role("link", name="Take it as an exam").click()
    expect(page.get_by_role("checkbox")).to_have_count(3)
    checked = page.get_by_role("checkbox", checked=True)
    expect(checked).to_have_count(1)
    expect(checked).to_have_value("kettles")
    expect(page.get_by_text("There are 3.")).to_be_visible()


def test_an_exam_needs_a_lesson_and_numbers_that_make_sense(sample: Site, visit: Visit) -> None:
    exam = Exam(visit(sample, EXAM))
    fault = exam.root.get_by_role("alert")
    exam.press("None")
    exam.press("Start")
    expect(fault).to_have_text("Choose a lesson first.")
    expect(exam.root.get_by_role("checkbox").first).to_be_focused()
    exam.press("All lessons")
    expect(fault).to_be_empty()
    exam.page.get_by_label("How many questions").fill("0")
    exam.press("Start")
    expect(fault).to_contain_text("at least one")
    expect(exam.page.get_by_label("How many questions")).to_be_focused()
    exam.page.get_by_label("How many questions").fill("99")
    exam.page.get_by_label("Time limit").fill("-3")
    exam.press("Start")
    expect(fault).to_contain_text("1 to 600 minutes")
    exam.page.get_by_label("Time limit").fill("")
    exam.start()
    expect(exam.page).to_have_url(re.compile(rf"\?seed=[0-9a-z]+&lessons={ALL}&n=8&paper=[0-9a-z]+$"))


@pytest.mark.parametrize(
    "odd", ["seed=!", "n=-1", "minutes=x", "lessons=%00", "lessons=__proto__&seed=&n=&minutes="]
)
def test_an_odd_address_is_told_and_does_no_harm(odd: str, sample: Site, visit: Visit) -> None:
    exam = Exam(visit(sample, f"{EXAM}?{odd}"))
    expect(exam.root.get_by_text("The address").first).to_be_visible()
    exam.start()


# -- the same paper --------------------------------------------------------------------------------------


def test_the_same_address_gives_the_same_paper_in_another_window(exam: Exam) -> None:
    with second_window(exam.page, exam.page.url) as page:
        other = Exam(page)
        expect(page.get_by_text("This address holds a paper.")).to_be_visible()
        expect(page.get_by_text("was edited since")).to_have_count(0)
        other.start()
        paper = exam.paper()
        assert len(paper) == 8
        assert paper == other.paper()


def test_another_seed_gives_another_paper(exam: Exam) -> None:
    with second_window(exam.page, exam.page.url.replace("seed=tea", "seed=milk")) as page:
        other = Exam(page)
        expect(page.get_by_text("was edited since")).to_be_visible()
        other.start()
        assert exam.paper() != other.paper()


def test_the_address_can_be_copied_or_taken(kettles: Exam) -> None:
    kettles.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    kettles.press("Copy the address of this paper")
    expect(kettles.root.get_by_text("The address is copied.")).to_be_visible()
    assert kettles.page.evaluate("() => navigator.clipboard.readText()") == kettles.page.url
    kettles.page.context.clear_permissions()
    kettles.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    kettles.press("Copy the address of this paper")
    expect(kettles.page.get_by_label("The address of this paper")).to_have_value(kettles.page.url)


# -- sitting ---------------------------------------------------------------------------------------------


def test_nothing_is_said_of_an_answer_and_it_can_be_changed(kettles: Exam) -> None:
    kettles.find("when-boil")
    kettles.choose("Never")
    kettles.choose("At one hundred degrees")
    expect(kettles.root.get_by_role("button", name="Check")).to_have_count(0)
    expect(kettles.root.get_by_text("Hint")).to_have_count(0)
    expect(kettles.stage.locator(".item-result")).to_be_empty()
    expect(kettles.stage.locator(".option-why:visible, details.answer:visible")).to_have_count(0)
    assert kettles.logged(0) == []


def test_the_sheet_says_what_is_answered_and_flagged_and_leads_there(kettles: Exam) -> None:
    kettles.press("Flag for later")
    expect(kettles.number(1, "not answered, flagged")).to_have_attribute("aria-current", "true")
    expect(kettles.button("Flag for later")).to_have_attribute("aria-pressed", "true")
    kettles.find("which-boil")
    kettles.choose("A kettle")
    at = [name for name, _ in kettles_paper(kettles)].index("which-boil") + 1
    expect(kettles.number(at, "answered").or_(kettles.number(at, "answered, flagged"))).to_have_count(1)
    kettles.press("Question 1, " + ("answered, flagged" if at == 1 else "not answered, flagged"))
    kettles.expect_question(1)
    kettles.press("Flag for later")
    expect(kettles.root.get_by_role("button", name=re.compile("flagged"))).to_have_count(0)


def test_half_an_answer_is_none_and_says_so_when_one_comes_back(exam: Exam) -> None:
    exam.find("which-vessel")
    exam.stage.get_by_role("combobox").first.select_option(index=1)
    exam.press("Previous") if exam.button("Previous").is_visible() else exam.press("Next")
    expect(exam.root.get_by_role("button", name=re.compile(", answered"))).to_have_count(0)
    exam.root.get_by_role("button", name=re.compile("^Question 1,")).click()
    exam.find("which-vessel")
    expect(exam.stage.get_by_text("Choose one for each first: 1 of 3")).to_be_visible()


# -- the end ---------------------------------------------------------------------------------------------


def test_what_is_left_is_named_before_it_is_handed_in(kettles: Exam) -> None:
    kettles.find("when-boil")
    kettles.choose("Never")
    kettles.press("Flag for later")
    kettles.press("Hand in")
    expect(kettles.page.get_by_role("heading", name="Hand in now?")).to_be_focused()
    expect(kettles.root.get_by_text("2 questions are not answered, 1 question is flagged.")).to_be_visible()
    kettles.root.get_by_role("button", name=re.compile("Go to question")).click()
    assert kettles.id() != "when-boil"
    kettles.expect_focus_inside()


def test_the_result_counts_tells_and_is_written_down(kettles: Exam) -> None:
    kettles.find("when-boil")
    kettles.choose("When it is zinfandel hot")
    kettles.stage.get_by_label("Sure", exact=True).check()
    kettles_paper(kettles)
    kettles.root.get_by_role("button", name=re.compile("^Question 1,")).click()
    kettles.find("say-boil")
    kettles.stage.get_by_label("Your answer").fill("How hot?")
    kettles.hand_in()
    expect(kettles.score).to_have_text("0 of 2 right, 0%")
    expect(kettles.root.get_by_text("1 question not answered counts as wrong.")).to_be_visible()
    expect(kettles.root.get_by_text("1 question only you can judge")).to_be_visible()
    when = kettles.page.locator("study-item[data-id=when-boil]")
    expect(when.locator(".item-verdict")).to_have_text("Not this one. You were sure.")
    expect(when.locator(".option-why")).to_have_count(3)
    expect(when.locator(".item-explain")).to_have_text("The scale was made for it.")
    expect(kettles.page.locator("study-item[data-id=which-boil] .item-verdict")).to_have_text("Not answered.")
    expect(
        kettles.page.locator("study-item[data-id=say-boil]").get_by_text("How warm, and who")
    ).to_be_visible()
    expect(kettles.page.locator(".exam-missed li")).to_have_count(2)
    passages = kettles.page.locator(".exam-missed a:not(.exam-to)")
    assert all(
        "/lessons/kettles/#" in href for href in passages.evaluate_all("all => all.map(one => one.href)")
    )
    entries = sorted(kettles.logged(2), key=lambda entry: str(entry["about"]))
    told = [
        (each["about"], each["right"], each["first"], each["confidence"], each["mode"]) for each in entries
    ]
    assert told == [("say-boil", None, True, None, "exam"), ("when-boil", False, True, "sure", "exam")]
    assert entries[1]["shows"] == ["hot-is-enough"]
    assert len(entries[1]["chosen"]) == 1


def test_every_type_is_answered_survives_a_reload_and_is_right(exam: Exam) -> None:
    for at in range(8):
        answer_right(exam)
        if at < 7:
            exam.press("Next")
    expect(exam.root.get_by_text("8 of 8 answered")).to_be_visible()
    exam.press("Flag for later")
    exam.page.wait_for_timeout(400)  # what is being written is kept after a pause
    exam.page.reload()
    exam.expect_question(8)
    expect(exam.root.get_by_text("8 of 8 answered")).to_be_visible()
    expect(exam.number(8, "answered, flagged")).to_have_count(1)
    exam.press("Flag for later")
    exam.press("Hand in")
    expect(exam.score).to_have_text("7 of 7 right, 100%")
    expect(exam.page.locator(".exam-missed")).to_have_count(0)
    entries = exam.logged(8)
    assert {entry["about"] for entry in entries} == {*RIGHT, "make-tea", "which-vessel", "say-boil"}
    assert [entry["right"] for entry in entries].count(True) == 7
    exam.page.reload()
    expect(exam.button("Start")).to_be_visible()


def test_a_paper_in_progress_is_offered_elsewhere(kettles: Exam, sample: Site) -> None:
    kettles.find("when-boil")
    kettles.choose("Never")
    kettles.page.wait_for_timeout(400)
    kettles.page.goto(sample.address + EXAM)
    expect(kettles.root.get_by_text("1 of its 3 questions have an answer.")).to_be_visible()
    kettles.press("Go on with it")
    expect(kettles.stage.get_by_label("Never")).to_be_checked()


def test_the_same_paper_and_a_new_one(kettles: Exam) -> None:
    address = kettles.page.url
    paper = kettles.paper()
    kettles.hand_in()
    kettles.press("Same paper again")
    kettles.expect_question(1)
    assert kettles.page.url == address
    assert kettles.paper() == paper
    kettles.hand_in()
    kettles.press("A new paper")
    expect(kettles.page.get_by_role("heading", name="Set up a paper")).to_be_focused()
    expect(kettles.page).to_have_url(re.compile(r"/exam/$"))
    kettles.start()
    assert kettles.page.url != address


def test_answers_that_cannot_be_written_down_are_told(kettles: Exam) -> None:
    kettles.find("when-boil")
    kettles.choose("Never")
    kettles.page.evaluate("() => { IDBDatabase.prototype.transaction = () => { throw new Error() } }")
    kettles.hand_in()
    expect(kettles.root.get_by_role("alert")).to_contain_text("did not write all of your answers down")
    expect(kettles.score).to_have_text("0 of 2 right, 0%")
