"""Practising aloud: question, time, voice, answer, follow-up; and how the page looks in every state."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import desk
from tests.browser.axe import violations
from tests.browser.desk import answered, log, now, remember, reviewed, said
from tests.browser.interview.steps import (
    BOIL,
    GREEN,
    INTERVIEW,
    answer_all,
    ask,
    asks,
    filled,
    interview,
    press,
    ready,
)
from tests.browser.sites import Site
from tests.browser.windows import UNKEPT, Visit

# -- practising aloud ----------------------------------------------------------------------------------------


def test_by_keyboard_alone(page: Page) -> None:
    page.get_by_role("button", name="Ask me").focus()
    page.keyboard.press("Enter")
    asks(page, BOIL)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    asks(page, "A model answer")
    page.get_by_label("Names time.").focus()
    page.keyboard.press("Space")
    expect(page.locator(".grades .is-primary")).to_contain_text("Remembered")
    page.keyboard.press("2")
    asks(page, GREEN)
    expect(page.locator(".lead")).to_have_text("They go on to ask:")
    expect(page.locator(".sitting")).not_to_contain_text("Cooler.")
    page.get_by_role("button", name="Show the answer").focus()
    page.keyboard.press("Enter")
    asks(page, "A short answer")
    expect(page.locator(".sitting")).to_contain_text("Cooler.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("study-aloud .today-fact")).to_be_focused()
    ticked, graded = log(page)
    assert (ticked["kind"], len(ticked["hit"]), len(ticked["missed"])) == ("ticked", 1, 1)
    assert (graded["kind"], graded["about"], graded["grade"]) == ("reviewed", "why-boil", 3)


def test_the_card_listens_to_its_keys(page: Page) -> None:
    ask(page)
    page.keyboard.press("Space")
    asks(page, "A model answer")
    page.keyboard.press("1")
    asks(page, GREEN)
    assert [entry["grade"] for entry in log(page)] == [1]


def test_no_answer_is_shown_before_it_is_asked_for(page: Page) -> None:
    ask(page)
    expect(page.get_by_text("extraction is slow")).to_be_hidden()
    expect(page.locator(".sitting details > summary")).to_be_hidden()
    expect(page.get_by_text("Saying that hotter is always better.")).to_be_hidden()
    press(page, "Show the answer")
    expect(page.get_by_text("extraction is slow")).to_be_visible()
    expect(page.get_by_text("Saying that hotter is always better.")).to_be_visible()


def test_points_that_were_left_out_are_cued_the_next_time(page: Page) -> None:
    ask(page)
    expect(page.locator(".cues")).to_have_count(0)
    press(page, "Show the answer")
    page.get_by_label("Names time.").check()
    page.get_by_role("button", name="Remembered").click()
    asks(page, GREEN)
    press(page, "Enough for now")
    ask(page)
    expect(page.locator(".cues")).to_contain_text("Last time you left out:")
    expect(page.locator(".cues li")).to_have_text(["Names extraction."])
    expect(page.locator(".cues")).to_contain_text("Now give the whole answer.")


def test_undo_takes_the_grade_back_and_asks_again(page: Page) -> None:
    ask(page)
    press(page, "Show the answer")
    page.get_by_role("button", name="Forgot").click()
    asks(page, GREEN)
    press(page, "Undo")
    asks(page, BOIL)
    assert said(page) == [("reviewed", "why-boil"), ("undone", "why-boil")]


def test_a_follow_up_leads_to_its_card_and_then_back_to_the_row(real_page: Page) -> None:
    ask(real_page)
    first = real_page.locator(".sitting .card-ask").inner_text()
    press(real_page, "Show the answer")
    real_page.get_by_role("button", name="Remembered").click()
    expect(real_page.locator(".lead")).to_have_text("They go on to ask:")
    asks(real_page, "Name RLHF’s three layers and how each of them fails.")
    press(real_page, "Show the answer")
    real_page.get_by_role("button", name="Remembered").click()
    expect(real_page.locator(".sitting-count")).to_contain_text("2 of")
    expect(real_page.locator(".sitting .card-ask")).not_to_have_text(first)
    assert said(real_page) == [("reviewed", "why-not-more"), ("reviewed", "three-layers")]


def test_what_is_due_or_weakest_comes_first(real_page: Page) -> None:
    past = now() - 60 * desk.DAY
    remember(real_page, reviewed("leash-in-a-minute", 4, past), reviewed("why-not-more", 4, now() - 1000))
    expect(real_page.locator(".today-fact").first).to_contain_text("1 of them due")
    ask(real_page)
    asks(real_page, "What does the KL penalty buy you, and what does it not?")
    press(real_page, "Enough for now")
    real_page.get_by_label("Order").select_option("Weakest first")
    ask(real_page)
    asks(real_page, "Name RLHF’s three layers and how each of them fails.")


def test_next_question_grades_nothing(real_page: Page) -> None:
    ask(real_page)
    press(real_page, "Next question")
    asks(real_page, "Name RLHF’s three layers and how each of them fails.")
    assert log(real_page) == []


def test_what_was_set_aside_is_not_asked(page: Page) -> None:
    remember(page, {"kind": "suspended", "about": "why-boil", "on": True, "at": now()})
    expect(page.locator("study-aloud .today-fact")).to_contain_text("0 questions")
    press(page, "Ask me")
    expect(page.locator("study-aloud .said")).to_have_text("There is no question here. Choose another topic.")
    press(page, "Start")
    expect(page.locator("study-mock .said")).to_contain_text("There is no question to ask.")


def test_an_item_that_was_missed_is_no_question_here(page: Page) -> None:
    remember(page, answered("when-boil", right=False))
    expect(page.locator("study-aloud .today-fact")).to_contain_text("1 question")


def test_without_script_the_page_leads_to_the_cards(sample: Site, visit: Visit) -> None:
    page = visit(sample, INTERVIEW, script=False)
    expect(page.locator("form.wish").first).to_be_hidden()
    expect(page.locator("study-mock")).to_contain_text("It needs a script.")
    page.locator("study-aloud .lesson-list a").first.click()
    expect(page.locator("#cards")).to_be_visible()


# -- time and voice ------------------------------------------------------------------------------------------


def test_the_line_fills_and_is_silent_but_for_its_two_marks(timed: Page) -> None:
    ask(timed)
    face, told = timed.get_by_role("timer"), timed.locator(".time-said")
    expect(face).to_have_text("0:00")
    expect(face).not_to_have_attribute("aria-live", "polite")
    expect(timed.locator(".timeline")).to_have_attribute("aria-hidden", "true")
    press(timed, "Start")
    timed.clock.run_for(45_000)
    expect(face).to_have_text("0:45")
    expect(told).to_have_text("")
    assert filled(timed) == pytest.approx(0.5, abs=0.01)
    timed.clock.run_for(15_500)
    expect(told).to_have_text("One minute: come to the end.")
    timed.clock.run_for(30_000)
    expect(told).to_have_text("Ninety seconds: that is enough.")
    assert filled(timed) == pytest.approx(1, abs=0.01)


def test_the_time_can_be_paused_and_ends_with_the_answer(timed: Page) -> None:
    ask(timed)
    press(timed, "Start")
    timed.clock.run_for(10_000)
    press(timed, "Pause")
    timed.clock.run_for(60_000)
    expect(timed.get_by_role("timer")).to_have_text("0:10")
    press(timed, "Go on")
    timed.clock.run_for(5_000)
    press(timed, "Show the answer")
    timed.clock.run_for(60_000)
    expect(timed.get_by_role("timer")).to_have_text("0:15")
    expect(timed.get_by_role("button", name="Pause")).to_have_count(0)


def test_a_question_is_read_when_asked_for_and_silent_once_one_answers(page: Page) -> None:
    ask(page)
    assert page.evaluate("() => spoken") == []
    press(page, "Read it to me")
    assert page.evaluate("() => spoken") == [BOIL]
    before = page.evaluate("() => hushed")
    press(page, "Start")
    assert page.evaluate("() => hushed") > before
    expect(page.get_by_role("button", name="Read it to me")).to_be_visible()


def test_that_questions_are_read_is_remembered(page: Page) -> None:
    page.get_by_label("Read each question to me").first.check()
    ask(page)
    assert page.evaluate("() => spoken") == [BOIL]
    assert [(entry["about"], entry["value"]) for entry in log(page)] == [("set:aloud", True)]
    press(page, "Enough for now")
    assert page.evaluate("() => hushed") > 1
    page.reload()
    expect(page.get_by_label("Read each question to me").first).to_be_checked()
    expect(page.get_by_label("Read each question to me").last).to_be_checked()


def test_a_browser_without_a_voice_offers_none(sample: Site, browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script(UNKEPT)
    context.add_init_script("delete Window.prototype.speechSynthesis; delete window.speechSynthesis")
    page = context.new_page()
    page.goto(sample.address + INTERVIEW)
    ask(page)
    expect(page.get_by_role("button", name="Read it to me")).to_be_hidden()
    context.close()


# -- how it looks --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1000, 1280, 1600])
def test_the_links_of_the_desk_stay_where_they_are_on_other_pages(
    sample: Site, visit: Visit, width: int
) -> None:
    places = set()
    for address in ("exam/", INTERVIEW):
        page = visit(sample, address, width=width)
        places.add(str(page.locator(".desk-nav").bounding_box()))
    assert len(places) == 1
    ask(ready(page))
    assert str(page.locator(".desk-nav").bounding_box()) in places
    press(page, "Show the answer")
    left, right = (page.locator(f".beside-{part}").bounding_box() for part in ("answer", "points"))
    assert left and right and right["x"] > left["x"] + left["width"]


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_in_any_state(sample: Site, visit: Visit, dark: bool) -> None:
    page = ready(visit(sample, INTERVIEW, dark=dark, reduced_motion="reduce"))
    missed = {
        "kind": "ticked",
        "about": "why-boil",
        "edition": "e",
        "hit": [],
        "missed": points(sample),
        "at": now(),
    }
    remember(page, missed)
    ready(page)
    found = violations(page, "the choice")
    ask(page)
    expect(page.locator(".cues li")).to_have_count(2)
    found += violations(page, "asking, with cues")
    press(page, "Start")
    press(page, "Record")
    expect(page.locator(".take.is-on")).to_be_visible()
    found += violations(page, "recording")
    press(page, "Show the answer")
    expect(page.locator(".take audio")).to_be_visible()
    page.get_by_label("Names time.").check()
    found += violations(page, "the answer")
    page.get_by_role("button", name="Remembered").click()
    asks(page, GREEN)
    found += violations(page, "the follow-up")
    press(page, "Show the answer")
    found += violations(page, "its answer")
    press(page, "Enough for now")
    page.get_by_label("Record my answers").check()
    interview(page, seconds="90 seconds")
    expect(page.locator(".take.is-on")).to_be_visible()
    found += violations(page, "the interview")
    answer_all(page, 1)
    page.get_by_label("Names time.").check()
    found += violations(page, "the debrief")
    press(page, "Count this as a review")
    expect(page.locator(".debrief-say")).to_be_focused()
    found += violations(page, "counted")
    assert not found, "\n".join(found)


def points(site: Site) -> list[str]:
    """The fingerprints of the points of the one question."""
    text = (site.folder / "assets" / "decks" / "kettles.js").read_text("utf-8")
    return re.findall(r'checkbox\\" value=\\"([^"\\]+)', text[text.index('"why-boil"') :])


def test_by_touch_nothing_is_cut_off_on_a_phone_and_all_is_large_enough(
    sample: Site, browser: Browser
) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 320, "height": 640})
    context.add_init_script(UNKEPT)
    page = context.new_page()
    page.goto(sample.address + INTERVIEW)
    ready(page)
    fits(page, ".wish button, .wish-check, .wish select")
    page.get_by_role("button", name="Ask me").tap()
    expect(page.locator(".sitting .card-ask")).to_be_focused()
    page.get_by_role("button", name="Start", exact=True).tap()
    page.get_by_role("button", name="Record").tap()
    fits(page, ".sitting button")
    page.get_by_role("button", name="Show the answer").tap()
    page.get_by_label("Names time.").tap()
    fits(page, ".sitting button, .sitting .points label, .take-play a")
    page.get_by_role("button", name="Remembered").tap()
    asks(page, GREEN)
    fits(page, ".sitting button")
    context.close()


def fits(page: Page, targets: str) -> None:
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    for target in page.locator(f":is({targets}):visible").all():
        box = target.bounding_box()
        assert box and box["height"] >= 44, target.inner_text()


def test_forced_colours_still_show_the_time(sample: Site, visit: Visit) -> None:
    page = ready(visit(sample, INTERVIEW, forced_colors="active"))
    ask(page)
    colour = "part => getComputedStyle(part).backgroundColor"
    parts = [page.locator(part).first.evaluate(colour) for part in (".timeline-fill", ".card")]
    assert len(set(parts)) == 2
