"""Steps are put in order: by mouse, by finger, by keyboard alone, and without script."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import looks, violations
from tests.browser.holding import Drag, by_finger, by_mouse, lift, small, swipe_up
from tests.browser.sites import Site
from tests.browser.windows import REMEMBER, UNSAID, Visit

LESSON, PRACTICE = "lessons/pouring/", "lessons/pouring/practice/"
BOIL, LEAVES, POUR, WAIT = "Boil the water.", "Put the leaves", "Pour the water", "Wait for three"
SHOWN = ["3", "0", "1", "2"]
"""The order in which the page shows the steps, by their place in the right one."""

CHANGES = """status => { window.said = []; new MutationObserver(() => said.push(status.textContent)).observe(
    status, {childList: true}) }"""


class Order:
    """The question on a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("study-item[data-id=make-tea]")
        self.result = self.root.locator(".item-result[role=status]")
        self.live = self.root.locator("fieldset > [role=status]")

    def row(self, text: str) -> Locator:
        return self.root.locator(".step-row", has_text=text)

    def grip(self, text: str) -> Locator:
        return self.row(text).locator(".grip")

    def press(self, label: str) -> None:
        self.root.get_by_role("button", name=label, exact=True).click()

    def move(self, way: str, text: str) -> None:
        self.root.get_by_role("button", name=f"Move {way}: {text}").click()

    def expect_order(self, *steps: str) -> None:
        expect(self.root.locator(".order-step")).to_have_count(len(steps))
        for place, step in enumerate(steps):
            slot = self.root.locator(".order-step").nth(place)
            expect(slot).to_have_attribute("data-step", step)
            expect(slot.locator(".grip-number")).to_have_text(str(place + 1))

    def expect_marks(self, *marks: str) -> None:
        """The words in the rows from the first to the last, each with the sign that goes with it."""
        expect(self.root.locator(".row-mark")).to_have_text(list(marks))
        signs = ["✓" if mark == "Right place" else "✗" for mark in marks]
        expect(self.root.locator(".row-sign")).to_have_text(signs)

    def answer_wrong(self) -> None:
        """One step in its place, three not."""
        self.move("up", BOIL)
        self.press("Check")


@pytest.fixture
def order(sample: Site, visit: Visit) -> Order:
    return Order(visit(sample, PRACTICE))


def test_steps_are_shown_in_another_order(order: Order) -> None:
    order.expect_order(*SHOWN)
    expect(order.root.locator("select")).to_have_count(0)
    expect(order.root.get_by_text("The right order")).not_to_be_visible()


@pytest.mark.parametrize("drag", [by_mouse, by_finger])
def test_a_step_is_dragged_by_its_grip(drag: Drag, order: Order) -> None:
    drag(order.grip(WAIT), order.grip(LEAVES))
    order.expect_order("0", "1", "3", "2")
    expect(order.live).to_have_text("Moved to 3 of 4")
    drag(order.grip(POUR), order.grip(LEAVES))
    order.expect_order("0", "2", "1", "3")
    expect(order.live).to_have_text("Moved to 2 of 4")
    expect(order.root.locator(".is-lifted")).to_have_count(0)


def test_the_mouse_drags_a_step_anywhere_and_a_finger_by_the_grip_alone(order: Order) -> None:
    by_mouse(order.row(WAIT).locator(".step-text"), order.row(BOIL).locator(".step-text"))
    order.expect_order("0", "3", "1", "2")
    by_finger(order.row(WAIT).locator(".step-text"), order.row(BOIL).locator(".step-text"))
    order.expect_order("0", "3", "1", "2")


def test_a_finger_on_a_row_scrolls_the_page(sample: Site, visit: Visit) -> None:
    order = Order(visit(sample, PRACTICE, width=320, height=640))
    text = order.row(POUR).locator(".step-text")
    text.scroll_into_view_if_needed()
    before = order.page.evaluate("scrollY")
    swipe_up(text, 150)
    order.page.wait_for_function("before => scrollY > before + 60", arg=before)
    order.expect_order(*SHOWN)


def test_while_a_step_is_held_its_place_is_shown_and_escape_puts_it_back(order: Order) -> None:
    lift(order.grip(WAIT), order.grip(LEAVES))
    held = order.root.locator(".order-step.is-lifted")
    expect(held).to_have_attribute("data-step", "3")
    expect(held).to_have_css("outline-style", "dashed")
    order.expect_order("0", "1", "3", "2")
    order.page.keyboard.press("Escape")
    order.expect_order(*SHOWN)
    expect(held).to_have_count(0)
    order.page.mouse.up()
    expect(order.live).to_be_empty()


def test_near_the_edge_of_the_window_the_page_moves_along(sample: Site, visit: Visit) -> None:
    order = Order(visit(sample, PRACTICE, width=320, height=480))
    order.grip(WAIT).scroll_into_view_if_needed()
    before = order.page.evaluate("scrollY")
    box = order.grip(WAIT).bounding_box()
    assert box
    order.page.mouse.move(box["x"] + 20, box["y"] + 20)
    order.page.mouse.down()
    order.page.mouse.move(box["x"] + 20, 470)
    order.page.wait_for_function("before => scrollY > before + 100", arg=before)
    order.expect_order("0", "1", "2", "3")
    order.page.mouse.up()
    expect(order.live).to_have_text("Moved to 4 of 4")


def test_buttons_move_a_step_and_keep_the_focus(order: Order) -> None:
    order.move("down", WAIT)
    order.expect_order("0", "3", "1", "2")
    expect(order.root.get_by_role("button", name=f"Move down: {WAIT}")).to_be_focused()
    expect(order.live).to_have_text("Moved to 2 of 4")
    order.move("up", WAIT)
    order.expect_order(*SHOWN)
    first = order.root.get_by_role("button", name=f"Move up: {WAIT}")
    expect(first).to_be_focused()
    expect(first).to_have_attribute("aria-disabled", "true")
    order.page.keyboard.press("Enter")
    expect(order.live).to_have_text("Already 1 of 4")
    order.expect_order(*SHOWN)


def test_moving_is_announced_each_time(order: Order) -> None:
    """A polite status that was there before changes, also where it says the same of another step."""
    order.live.evaluate(CHANGES)
    order.move("down", WAIT)
    order.move("down", BOIL)
    order.move("down", LEAVES)
    said = order.page.evaluate("said")
    assert said == ["Moved to 2 of 4", "Moved to 2 of 4", "Moved to 4 of 4"]


def test_nothing_moved_is_met_with_a_word_and_no_verdict(order: Order) -> None:
    order.press("Check")
    expect(order.result).to_have_text("Put the steps in order first.")
    expect(order.root.locator(".row-mark")).to_have_count(0)
    order.move("up", BOIL)
    expect(order.result).to_be_empty()


def test_a_wrong_order_says_which_and_not_where(order: Order) -> None:
    order.answer_wrong()
    order.expect_order("0", "3", "1", "2")
    order.expect_marks("Right place", "Not its place", "Not its place", "Not its place")
    expect(order.result).to_have_text("Not yet: 1 of 4 in the right place.")
    expect(order.root.get_by_text("The right order")).to_have_count(1)  # shut away
    expect(order.root.get_by_text("The right order")).not_to_be_visible()
    expect(order.root.get_by_text("Water cools")).not_to_be_visible()


def test_after_a_check_nothing_moves(order: Order) -> None:
    order.answer_wrong()
    expect(order.root.get_by_role("button", name=re.compile("^Move"))).to_have_count(0)
    by_mouse(order.grip(WAIT), order.grip(POUR))
    order.expect_order("0", "3", "1", "2")


def test_another_try_keeps_the_order_and_can_be_right(order: Order) -> None:
    order.answer_wrong()
    order.press("Try again")
    order.expect_order("0", "3", "1", "2")
    expect(order.root.locator(".row-mark, .row-sign")).to_have_count(0)
    assert order.root.evaluate("item => item.contains(document.activeElement)")
    order.move("down", WAIT)
    order.move("down", WAIT)
    order.press("Check")
    order.expect_marks(*["Right place"] * 4)
    expect(order.result).to_have_text("Right.")
    expect(order.root.locator(".item-explain")).to_have_text(
        "Water cools from the moment it leaves the kettle."
    )
    order.press("Again")
    order.expect_order(*SHOWN)
    order.press("Check")
    expect(order.result).to_have_text("Put the steps in order first.")


def test_the_right_order_can_be_asked_for(order: Order) -> None:
    order.answer_wrong()
    order.press("Show all reasons")
    order.expect_order("0", "3", "1", "2")
    order.expect_marks("Right place", "Belongs at 4", "Belongs at 2", "Belongs at 3")
    steps = order.root.locator(".order-answer .right-order > li")
    expect(steps).to_contain_text([BOIL, LEAVES, POUR, WAIT])
    expect(order.root.locator(".item-explain")).to_be_visible()
    order.press("Again")
    expect(order.root.locator(".order-answer")).to_have_count(0)
    order.expect_order(*SHOWN)


def test_the_answer_is_told_to_the_page(order: Order) -> None:
    order.page.evaluate(REMEMBER)
    order.answer_wrong()
    order.press("Try again")
    order.move("down", WAIT)
    order.move("down", WAIT)
    order.press("Check")
    same = {"id": "make-tea", "type": "order", "shows": [], **UNSAID}
    same["edition"] = order.root.get_attribute("data-edition")
    assert order.page.evaluate("told") == [
        {**same, "right": False, "firstTry": True, "chosen": ["0", "3", "1", "2"]},
        {**same, "right": True, "firstTry": False, "chosen": ["0", "1", "2", "3"]},
    ]
    expect(order.page.locator("study-score")).to_have_text("1 of 2 answered · 0 right at the first try")


def test_it_is_worked_through_by_keyboard_alone(sample: Site, visit: Visit) -> None:
    order = Order(visit(sample, f"{PRACTICE}#make-tea"))
    keyboard = order.page.keyboard
    for key in (
        "Tab",
        "Tab",
        "Enter",
        "Space",
        "Enter",
    ):  # the second button of the first row: down three times
        keyboard.press(key)
    order.expect_order("0", "1", "2", "3")
    expect(order.live).to_have_text("Moved to 4 of 4")
    for key in ("Tab", "Tab", "Enter"):  # past the hint
        keyboard.press(key)
    expect(order.result).to_have_text("Right.")


def test_it_works_in_the_lesson_too(sample: Site, visit: Visit) -> None:
    order = Order(visit(sample, LESSON))
    order.answer_wrong()
    order.expect_marks("Right place", "Not its place", "Not its place", "Not its place")


def test_without_script_each_step_has_a_list_of_places(sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE, script=False)
    item = page.locator("study-item[data-id=make-tea]")
    expect(item.get_by_role("group", name="in their order. Give each step its place.")).to_be_visible()
    for place, text in enumerate((BOIL, LEAVES, POUR, WAIT), start=1):
        item.get_by_label(f"Place of: {text}").select_option(str(place))
    answer = item.locator("details.answer")
    expect(answer.get_by_text(BOIL)).not_to_be_visible()
    answer.get_by_text("The right order").click()
    expect(answer.locator(".right-order > li")).to_contain_text([BOIL, LEAVES, POUR, WAIT])
    expect(answer.get_by_text(BOIL)).to_be_visible()


@looks
def test_nobody_is_shut_out_in_any_state(width: int, dark: bool, sample: Site, visit: Visit) -> None:
    order = Order(visit(sample, PRACTICE, width=width, dark=dark, reduced_motion="reduce"))
    found = violations(order.page, "asking")
    assert small(order.root.locator(".button, .grip")) == []
    order.answer_wrong()
    found += violations(order.page, "wrong")
    order.press("Show all reasons")
    found += violations(order.page, "shown")
    assert not found, "\n".join(found)
    assert order.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_paper_has_boxes_until_it_is_checked(order: Order) -> None:
    order.page.emulate_media(media="print")
    expect(order.row(BOIL)).to_be_visible()
    for part in (".grip-number", ".step-moves"):
        expect(order.root.locator(part).first).not_to_be_visible()
    expect(order.grip(BOIL)).to_have_css("border-style", "solid")


def test_paper_has_the_steps_as_they_were_judged(order: Order) -> None:
    order.answer_wrong()
    order.press("Show all reasons")
    order.page.emulate_media(media="print")
    for part in (".row-mark", ".row-sign", ".order-answer", ".grip-number"):
        expect(order.root.locator(part).first).to_be_visible()
    expect(order.grip(BOIL)).not_to_have_css("border-style", "solid")
