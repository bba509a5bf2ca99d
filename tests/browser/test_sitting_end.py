"""The end of a sitting: how it went, the way back into it, and when what was asked comes again."""

from playwright.sync_api import Page, expect

from tests.browser.desk import answered, chosen, remember, said
from tests.browser.sittings import BOIL, KETTLE, asks, grade, start

HOLD = """() => {
    const real = window.setTimeout
    window.setTimeout = (act, ms) => ms === 60000 ? (window.minute = act, 0) : real(act, ms)
    document.dispatchEvent(new Event("visibilitychange"))
}"""
"""Keeps what the page does each minute as `minute`, and lets it draw itself anew."""
LATER = "() => { const now = Date.now(); Date.now = () => now + 1_200_000; window.minute() }"
"""Twenty minutes on."""


def ended(page: Page) -> None:
    """Both cards of the first lesson were graded."""
    start(page)
    grade(page, "Remembered")
    asks(page, KETTLE)
    grade(page, "Remembered")
    expect(page.locator(".today-went")).to_be_focused()


def test_the_last_grade_can_be_taken_back(today: Page) -> None:
    ended(today)
    today.get_by_role("button", name="Undo").click()
    asks(today, KETTLE)
    assert said(today)[-2:] == [("reviewed", "what-is-a-kettle"), ("undone", "what-is-a-kettle")]
    grade(today, "Remembered")
    expect(today.locator(".today-went")).to_have_text("2 done, all remembered at once.")


def test_a_key_takes_the_last_grade_back_too(today: Page) -> None:
    ended(today)
    today.keyboard.press("u")
    asks(today, KETTLE)
    today.keyboard.press("u")
    asks(today, BOIL)


def test_keys_that_are_off_are_off_at_the_end(today: Page) -> None:
    remember(today, chosen("keys", False))
    ended(today)
    today.keyboard.press("u")
    expect(today.locator(".today-went")).to_be_focused()
    assert "undone" not in [kind for kind, _ in said(today)]


def test_the_last_answer_to_a_question_can_be_taken_back(today: Page) -> None:
    remember(today, answered("when-boil", right=False, confidence="sure"), chosen("fresh", 0))
    start(today)
    right = today.locator(".sitting li[data-verdict=right]").get_attribute("data-option")
    today.locator(f".sitting .option input[value='{right}']").check()
    today.get_by_role("button", name="Check").click()
    today.get_by_role("button", name="Next").click()
    today.get_by_role("button", name="Undo").click()
    expect(today.locator(".sitting .option input").first).to_be_focused()
    expect(today.locator(".sitting .is-checked")).to_have_count(0)


def test_who_did_nothing_has_nothing_to_take_back(today: Page) -> None:
    start(today)
    today.get_by_role("button", name="Enough for now").click()
    expect(today.locator(".today-went")).to_be_focused()
    expect(today.get_by_role("button", name="Undo")).to_have_count(0)


def test_what_rests_and_what_comes_tomorrow_are_told_once(today: Page) -> None:
    remember(today, chosen("fresh", 2))
    ended(today)
    expect(today.locator(".today")).to_contain_text("2 cards come back today, the first in 10")
    expect(today.locator(".today")).to_contain_text("Nothing else is due tomorrow.")


def test_a_page_left_open_says_when_something_falls_due_and_leaves_the_focus(today: Page) -> None:
    ended(today)
    today.evaluate(HOLD)
    today.wait_for_function("() => window.minute")
    expect(today.locator(".today-went")).to_be_focused()
    today.evaluate(LATER)
    expect(today.locator(".today-fact")).to_contain_text("2 to review")
    expect(today.locator(".today-went")).to_be_focused()
    expect(today.get_by_role("button", name="Undo")).to_be_visible()


def test_the_focus_stays_on_a_page_that_is_drawn_anew(today: Page) -> None:
    ended(today)
    today.evaluate(HOLD)
    today.wait_for_function("() => window.minute")
    today.locator(".today").get_by_role("link", name="Go on reading").focus()
    today.evaluate("() => { document.querySelector('.today').dataset.old = 1; window.minute() }")
    expect(today.locator(".today[data-old]")).to_have_count(0)
    expect(today.locator(".today").get_by_role("link", name="Go on reading")).to_be_focused()


def test_what_was_put_off_is_told(today: Page) -> None:
    start(today)
    today.get_by_text("Show the answer").click()
    today.get_by_role("button", name="Not today").click()
    asks(today, KETTLE)
    grade(today, "Remembered")
    expect(today.locator(".today")).to_contain_text("Tomorrow: 1 more, put off today.")


def test_new_cards_that_wait_are_told(today: Page) -> None:
    remember(today, chosen("fresh", 1))
    start(today)
    grade(today, "Remembered")
    expect(today.locator(".today")).to_contain_text("1 new card waits, and comes tomorrow, by")
