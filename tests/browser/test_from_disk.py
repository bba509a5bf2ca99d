"""The site that is opened from disk reads, quizzes and searches as the served one does."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from studysite.sitecheck import read_page
from tests.browser.keeping import Reader
from tests.browser.sites import LESSON, PRACTICE, Site

ENGINES = pytest.mark.parametrize("engine", ["sample", "zensical"])
pytestmark = ENGINES


@pytest.fixture
def site(engine: str, request: pytest.FixtureRequest) -> Site:
    site: Site = request.getfixturevalue(engine)
    return site


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[tuple[Reader, Page]]:
    """A window without a network, for all tests, since opening one is dear."""
    reader = Reader(browser)
    reader.context.set_offline(True)
    yield reader, reader.context.new_page()
    reader.context.close()


@pytest.fixture
def page(window: tuple[Reader, Page], site: Site) -> Iterator[Page]:
    """The home page where nobody was before. No page may have anything to complain of."""
    reader, page = window
    page.goto(address(site))
    yield page
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
    page.goto("about:blank")
    faults, reader.said[:] = reader.said[:], []
    assert faults == []


def address(site: Site, path: str = "") -> str:
    return (site.on_disk / path / "index.html").as_uri()


def test_no_link_leads_to_a_folder(site: Site) -> None:
    for path in site.on_disk.rglob("*.html"):
        page = read_page(path)
        assert page is not None
        own = [re.split("[?#]", link)[0] for link in page.links if "://" not in link]
        assert [link for link in own if link.endswith(("/", "."))] == []


def test_every_page_loads_and_says_nothing(site: Site, page: Page) -> None:
    for path in sorted(site.on_disk.rglob("*.html")):
        page.goto(path.as_uri())
        expect(page.locator("h1").first).to_be_visible()
        assert page.evaluate("() => getComputedStyle(document.documentElement).getPropertyValue('--paper')")


def test_a_reader_goes_from_the_home_page_to_a_lesson_and_on_to_its_practice(site: Site, page: Page) -> None:
    page.locator("main a[href*='lessons/kettles/']").first.click()
    expect(page).to_have_url(address(site, LESSON))
    page.locator(".prose a.term").first.hover()
    expect(page.locator(".popnote")).to_be_visible()
    page.locator(".prose a.term").first.click()
    expect(page).to_have_url(re.compile(r"/glossary/index\.html#"))
    page.go_back()
    page.get_by_role("main").locator("a[href*='practice/']").first.click()
    expect(page).to_have_url(re.compile(re.escape(address(site, PRACTICE))))


def test_a_question_is_answered_and_a_card_is_turned(site: Site, page: Page) -> None:
    page.goto(address(site, PRACTICE))
    page.get_by_label("When it is zinfandel hot").check()
    page.get_by_role("button", name="Check").first.click()
    expect(page.get_by_text("Not this one.")).to_be_visible()
    card = page.locator("study-card").first
    card.locator("summary").first.click()
    expect(card.locator("details").first).to_have_attribute("open", "")


def search(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Search").or_(page.get_by_role("button", name="Search")).first.click()
    page.keyboard.type(words)


@pytest.mark.parametrize("start", ["", LESSON])
def test_search_finds_and_leads_to_the_right_page(start: str, site: Site, page: Page) -> None:
    page.goto(address(site, start))
    search(page, "marmalade")
    page.locator("a[href*='/practice/']:visible", has_text=re.compile("marmalade", re.I)).first.click()
    expect(page).to_have_url(re.compile(rf"^{re.escape(address(site, PRACTICE))}(\?h=marmalade)?#when-boil$"))
    expect(page.locator("[data-id=when-boil] .item-stem")).to_be_in_viewport(ratio=1)


def test_the_scheme_that_was_chosen_is_kept(site: Site, page: Page) -> None:
    page.get_by_title("Switch to dark").locator("visible=true").click()
    for path in (LESSON, PRACTICE, ""):
        page.goto(address(site, path))
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
