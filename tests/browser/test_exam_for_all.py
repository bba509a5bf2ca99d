"""An exam is kind: to those who need more time, to keys and fingers, and where a browser keeps nothing."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.axe import looks, violations
from tests.browser.exams import EXAM, KETTLES, PAPER, Exam, answer_right, kettles_paper, second_window
from tests.browser.holding import small
from tests.browser.sites import Site
from tests.browser.windows import Visit

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
    phone = {"has_touch": True, "viewport": {"width": 320, "height": 640}}
    with second_window(visit(sample), sample.address + PAPER, **phone) as page:
        exam = Exam(page)
        exam.button("Start").tap()
        for number in range(1, 9):
            exam.expect_question(number)
            assert page.evaluate("() => document.documentElement.scrollWidth") == 320
            assert small(exam.root.locator(".exam-room > * button:visible")) == []
            if exam.stage.locator(".option").count():
                exam.stage.locator(".option label").first.tap()
            if number < 8:
                exam.button("Next").tap()
        exam.button("Flag for later").tap()
        exam.number(1, "answered").or_(exam.number(1, "not answered")).tap()
        exam.expect_question(1)
        exam.button("Hand in").tap()
        exam.button("Hand in as it is").tap()
        expect(exam.score).to_be_focused()
        assert page.evaluate("() => document.documentElement.scrollWidth") == 320
        assert small(exam.root.locator(".exam-summary button")) == []


@looks
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
