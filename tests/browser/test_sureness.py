"""A learner may say how sure they are: that is told where it teaches. The page hears it too."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import PRACTICE, Site
from tests.browser.test_answer import HUNDRED, NEVER, WARM, Item, focused, keys
from tests.browser.windows import REMEMBER, Visit


@pytest.fixture
def practice(sample: Site, visit: Visit) -> Page:
    page = visit(sample, PRACTICE)
    page.evaluate(REMEMBER)
    return page


@pytest.fixture
def item(practice: Page) -> Item:
    return Item(practice, "when-boil")


def say(item: Item, label: str) -> None:
    item.root.get_by_role("radio", name=label, exact=True).check()


def told(item: Item) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = item.page.evaluate("told")
    return answers


def test_who_ignores_it_has_nothing_to_pass_or_to_read(item: Item) -> None:
    expect(item.root.locator(".sureness input:checked")).to_have_count(0)
    item.root.get_by_text("Hint").focus()
    keys(item, "Tab")
    expect(focused(item.page)).to_have_text("Check")
    item.choose(WARM)
    item.press("Check")
    expect(item.root.locator(".item-verdict")).to_have_text("Not this one.")
    expect(item.root.locator(".sureness")).to_have_count(0)
    assert told(item)[0]["confidence"] is None


def test_who_was_sure_and_wrong_is_told_so_and_is_asked_afresh(item: Item) -> None:
    item.choose(WARM)
    say(item, "Sure")
    item.press("Check")
    expect(item.root.locator(".item-verdict")).to_have_text("Not this one. You were sure.")
    item.press("Try again")
    expect(item.root.locator(".sureness input")).to_have_count(3)
    expect(item.root.locator(".sureness input:checked")).to_have_count(0)
    item.choose(HUNDRED)
    item.press("Check")
    assert [answer["confidence"] for answer in told(item)] == ["sure", None]


def test_a_guess_that_was_right_is_told_to_read_why(item: Item) -> None:
    item.choose(HUNDRED)
    say(item, "Guess")
    item.press("Check")
    expect(item.status).to_contain_text("A guess that was right: read why.")
    assert told(item)[0]["confidence"] == "guess"


def test_it_is_said_by_keyboard_and_enter_checks(item: Item) -> None:
    item.choose(HUNDRED)
    item.root.get_by_role("button", name="Check").focus()
    keys(item, "Tab", "Space", "ArrowDown", "Enter")
    expect(item.status).to_contain_text("You were unsure, and right.")
    assert told(item)[0]["confidence"] == "unsure"


def test_it_is_a_group_with_a_name_that_counts_as_no_answer(item: Item) -> None:
    expect(item.root.get_by_role("group", name="How sure are you?").get_by_role("radio")).to_have_count(3)
    say(item, "Sure")
    item.press("Check")
    expect(item.status).to_have_text("Choose an answer first.")
    say(item, "Unsure")
    expect(item.status).to_have_text("Choose an answer first.")
    assert told(item) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_saying_it_moves_nothing(width: int, sample: Site, visit: Visit) -> None:
    item = Item(visit(sample, PRACTICE, width=width), "when-boil")
    check = item.root.get_by_role("button", name="Check")
    actions = item.root.locator(".item-actions")
    actions.scroll_into_view_if_needed()
    before = (check.bounding_box(), actions.bounding_box())
    say(item, "Guess")
    assert (check.bounding_box(), actions.bounding_box()) == before


def test_a_hint_that_was_opened_is_told_of_until_the_question_starts_again(item: Item) -> None:
    def answer() -> bool:
        item.choose(WARM)
        item.press("Check")
        item.press("Try again")
        hinted: bool = told(item)[-1]["hinted"]
        return hinted

    assert not answer()
    item.root.get_by_text("Hint").click()
    expect(item.root.get_by_text("Think of")).to_be_visible()
    item.root.get_by_text("Hint").click()
    expect(item.root.get_by_text("Think of")).not_to_be_visible()
    assert answer()
    assert answer()
    item.root.evaluate("item => item.startAgain()")
    assert not answer()


def test_a_hint_left_open_is_closed_by_a_new_start(item: Item) -> None:
    item.root.get_by_text("Hint").click()
    item.root.evaluate("item => item.startAgain()")
    expect(item.root.get_by_text("Think of")).not_to_be_visible()


def test_the_page_is_told_which_wording_was_answered(practice: Page, item: Item) -> None:
    which = Item(practice, "which-boil")
    item.choose(NEVER)
    item.press("Check")
    which.choose("A kettle", "A samovar")
    which.press("Check")
    for one, answer in zip((item, which), told(item), strict=True):
        assert answer["edition"] == one.root.get_attribute("data-edition")
        assert answer["chosenEditions"] == [
            one.root.locator(f"li[data-option='{value}']").get_attribute("data-edition")
            for value in answer["chosen"]
        ]
        assert all(answer["chosenEditions"])
