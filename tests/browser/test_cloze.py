"""The blanks of a text are filled in: each is right or wrong by itself, and answers wait to be asked for."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.sites import BREWING, BREWING_PRACTICE, Site
from tests.browser.test_answer import Item, keys
from tests.browser.windows import REMEMBER, UNSAID, Visit

SECRETS = ("brown", "amber", "know", "paler", "Ask any teaspoonist.")


@pytest.fixture
def item(sample: Site, visit: Visit) -> Item:
    return Item(visit(sample, BREWING_PRACTICE), "colour-of-tea")


def blank(item: Item, number: int) -> Locator:
    return item.root.get_by_role("textbox", name=f"Blank {number} of 2", exact=True)


def check(item: Item, *words: str) -> None:
    for number, word in enumerate(words, start=1):
        blank(item, number).fill(word)
    item.press("Check")


def expect_marks(item: Item, *marks: str) -> None:
    expect(item.root.locator(".field-mark")).to_have_text(list(marks))


@pytest.mark.parametrize("words", [("brown", "paler"), (" AMBER ", "Paler"), ("Brown", "don't-know")])
def test_every_answer_that_counts_is_right_however_it_is_typed(words: tuple[str, str], item: Item) -> None:
    check(item, *words)
    expect(item.status).to_contain_text("Right.")
    expect_marks(item, "✓ right", "✓ right")
    expect(item.root.locator(".item-explain")).to_have_text("Ask any teaspoonist.")
    item.expect_focus_inside()


def test_each_blank_is_marked_and_no_answer_is_given_away(item: Item) -> None:
    check(item, "green", "Paler")
    expect(item.status).to_contain_text("Not yet: 1 of 2 blanks is right.")
    expect_marks(item, "✗ wrong", "✓ right")
    expect(blank(item, 1)).to_have_accessible_description("wrong")
    expect(blank(item, 2)).to_have_accessible_description("right")
    expect(item.status).to_contain_text("Blank 1 of 2: wrong.")
    for secret in SECRETS:
        expect(item.root.get_by_text(secret).locator("visible=true")).to_have_count(0)
    item.expect_focus_inside()


def test_all_answers_can_be_asked_for(item: Item) -> None:
    check(item, "green", "Paler")
    item.press("Show all reasons")
    expect_marks(item, "✗ wrong · it is brown or amber", "✓ right")
    expect(item.root.locator(".field-answer em")).to_have_text("brown")
    item.expect_focus_inside()
    item.press("Again")
    expect(item.root.locator(".field-mark, .field-answer")).to_have_count(0)


def test_trying_again_keeps_the_words_and_comes_back_to_the_first_wrong_blank(item: Item) -> None:
    check(item, "amber", "darker")
    blank(item, 2).press_sequentially("x")  # it holds still until it is tried again
    expect(blank(item, 2)).to_have_value("darker")
    item.press("Try again")
    expect(blank(item, 2)).to_be_focused()
    expect(blank(item, 1)).to_have_value("amber")
    expect(item.root.locator(".field-mark")).to_have_count(0)
    blank(item, 2).fill("paler")
    item.press("Check")
    expect(item.status).to_contain_text("Right.")


def test_a_blank_left_empty_is_told_of_and_a_text_left_empty_is_met_with_a_word(item: Item) -> None:
    item.press("Check")
    expect(item.status).to_have_text("Fill in a blank first.")
    expect(item.root).to_have_attribute("data-state", "asking")
    check(item, "brown")
    expect_marks(item, "✓ right", "✗ empty")


def test_a_text_with_one_blank_has_a_word_of_its_own(item: Item) -> None:
    single = Item(item.page, "one-blank")
    single.root.get_by_role("textbox", name="Blank", exact=True).fill("pot")
    single.press("Check")
    expect(single.status).to_have_text("Not this word.")
    single.press("Show all reasons")
    expect_marks(single, "✗ wrong · it is flibbertigibbet")


def test_the_fields_are_a_group_named_by_the_stem(item: Item) -> None:
    group = item.root.get_by_role("group", name="Fill in what the periwinkle sign says.")
    expect(group.get_by_role("textbox")).to_have_count(2)


def test_the_page_is_told_what_was_written_and_can_start_again(item: Item) -> None:
    item.page.evaluate(REMEMBER)
    check(item, "green", "Paler")
    assert item.page.evaluate("told") == [
        {
            **{"id": "colour-of-tea", "type": "cloze", "right": False, "firstTry": True},
            **{"chosen": ["green", "Paler"], "shows": [], **UNSAID},
            "edition": item.root.get_attribute("data-edition"),
        }
    ]
    item.root.evaluate("item => item.startAgain()")
    expect(blank(item, 1)).to_have_value("")


def test_it_is_worked_through_by_keyboard_alone(sample: Site, visit: Visit) -> None:
    item = Item(visit(sample, f"{BREWING_PRACTICE}#colour-of-tea"), "colour-of-tea")
    keys(item, "Tab", *"brown", "Tab", *"dark", "Enter")
    expect(item.status).to_contain_text("1 of 2 blanks")
    keys(item, "Tab")
    expect(item.page.locator(":focus")).to_have_text("Try again")
    keys(item, "Space", "ControlOrMeta+a", *"paler", "Enter")
    expect(item.status).to_contain_text("Right.")


def test_it_is_worked_through_on_a_phone(sample: Site, visit: Visit) -> None:
    page = visit(sample, BREWING, width=320, height=640)
    item = Item(page, "colour-of-tea")
    for field in item.root.get_by_role("textbox").all():
        box = field.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["x"] + box["width"] <= 320
    check(item, "green", "darker")
    item.press("Show all reasons")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_script_the_answers_open_and_enter_goes_nowhere(sample: Site, visit: Visit) -> None:
    page = visit(sample, BREWING_PRACTICE, script=False)
    item = Item(page, "one-blank")
    field = item.root.get_by_role("textbox", name="Blank", exact=True)
    field.fill("pot")
    field.press("Enter")
    expect(field).to_have_value("pot")
    expect(page).to_have_url(sample.address + BREWING_PRACTICE)
    several = Item(page, "colour-of-tea")
    expect(several.root.get_by_text("amber")).not_to_be_visible()
    several.root.get_by_text("Answers").click()
    expect(several.root.locator("li").first).to_have_text("Blank 1 brown or amber")
    expect(several.root.get_by_text("Ask any teaspoonist.")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_in_any_state(dark: bool, sample: Site, visit: Visit) -> None:
    page: Page = visit(sample, BREWING_PRACTICE, dark=dark, reduced_motion="reduce")
    item = Item(page, "colour-of-tea")
    item.press("Check")
    found = violations(page, "nothing written")
    check(item, "green", "Paler")
    found += violations(page, "wrong")
    item.press("Show all reasons")
    page.locator(".card-ask").click()
    found += violations(page, "shown")
    item.press("Again")
    check(item, "brown", "paler")
    found += violations(page, "right")
    assert not found, "\n".join(found)
