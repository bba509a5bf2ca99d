"""The site is read without a network, and never in two versions at once."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from studysite.precache import WORKER
from tests.browser.keeping import KEPT, SETTLED, STATE, TRY_UPDATE, Reader, hosted, publish, said, unlist
from tests.browser.sites import COURSE, LESSON, PRACTICE, Site, served

READ = "addresses => Promise.all(addresses.map(async each => (await fetch(each)).text()))"
"""What the worker answers, without a page drawn for each."""
ENGINES = pytest.mark.parametrize("engine", ["sample", "zensical"])


@pytest.fixture
def engine() -> str:
    return "sample"


@pytest.fixture(scope="module")
def kept(sample: Site, browser: Browser) -> Iterator[tuple[Site, Page]]:
    """The small course as a browser without a network keeps it: for tests that only ask it for something."""
    reader = Reader(browser)
    page = reader.keep(sample)
    reader.context.set_offline(True)
    yield sample, page
    reader.context.close()


@pytest.fixture
def site(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    """A copy of the small course, which a test may change."""
    built: Site = request.getfixturevalue(engine)
    shutil.copytree(built.folder, tmp_path / COURSE)
    with served(tmp_path) as origin:
        yield hosted(tmp_path, origin)


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    reader = Reader(browser)
    yield reader
    reader.context.close()


def alike(site: Site) -> None:
    """Give all files the same age but the worker, as in a build from which two can be compared."""
    for file in site.folder.rglob("*.*"):
        if file.name != WORKER:
            os.utime(file, (1_000_000_000, 1_000_000_000))


@ENGINES
def test_all_is_there_without_a_network(site: Site, reader: Reader) -> None:
    page = reader.keep(site)
    reader.context.set_offline(True)
    page.goto(site.address + LESSON)
    page.locator(".prose a.term").first.hover()
    expect(page.locator(".popnote")).to_be_visible()
    page.goto(site.address + PRACTICE)
    page.get_by_label("When it is zinfandel hot").check()
    page.get_by_role("button", name="Check").first.click()
    expect(page.get_by_text("Not this one.")).to_be_visible()
    page.goto(site.address)
    page.get_by_role("textbox", name="Search").or_(page.get_by_role("button", name="Search")).first.click()
    page.keyboard.type("marmalade")
    page.locator("a[href*='/practice/']:visible", has_text=re.compile("marmalade", re.I)).first.click()
    expect(page).to_have_url(re.compile(r"/practice/"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert reader.said == []


@ENGINES
def test_every_page_is_kept_whole(site: Site, reader: Reader) -> None:
    page = reader.keep(site)
    reader.context.set_offline(True)
    for path in site.pages():
        page.goto(site.address + path)
        expect(page.locator("h1").first).to_be_visible()
    assert reader.said == []


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (f"{LESSON}?h=boiling", f"{LESSON}?h=boiling"),
        (f"{LESSON}index.html", f"{LESSON}index.html"),
        ("index.html", "index.html"),
        (LESSON.rstrip("/"), LESSON),
        (f"{LESSON.rstrip('/')}?h=a#safety", f"{LESSON}?h=a#safety"),
        ("lessons/nowhere/", "404.html"),
        ("%zz/", "404.html"),
    ],
)
def test_an_address_leads_where_a_host_would_lead(asked: str, shown: str, kept: tuple[Site, Page]) -> None:
    site, page = kept
    page.goto(site.address + asked)
    expect(page).to_have_url(site.address + shown)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("() => getComputedStyle(document.documentElement).getPropertyValue('--paper')")


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [
        ("bytes=0-3", 206, "<svg"),
        ("bytes=-7", 206, "</svg>\n"),
        ("bytes=5-9", 206, "xmlns"),
        ("bytes=999999-", 416, ""),
    ],
)
def test_a_part_of_a_file_can_be_asked_for(
    asked: str, status: int, says: str, kept: tuple[Site, Page]
) -> None:
    site, page = kept
    page.goto(site.address)
    ask = """async ([address, Range]) => {
        const response = await fetch(address, { headers: { Range } })
        return [response.status, await response.text()]
    }"""
    assert page.evaluate(ask, [f"{site.address}assets/favicon.svg", asked]) == [status, says]


def with_another_waiting(site: Site, reader: Reader) -> Page:
    """A page of the version 'one', while the version 'two' waits for its end."""
    publish(site, "one")
    page = reader.keep(site)
    publish(site, "two")
    page.evaluate(TRY_UPDATE)
    assert page.evaluate(STATE, "waiting")
    return page


def test_another_version_waits_for_the_last_page_of_the_one_before(site: Site, reader: Reader) -> None:
    first = with_another_waiting(site, reader)
    assert first.evaluate(KEPT) == 2
    second = reader.open(site.address + LESSON)
    assert said(second) == {"one"}
    second.goto(site.address + PRACTICE)
    second.reload()
    assert said(second) == {"one"}
    second.close()
    first.goto(site.address + "glossary/")
    assert said(first) == {"one"}
    leave(first)
    after = newest(reader, site, "two")
    reader.context.set_offline(True)
    for path in ("", LESSON, PRACTICE):
        after.goto(site.address + path)
        assert said(after) == {"two"}
    texts = after.evaluate(READ, [site.address + path for path in site.pages()])
    assert [text for text in texts if '<main data-said="two"' not in text] == []
    assert after.evaluate(KEPT) == 1
    assert reader.said == []


def leave(page: Page) -> None:
    page.goto("about:blank")


def newest(reader: Reader, site: Site, words: str) -> Page:
    """A page of the version that says `words`, once the browser has seen that nobody reads another."""
    page = reader.open(site.address)
    for _ in range(20):
        if said(page) == {words}:
            break
        leave(page)
        page.wait_for_timeout(100)
        page.goto(site.address)
    return page


@pytest.mark.parametrize("gone", ["assets/study.js", "glossary/index.html"])
def test_a_version_that_could_not_be_kept_whole_changes_nothing(
    gone: str, site: Site, reader: Reader
) -> None:
    publish(site, "one")
    page = reader.keep(site)
    publish(site, "two")
    file = site.folder / gone
    whole = file.read_bytes()
    file.write_bytes(whole + b" ")  # as when the host has another version by now
    page.evaluate(TRY_UPDATE)
    assert page.evaluate(SETTLED) is False
    assert page.evaluate(KEPT) == 1
    leave(page)
    page.goto(site.address + LESSON)
    assert said(page) == {"one"}
    file.write_bytes(whole)
    page.evaluate(TRY_UPDATE)
    assert page.evaluate(STATE, "waiting")
    leave(page)
    newest(reader, site, "two")


def test_a_version_whose_files_are_as_old_as_those_before_is_kept(site: Site, reader: Reader) -> None:
    publish(site, "one")
    alike(site)
    page = reader.keep(site)
    publish(site, "two")
    alike(site)
    page.evaluate(TRY_UPDATE)
    assert page.evaluate(STATE, "waiting")
    leave(page)
    newest(reader, site, "two")


def test_a_version_that_comes_back_while_it_is_read_stays_whole(site: Site, reader: Reader) -> None:
    page = with_another_waiting(site, reader)
    publish(site, "one")
    (site.folder / "glossary/index.html").unlink()
    page.evaluate(TRY_UPDATE)
    assert page.evaluate(STATE, "waiting")
    reader.context.set_offline(True)
    page.goto(site.address + "glossary/")
    assert said(page) == {"one"}


def test_of_a_large_site_lessons_are_kept_as_they_are_read(site: Site, reader: Reader) -> None:
    publish(site, "one", at_once=0)
    page = reader.keep(site)
    page.goto(site.address + LESSON)
    reader.context.set_offline(True)
    for path in ("", "glossary/", LESSON):
        page.goto(site.address + path)
        assert said(page) == {"one"}
    with pytest.raises(Error):
        page.goto(site.address + PRACTICE)


def test_a_page_that_the_host_has_in_another_version_comes_from_there_whole(
    site: Site, reader: Reader
) -> None:
    publish(site, "one", at_once=0)
    page = reader.keep(site)
    page.goto(site.address + LESSON)
    publish(site, "two", at_once=0)
    page.goto(site.address + PRACTICE)
    assert said(page) == {"two"}
    page.goto(site.address + LESSON)
    assert said(page) == {"one"}


def test_a_site_that_is_being_written_is_not_kept_and_shows_what_is_new(site: Site, reader: Reader) -> None:
    publish(site, "one")
    page = reader.keep(site)
    publish(site, "two")
    unlist(site)
    page.goto(site.address + LESSON)
    expect(page.locator("main")).to_have_attribute("data-said", "two")
    assert said(page) == {"two"}
    assert page.evaluate(KEPT) == 0
    publish(site, "three")
    unlist(site)
    page.goto(site.address + PRACTICE)
    assert said(page) == {"three"}
    assert reader.said == []


def test_without_a_worker_the_site_is_read_as_ever(site: Site, reader: Reader) -> None:
    (site.folder / "sw.js").unlink()
    page = reader.open(site.address)
    page.goto(site.address + LESSON, wait_until="networkidle")
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    assert all("bad HTTP response code (404)" in line for line in reader.said), "the browser's own words"


def test_what_another_site_of_the_host_keeps_is_let_be(site: Site, reader: Reader) -> None:
    shutil.copytree(site.folder, site.folder.parent / "other")
    other = Site(site.folder.parent / "other", site.origin)
    page = reader.open(f"{site.origin}/other/")
    assert page.evaluate(STATE, "active")
    publish(site, "one")
    reader.keep(site)
    assert page.evaluate(KEPT) == 2
    shutil.rmtree(other.folder)
    page.goto(f"{site.origin}/other/{LESSON}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@ENGINES
def test_a_browser_offers_to_install_the_site(site: Site, reader: Reader) -> None:
    page = reader.keep(site)
    inside = reader.context.new_cdp_session(page)
    manifest = inside.send("Page.getAppManifest")
    assert manifest["url"] == f"{site.address}manifest.webmanifest"
    assert manifest["errors"] == []
    assert json.loads(manifest["data"])["name"] == "The tea course"
    missing = inside.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {each["errorId"] for each in missing} <= {"in-incognito"}
