"""The date of an interview: given once, it fills the days until then and says what will be known."""

import datetime
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import desk
from tests.browser.axe import violations
from tests.browser.desk import chosen, log, now, remember, reviewed
from tests.browser.interview.steps import with_clock
from tests.browser.sites import Site
from tests.browser.windows import Visit

INTERVIEW = "interview/"


def today() -> datetime.date:
    """The day that a learner is in: it lasts until four in the morning."""
    return (datetime.datetime.now() - datetime.timedelta(hours=4)).date()


def day(ahead: int) -> str:
    """A day from today, as a field for dates has it."""
    return (today() + datetime.timedelta(days=ahead)).isoformat()


@pytest.fixture
def interview(sample: Site, visit: Visit) -> Page:
    page = visit(sample, INTERVIEW)
    expect(page.get_by_label("Day of the interview")).to_be_visible()
    return page


def test_a_date_is_kept_and_its_plan_is_told(interview: Page) -> None:
    interview.get_by_label("Day of the interview").fill(day(12))
    interview.get_by_label("Minutes a day").fill("15")
    interview.get_by_label("Minutes a day").blur()
    told = interview.locator(".date-say")
    expect(told).to_contain_text("Your interview is in 12 days.")
    expect(told).to_contain_text("of 2 cards then")
    assert {(entry["about"], entry["value"]) for entry in log(interview)} == {
        ("set:interview", day(12)),
        ("set:minutes", 15),
    }
    interview.get_by_text("Day by day").click()
    expect(interview.locator(".date-days tbody tr")).to_have_count(12)
    expect(interview.locator(".date-days tbody th").first).to_have_text("Today")
    eve = today() + datetime.timedelta(days=11)
    expect(interview.locator(".date-days tbody th").last).to_contain_text(f"{eve:%b} {eve.day}")
    interview.reload()
    expect(interview.get_by_label("Day of the interview")).to_have_value(day(12))
    expect(told).to_contain_text("in 12 days")


def test_minutes_that_are_none_are_not_kept(interview: Page) -> None:
    field = interview.get_by_label("Minutes a day")
    field.fill("0")
    field.blur()
    expect(interview.locator("study-date [role=status]")).to_contain_text("Not kept")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert log(interview) == []
    field.fill("30")
    field.blur()
    expect(interview.locator("study-date [role=status]")).to_have_text("Kept.")
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_half_a_date_is_not_kept(interview: Page) -> None:
    field = interview.get_by_label("Day of the interview")
    said = interview.locator("study-date [role=status]")
    field.fill(day(9))
    expect(said).to_have_text("Kept.")
    field.focus()
    interview.keyboard.press("Delete")
    field.blur()
    expect(said).to_have_text("Not kept: this is no date.")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert [entry["value"] for entry in log(interview)] == [day(9)]


def test_a_date_that_has_passed_says_so_and_can_be_taken_back(interview: Page) -> None:
    remember(interview, chosen("interview", day(-1)))
    expect(interview.locator(".date-say")).to_contain_text("This date has passed.")
    interview.get_by_label("Day of the interview").fill("")
    expect(interview.locator(".date-say")).to_have_count(0)
    assert log(interview)[-1]["value"] == ""


@pytest.mark.parametrize("hour", [8, 15])
def test_on_its_own_day_it_is_today_and_leads_to_what_is_left_to_do(
    sample: Site, browser: Browser, hour: int
) -> None:
    with with_clock(sample, browser) as page:
        page.clock.set_fixed_time(datetime.datetime.combine(today(), datetime.time(hour)))
        remember(page, chosen("interview", day(0)))
        expect(page.locator(".date-say")).to_contain_text("Your interview is today.")
        expect(page.locator(".date-days")).to_have_count(0)
        page.locator(".date-last").get_by_role("link", name="one mock interview").click()
        expect(page.get_by_role("heading", name="Mock interview")).to_be_in_viewport()
        page.locator(".date-last").get_by_role("link", name="Interview tomorrow").click()
        expect(page).to_have_title(re.compile("Interview tomorrow"))


def test_the_day_is_filled_by_the_plan(interview: Page, sample: Site) -> None:
    remember(interview, reviewed("why-boil", 4, now() - 3 * desk.DAY), chosen("interview", day(1)))
    interview.goto(f"{sample.address}today/")
    expect(interview.locator(".today-interview")).to_contain_text("Your interview is tomorrow.")
    expect(interview.locator(".today-fact")).to_contain_text("1 to review · 1 new")
    interview.get_by_role("link", name="Change the date").click()
    expect(interview.get_by_label("Day of the interview")).to_be_in_viewport()


def test_cards_that_find_no_place_are_told(interview: Page) -> None:
    remember(interview, chosen("interview", day(1)), chosen("minutes", 1))
    expect(interview.locator(".date-say")).to_contain_text("left out")


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_with_a_date(sample: Site, visit: Visit, dark: bool) -> None:
    page = visit(sample, INTERVIEW, dark=dark)
    remember(page, chosen("interview", day(9)))
    page.get_by_text("Day by day").click()
    assert violations(page, "with a date") == []


def test_nothing_is_cut_off_on_a_phone(sample: Site, visit: Visit) -> None:
    page = visit(sample, INTERVIEW, width=320)
    remember(page, chosen("interview", day(40)))
    page.get_by_text("Day by day").click()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
