"""Cards on a practice page and in a lesson: graded where they stand, without losing one's place."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser import desk
from tests.browser.axe import violations
from tests.browser.desk import answered, log, now, remember, reviewed, said
from tests.browser.sites import LESSON, PRACTICE, Site
from tests.browser.windows import Visit


@pytest.fixture(params=[PRACTICE, LESSON], ids=["practice", "lesson"])
def card(request: pytest.FixtureRequest, sample: Site, visit: Visit) -> Locator:
    return visit(sample, request.param).locator("study-card[data-id=why-boil]")


def flip(card: Locator) -> None:
    card.get_by_text("Show the answer").click()
    expect(card.locator(".grades")).to_be_visible()


def test_the_grades_are_there_while_the_card_is_open(card: Locator) -> None:
    expect(card.locator(".grades")).not_to_be_visible()
    flip(card)
    card.get_by_text("Hide the answer").click()
    expect(card.locator(".grades")).not_to_be_visible()


def test_a_grade_says_when_the_card_comes_back_and_can_be_taken_back(card: Locator) -> None:
    flip(card)
    card.get_by_role("button", name="Remembered").click()
    expect(card.locator(".card-said")).to_have_text("Comes back in 10\u00a0minutes.")
    expect(card.locator(".card-said")).to_be_focused()
    assert said(card.page) == [("reviewed", "why-boil")]
    assert log(card.page)[0]["edition"] == card.get_attribute("data-edition")
    card.get_by_role("button", name="Undo").click()
    expect(card.get_by_role("button", name="Forgot")).to_be_focused()
    assert said(card.page) == [("reviewed", "why-boil"), ("undone", "why-boil")]


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("Not today", "buried", "Not asked again today."),
        ("Set aside", "suspended", "Set aside: it is not asked any more."),
    ],
)
def test_a_card_can_be_put_off_or_set_aside(card: Locator, name: str, kind: str, words: str) -> None:
    flip(card)
    card.get_by_role("button", name=name).click()
    expect(card.locator(".card-said")).to_have_text(words)
    assert said(card.page) == [(kind, "why-boil")]


def test_keys_act_while_the_focus_is_in_the_card(card: Locator) -> None:
    flip(card)
    card.page.keyboard.press("1")
    expect(card.locator(".card-said")).to_have_text("Comes back in 1\u00a0minute.")
    card.page.keyboard.press("u")
    expect(card.locator(".grades")).to_be_visible()
    assert [entry["kind"] for entry in log(card.page)] == ["reviewed", "undone"]
    card.get_by_label("Names time.").focus()
    card.page.keyboard.press("Space")
    expect(card.get_by_label("Names time.")).to_be_checked()
    card.page.keyboard.press("2")
    expect(card.locator(".card-said")).to_be_visible()


def test_a_card_goes_on_from_where_it_stood(sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE)
    remember(page, reviewed("why-boil", 4, now() - 30 * desk.DAY, edition="older"))
    card = page.locator("study-card[data-id=why-boil]")
    flip(card)
    expect(card.locator(".card-kind")).to_contain_text("edited since you last answered")
    card.get_by_role("button", name="Remembered").click()
    expect(card.locator(".card-said")).to_contain_text("month")


def test_answers_are_written_down_and_an_edited_question_says_so(sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE)
    item = page.locator("study-item[data-id=when-boil]")
    item.get_by_label("Sure", exact=True).check()
    item.locator(".option input").first.check()
    item.get_by_role("button", name="Check").click()
    expect(item.locator(".item-verdict")).to_be_visible()
    (entry,) = log(page)
    assert (entry["kind"], entry["about"], entry["confidence"]) == ("answered", "when-boil", "sure")
    assert (entry["mode"], entry["first"], len(entry["chosen"])) == ("practice", True, 1)
    page.reload()
    expect(page.locator(".edited")).to_have_count(0)
    remember(page, answered("which-boil", right=True))
    expect(page.locator(".edited")).to_have_text([" · edited since you answered"])


def test_a_missed_question_waits_for_the_next_day_and_a_sure_miss_comes_at_once(
    sample: Site, visit: Visit
) -> None:
    page = visit(sample, PRACTICE)
    answers = {"when-boil": "Sure", "which-boil": "Guess"}
    for id, sure in answers.items():
        item = page.locator(f"study-item[data-id={id}]")
        wrong = item.locator("li[data-verdict=wrong]").first.get_attribute("data-option")
        item.locator(f".option input[value='{wrong}']").check()
        item.get_by_label(sure, exact=True).check()
        item.get_by_role("button", name="Check").click()
        expect(item.locator(".item-verdict")).to_be_visible()
    page.goto(f"{sample.address}today/")
    expect(page.locator(".today-fact")).to_contain_text("1 to review · 2 new")


def test_axe_finds_nothing_once_a_card_was_graded(card: Locator) -> None:
    flip(card)
    found = violations(card.page, "open")
    card.get_by_role("button", name="Remembered").click()
    expect(card.locator(".card-said")).to_be_visible()
    assert found + violations(card.page, "graded") == []
