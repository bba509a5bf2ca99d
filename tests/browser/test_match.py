"""Pairs are matched: from lists, by mouse, by finger, by keyboard alone, and without script."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import looks, violations
from tests.browser.holding import Drag, by_finger, by_mouse, lift, small
from tests.browser.sites import Site
from tests.browser.windows import REMEMBER, UNSAID, Visit

LESSON, PRACTICE = "lessons/pouring/", "lessons/pouring/practice/"
KETTLE, CUP, POT = "A kettle", "A cup", "A pot"
HEATS, STEEPS, DRINKS, STIRS = "It heats water", "Leaves steep", "One drinks", "It stirs"


class Match:
    """The question on a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("study-item[data-id=which-vessel]")
        self.result = self.root.locator(".item-result[role=status]")
        self.live = self.root.locator("fieldset > [role=status]")

    def row(self, left: str) -> Locator:
        return self.root.locator(".pair", has_text=left)

    def chip(self, text: str) -> Locator:
        return self.root.locator(".choice", has_text=text)

    def grip(self, text: str) -> Locator:
        return self.chip(text).locator(".grip")

    def shown(self, left: str) -> Locator:
        return self.row(left).locator(".pair-shown")

    def list(self, left: str) -> Locator:
        return self.root.get_by_role("combobox", name=left)

    def choose(self, left: str, text: str) -> None:
        option = self.list(left).locator("option", has_text=text)
        self.list(left).select_option(option.get_attribute("value"))

    def press(self, label: str) -> None:
        self.root.get_by_role("button", name=label, exact=True).click()

    def answer_wrong(self) -> None:
        """The kettle is right, the others are not."""
        for left, text in ((KETTLE, HEATS), (CUP, STIRS), (POT, DRINKS)):
            self.choose(left, text)
        self.press("Check")

    def expect_mark(self, left: str, word: str) -> None:
        expect(self.row(left).locator(".pair-slot > .row-mark")).to_have_text(word)
        expect(self.row(left).locator(".row-sign")).to_have_text("✓" if word == "Right" else "✗")


@pytest.fixture
def match(sample: Site, visit: Visit) -> Match:
    return Match(visit(sample, PRACTICE))


def test_at_first_nothing_is_matched(match: Match) -> None:
    for left in (KETTLE, CUP, POT):
        expect(match.shown(left)).to_have_text("Choose")
    expect(match.live).to_have_text("0 of 3 matched")
    expect(match.root.get_by_text("The right pairs")).not_to_be_visible()
    expect(match.root.get_by_text("one fits nowhere")).to_be_visible()


def test_a_choice_from_the_list_is_shown_whole_and_counted(match: Match) -> None:
    match.choose(KETTLE, HEATS)
    expect(match.shown(KETTLE)).to_contain_text(HEATS)
    expect(match.shown(KETTLE).locator("math")).to_be_visible()
    expect(match.live).to_have_text("1 of 3 matched")
    expect(match.chip(HEATS)).to_contain_class("is-used")
    match.choose(KETTLE, STEEPS)
    expect(match.live).to_have_text("1 of 3 matched")
    expect(match.chip(HEATS)).not_to_contain_class("is-used")
    match.list(KETTLE).select_option("")
    expect(match.live).to_have_text("0 of 3 matched")
    expect(match.shown(KETTLE)).to_have_text("Choose")


def test_a_click_on_what_is_shown_opens_the_list(match: Match) -> None:
    match.shown(POT).click(force=True)  # the list lies above it
    expect(match.list(POT)).to_be_focused()


@pytest.mark.parametrize("drag", [by_mouse, by_finger])
def test_a_choice_is_dragged_by_its_grip(drag: Drag, match: Match) -> None:
    drag(match.grip(HEATS), match.row(KETTLE))
    expect(match.shown(KETTLE)).to_contain_text(HEATS)
    expect(match.live).to_have_text("1 of 3 matched")
    drag(match.grip(DRINKS), match.row(CUP))
    expect(match.live).to_have_text("2 of 3 matched")
    assert match.root.locator("select").evaluate_all("all => all.map(one => one.value)") == ["0", "2", ""]


def test_a_choice_dragged_elsewhere_leaves_where_it_was(match: Match) -> None:
    by_mouse(match.grip(HEATS), match.row(KETTLE))
    by_mouse(match.chip(HEATS).locator(".choice-text"), match.row(POT))
    expect(match.shown(POT)).to_contain_text(HEATS)
    expect(match.shown(KETTLE)).to_have_text("Choose")
    expect(match.live).to_have_text("1 of 3 matched")


def test_where_it_would_fall_is_shown_and_escape_calls_it_off(match: Match) -> None:
    lift(match.grip(HEATS), match.row(CUP))
    expect(match.root.locator(".is-over")).to_have_count(1)
    expect(match.row(CUP)).to_contain_class("is-over")
    match.page.keyboard.press("Escape")
    expect(match.root.locator(".is-over, .is-lifted")).to_have_count(0)
    match.page.mouse.up()
    expect(match.live).to_have_text("0 of 3 matched")


def test_let_go_beside_all_rows_nothing_is_matched(match: Match) -> None:
    by_mouse(match.grip(HEATS), match.root.get_by_role("button", name="Check"))
    expect(match.live).to_have_text("0 of 3 matched")
    expect(match.root.locator(".is-lifted")).to_have_count(0)


def test_a_finger_on_a_choice_moves_nothing(match: Match) -> None:
    by_finger(match.chip(HEATS).locator(".choice-text"), match.row(KETTLE))
    expect(match.live).to_have_text("0 of 3 matched")


def test_a_held_choice_never_makes_a_phone_s_page_wider(sample: Site, visit: Visit) -> None:
    match = Match(visit(sample, PRACTICE, width=320, height=900))
    match.grip(STEEPS).scroll_into_view_if_needed()
    box = match.grip(STEEPS).bounding_box()
    assert box
    match.page.mouse.move(box["x"] + 10, box["y"] + 10)
    match.page.mouse.down()
    match.page.mouse.move(310, box["y"] - 40, steps=3)
    expect(match.chip(STEEPS)).to_contain_class("is-lifted")
    width = match.page.evaluate("document.documentElement.scrollWidth")
    match.page.mouse.up()
    assert width == 320


def test_too_little_matched_is_met_with_a_word_and_no_verdict(match: Match) -> None:
    match.choose(KETTLE, HEATS)
    match.choose(CUP, DRINKS)
    match.press("Check")
    expect(match.result).to_have_text("Choose one for each first: 2 of 3 matched.")
    expect(match.root.locator(".row-mark")).to_have_count(0)
    match.choose(POT, STIRS)
    expect(match.result).to_be_empty()


def test_wrong_pairs_say_which_and_not_what_fits(match: Match) -> None:
    match.answer_wrong()
    match.expect_mark(KETTLE, "Right")
    match.expect_mark(CUP, "Wrong")
    match.expect_mark(POT, "Wrong")
    expect(match.result).to_have_text("Not yet: 1 of 3 right.")
    expect(match.row(KETTLE)).to_contain_text("It is made of metal")
    expect(match.row(CUP)).not_to_contain_text("It has a handle")
    expect(match.root.locator(".pair-answer")).to_have_count(0)
    expect(match.list(CUP)).to_be_disabled()
    by_mouse(match.row(KETTLE), match.row(CUP))
    match.expect_mark(CUP, "Wrong")


def test_another_try_keeps_what_was_right_and_can_be_right(match: Match) -> None:
    match.answer_wrong()
    match.press("Try again")
    expect(match.shown(KETTLE)).to_contain_text(HEATS)
    expect(match.shown(CUP)).to_have_text("Choose")
    expect(match.shown(POT)).to_have_text("Choose")
    expect(match.live).to_have_text("1 of 3 matched")
    expect(match.list(CUP)).to_be_focused()
    expect(match.root.locator(".row-mark, .row-sign, .pair-why")).to_have_count(0)
    match.choose(CUP, DRINKS)
    match.choose(POT, STEEPS)
    match.press("Check")
    for left in (KETTLE, CUP, POT):
        match.expect_mark(left, "Right")
    expect(match.result).to_have_text("Right.")
    expect(match.row(CUP)).to_contain_text("It has a handle for that.")
    expect(match.root.locator(".item-explain")).to_have_text("Every vessel has one duty.")
    match.press("Again")
    expect(match.live).to_have_text("0 of 3 matched")


def test_the_right_pairs_can_be_asked_for(match: Match) -> None:
    match.answer_wrong()
    match.press("Show all reasons")
    expect(match.row(CUP).locator(".pair-answer")).to_contain_text(f"Goes with B {DRINKS}")
    expect(match.row(POT).locator(".pair-answer")).to_contain_text(STEEPS)
    expect(match.row(KETTLE).locator(".pair-answer")).to_have_count(0)
    expect(match.row(CUP)).to_contain_text("It has a handle for that.")
    match.press("Again")
    expect(match.live).to_have_text("0 of 3 matched")
    expect(match.root.locator(".pair-answer, .pair-why")).to_have_count(0)


def test_the_count_is_announced_when_it_changes(match: Match) -> None:
    """In a polite status that was there before; the same count is not said again."""
    match.live.evaluate("""status => { window.said = []; new MutationObserver(
        () => said.push(status.textContent)).observe(status, {childList: true}) }""")
    match.choose(KETTLE, HEATS)
    match.choose(KETTLE, STEEPS)
    match.choose(CUP, DRINKS)
    assert match.page.evaluate("said") == ["1 of 3 matched", "2 of 3 matched"]


def test_the_answer_is_told_to_the_page(match: Match) -> None:
    match.page.evaluate(REMEMBER)
    match.answer_wrong()
    match.press("Try again")
    match.choose(CUP, DRINKS)
    match.choose(POT, STEEPS)
    match.press("Check")
    same = {"id": "which-vessel", "type": "match", "shows": [], **UNSAID}
    same["edition"] = match.root.get_attribute("data-edition")
    assert match.page.evaluate("told") == [
        {**same, "right": False, "firstTry": True, "chosen": ["0=0", "2=3", "1=2"]},
        {**same, "right": True, "firstTry": False, "chosen": ["0=0", "2=2", "1=1"]},
    ]
    expect(match.page.locator("study-score")).to_have_text("1 of 2 answered · 0 right at the first try")


def test_it_is_worked_through_by_keyboard_alone(sample: Site, visit: Visit) -> None:
    match = Match(visit(sample, f"{PRACTICE}#which-vessel"))
    keyboard = match.page.keyboard
    for letter in ("C", "B", "A"):  # a letter chooses from a list
        keyboard.press("Tab")
        assert (
            match.page.locator(":focus").evaluate("list => getComputedStyle(list.parentElement).outlineStyle")
            == "solid"
        )
        keyboard.press(letter)
    expect(match.live).to_have_text("3 of 3 matched")
    for key in ("Tab", "Tab", "Enter"):  # past the hint
        keyboard.press(key)
    expect(match.result).to_have_text("Right.")


def test_it_works_in_the_lesson_too(sample: Site, visit: Visit) -> None:
    match = Match(visit(sample, LESSON))
    match.answer_wrong()
    match.expect_mark(POT, "Wrong")


def test_without_script_each_left_side_has_a_list_of_all_choices(sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE, script=False)
    item = page.locator("study-item[data-id=which-vessel]")
    expect(
        item.get_by_role("group", name="things for? Choose one for each; one fits nowhere.")
    ).to_be_visible()
    expect(item.get_by_role("list", name="Choices").get_by_role("listitem")).to_have_count(4)
    for left, choice in ((KETTLE, "C. It heats water"), (CUP, "B. One drinks"), (POT, "A. Leaves steep")):
        field = item.get_by_role("combobox", name=left)
        value = field.locator("option", has_text=choice).get_attribute("value")
        field.select_option(value)
    answer = item.locator("details.answer")
    expect(answer.get_by_text("It has a handle")).not_to_be_visible()
    answer.get_by_text("The right pairs and reasons").click()
    expect(answer.locator("li[data-pair]")).to_contain_text([HEATS, STEEPS, DRINKS])
    expect(answer.get_by_text("It has a handle")).to_be_visible()
    expect(answer.locator(".left-over")).to_contain_text(STIRS)


@looks
def test_nobody_is_shut_out_in_any_state(width: int, dark: bool, sample: Site, visit: Visit) -> None:
    match = Match(visit(sample, PRACTICE, width=width, dark=dark, reduced_motion="reduce"))
    assert small(match.root.locator("select, .grip, .button")) == []
    match.choose(KETTLE, HEATS)
    match.press("Check")
    found = violations(match.page, "half matched")
    match.answer_wrong()
    found += violations(match.page, "wrong")
    match.press("Show all reasons")
    found += violations(match.page, "shown")
    assert not found, "\n".join(found)
    assert match.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_paper_has_the_lettered_choices_until_it_is_checked(match: Match) -> None:
    match.choose(KETTLE, HEATS)
    match.page.emulate_media(media="print")
    for text in (HEATS, STEEPS, DRINKS, STIRS):
        expect(match.chip(text)).to_be_visible()
    expect(match.root.locator(".pair-shown").first).not_to_be_visible()


def test_paper_has_the_pairs_as_they_were_judged(match: Match) -> None:
    match.answer_wrong()
    match.press("Show all reasons")
    match.page.emulate_media(media="print")
    for part in (".row-mark", ".row-sign", ".pair-shown", ".pair-answer", ".pair-why"):
        expect(match.root.locator(part).first).to_be_visible()
    expect(match.root.locator("select").first).not_to_be_visible()
