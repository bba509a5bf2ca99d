"""A question is answered: wrong says why, right says all, and it can be tried again. By mouse and by keys."""

import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.sites import LESSON, PRACTICE, Site
from tests.browser.windows import Visit

WARM, HUNDRED, NEVER = "When it is zinfandel hot", "At one hundred degrees", "Never"
WHY_WARM, WHY_HUNDRED, WHY_NEVER = "Warm is not boiling", "By the definition of the old scale.", "It does."


class Item:
    """A question on a page."""

    def __init__(self, page: Page, id_: str) -> None:
        self.page = page
        self.root = page.locator(f"study-item[data-id={id_}]")
        self.status = self.root.locator(".item-result[role=status]")

    def choose(self, *texts: str) -> None:
        for text in texts:
            self.root.get_by_text(text, exact=True).first.click()

    def press(self, label: str) -> None:
        self.root.get_by_role("button", name=label, exact=True).click()

    def row(self, text: str) -> Locator:
        return self.root.locator(".option", has_text=text)

    def order(self) -> list[str]:
        """The options as they stand, by the value of their controls."""
        values: list[str] = self.root.locator(".option input").evaluate_all(
            "all => all.map(one => one.value)"
        )
        return values

    def expect_reasons(self, *shown: str, hidden: Sequence[str] = ()) -> None:
        for reason in shown:
            expect(self.root.locator(".option-why", has_text=reason)).to_be_visible()
        for reason in hidden:
            expect(self.root.get_by_text(reason)).not_to_be_visible()

    def expect_focus_inside(self) -> None:
        """The focus is in the item: a learner at the keyboard is never sent back to the top of the page."""
        assert self.root.evaluate("item => item.contains(document.activeElement)")


@pytest.fixture
def practice(sample: Site, visit: Visit) -> Page:
    return visit(sample, PRACTICE)


@pytest.fixture
def item(practice: Page) -> Item:
    return Item(practice, "when-boil")


def test_a_wrong_choice_shows_why_beside_it_and_no_more(item: Item) -> None:
    before = item.order()
    item.choose(WARM)
    item.press("Check")
    expect(item.row(WARM)).to_contain_text("You chose this · wrong")
    expect(item.row(WARM)).to_contain_text(WHY_WARM)
    item.expect_reasons(WHY_WARM, hidden=[WHY_HUNDRED, WHY_NEVER])
    expect(item.row(HUNDRED)).not_to_contain_text("answer")
    assert item.order() == before
    item.expect_focus_inside()


def test_rows_keep_their_choice_until_it_is_tried_again(item: Item) -> None:
    item.choose(WARM)
    item.press("Check")
    item.row(HUNDRED).locator("label").click(force=True)  # it says of itself that it is disabled
    expect(item.root.get_by_role("radio", name=WARM)).to_be_checked()
    expect(item.row(HUNDRED)).not_to_have_class(re.compile("is-"))
    item.press("Try again")
    expect(item.root.get_by_role("radio", checked=True)).to_have_count(0)
    expect(item.root.locator(".option-why, .option-mark, .option-sign")).to_have_count(0)
    expect(item.status).to_be_empty()
    item.expect_focus_inside()
    item.choose(HUNDRED)
    expect(item.root.get_by_role("radio", name=HUNDRED)).to_be_checked()


def test_the_right_choice_after_a_wrong_one_shows_every_reason(item: Item) -> None:
    item.choose(WARM)
    item.press("Check")
    item.press("Try again")
    item.choose(HUNDRED)
    item.press("Check")
    expect(item.status).to_contain_text("Right.")
    expect(item.row(HUNDRED)).to_contain_text("The answer · you chose this")
    item.expect_reasons(WHY_WARM, WHY_HUNDRED, WHY_NEVER)
    expect(item.root.locator(".item-explain")).to_have_text("The scale was made for it.")
    item.expect_focus_inside()
    item.press("Again")
    item.expect_reasons(hidden=[WHY_WARM, WHY_HUNDRED, WHY_NEVER])
    expect(item.root.get_by_role("button", name="Check")).to_be_visible()


def test_all_reasons_can_be_asked_for(item: Item) -> None:
    item.choose(NEVER)
    item.press("Check")
    item.press("Show all reasons")
    item.expect_reasons(WHY_WARM, WHY_HUNDRED, WHY_NEVER)
    expect(item.row(HUNDRED)).to_contain_text("The answer")
    expect(item.row(NEVER)).to_contain_text("You chose this · wrong")
    expect(item.row(WARM)).not_to_contain_text("You chose this")
    item.expect_focus_inside()


def test_the_learners_answer_stands_beside_the_right_one_before_the_reasons(item: Item) -> None:
    item.choose(NEVER)
    item.press("Check")
    comparison = item.root.locator(".comparison")
    expect(comparison).to_have_count(0)
    item.press("Show all reasons")
    expect(comparison.locator("> div")).to_have_text([f"You chose{NEVER}", f"Right is{HUNDRED}"])
    expect(item.root.locator(".comparison + .options")).to_have_count(1)
    expect(item.root.get_by_role("link", name="Read the passage again")).to_have_count(1)
    item.press("Again")
    expect(comparison).to_have_count(0)
    item.choose(HUNDRED)
    item.press("Check")
    expect(comparison).to_have_count(0)


def test_several_options_are_compared_with_all_that_are_right(practice: Page) -> None:
    item = Item(practice, "which-boil")
    item.choose("A kettle", "A thimble")
    item.press("Check")
    item.press("Show all reasons")
    shown = item.root.locator(".comparison > div")
    expect(shown.locator("dt")).to_have_text(["You chose", "Right are"])
    expect(shown.nth(0).locator("dd")).to_have_text(["A kettle", "A thimble"])
    expect(shown.nth(1).locator("dd")).to_have_text(["A kettle", "A samovar"])


@pytest.mark.parametrize(("width", "stacked"), [(1280, False), (320, True)])
def test_the_comparison_stacks_on_a_phone(width: int, stacked: bool, sample: Site, visit: Visit) -> None:
    item = Item(visit(sample, PRACTICE, width=width), "when-boil")
    item.choose(NEVER)
    item.press("Check")
    item.press("Show all reasons")
    tops = item.root.locator(".comparison > div").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().top)"
    )
    assert (tops[0] < tops[1]) == stacked


def test_nothing_chosen_is_met_with_a_word_and_no_verdict(item: Item) -> None:
    item.press("Check")
    expect(item.status).to_have_text("Choose an answer first.")
    expect(item.root.locator(".item-verdict")).to_have_count(0)
    item.expect_focus_inside()
    item.choose(WARM)
    expect(item.status).to_be_empty()


def test_the_way_back_leads_to_the_passage(item: Item) -> None:
    item.choose(WARM)
    item.press("Check")
    item.root.get_by_role("link", name="Read the passage again").click()
    expect(item.page).to_have_url(re.compile(r"/lessons/kettles/#boiling$"))


def test_the_answer_is_not_on_show_before_it_is_checked(item: Item) -> None:
    expect(item.root.get_by_text("Answer and reasons")).not_to_be_visible()
    item.expect_reasons(hidden=[WHY_WARM, WHY_HUNDRED, WHY_NEVER])


def test_what_happens_is_announced(item: Item) -> None:
    """A screen reader hears what enters a status that was there before, and it hears the reason too."""
    expect(item.status).to_have_count(1)
    expect(item.status).to_be_empty()
    status = item.status.element_handle()
    item.press("Check")
    assert status.text_content() == "Choose an answer first."
    item.choose(WARM)
    item.press("Check")
    assert "Not this one." in (status.text_content() or "")
    assert WHY_WARM in (status.text_content() or "")
    item.press("Show all reasons")
    assert status.text_content() == "The answer is marked, with the reasons."


def test_several_right_options_are_chosen_together(practice: Page) -> None:
    item = Item(practice, "which-boil")
    item.choose("A kettle")
    item.press("Check")
    expect(item.status).to_contain_text("Right so far, but one is missing.")
    expect(item.row("A kettle")).to_contain_text("You chose this · right")
    expect(item.row("A samovar")).not_to_contain_text("·")
    item.press("Try again")
    item.choose("A kettle", "A thimble")
    item.press("Check")
    expect(item.status).to_contain_text("Not yet: one choice does not belong, and one is missing.")
    item.expect_reasons("Too small.", hidden=["It is a kettle with a tap."])
    item.press("Try again")
    item.choose("A kettle", "A samovar")
    item.press("Check")
    expect(item.status).to_contain_text("Right.")
    item.expect_reasons("Too small.", "It is a kettle with a tap.")
    expect(item.row("A samovar")).to_contain_text("Part of the answer · you chose this")


def test_a_written_answer_is_compared_and_its_points_counted(practice: Page) -> None:
    item = Item(practice, "say-boil")
    model = item.root.get_by_text("How warm, and who tasted it?")
    expect(model).not_to_be_visible()
    item.root.get_by_label("Your answer").fill("How hot?")
    item.press("Compare with the model answer")
    expect(model).to_be_visible()
    expect(item.root.get_by_label("Your answer")).to_have_value("How hot?")
    item.expect_focus_inside()
    item.root.get_by_label("Asks for the temperature.").check()
    expect(item.root.locator(".points-count[role=status]")).to_have_text("1 of 2 points")
    item.root.get_by_label("Asks who tasted it.").check()
    expect(item.root.locator(".points-count")).to_have_text("2 of 2 points")
    item.press("Answer again")
    expect(model).not_to_be_visible()
    expect(item.root.get_by_label("Your answer")).to_be_focused()


def test_the_page_keeps_a_score_and_starts_again(practice: Page) -> None:
    score = practice.locator("study-score")
    expect(score).to_have_text("3 questions")
    boil, which, say = (Item(practice, name) for name in ("when-boil", "which-boil", "say-boil"))
    boil.choose(WARM)
    boil.press("Check")
    expect(score).to_have_text("1 of 3 answered · 0 right at the first try")
    boil.press("Try again")
    boil.choose(HUNDRED)
    boil.press("Check")
    expect(score).to_have_text("1 of 3 answered · 0 right at the first try")
    which.choose("A kettle", "A samovar")
    which.press("Check")
    expect(score).to_have_text("2 of 3 answered · 1 right at the first try")
    say.root.get_by_label("Your answer").fill("Well?")
    say.press("Compare with the model answer")
    expect(score).to_contain_text("All 3 answered, 1 right at the first try.")
    score.get_by_role("button", name="Again from the start").click()
    expect(score).to_have_text("0 of 3 answered")
    boil.expect_focus_inside()
    expect(practice.locator(".options input:checked")).to_have_count(0)
    expect(say.root.get_by_label("Your answer")).to_have_value("")
    expect(practice.locator("study-item[data-state=asking]")).to_have_count(3)


def test_the_options_come_in_another_order_when_the_question_starts_over(item: Item) -> None:
    for _ in range(6):
        before = item.order()
        item.choose(HUNDRED)
        item.press("Check")
        assert item.order() == before
        item.press("Again")
        assert item.order() != before
        assert sorted(item.order()) == sorted(before)
        reasons = item.root.locator("details.answer li[data-option]")
        assert reasons.evaluate_all("all => all.map(one => one.dataset.option)") == item.order()
        expect(item.root.locator(".option input").first).to_be_focused()
    before = item.order()
    item.root.evaluate("item => item.startAgain()")
    assert item.order() != before


def test_options_keep_their_place_while_the_question_is_still_open(item: Item) -> None:
    before = item.order()
    item.choose(WARM)
    item.press("Check")
    item.press("Try again")
    assert item.order() == before


def test_an_order_that_the_author_kept_is_kept(practice: Page) -> None:
    item = Item(practice, "which-boil")
    before = item.order()
    item.choose("A kettle")
    item.press("Check")
    item.press("Show all reasons")
    item.press("Again")
    item.root.evaluate("item => item.startAgain()")
    assert item.order() == before


def test_a_question_in_the_lesson_works_as_well(sample: Site, visit: Visit) -> None:
    item = Item(visit(sample, LESSON), "when-boil")
    item.choose(WARM)
    item.press("Check")
    item.expect_reasons(WHY_WARM)


def test_every_question_of_the_real_lesson_can_be_answered(real: Site, visit: Visit) -> None:
    page = visit(real, "lessons/rlhf-limits/practice/")
    states = page.locator("study-item").evaluate_all("items => items.map(item => item.dataset.state)")
    assert states
    assert set(states) == {"asking"}


# -- by keyboard alone -------------------------------------------------------------------------------------


def keys(item: Item, *pressed: str) -> None:
    """Press keys; after each, the focus must be somewhere in the item."""
    for key in pressed:
        item.page.keyboard.press(key)
        item.expect_focus_inside()


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def test_a_question_is_worked_through_by_keyboard_alone(sample: Site, visit: Visit) -> None:
    item = Item(visit(sample, f"{PRACTICE}#when-boil"), "when-boil")
    keys(item, "Tab", "Space")
    first, second = item.root.locator(".option-text").all_inner_texts()[:2]
    expect(item.root.get_by_role("radio", name=first)).to_be_checked()
    keys(item, "ArrowDown")
    expect(item.root.get_by_role("radio", name=second)).to_be_checked()
    keys(item, "ArrowUp", "Tab", "Enter")
    expect(item.root.get_by_text("Think of")).to_be_visible()
    keys(item, "Tab", "Enter")
    expect(item.status).to_contain_text("Not this one." if first == WARM else "Right.")
    keys(item, *(("Tab", "Tab") if first == WARM else ("Tab",)))  # past the hint, for another try
    expect(focused(item.page)).to_have_text("Try again" if first == WARM else "Again")
    keys(item, "Tab", "Enter")
    expect(item.root).to_have_attribute("data-state", "shown")
    keys(item, "Tab", "Space")
    expect(item.root).to_have_attribute("data-state", "asking")
    keys(item, "Space", *["ArrowDown"] * item.order().index("0"), "Enter")  # Enter checks, as in any form
    expect(item.status).to_contain_text("Right.")


def test_checkboxes_and_text_are_worked_by_keyboard_too(sample: Site, visit: Visit) -> None:
    page = visit(sample, f"{PRACTICE}#which-boil")
    item = Item(page, "which-boil")
    keys(item, "Tab", "Space", "Tab", "Tab", "Space", "Tab", "Enter")
    expect(item.status).to_contain_text("Right.")
    short = Item(page, "say-boil")
    short.root.get_by_label("Your answer").focus()
    page.keyboard.type("a b")
    expect(short.root.get_by_label("Your answer")).to_have_value("a b")
    keys(short, "Tab", "Enter")
    expect(short.root).to_have_attribute("data-state", "compared")
    keys(short, "Tab", "Tab", "Space")
    expect(short.root.locator(".points-count")).to_have_text("1 of 2 points")
