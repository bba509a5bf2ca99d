"""The policy stands in every page, refuses what it should, and nothing on a page needs what it refuses."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import LESSON, PRACTICE, Site
from tests.browser.windows import PATIENCE, REFUSED, UNKEPT, Visit

POLICY = "Content-Security-Policy"
ENGINES = pytest.mark.parametrize("engine", ["sample", "zensical"])
ALLOWED = {"script", "link"}
"""What loads: the policy must stand above all of them."""


@pytest.fixture
def site(engine: str, request: pytest.FixtureRequest) -> Site:
    """The small course, as one of the engines builds it."""
    site: Site = request.getfixturevalue(engine)
    return site


def breaches(page: html.HtmlElement) -> list[str]:
    """What stands in a page and would need a weaker policy."""
    scripts = [one for one in page.iter("script") if one.get("src") is None]
    inline = [one.tag for one in scripts if one.get("type") != "application/json"]
    names = [name for part in page.iter(html.etree.Element) for name in part.attrib]
    return inline + [name for name in names if name == "style" or name.startswith("on")]


def above_all(page: html.HtmlElement) -> bool:
    """Whether the policy is there, before anything that loads."""
    tags = [part.get("http-equiv") or part.tag for part in page.find("head")]
    return POLICY in tags and ALLOWED.isdisjoint(tags[: tags.index(POLICY)])


def pages(folder: Path) -> dict[str, html.HtmlElement]:
    return {str(path): html.parse(str(path)).getroot() for path in folder.rglob("*.html")}


@ENGINES
def test_each_page_has_the_policy_and_nothing_that_breaks_it(site: Site) -> None:
    built = pages(site.folder)
    assert len(built) > 10
    assert [path for path, page in built.items() if not above_all(page)] == []
    assert {path: found for path, page in built.items() if (found := breaches(page))} == {}


@pytest.mark.parametrize("part", ["<script>1</script>", "<p onclick=x>", "<p style='color: red'>"])
def test_a_breach_would_be_seen(part: str) -> None:
    assert len(breaches(html.fromstring(f"<body>{part}"))) == 1


def test_the_policy_allows_nothing_but_the_sites_own_files(sample: Site, zensical: Site) -> None:
    said = [policy(site) for site in (sample, zensical)]
    assert all(one["default-src"] == "'none'" and one["script-src"] == "'self'" for one in said)
    assert all(one["media-src"] == "blob:" for one in said)
    assert said[0]["style-src"] == "'self'"
    assert not any("unsafe" in allowed for one in said for allowed in one.values())


def policy(site: Site) -> dict[str, str]:
    """What the home page allows, by directive."""
    page = html.parse(str(site.folder / "index.html"))
    (text,) = page.xpath(f"//meta[@http-equiv='{POLICY}']/@content")
    return dict(directive.strip().split(" ", 1) for directive in text.split(";"))


@ENGINES
def test_every_page_loads_and_says_nothing(site: Site, visit: Visit) -> None:
    """That every kind of real page does is seen where axe looks at them."""
    page = visit(site)
    for path in site.pages():
        page.goto(site.address + path)
        expect(page.locator("h1").first).to_be_visible()


@ENGINES
def test_the_scheme_that_was_chosen_holds_at_another_depth(site: Site, visit: Visit) -> None:
    page = visit(site)
    page.get_by_title("Switch to dark").locator("visible=true").click()
    for path in (LESSON, PRACTICE, ""):
        page.goto(site.address + path)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@ENGINES
def test_a_question_and_a_note_work(site: Site, visit: Visit) -> None:
    page = visit(site, PRACTICE)
    page.get_by_label("When it is zinfandel hot").check()
    page.get_by_role("button", name="Check").first.click()
    expect(page.get_by_text("Not this one.")).to_be_visible()
    page.goto(site.address + LESSON)
    page.locator(".prose a.term").first.hover()
    expect(page.locator(".popnote")).to_be_visible()


@ENGINES
def test_search_opens_finds_and_leads_on(site: Site, visit: Visit) -> None:
    page = visit(site)
    page.get_by_role("textbox", name="Search").or_(page.get_by_role("button", name="Search")).first.click()
    page.keyboard.type("marmalade")
    page.locator("a[href*='/practice/']:visible", has_text=re.compile("marmalade", re.I)).first.click()
    expect(page).to_have_url(re.compile(r"/practice/"))


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A page that may say what was refused."""
    context = browser.new_context()
    context.add_init_script(UNKEPT)
    context.add_init_script(REFUSED)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@ENGINES
@pytest.mark.parametrize(
    ("attempt", "directive"),
    [
        ("script => { script.textContent = 'window.done = true' }", "script-src-elem"),
        ("script => { script.src = 'https://elsewhere.example/a.js' }", "script-src-elem"),
        ("(_, image) => { image.src = 'https://elsewhere.example/a.png' }", "img-src"),
    ],
)
def test_what_is_injected_is_refused(attempt: str, directive: str, site: Site, window: Page) -> None:
    page = window
    page.goto(site.address)
    with page.expect_console_message(lambda said: said.text.startswith(f"refused {directive} ")):
        inject(page, attempt)
    assert page.evaluate("() => window.done") is None


def inject(page: Page, attempt: str) -> None:
    """Put a script and an image into the page, as a slip in a template would."""
    page.evaluate(
        f"""() => {{
            const parts = ["script", "img"].map(tag => document.createElement(tag))
            ;({attempt})(...parts)
            document.body.append(...parts)
        }}"""
    )
