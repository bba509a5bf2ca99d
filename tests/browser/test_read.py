"""A page can be read: on a desk and on a phone, in lines and letters of a fit size."""

import re
from statistics import median
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from tests.browser.sites import LESSON, PRACTICE, REAL, Site
from tests.browser.windows import Visit

LINES = """() => [...document.querySelectorAll(".prose > p")].filter(p => p.innerText.length > 300).map(p => {
    const texts = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), range = document.createRange()
    let lines = [0], before = -Infinity
    for (let text; text = texts.nextNode();) for (let at = 0; at < text.length; at++) {
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        const box = range.getBoundingClientRect()
        if (!box.width) continue
        if (box.left < before - 40) lines.push(0)
        lines[lines.length - 1]++
        before = box.left
    }
    return lines.slice(0, -1)
})"""
"""How many characters stand in each line of each long paragraph, the last lines left out."""

SIZES = """selectors => selectors.flatMap(selector => [...document.querySelectorAll(selector)].map(
    part => [selector, parseFloat(getComputedStyle(part).fontSize)]))"""

TARGETS = """selector => [...document.querySelectorAll(selector)].map(part => {
    const box = part.getBoundingClientRect()
    return [part.outerHTML.slice(0, 80), box.width, box.height]
}).filter(([, width, height]) => width && height)"""

STOP = """() => {
    const part = document.activeElement, box = part.getBoundingClientRect()
    const outlined = one => one && getComputedStyle(one).outlineStyle !== "none"
    return part === document.body ? null : {
        what: part.outerHTML.slice(0, 120),
        outlined: outlined(part) || outlined(part.closest(".option")) || outlined(part.parentElement),
        seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    }
}"""

OVERFLOW = """() => {
    const page = document.documentElement
    const wide = [...document.querySelectorAll("main *")].filter(
        part => part.getBoundingClientRect().right > page.clientWidth + 1)
    return page.scrollWidth > page.clientWidth ? ["page " + page.scrollWidth, ...wide.map(
        part => part.tagName + "." + part.className)].slice(0, 5) : []
}"""
"""The page and its parts that stick out, where it scrolls sideways."""


def test_every_page_says_what_it_is(real: Site) -> None:
    """That this is seen, and that each kind of page stays quiet, is found where axe looks at them."""
    faults = []
    for path in real.folder.rglob("*.html"):
        page = html.parse(str(path)).getroot()
        seen = [
            len(page.findall(".//h1")),
            bool(page.findtext(".//title")),
            page.get("lang"),
            len(page.findall(".//main")),
        ]
        if seen != [1, True, "en", 1]:
            faults.append((path, seen))
    assert faults == []


def test_the_page_for_a_wrong_address_leads_home(real: Site, visit: Visit) -> None:
    page = visit(real, REAL["404"])
    page.get_by_role("main").get_by_role("link", name="Go to the home page").click()
    expect(page).to_have_url(real.address)


def test_the_keyboard_skips_to_the_content(real: Site, visit: Visit) -> None:
    page = visit(real, REAL["lesson"])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("path", ["", LESSON, PRACTICE])
def test_one_sees_where_the_keyboard_is(path: str, sample: Site, visit: Visit) -> None:
    """Each stop of the Tab key is outlined, or the row around it is; and it is on the screen."""
    page = visit(sample, path)
    stops = 0
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops += 1
        assert stop["outlined"] and stop["seen"], stop["what"]
    assert stops > 8


def test_the_kinds_of_page_tested_here_are_all_there_are(real: Site) -> None:
    assert {kind(path) for path in real.pages()} == {kind(path) for path in REAL.values()}


def kind(path: str) -> str:
    """A page's address without the name of the lesson."""
    return re.sub("^lessons/[^/]+/", "lessons/*/", path)


def test_nothing_sticks_out_once_all_answers_are_open(sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE, width=320, height=640)
    page.get_by_text("Hint").click()
    answer_wrong(page)
    page.get_by_role("button", name="Show all reasons").click()
    page.get_by_role("button", name="Compare").click()
    for card in page.locator("study-card").all():
        card.locator("summary").first.click()
    assert page.evaluate(OVERFLOW) == []


def test_lines_hold_45_to_75_characters_on_a_desk(real: Site, visit: Visit) -> None:
    paragraphs: list[list[int]] = visit(real, REAL["lesson"], width=1440).evaluate(LINES)
    lines = [length for paragraph in paragraphs for length in paragraph]
    assert len(paragraphs) >= 5
    assert 45 <= median(lines) <= 75
    assert max(lines) <= 75


@pytest.mark.parametrize(
    ("path", "selectors"),
    [
        (LESSON, [".prose > p", ".admonition p", ".item-stem", ".option-text", ".card-ask"]),
        (PRACTICE, [".item-stem", ".option-text", ".model-answer", ".card-ask", ".card-answer", "textarea"]),
    ],
)
@pytest.mark.parametrize("width", [320, 1440])
def test_text_is_large_enough(
    path: str, selectors: list[str], width: int, sample: Site, visit: Visit
) -> None:
    sizes: list[tuple[str, float]] = visit(sample, path, width=width).evaluate(SIZES, selectors)
    assert {selector for selector, _ in sizes} == set(selectors)
    assert [(selector, size) for selector, size in sizes if size < 16] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_pressed_is_large_enough(width: int, sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE, width=width)
    answer_wrong(page)
    large = targets(page.evaluate(TARGETS, ".option label, .button, summary"))
    assert [target for target in large if min(target[1:]) < 44] == []
    other = targets(page.evaluate(TARGETS, "header a, header label, nav a, .points label"))
    assert len(large) > 8 and len(other) > 4
    assert [target for target in other if min(target[1:]) < 24] == []


@pytest.mark.parametrize("kind", ["home", "lesson"])
def test_buttons_that_lead_on_are_large_enough(kind: str, real: Site, visit: Visit) -> None:
    buttons = targets(visit(real, REAL[kind]).evaluate(TARGETS, "main .button"))
    assert buttons
    assert [target for target in buttons if min(target[1:]) < 44] == []


def answer_wrong(page: Page) -> None:
    page.get_by_label("When it is zinfandel hot").check()
    page.get_by_role("button", name="Check").first.click()


def targets(found: Any) -> list[tuple[str, float, float]]:
    return [(part, round(width, 1), round(height, 1)) for part, width, height in found]
