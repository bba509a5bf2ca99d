"""A mock interview, question after question, and its debrief."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import log, said
from tests.browser.interview.steps import (
    answer_all,
    ask,
    exists,
    filled,
    interview,
    press,
    states,
)
from tests.browser.sites import Site


def test_an_interview_and_its_debrief(real_page: Page) -> None:
    interview(real_page)
    expect(real_page.locator(".time")).to_be_hidden()
    expect(real_page.locator(".beside")).to_have_count(0)
    asked = answer_all(real_page)
    assert len(set(asked)) == 3
    expect(real_page.locator(".debrief .card-ask")).to_have_text(asked)
    expect(real_page.locator(".debrief-sum")).to_contain_text("Tick the points")
    boxes = real_page.locator(".debrief .points").first.get_by_role("checkbox")
    count = boxes.count()
    for box in boxes.all():
        box.check()
    all_points = real_page.locator(".debrief .points input").count()
    expect(real_page.locator(".debrief-sum")).to_have_text(f"You made {count} of {all_points} points.")
    expect(real_page.locator(".debrief-topics li")).to_contain_text(f"{count} of {all_points} points")
    expect(real_page.locator(".debrief-topics a")).to_have_attribute(
        "href", re.compile("lessons/rlhf-limits/$")
    )
    expect(real_page.locator(".debrief-foot")).to_contain_text("count as remembered")
    press(real_page, "Count this as a review")
    expect(real_page.locator(".debrief-say")).to_be_focused()
    expect(real_page.locator(".debrief-say")).to_have_text(
        "Counted: 1 card as remembered. 2 without ticks are as before."
    )
    ticked, graded = log(real_page)
    assert (ticked["kind"], len(ticked["hit"]), ticked["missed"]) == ("ticked", count, [])
    assert (graded["kind"], graded["about"], graded["grade"]) == ("reviewed", ticked["about"], 3)
    press(real_page, "Undo")
    expect(real_page.get_by_role("button", name="Count this as a review")).to_be_focused()
    assert said(real_page, "undone") == [("undone", ticked["about"])]
    press(real_page, "Another interview")
    expect(real_page.locator("study-mock form")).to_be_visible()


def test_ticks_are_kept_by_themselves_and_taken_back_with_them(page: Page) -> None:
    interview(page)
    answer_all(page, 1)
    page.get_by_label("Names time.").check()
    page.wait_for_timeout(1700)
    assert said(page) == [("ticked", "why-boil")]
    page.get_by_label("Names time.").uncheck()
    press(page, "Count this as a review")
    expect(page.locator(".debrief-say")).to_contain_text("Nothing is ticked yet")
    assert said(page) == [("ticked", "why-boil"), ("undone", "why-boil")]


def test_what_was_left_out_in_an_interview_is_cued_in_practice(page: Page) -> None:
    interview(page)
    answer_all(page, 1)
    page.get_by_label("Names time.").check()
    press(page, "Another interview")
    expect(page.locator("study-mock form")).to_be_visible()
    ask(page)
    expect(page.locator(".cues li")).to_have_text(["Names extraction."])


def test_each_answer_has_its_time(sample: Site, timed: Page) -> None:
    interview(timed, seconds="60 seconds")
    timed.clock.run_for(30_000)
    assert filled(timed) == pytest.approx(0.5, abs=0.01)
    timed.clock.run_for(32_000)
    expect(timed.locator(".time-said")).to_have_text("One minute: come to the end.")
    expect(timed.locator(".sitting .card-ask")).to_be_visible()
    answer_all(timed, 1)
    expect(timed.locator(".debrief .card-kind")).to_have_text("Question 1 · 1:02 spoken")
    expect(timed.locator(".debrief-facts")).to_contain_text("1 question · 1:02 spoken")


def test_recordings_last_as_long_as_the_debrief(real_page: Page) -> None:
    real_page.get_by_label("Record my answers").check()
    interview(real_page)
    for name in ("Next question", "Next question", "Finish"):
        expect(real_page.locator(".take.is-on")).to_be_visible()
        press(real_page, name)
    expect(real_page.locator(".debrief audio")).to_have_count(3)
    assert states(real_page) == ["ended"] * 3
    address = real_page.locator(".debrief audio").first.get_attribute("src")
    assert exists(real_page, address)
    press(real_page, "Another interview")
    expect(real_page.locator("study-mock form")).to_be_visible()
    assert not exists(real_page, address)
    assert log(real_page) == []


def test_who_does_not_allow_the_microphone_is_not_asked_again(real_page: Page) -> None:
    real_page.evaluate(
        "() => { window.times = 0; navigator.mediaDevices.getUserMedia = async () => {"
        " times += 1; throw new DOMException('', 'NotAllowedError') } }"
    )
    real_page.get_by_label("Record my answers").check()
    interview(real_page)
    expect(real_page.locator(".take-said")).to_contain_text("that is fine")
    answer_all(real_page)
    assert real_page.evaluate("() => times") == 1


def test_an_interview_can_be_ended_early(real_page: Page) -> None:
    interview(real_page)
    press(real_page, "Next question")
    expect(real_page.locator(".sitting-count")).to_have_text("Question 2 of 3")
    press(real_page, "End the interview")
    expect(real_page.locator(".debrief-answer")).to_have_count(1)
    expect(real_page.locator(".debrief-facts").last).to_contain_text("2 questions were not reached")
    press(real_page, "Another interview")
    interview(real_page)
    press(real_page, "End the interview")
    expect(real_page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    expect(real_page.locator("study-mock .said")).to_contain_text("no debrief")


@pytest.mark.parametrize("seconds", ["60", "90"])
def test_the_clock_says_the_time_that_was_chosen(page: Page, seconds: str) -> None:
    interview(page, seconds=f"{seconds} seconds")
    expect(page.locator(".time-aim")).to_have_text(f"of {seconds} seconds")


def test_a_debrief_without_ticks_is_printed_to_be_ticked_by_hand(real_page: Page) -> None:
    interview(real_page)
    answer_all(real_page)
    real_page.emulate_media(media="print")
    expect(real_page.locator(".debrief-sum")).to_be_hidden()
    box = real_page.locator(".debrief .points input").first
    radius, width = box.evaluate(
        "box => ['borderRadius', 'width'].map(one => parseFloat(getComputedStyle(box)[one]))"
    )
    assert radius < width / 4
    box.check(force=True)
    expect(real_page.locator(".debrief-sum")).to_be_visible()


def test_the_debrief_prints_without_what_is_for_the_screen(real_page: Page) -> None:
    interview(real_page)
    answer_all(real_page)
    real_page.locator(".debrief .points input").first.check()
    real_page.emulate_media(media="print")
    for hidden in ("h1", ".desk-nav", "study-aloud", ".debrief-foot", ".md-header"):
        expect(real_page.locator(hidden).first).to_be_hidden()
    expect(real_page.locator(".debrief-facts")).to_be_visible()
    expect(real_page.locator(".debrief .points-count").first).to_be_visible()
    expect(real_page.locator(".debrief .points-count").first).to_contain_text(re.compile("^1 of . points$"))
    after = "all => all.map(one => getComputedStyle(one.querySelector('span'), '::after').content)"
    first = real_page.locator(".debrief .points").first.locator("label")
    words = first.evaluate_all(after)
    assert words[0] == "none" and set(words[1:]) == {'" (left out)"'}
    pages = len(re.findall(rb"/Type\s*/Page\b", real_page.pdf(format="A4")))
    assert 2 <= pages <= 4
