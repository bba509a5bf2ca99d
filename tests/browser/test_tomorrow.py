"""The page for the night before an interview: lengths that open by themselves, and two sheets of paper."""

import re

from playwright.sync_api import Page, expect

from tests.browser.axe import violations, violations_of_colour
from tests.browser.sites import REAL, Site
from tests.browser.test_read import OVERFLOW
from tests.browser.windows import Visit

PAGE = REAL["tomorrow"]
QUESTIONS = 22
"""How many interview cards the course has that must fit on two pages."""
A4 = (718, 1000)
"""What the margins leave of a page, in pixels: 190 mm wide."""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".eve *")]
    .filter(part => part.checkVisibility())
    .filter(part => [...part.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .map(part => parseFloat(getComputedStyle(part).fontSize) * 0.75))"""
"""The smallest letters that are seen, in points."""
CUT_OFF = """() => [...document.querySelectorAll(".eve, .eve *")]
    .filter(part => part.checkVisibility() && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0)
    .map(part => part.className || part.tagName)"""


OPEN = "() => document.querySelectorAll('.eve details').forEach(part => { part.open = true })"
"""Opens every length at once; that a click and a key open one is seen where that is tested."""


def open_all(page: Page) -> None:
    page.evaluate(OPEN)
    assert page.locator(".eve details:not([open])").count() == 0


def test_nothing_of_an_answer_is_shown_before_a_length_is_opened_without_a_script(
    sample: Site, visit: Visit
) -> None:
    page = visit(sample, PAGE, script=False)
    core = page.get_by_text("Because extraction is slow below it.").locator("visible=true")
    answer = page.get_by_text("Below boiling, less comes out of the leaf")
    expect(page.locator(".eve-ask").first).to_be_visible()
    expect(core).to_have_count(0)
    expect(answer).not_to_be_visible()
    page.get_by_text("15 seconds").click()
    expect(core).to_have_count(1)
    page.get_by_text("90 seconds").click()
    expect(answer).to_be_visible()
    page.get_by_text("60 seconds").click()
    expect(page.locator(".eve-outline").get_by_text("Names extraction.")).to_be_visible()
    page.get_by_text("1 pitfall").click()
    expect(page.get_by_text("Saying that hotter is always better.")).to_be_visible()


def test_the_keyboard_opens_a_length_and_keeps_its_place(sample: Site, visit: Visit) -> None:
    page = visit(sample, PAGE)
    summary = page.locator("summary", has_text="90 seconds")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Below boiling, less comes out of the leaf")).to_be_visible()
    expect(summary).to_be_focused()


def test_it_leads_to_the_card_and_counts_as_no_review(sample: Site, visit: Visit) -> None:
    page = visit(sample, PAGE)
    assert page.locator("study-card, study-item").count() == 0
    page.get_by_role("link", name="Practise this card").click()
    expect(page).to_have_url(re.compile("/lessons/kettles/practice/#why-boil$"))


def test_axe_finds_nothing_where_all_is_open_and_a_phone_scrolls_one_way(real: Site, visit: Visit) -> None:
    for dark, found in ((False, violations), (True, violations_of_colour)):
        page = visit(real, PAGE, dark=dark, width=320, height=640)
        open_all(page)
        assert found(page, "all open") == []
        assert page.evaluate(OVERFLOW) == []


def test_a_page_of_print_has_eight_questions_and_more(real: Site, visit: Visit) -> None:
    page = visit(real, PAGE)
    for _ in ("shut", "open"):  # what was opened on the screen makes no further page
        printed = page.pdf(prefer_css_page_size=True)
        sizes = re.findall(rb"/MediaBox\s*\[([\d. ]+)\]", printed)
        assert {round(float(size.split()[2])) for size in sizes} == {595}
        assert len(sizes) <= -(-QUESTIONS // 8)
        open_all(page)


def test_paper_has_question_core_points_and_pitfalls_in_letters_that_can_be_read(
    real: Site, visit: Visit
) -> None:
    page = visit(real, PAGE, width=A4[0], height=A4[1])
    page.emulate_media(media="print")
    for part in (".eve-ask", ".eve-short", ".eve-points", ".eve-pitfalls ul"):
        assert page.locator(part).locator("visible=true").count() == QUESTIONS, part
    assert page.locator(".eve :is(summary, .eve-say, a)").locator("visible=true").count() == 0
    assert page.evaluate(SMALLEST) >= 8
    assert page.evaluate(CUT_OFF) == []
