"""The desk by touch alone, on a phone: taps on visible names, nothing that needs a pointer or a key."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import chosen, remember, said
from tests.browser.sites import PRACTICE, Site
from tests.browser.windows import PATIENCE, UNKEPT

BOIL = "Why does black tea want boiling water?"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page of a phone. It must say nothing on the console."""
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 320, "height": 640})
    context.add_init_script(UNKEPT)
    context.set_default_timeout(PATIENCE)
    stumbled: list[str] = []
    context.on("console", lambda message: stumbled.append(message.text))
    context.on("weberror", lambda error: stumbled.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert stumbled == []


def test_from_home_to_the_end_of_a_sitting(phone: Page, sample: Site) -> None:
    phone.goto(sample.address)
    phone.locator(".md-tabs").get_by_role("link", name="Today").tap()
    phone.get_by_role("button", name="Start").tap()
    expect(phone.locator(".sitting .card-ask")).to_have_text(BOIL)
    phone.get_by_text("Show the answer").tap()
    phone.get_by_label("Names time.").tap()
    phone.get_by_role("button", name="Forgot").tap()
    for name in ("Remembered", "Remembered"):
        phone.get_by_text("Show the answer").tap()
        phone.get_by_role("button", name=name).tap()
    expect(phone.locator(".today-went")).to_be_visible()
    kinds = [kind for kind, _ in said(phone)]
    assert kinds == ["ticked", "reviewed", "reviewed", "reviewed"]


def test_a_question_is_answered_hinted_and_tried_again(phone: Page, sample: Site) -> None:
    phone.goto(sample.address + PRACTICE)
    item = phone.locator("study-item[data-id=when-boil]")
    wrong = item.locator("li[data-verdict=wrong]").first.get_attribute("data-option")
    item.locator(".option", has=phone.locator(f"input[value='{wrong}']")).tap()
    item.get_by_text("Unsure").tap()
    item.get_by_role("button", name="Check").tap()
    expect(item.locator(".item-verdict")).to_be_focused()
    item.get_by_role("button", name="Show all reasons").tap()
    expect(item.locator(".comparison")).to_be_visible()


def test_an_interview_question_is_answered_aloud_and_graded(phone: Page, sample: Site) -> None:
    phone.goto(f"{sample.address}interview/")
    phone.get_by_role("button", name="Ask me").tap()
    expect(phone.get_by_role("heading", name=BOIL)).to_be_focused()
    phone.get_by_role("button", name="Show the answer").tap()
    phone.get_by_role("button", name="Remembered").tap()
    assert ("reviewed", "why-boil") in said(phone)


def test_settings_are_chosen_and_data_is_erased(phone: Page, sample: Site) -> None:
    phone.goto(f"{sample.address}settings/")
    remember(phone, chosen("fresh", 3))
    phone.get_by_text("Four: again, hard, good, easy").tap()
    expect(phone.locator("study-settings [role=status]")).to_have_text("Kept.")
    phone.get_by_role("button", name="Erase my data").tap()
    phone.get_by_role("button", name="Erase for good").tap()
    expect(phone.locator("study-data [role=status]")).to_contain_text("Erased")
    assert said(phone) == []
