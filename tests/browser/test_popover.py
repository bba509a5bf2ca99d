"""A link to a term or a reference says what it leads to, on hover, on focus and at a tap."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.axe import looks, violations
from tests.browser.sites import LESSON, REAL, Site
from tests.browser.windows import UNKEPT, Visit

MEANS = "A vessel that heats water to"
SOURCE = "On the boiling of water"
LONG = 5_000
"""Milliseconds: longer than a note takes to open or to close."""
STICKS_OUT = """note => {
    const box = note.getBoundingClientRect(), page = document.documentElement
    return box.left < 0 || box.right > page.clientWidth || page.scrollWidth > page.clientWidth
}"""

EDGE = """note => {
    const style = getComputedStyle(note)
    return [style.borderTopWidth, style.borderTopStyle, style.transitionDuration, style.animationName]
}"""


def note(page: Page) -> Locator:
    return page.locator(".popnote")


def expect_note(page: Page, words: str) -> None:
    expect(note(page)).to_be_visible()
    expect(note(page)).to_contain_text(words)


def term(page: Page) -> Locator:
    return page.locator(".prose a.term").first


def cited(page: Page) -> Locator:
    return page.locator(".prose .cite a").first


def by_keyboard(page: Page, link: Locator) -> None:
    """Come to a link with the Tab key."""
    page.keyboard.press("Tab")
    link.focus()


def rest_on(page: Page, part: Locator) -> None:
    """Move the pointer to the middle of a part as a hand does, over what lies between."""
    box = part.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)


@pytest.fixture
def late(browser: Browser, sample: Site) -> Iterator[Page]:
    """The lesson in a window whose clock can be put forward, for what must not come of waiting."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(UNKEPT)
    page = context.new_page()
    page.clock.install()
    page.goto(sample.address + LESSON)
    yield page
    context.close()


def test_a_pointer_on_a_term_shows_what_it_means_and_leaving_hides_it(sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON)
    expect(note(page)).to_be_hidden()
    term(page).hover()
    expect(note(page)).to_be_visible()
    expect_note(page, MEANS)
    expect(note(page).locator("math")).to_be_visible()
    assert note(page).locator("a").count() == 0
    page.mouse.move(5, 5)
    expect(note(page)).to_be_hidden()


def test_a_pointer_on_a_citation_shows_the_reference(sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON)
    cited(page).hover()
    for words in ("Ming Cha et al.", SOURCE, "Journal of Tea", "2001"):
        expect_note(page, words)


def test_the_pointer_can_move_onto_the_note_and_rest_there(late: Page) -> None:
    page = late
    term(page).hover()
    expect(note(page)).to_be_visible()
    rest_on(page, note(page))
    page.clock.run_for(LONG)
    expect(note(page)).to_be_visible()
    rest_on(page, term(page))
    page.clock.run_for(LONG)
    expect(note(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(note(page)).to_be_hidden()


def test_the_note_touches_neither_its_words_nor_the_sides(sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON, width=320, height=640)
    for link in page.locator(".prose :is(a.term, .cite a)").all():
        link.hover()
        expect(note(page)).to_be_visible()
        over, words = note(page).bounding_box(), link.bounding_box()
        assert over and words
        assert over["y"] >= words["y"] + words["height"] or over["y"] + over["height"] <= words["y"]
        assert not note(page).evaluate(STICKS_OUT)
        page.keyboard.press("Escape")


def test_focus_shows_it_and_takes_it_along(sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON)
    by_keyboard(page, term(page))
    expect_note(page, MEANS)
    cited(page).focus()
    expect_note(page, SOURCE)
    expect(note(page)).not_to_contain_text(MEANS)
    page.locator(".prose a:not(.term, .cite *)").first.focus()
    expect(note(page)).to_be_hidden()


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_escape_dismisses_it_and_moves_neither_pointer_nor_focus(how: str, late: Page) -> None:
    page = late
    if how == "focus":
        by_keyboard(page, term(page))
    else:
        term(page).hover()
    expect(note(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(note(page)).to_be_hidden()
    if how == "focus":
        expect(term(page)).to_be_focused()
    page.clock.run_for(LONG)
    expect(note(page)).to_be_hidden()
    page.mouse.move(5, 5)
    cited(page).hover()
    expect_note(page, SOURCE)


def test_what_is_focused_stays_while_the_pointer_wanders(late: Page) -> None:
    page = late
    by_keyboard(page, term(page))
    rest_on(page, term(page))
    page.mouse.move(5, 5)
    page.clock.run_for(LONG)
    expect_note(page, MEANS)


def test_a_link_is_followed_by_click_and_by_enter(sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON)
    term(page).click()
    expect(page).to_have_url(f"{sample.address}glossary/#kettle")
    page.go_back()
    expect(note(page)).to_be_hidden()
    by_keyboard(page, cited(page))
    expect(note(page)).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{sample.address}references/#cha2001")


def test_a_screen_reader_hears_the_note_with_the_link(sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON)
    expect(term(page)).to_have_accessible_description(re.compile(f"^kettle {MEANS} T.*100 degrees"))
    reference = f"Ming Cha et al. {SOURCE}. Journal of Tea, 2001."
    expect(cited(page)).to_have_accessible_description(reference)


def test_a_page_without_questions_has_its_notes_too(real: Site, visit: Visit) -> None:
    page = visit(real, REAL["claims"])
    page.locator(".claim .cite a").first.hover()
    expect_note(page, "Ouyang")
    assert page.locator("script[src$='study.js']").count() == 0


# -- touch ----------------------------------------------------------------------------------------------


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 320, "height": 640})
    context.add_init_script(UNKEPT)
    yield context.new_page()
    context.close()


def test_the_first_tap_shows_the_note_and_the_way_to_the_glossary(sample: Site, phone: Page) -> None:
    phone.goto(sample.address + LESSON)
    term(phone).tap()
    expect_note(phone, MEANS)
    way = note(phone).get_by_role("link", name="Open in the glossary")
    box = way.bounding_box()
    assert box and box["height"] >= 44
    assert not note(phone).evaluate(STICKS_OUT)
    assert phone.url == sample.address + LESSON
    way.tap()
    expect(phone).to_have_url(f"{sample.address}glossary/#kettle")


def test_the_second_tap_follows_the_link_and_a_tap_elsewhere_hides_the_note(
    sample: Site, phone: Page
) -> None:
    phone.goto(sample.address + LESSON)
    cited(phone).tap()
    expect(note(phone).get_by_role("link", name="Open in the references")).to_be_visible()
    phone.locator("h1").tap()
    expect(note(phone)).to_be_hidden()
    cited(phone).tap()
    expect(note(phone)).to_be_visible()
    cited(phone).tap()
    expect(phone).to_have_url(f"{sample.address}references/#cha2001")


# -- the rest -------------------------------------------------------------------------------------------


def test_without_script_the_link_is_a_link(sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON, script=False)
    term(page).hover()
    expect(page.get_by_text(MEANS)).to_be_hidden()
    term(page).click()
    expect(page).to_have_url(f"{sample.address}glossary/#kettle")


def test_a_page_opened_as_a_file_has_its_notes(sample: Site, visit: Visit, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((sample.folder / LESSON / "index.html").as_uri())
    term(page).hover()
    expect_note(page, MEANS)
    page.close()


def test_paper_has_no_notes(sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON)
    term(page).hover()
    expect(note(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(note(page)).to_be_hidden()
    expect(page.locator("aside.notes [id^=term--]").first).to_be_hidden()


@looks
def test_axe_finds_nothing_while_one_is_open(dark: bool, width: int, sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON, dark=dark, width=width)
    by_keyboard(page, term(page))
    expect(note(page)).to_be_visible()
    found = violations(page, "term")
    cited(page).focus()
    expect_note(page, SOURCE)
    assert not found + violations(page, "citation")


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}])
def test_it_has_an_edge_where_colours_are_forced_and_never_moves(
    media: dict[str, str], sample: Site, visit: Visit
) -> None:
    page = visit(sample, LESSON, **media)
    term(page).hover()
    expect(note(page)).to_be_visible()
    assert note(page).evaluate(EDGE) == ["1px", "solid", "0s", "none"]
