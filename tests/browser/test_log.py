"""The log of progress in a real browser: what is added stays, in order, whatever happens around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from studysite.node import tools
from tests.browser.sites import COURSE, Site, quiet, served
from tests.browser.windows import Visit
from tests.projects import ROOT

BUNDLE = """
import { buildSync } from "esbuild";
const [entry, outfile] = process.argv.slice(1);
buildSync({ entryPoints: [entry], outfile, bundle: true, target: "es2022", logLevel: "error" });
"""
PAGE = """<!doctype html><html lang="en"><title>Log</title>
<link rel="icon" href="data:,"><script src="log.js"></script>
"""
POLICY = """<meta http-equiv="Content-Security-Policy"
    content="default-src 'none'; script-src 'self'; img-src data:">
"""
KEPT = "async () => { window.log = await kept() }"
PASSING = "async () => { window.log = passing() }"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A page with the log and nothing else, under the policy that the site's own pages have."""
    folder = tmp_path_factory.mktemp("log")
    pages = folder / COURSE
    pages.mkdir()
    (pages / "index.html").write_text(PAGE.replace("<title>", POLICY + "<title>"))
    (pages / "framed.html").write_text(PAGE)  # a frame without an origin is no 'self' of any policy
    _bundle(pages / "log.js")
    with served(folder) as origin:
        yield Site(pages, origin)


def _bundle(target: Path) -> None:
    node = tools(ROOT, quiet)
    node.run(["--input-type=module", "-e", BUNDLE, "test/log-in-browser.ts", str(target)], cwd=ROOT / "web")


def add(page: Page, about: str) -> int:
    """Write an entry down. Returns its place."""
    place: int = page.evaluate("async (about) => (await log.append({ kind: 'finished', about })).n", about)
    return place


def abouts(page: Page) -> list[str]:
    """What the entries are about, in order."""
    names: list[str] = page.evaluate("async () => (await log.all()).map((entry) => entry.about)")
    return names


@pytest.mark.parametrize("opened", [KEPT, PASSING], ids=["kept", "passing"])
def test_entries_are_added_at_the_end(visit: Visit, site: Site, opened: str) -> None:
    page = visit(site)
    page.evaluate(opened)
    assert [add(page, about) for about in ("tea", "hours", "tea")] == [1, 2, 3]
    assert abouts(page) == ["tea", "hours", "tea"]
    assert page.evaluate("async () => (await log.about('tea')).map((entry) => entry.n)") == [1, 3]
    assert page.evaluate("async () => log.about('te')") == []


@pytest.mark.parametrize("opened", [KEPT, PASSING], ids=["kept", "passing"])
def test_another_log_is_merged_once(visit: Visit, site: Site, opened: str) -> None:
    page = visit(site)
    page.evaluate(opened)
    assert page.evaluate("async () => log.merge(ENTRIES)") == 9
    assert page.evaluate("async () => log.merge(ENTRIES)") == 0
    assert page.evaluate("async () => log.merge([...OTHERS, ...OTHERS])") == 9
    places = page.evaluate("async () => (await log.all()).map((entry) => entry.n)")
    assert places == sorted([*range(1, 10), *range(1, 10)])
    assert add(page, "tea") == 10, "what is new follows what came from elsewhere"


@pytest.mark.parametrize("opened", [KEPT, PASSING], ids=["kept", "passing"])
def test_what_is_erased_is_gone(visit: Visit, site: Site, opened: str) -> None:
    page = visit(site)
    page.evaluate(opened)
    add(page, "tea")
    page.evaluate("async () => log.erase()")
    assert abouts(page) == []
    assert add(page, "tea") == 1


def test_only_what_is_kept_is_there_after_a_reload(visit: Visit, site: Site) -> None:
    page = visit(site)
    page.evaluate(PASSING)
    add(page, "hours")
    page.evaluate(KEPT)
    add(page, "tea")
    page.reload()
    page.evaluate(KEPT)
    assert abouts(page) == ["tea"]


def test_two_tabs_that_write_at_once_lose_nothing(visit: Visit, site: Site) -> None:
    page = visit(site)
    other = page.context.new_page()
    try:
        other.goto(site.address + "?ids=5000")
        for tab in (page, other):
            tab.evaluate(KEPT)
        write = """(about) => {
            const writing = Array.from({ length: 50 }, () => log.append({ kind: "finished", about }))
            window.written = Promise.all(writing)
        }"""
        page.evaluate(write, "here")
        other.evaluate(write, "there")
        for tab in (page, other):
            tab.evaluate("() => written")
        places = page.evaluate("async () => (await log.all()).map((entry) => entry.n)")
        assert places == list(range(1, 101))
        assert abouts(other).count("here") == 50
    finally:
        other.close()


def test_a_full_disk_is_told_and_what_was_there_stays(visit: Visit, site: Site) -> None:
    page = visit(site)
    inside = page.context.new_cdp_session(page)
    # Before the log is opened: the browser asks only now and then how much room there is.
    inside.send("Storage.overrideQuotaForOrigin", {"origin": site.origin, "quotaSize": 1_000_000})
    page.evaluate(KEPT)
    add(page, "tea")
    many = """() => stumbles(() => log.merge(Array.from({ length: 20000 }, (_, at) =>
        ({ ...ENTRIES[7], n: at + 10, id: `${at}`.padStart(16, "x") }))))"""
    assert page.evaluate(many) == "full"
    assert abouts(page) == ["tea"], "all or none"


def test_where_nothing_may_be_kept_opening_says_so(visit: Visit, site: Site) -> None:
    page = visit(site, "framed.html")
    page.evaluate("""() => new Promise((loaded) => {
        const frame = document.createElement("iframe")
        frame.sandbox = "allow-scripts"
        frame.onload = loaded
        frame.src = "framed.html"
        document.body.append(frame)
    })""")
    frame = page.frames[1]
    assert frame.evaluate("() => stumbles(() => kept())") == "SecurityError"
    frame.evaluate(PASSING)
    assert frame.evaluate("async () => (await log.append({ kind: 'finished', about: 'tea' })).n") == 1


def test_a_newer_version_of_the_site_was_here(visit: Visit, site: Site) -> None:
    page = visit(site)
    page.evaluate("""() => new Promise((opened) => {
        const asked = indexedDB.open("progress", 99)
        asked.onsuccess = () => { asked.result.close(); opened() }
    })""")
    assert page.evaluate("() => stumbles(() => kept())") == "newer"


def test_an_open_log_lets_a_newer_version_go_on(visit: Visit, site: Site) -> None:
    page = visit(site)
    page.evaluate(KEPT)
    opened = page.evaluate("""() => new Promise((said) => {
        const asked = indexedDB.open("progress", 99)
        asked.onsuccess = () => { asked.result.close(); said("opened") }
        asked.onblocked = () => said("blocked")
    })""")
    assert opened == "opened"
