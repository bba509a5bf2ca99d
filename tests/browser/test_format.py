"""The page of the format in a browser: its examples answer, and it fits a phone with all of them open."""

from playwright.sync_api import Page, expect

from studysite.model import CARD_TYPES, ITEM_TYPES
from tests.browser.axe import violations
from tests.browser.sites import REAL, Site
from tests.browser.test_read import OVERFLOW
from tests.browser.test_search import found
from tests.browser.windows import Visit

FORMAT = REAL["format"]
STATES = "all => all.map(one => [one.dataset.type, one.dataset.state])"


def test_an_example_of_every_type_is_ready(real: Site, visit: Visit) -> None:
    page = visit(real, FORMAT)
    items = page.locator("study-item[data-id^=example--]").evaluate_all(STATES)
    cards = page.locator("study-card[data-id^=example--]").evaluate_all(STATES)
    assert items == [[name, "asking"] for name in ITEM_TYPES]
    assert cards == [[name, "closed"] for name in CARD_TYPES]


def test_an_example_is_answered_as_any_question(real: Site, visit: Visit) -> None:
    page = visit(real, FORMAT)
    item = page.locator("#example--how-warm")
    item.get_by_role("radio", name="80 °C").check()
    item.get_by_role("button", name="Check").click()
    expect(item.get_by_text("Not this one.")).to_be_visible()
    item.get_by_role("button", name="Try again").click()
    item.get_by_role("radio", name="100 °C").check()
    item.get_by_role("button", name="Check").click()
    expect(item.get_by_text("Right.", exact=True)).to_be_visible()
    placed = page.locator("#placed--how-warm")
    expect(placed.get_by_role("button", name="Check")).to_be_visible()


def test_search_finds_the_keys_and_no_example(real: Site, visit: Visit) -> None:
    page = visit(real)
    assert f"{real.address}{FORMAT}#item-choice" in found(page, "shuffled")
    assert [link for link in found(page, "kettle steeping orwell climber") if FORMAT in link] == []


def test_the_about_page_leads_there(real: Site, visit: Visit) -> None:
    page = visit(real, REAL["about"])
    page.get_by_role("main").get_by_role("link", name="The format").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("How to write a lesson")
    expect(page.locator(".md-tabs__item--active")).to_have_text("About")


def open_all(page: Page) -> None:
    page.locator("#example--how-warm").get_by_role("radio", name="80 °C").check()
    page.locator("#example--how-warm").get_by_role("button", name="Check").click()
    for card in page.locator(".card-back > summary").all():
        card.click()


def test_axe_finds_nothing_with_all_open(real: Site, visit: Visit) -> None:
    page = visit(real, FORMAT, reduced_motion="reduce")
    open_all(page)
    assert violations(page, "format") == []


def test_a_phone_in_the_dark_shows_it_without_sideways_scrolling(real: Site, visit: Visit) -> None:
    page = visit(real, FORMAT, dark=True, width=320, height=640, reduced_motion="reduce")
    open_all(page)
    assert page.evaluate(OVERFLOW) == []
    assert violations(page, "format on a phone") == []


def test_source_and_result_stand_side_by_side_where_there_is_room(real: Site, visit: Visit) -> None:
    page = visit(real, FORMAT)
    source, result = page.locator("#text--citation .specimen > *").all()
    beside, under = source.bounding_box(), result.bounding_box()
    assert beside and under and beside["y"] == under["y"] and beside["x"] + beside["width"] < under["x"]
    page.set_viewport_size({"width": 700, "height": 900})
    beside, under = source.bounding_box(), result.bounding_box()
    assert beside and under and beside["x"] == under["x"] and beside["y"] + beside["height"] < under["y"]


def test_a_caption_has_room_beside_its_source(real: Site, visit: Visit) -> None:
    caption = visit(real, FORMAT).locator(".result figcaption")
    box = caption.bounding_box()
    assert box is not None and box["width"] > 200
