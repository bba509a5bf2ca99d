"""The desk when something goes wrong: another tab, nothing may be kept, no room, nothing to be loaded."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.desk import log
from tests.browser.sites import PRACTICE, Site
from tests.browser.sittings import BOIL, KETTLE, TODAY, UNKEPT, asks, grade, start
from tests.browser.windows import Visit


def test_another_tab_is_heard_of(today: Page, sample: Site) -> None:
    other = today.context.new_page()
    other.goto(sample.address + TODAY)
    start(other)
    grade(other, "Remembered")
    expect(today.locator(".today-fact")).to_contain_text("1 new")
    other.close()


@pytest.mark.parametrize("path", [TODAY, PRACTICE])
def test_where_nothing_may_be_kept_the_page_says_so_and_works(visit: Visit, sample: Site, path: str) -> None:
    page = visit(sample, path)
    page.route("**/assets/*.js", deny)
    page.reload()
    expect(page.locator(".notice")).to_contain_text("keeps nothing for this site")
    if path == TODAY:
        start(page)
        grade(page, "Remembered")
        asks(page, KETTLE)
    page.unroute_all()


def deny(route: Route) -> None:
    """The script finds a browser that lets nothing be kept, as a private window may be."""
    answer = route.fetch()
    refuse = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') };"
    route.fulfill(headers=UNKEPT, body=refuse + answer.text())


def test_where_there_is_no_room_the_page_says_so_and_goes_on(today: Page) -> None:
    refuse = (
        "() => { IDBObjectStore.prototype.add = () => { throw new DOMException('', 'QuotaExceededError') } }"
    )
    today.evaluate(refuse)
    start(today)
    grade(today, "Remembered")
    asks(today, KETTLE)
    expect(today.locator(".notice")).to_contain_text("no room left")
    assert log(today) == []


def test_cards_that_cannot_be_loaded_are_asked_for_again(sample: Site, visit: Visit) -> None:
    page = visit(sample, TODAY)
    page.evaluate("() => { window.studyDecks = { kettles: undefined } }")
    page.evaluate(
        "() => { const add = HTMLHeadElement.prototype.append; window.restore = () => {"
        "HTMLHeadElement.prototype.append = add };"
        "HTMLHeadElement.prototype.append = (script) => script.dispatchEvent(new Event('error')) }"
    )
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("alert")).to_contain_text("cannot be loaded")
    page.evaluate("() => restore()")
    page.get_by_role("button", name="Try again").click()
    asks(page, BOIL)
