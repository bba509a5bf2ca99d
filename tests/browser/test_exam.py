"""An exam is set up, sat and handed in: nothing is judged before the end, and nothing is lost on the way."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.holding import small
from tests.browser.sites import PRACTICE, Site
from tests.browser.windows import Visit

EXAM = "exam/"
ALL = "kettles,pouring,brewing"
PAPER = f"{EXAM}?seed=tea&lessons={ALL}&n=8"
"""Every question of the sample course."""
KETTLES = f"{EXAM}?seed=pot&lessons=kettles&n=3"
LOGGED = """async () => {
    const { name } = (await indexedDB.databases())[0]
    const database = await new Promise((opened) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => opened(asked.result)
    })
    const entries = await new Promise((read) => {
        const asked = database.transaction("log").objectStore("log").getAll()
        asked.onsuccess = () => read(asked.result)
    })
    database.close()
    return entries
}"""


class Exam:
    """The page of exams."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("study-exam")
        self.stage = page.locator(".exam-stage")
        self.timer = page.get_by_role("timer")
        self.said = page.locator(".exam-said")
        self.score = page.locator(".exam-score")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    def press(self, name: str) -> None:
        self.button(name).click()

    def start(self) -> None:
        self.press("Start")
        self.expect_question(1)

    def expect_question(self, number: int) -> None:
        """That question is on show, and the focus is on its heading."""
        heading = self.stage.get_by_role("heading", name=re.compile(rf"^Question {number} of "))
        expect(heading).to_be_focused()

    def expect_focus_inside(self) -> None:
        assert self.root.evaluate("exam => exam.contains(document.activeElement)")

    def number(self, at: int, state: str) -> Locator:
        """The number of a question on the sheet, by its state in words."""
        sheet = self.page.get_by_role("navigation", name="Answer sheet")
        return sheet.get_by_role("button", name=f"Question {at}, {state}", exact=True)

    def id(self) -> str:
        name: str = self.stage.locator("study-item").evaluate("item => item.dataset.id")
        return name

    def paper(self) -> list[Any]:
        """Each question of the paper with its options as they stand, from the first to the last."""
        found: list[Any] = []
        while True:
            options = self.stage.locator(".option-text").all_inner_texts()
            found.append((self.id(), options))
            if not self.button("Next").is_visible():
                return found
            self.press("Next")

    def find(self, id_: str) -> None:
        """Go to the question with that id, from the first one on."""
        for _ in range(20):
            if self.id() == id_:
                return
            self.press("Next")
        raise AssertionError(id_)

    def choose(self, text: str) -> None:
        self.stage.locator(".option-text").get_by_text(text, exact=True).click()

    def hand_in(self) -> None:
        self.press("Hand in")
        if self.button("Hand in as it is").is_visible():
            self.press("Hand in as it is")
        expect(self.score).to_be_focused()

    def logged(self, count: int) -> list[dict[str, Any]]:
        """What the log holds, once it holds so many entries."""
        entries: list[dict[str, Any]] = []
        for _ in range(50):
            entries = self.page.evaluate(LOGGED)
            if len(entries) >= count:
                break
            self.page.wait_for_timeout(50)
        assert len(entries) == count
        return entries


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


@contextmanager
def second_window(page: Page, address: str) -> Iterator[Page]:
    """The same address, where nothing is kept yet."""
    browser = page.context.browser
    assert browser
    context = browser.new_context()
    other = context.new_page()
    other.goto(address)
    yield other
    context.close()


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


def kettles_paper(exam: Exam) -> list[Any]:
    """The paper, from its first question on; the exam is left at its last."""
    exam.root.get_by_role("button", name=re.compile("^Question 1,")).click()
    return exam.paper()


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


RIGHT: dict[str, list[str]] = {
    "when-boil": ["At one hundred degrees"],
    "which-boil": ["A kettle", "A samovar"],
    "cool-down": ["-2.5"],
    "colour-of-tea": ["brown", "paler"],
    "one-blank": ["flibbertigibbet"],
}


def answer_right(exam: Exam) -> None:
    """Answer the question on show rightly, whatever its type."""
    stage, id_ = exam.stage, exam.id()
    if id_ == "make-tea":
        for step in ("0", "1", "2", "3"):
            row = stage.locator(f".order-step[data-step='{step}']")
            while row.evaluate("row => [...row.parentNode.children].indexOf(row)") > int(step):
                row.locator(".step-up").click()
        stage.locator(".step-down").first.click()
        stage.locator(".step-up").nth(1).click()
    elif id_ == "which-vessel":
        for pair in stage.locator(".pair").all():
            pair.locator("select").select_option(pair.get_attribute("data-pair") or "")
    elif id_ == "say-boil":
        stage.get_by_label("Your answer").fill("Who says so?")
    elif stage.locator(".option").count():
        for text in RIGHT[id_]:
            exam.choose(text)
    else:
        for field, text in zip(stage.locator("input[type=text]").all(), RIGHT[id_], strict=True):
            field.fill(text)


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


# -- time ------------------------------------------------------------------------------------------------


@pytest.fixture
def timed(sample: Site, visit: Visit) -> Iterator[Exam]:
    """An exam of seven minutes, whose time passes as the test says, in a window of its own."""
    page = visit(sample)
    with second_window(page, "about:blank") as other:
        other.clock.install()
        other.goto(f"{sample.address}{KETTLES}&minutes=7")
        exam = Exam(other)
        exam.start()
        yield exam


def test_time_passes_in_silence_but_for_two_words(timed: Exam) -> None:
    expect(timed.timer).to_have_text("7 minutes left")
    expect(timed.timer).to_have_attribute("aria-live", "off")
    assert timed.timer.evaluate("timer => timer.closest('[role=status], [aria-live=polite]')") is None
    timed.page.clock.run_for("01:00")
    expect(timed.timer).to_have_text("6 minutes left")
    expect(timed.said).to_be_empty()
    timed.page.clock.run_for("01:01")
    expect(timed.said).to_have_text("5 minutes left.")
    expect(timed.said).to_have_attribute("role", "status")
    timed.page.clock.run_for("04:00")
    expect(timed.said).to_have_text("1 minute left.")
    timed.press("Add 5 minutes")
    expect(timed.said).to_have_text("5 minutes more: 6 minutes left.")
    timed.expect_focus_inside()
    timed.press("Turn the limit off")
    expect(timed.timer).to_have_count(0)
    timed.expect_question(1)
    timed.page.clock.run_for("30:00")
    timed.expect_question(1)


@pytest.mark.parametrize("way", ["Go on without limit", "Add 5 minutes", "Hand in"])
def test_when_the_time_is_over_nothing_is_lost(way: str, timed: Exam) -> None:
    timed.find("when-boil")
    timed.choose("Never")
    timed.page.clock.run_for("07:01")
    expect(timed.page.get_by_role("heading", name="The time is over")).to_be_focused()
    expect(timed.root.get_by_text("Nothing is lost")).to_be_visible()
    timed.press(way)
    if way == "Hand in":
        expect(timed.score).to_be_focused()
        expect(timed.root.get_by_text("Time used: 7 minutes.")).to_be_visible()
    else:
        expect(timed.stage.get_by_label("Never")).to_be_checked()
        timed.expect_focus_inside()


# -- by keyboard, by touch, for everyone -----------------------------------------------------------------


def test_an_exam_is_sat_by_keyboard_alone(sample: Site, visit: Visit) -> None:
    page = visit(sample, KETTLES)
    exam = Exam(page)
    exam.button("Start").focus()
    page.keyboard.press("Enter")
    exam.expect_question(1)
    for number in (1, 2, 3):
        exam.expect_question(number)
        page.keyboard.press("Tab")
        if exam.id() == "say-boil":
            page.keyboard.type("How hot?")
        else:
            page.keyboard.press("Space")
        exam.expect_focus_inside()
        way = "Next" if number < 3 else "Hand in"
        for _ in range(12):
            if exam.button(way).evaluate("button => button === document.activeElement"):
                break
            page.keyboard.press("Tab")
            exam.expect_focus_inside()
        page.keyboard.press("Enter")
    expect(exam.score).to_be_focused()
    exam.logged(3)


def test_enter_in_a_field_leads_on(sample: Site, visit: Visit) -> None:
    exam = Exam(visit(sample, f"{EXAM}?seed=1&lessons=brewing&n=3"))
    exam.start()
    while exam.id() not in ("cool-down", "one-blank"):
        exam.press("Next")
    number = [name for name, _ in kettles_paper(exam)].index("cool-down") + 1
    exam.root.get_by_role("button", name=re.compile(f"^Question {number},")).click()
    exam.stage.get_by_role("textbox").fill("three")
    exam.page.keyboard.press("Enter")
    exam.expect_question(min(number + 1, 3))
    expect(exam.number(number, "not answered")).to_have_count(1)
    exam.root.get_by_role("button", name=re.compile(f"^Question {number},")).click()
    expect(exam.stage.get_by_text("That is no number yet")).to_be_visible()


def test_a_phone_and_a_finger(sample: Site, visit: Visit) -> None:
    page = visit(sample, PAPER, width=320, height=640)
    exam = Exam(page)
    touch = page.context.new_cdp_session(page)
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    exam.start()
    assert small(exam.root.locator("button:visible, label:visible:has(input)")) == []
    for _ in range(8):
        assert page.evaluate("() => document.documentElement.scrollWidth") == 320
        if exam.button("Next").is_visible():
            exam.press("Next")
    exam.hand_in()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    assert small(exam.root.locator("button:visible")) == []
    touch.detach()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_in_any_state(dark: bool, width: int, sample: Site, visit: Visit) -> None:
    page = visit(sample, f"{PAPER}&minutes=1", dark=dark, width=width, reduced_motion="reduce")
    exam = Exam(page)
    expect(exam.button("Start")).to_be_visible()
    found = violations(page, "set-up")
    exam.start()
    found += violations(page, "during")
    for _ in range(7):
        answer_right(exam)
        exam.press("Next")
    exam.press("Flag for later")
    found += violations(page, "last")
    exam.press("Hand in")
    found += violations(page, "confirmation")
    exam.press("Hand in as it is")
    expect(exam.score).to_be_focused()
    found += violations(page, "over")
    assert not found, "\n".join(found)


def test_axe_finds_nothing_when_the_time_is_over(timed: Exam) -> None:
    timed.page.clock.run_for("07:01")
    expect(timed.page.get_by_role("heading", name="The time is over")).to_be_focused()
    timed.page.clock.resume()
    assert violations(timed.page, "time over") == []


def test_without_script_the_page_leads_to_the_questions(sample: Site, visit: Visit) -> None:
    page = visit(sample, EXAM, script=False)
    expect(page.get_by_text("put together and judged by a script")).to_be_visible()
    page.get_by_role("link", name=re.compile("ettle")).first.click()
    expect(page).to_have_url(re.compile(r"/practice/#questions$"))


def test_where_nothing_is_kept_leaving_is_asked_about(sample: Site, visit: Visit) -> None:
    page = visit(sample)
    with second_window(page, "about:blank") as other:
        other.add_init_script("IDBFactory.prototype.open = () => { throw new Error() }")
        other.goto(sample.address + KETTLES)
        exam = Exam(other)
        exam.start()
        expect(other.get_by_text("Your browser keeps nothing for this site")).to_be_visible()
        exam.find("when-boil")
        exam.choose("Never")
        other.once("dialog", lambda asked: asked.dismiss())
        with other.expect_event("dialog") as asked:
            other.close(run_before_unload=True)
        assert asked.value.type == "beforeunload"
        exam.hand_in()
        expect(exam.score).to_have_text("0 of 2 right, 0%")


def test_answers_that_cannot_be_written_down_are_told(kettles: Exam) -> None:
    kettles.find("when-boil")
    kettles.choose("Never")
    kettles.page.evaluate("() => { IDBDatabase.prototype.transaction = () => { throw new Error() } }")
    kettles.hand_in()
    expect(kettles.root.get_by_role("alert")).to_contain_text("did not write all of your answers down")
    expect(kettles.score).to_have_text("0 of 2 right, 0%")


def test_where_a_deck_cannot_be_loaded_it_can_be_tried_again(sample: Site, visit: Visit) -> None:
    page = visit(sample)
    with second_window(page, "about:blank") as other:
        other.route("**/decks/*", lambda route: route.abort())
        other.goto(sample.address + KETTLES)
        exam = Exam(other)
        exam.press("Start")
        expect(exam.root.get_by_role("alert")).to_contain_text("cannot be loaded")
        other.unroute("**/decks/*")
        exam.press("Try again")
        exam.expect_question(1)


def test_forced_colours_show_every_state(sample: Site, visit: Visit) -> None:
    exam = Exam(visit(sample, KETTLES, forced_colors="active"))
    exam.start()
    exam.find("when-boil")
    exam.choose("Never")
    border = "number => getComputedStyle(number).borderTopWidth"
    widths = exam.page.locator(".exam-numbers .exam-place").evaluate_all(f"all => all.map({border})")
    assert sorted(widths) == ["1px", "1px", "2px"]
