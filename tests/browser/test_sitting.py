"""How a sitting stands in the window: the answer in sight, the grades at hand, the focus not behind them."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import answered, chosen, remember
from tests.browser.sites import Site
from tests.browser.sittings import BOIL, TODAY, asks, start
from tests.browser.windows import Visit

STUCK = "bar => getComputedStyle(bar).position === 'sticky'"
HIDDEN = """() => {
    const [bar, at] = [document.querySelector(".sitting .grades"), document.activeElement]
    return !bar.contains(at) && at.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1
        && at.compareDocumentPosition(bar) === Node.DOCUMENT_POSITION_FOLLOWING
}"""
"""Whether what has the focus stands before the grades and lies behind them."""
SEEN = """() => {
    const top = selector => document.querySelector(selector).getBoundingClientRect().top
    return top(".sitting .grades") - Math.max(0, top(".sitting .card-short, .sitting .card-answer"))
}"""
"""How much of the answer is seen above the grades, in pixels."""
LONG = """() => document.querySelector(".sitting .card-answer").prepend(
    ...Array.from({ length: 12 }, (_, at) => Object.assign(document.createElement("p"),
        { innerHTML: `<a href="#${at}">One of the links of an answer that is long.</a>` })))"""
"""Makes the answer longer than any window."""


def opened(page: Page) -> None:
    """The first card of a sitting, open, with a long answer."""
    start(page)
    asks(page, BOIL)
    page.evaluate(LONG)
    page.get_by_text("Show the answer").click()
    expect(page.locator(".sitting .grades")).to_be_visible()


@pytest.mark.parametrize("grades", [2, 4])
@pytest.mark.parametrize(("width", "height"), [(320, 640), (1280, 900)])
def test_the_answer_is_seen_above_low_grades(
    sample: Site, visit: Visit, width: int, height: int, grades: int
) -> None:
    page = visit(sample, TODAY, width=width, height=height)
    remember(page, chosen("grades", grades))
    opened(page)
    bar = page.locator(".sitting .grades")
    assert bar.evaluate(STUCK)
    box = bar.bounding_box()
    assert box is not None
    assert box["height"] <= 72 * (2 if grades == 4 and width == 320 else 1)
    assert page.evaluate(SEEN) > height / 3
    tops = bar.locator(".button").evaluate_all("all => all.map(one => one.offsetTop)")
    assert len(set(tops)) == (2 if grades == 4 and width == 320 else 1)
    for way in ("Not today", "Set aside"):
        expect(page.get_by_role("button", name=way)).not_to_be_in_viewport()


def test_an_open_card_that_does_not_fit_begins_with_its_question(sample: Site, visit: Visit) -> None:
    page = visit(sample, TODAY, width=320, height=640)
    opened(page)
    assert 0 <= page.locator(".sitting .card-ask").evaluate("it => it.getBoundingClientRect().top") < 100


def test_a_card_that_fits_the_window_stays_where_it_is(today: Page) -> None:
    today.set_viewport_size({"width": 1280, "height": 2000})
    start(today)
    today.get_by_text("Show the answer").click()
    expect(today.locator(".sitting .grades")).to_be_visible()
    assert today.evaluate("() => scrollY") == 0


@pytest.mark.parametrize("grades", [2, 4])
@pytest.mark.parametrize(("width", "height"), [(320, 640), (1280, 900)])
def test_the_focus_is_never_behind_the_grades(
    sample: Site, visit: Visit, width: int, height: int, grades: int
) -> None:
    page = visit(sample, TODAY, width=width, height=height)
    remember(page, chosen("grades", grades))
    opened(page)
    first = page.locator(".sitting .grades .button").first
    for _ in range(40):
        page.keyboard.press("Tab")
        assert not page.evaluate(HIDDEN), page.evaluate("() => document.activeElement.outerHTML")
        if first.evaluate("it => it === document.activeElement"):
            break
    stood = page.evaluate("() => scrollY")
    page.keyboard.press("Tab")
    assert page.evaluate("() => scrollY") == stood


def test_nothing_sticks_in_a_low_window(sample: Site, visit: Visit) -> None:
    page = visit(sample, TODAY, width=320, height=400)
    opened(page)
    assert not page.locator(".sitting .grades").evaluate(STUCK)
    expect(page.locator(".sitting .grades")).not_to_be_in_viewport()


def test_a_question_is_called_one_and_says_no_longer_how_to_answer_it(today: Page) -> None:
    remember(today, answered("when-boil", right=False, confidence="sure"))
    start(today)
    item = today.locator(".sitting .item")
    expect(item.locator(".item-kind")).to_contain_text("Question")
    expect(item.get_by_text("Choose one.")).to_be_visible()
    item.locator(".option input").first.check()
    top = item.locator(".option").first.evaluate("it => it.offsetTop")
    item.get_by_role("button", name="Check").click()
    expect(item.get_by_text("Choose one.")).not_to_be_visible()
    assert item.locator(".option").first.evaluate("it => it.offsetTop") == top


def test_on_a_phone_a_sitting_comes_right_below_the_header(sample: Site, visit: Visit) -> None:
    page = visit(sample, TODAY, width=320, height=640)
    links = page.get_by_role("navigation", name="Your desk")
    title = page.get_by_role("heading", name="Today", level=1)
    expect(links).to_be_visible()
    start(page)
    expect(links).not_to_be_visible()
    expect(title).to_have_count(1)
    under = "(card) => card.top - document.querySelector('.md-header').getBoundingClientRect().bottom"
    asked = page.locator(".sitting-stage > .card").evaluate("it => it.getBoundingClientRect().toJSON()")
    assert page.evaluate(under, asked) < 180
    page.get_by_role("button", name="Enough for now").click()
    expect(links).to_be_visible()
    box = title.bounding_box()
    assert box is not None
    assert box["width"] > 40


def test_an_exam_on_a_phone_comes_right_below_the_header_too(sample: Site, visit: Visit) -> None:
    page = visit(sample, "exam/", width=320, height=640)
    page.get_by_role("button", name="Start").first.click()
    expect(page.locator(".exam-room")).to_be_visible()
    expect(page.get_by_role("navigation", name="Your desk")).not_to_be_visible()
