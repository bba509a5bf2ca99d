"""A number is worked out: right within a tolerance, a known slip with its reason, wrong in some way."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.sites import BREWING, BREWING_PRACTICE, Site
from tests.browser.test_answer import Item, keys
from tests.browser.windows import REMEMBER, UNSAID, Visit

LABEL = "Your answer in degrees"
WOMBAT, DIVIDED, EXPLAINED = "wombat rule", "five divided by a half", "Five times minus one half."


@pytest.fixture
def item(sample: Site, visit: Visit) -> Item:
    return Item(visit(sample, BREWING_PRACTICE), "cool-down")


def field(item: Item) -> Locator:
    return item.root.get_by_role("textbox", name=LABEL, exact=True)


def check(item: Item, number: str) -> None:
    field(item).fill(number)
    item.press("Check")


@pytest.mark.parametrize("number", ["-2.5", "−2,5", " - 2.45 ", "-25e-1", "-2.6 Degrees", "-2,4degrees"])
def test_a_number_within_the_tolerance_is_right_however_it_is_written(number: str, item: Item) -> None:
    check(item, number)
    expect(item.status).to_have_text("Right.")
    expect(field(item)).to_have_accessible_description("Right")
    for reason in (WOMBAT, DIVIDED, EXPLAINED, "−2.5 degrees (± 0.1)"):
        expect(item.root.get_by_text(reason).locator("visible=true")).to_have_count(1)
    item.expect_focus_inside()


def test_a_known_slip_is_told_its_reason_and_no_more(item: Item) -> None:
    check(item, "2.55")
    expect(item.status).to_contain_text("Not yet: this value comes from a known slip.")
    expect(item.root.locator(".field-why")).to_have_text(
        "It falls, so the sign is a minus, says the wombat rule."
    )
    expect(item.status).to_contain_text(WOMBAT)
    expect(item.root.locator(".field-mark")).to_have_text("✗ Wrong")
    for secret in (DIVIDED, EXPLAINED, "−2.5", "± 0.1"):
        expect(item.root.get_by_text(secret).locator("visible=true")).to_have_count(0)
    item.expect_focus_inside()


@pytest.mark.parametrize(
    ("number", "verdict"),
    [
        ("-3", "Not yet: that is too small."),
        ("0", "Not yet: that is too large."),
        ("-25", "Nearly: the digits are right, the decimal point is not."),
    ],
)
def test_another_wrong_number_hears_how_it_misses(number: str, verdict: str, item: Item) -> None:
    check(item, number)
    expect(item.status).to_have_text(verdict)
    expect(item.root.get_by_text("−2.5").locator("visible=true")).to_have_count(0)


def test_all_reasons_can_be_asked_for(item: Item) -> None:
    check(item, "7")
    item.press("Show all reasons")
    for reason in (WOMBAT, DIVIDED, EXPLAINED, "−2.5 degrees (± 0.1)"):
        expect(item.root.get_by_text(reason).locator("visible=true")).to_have_count(1)
    expect(field(item)).to_have_value("7")
    item.expect_focus_inside()
    item.press("Again")
    expect(item.root.get_by_text(DIVIDED).locator("visible=true")).to_have_count(0)


def test_trying_again_keeps_what_was_written_and_comes_back_to_the_field(item: Item) -> None:
    check(item, "2.5")
    field(item).press_sequentially("9")  # it holds still until it is tried again
    expect(field(item)).to_have_value("2.5")
    item.press("Try again")
    expect(field(item)).to_be_focused()
    expect(field(item)).to_have_value("2.5")
    expect(item.root.locator(".field-mark, .field-why")).to_have_count(0)
    expect(item.status).to_be_empty()
    check(item, "-2.5")
    expect(item.status).to_have_text("Right.")


@pytest.mark.parametrize("text", ["two", "1.2.3", "-2.5 metres", "1,234,567"])
def test_no_number_is_met_with_a_word_and_no_verdict(text: str, item: Item) -> None:
    check(item, text)
    expect(item.status).to_contain_text("That is no number yet")
    expect(field(item)).to_have_attribute("aria-invalid", "true")
    expect(item.root).to_have_attribute("data-state", "asking")
    field(item).fill("3")
    expect(field(item)).not_to_have_attribute("aria-invalid", "true")
    expect(item.status).to_be_empty()


def test_nothing_written_is_met_with_a_word(item: Item) -> None:
    check(item, "  ")
    expect(item.status).to_have_text("Write a number first.")
    expect(item.root.locator(".item-verdict")).to_have_count(0)


def test_the_page_is_told_the_number_and_the_misconception(item: Item) -> None:
    item.page.evaluate(REMEMBER)
    check(item, "−10 degrees")
    assert item.page.evaluate("told") == [
        {
            **{"id": "cool-down", "type": "number", "right": False, "firstTry": True},
            **{"chosen": ["-10"], "shows": ["hot-is-enough"], **UNSAID},
            "edition": item.root.get_attribute("data-edition"),
        }
    ]


def test_it_is_worked_through_by_keyboard_alone(sample: Site, visit: Visit) -> None:
    item = Item(visit(sample, f"{BREWING_PRACTICE}#cool-down"), "cool-down")
    keys(item, "Tab", *"2.5", "Enter")
    expect(item.status).to_contain_text("known slip")
    keys(item, "Tab", "Tab")  # past the hint
    expect(item.page.locator(":focus")).to_have_text("Try again")
    keys(item, "Enter", "Home", "-", "Enter")
    expect(item.status).to_have_text("Right.")


def test_it_is_worked_through_on_a_phone(sample: Site, visit: Visit) -> None:
    page = visit(sample, BREWING, width=320, height=640)
    item = Item(page, "cool-down")
    for part in (field(item), item.root.get_by_role("button", name="Check")):
        box = part.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    check(item, "−10")
    expect(item.root.locator(".field-why")).to_contain_text(DIVIDED)
    item.press("Show all reasons")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_script_the_answer_opens_and_enter_goes_nowhere(sample: Site, visit: Visit) -> None:
    page = visit(sample, BREWING_PRACTICE, script=False)
    item = Item(page, "cool-down")
    field(item).fill("2.5")
    field(item).press("Enter")
    expect(field(item)).to_have_value("2.5")
    expect(page).to_have_url(sample.address + BREWING_PRACTICE)
    expect(item.root.get_by_text(WOMBAT)).not_to_be_visible()
    item.root.get_by_text("Answer and reasons").click()
    for text in (WOMBAT, DIVIDED, EXPLAINED, "−2.5 degrees (± 0.1)"):
        expect(item.root.get_by_text(text)).to_be_visible()
    expect(item.root.locator("li", has_text="−2.5")).to_contain_text("Right")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_any_state(dark: bool, sample: Site, visit: Visit) -> None:
    page: Page = visit(sample, BREWING_PRACTICE, dark=dark, reduced_motion="reduce")
    item = Item(page, "cool-down")
    found = violations(page, "asking")
    check(item, "two")
    found += violations(page, "no number")
    check(item, "2.5")
    found += violations(page, "wrong")
    item.press("Show all reasons")
    found += violations(page, "shown")
    item.press("Again")
    check(item, "-2.5")
    found += violations(page, "right")
    assert not found, "\n".join(found)
