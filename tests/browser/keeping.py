"""A site that a browser keeps: hosted where a test can change it, visited in a context of its own."""

import re
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from studysite.precache import AT_ONCE, WORKER, complete
from tests.browser.sites import COURSE, Site
from tests.browser.windows import ASIDE, PATIENCE, REFUSED

STATE = """async state => {
    for (let tries = 0; tries < 200; tries += 1) {
        const registration = await navigator.serviceWorker.getRegistration()
        if (registration?.[state]?.state.endsWith("ed") && !registration.installing) return true
        await new Promise(done => setTimeout(done, 50))
    }
    return false
}"""
"""Waits until a worker is `active` or `waiting`."""
TRY_UPDATE = "async () => { await (await navigator.serviceWorker.getRegistration()).update().catch(() => 0) }"
SETTLED = """async () => {
    for (;;) {
        const registration = await navigator.serviceWorker.getRegistration()
        if (!registration?.installing) return Boolean(registration?.waiting)
        await new Promise(done => setTimeout(done, 50))
    }
}"""
"""Waits until nothing is being installed, and tells whether something waits."""
KEPT = "async () => (await caches.keys()).length"


class Reader:
    """A browser with a memory of its own, and what its pages said that they should not."""

    def __init__(self, browser: Browser) -> None:
        self.said: list[str] = []
        self.context: BrowserContext = browser.new_context()
        self.context.add_init_script(REFUSED)
        self.context.set_default_timeout(PATIENCE)
        self.context.on("console", lambda told: self.note(told.text))
        self.context.on("weberror", lambda error: self.note(str(error.error)))

    def note(self, told: str) -> None:
        """Note what a page said that it should not."""
        if not told.startswith(ASIDE):
            self.said.append(told)

    def open(self, address: str) -> Page:
        page = self.context.new_page()
        page.goto(address)
        return page

    def keep(self, site: Site) -> Page:
        """Visit a site, and wait until it is kept and answers for its own pages."""
        page = self.open(site.address)
        assert page.evaluate(STATE, "active")
        page.reload()
        return page


def publish(site: Site, words: str = "", at_once: int = AT_ONCE) -> None:
    """Put another version in the place of a site: each page says `words`, and so does a style sheet."""
    for path in site.folder.rglob("*.html"):
        text = re.sub(r"<main( data-said=\"\w*\")?", f'<main data-said="{words}"', path.read_text("utf-8"))
        path.write_text(text, "utf-8")
    sheet = site.folder / "assets/css/roles.css"
    plain = sheet.read_text("utf-8").partition("/* said */")[0]
    sheet.write_text(f"{plain}/* said */ :root {{ --said: {words or 'nothing'}; }}", "utf-8")
    unlist(site)
    complete(site.folder, at_once)


def unlist(site: Site) -> None:
    """Take away the line that tells the worker what to keep, as in a site that is being written."""
    worker = site.folder / WORKER
    worker.write_text(re.sub(r"\Aconst SITE = .*\n", "", worker.read_text("utf-8")), "utf-8")


def said(page: Page) -> set[str]:
    """Which versions a page is of: what it says itself, and what its style sheet says."""
    words = page.locator("main").get_attribute("data-said")
    sheet = page.evaluate("() => getComputedStyle(document.documentElement).getPropertyValue('--said')")
    return {words or "", sheet}


def hosted(folder: Path, origin: str) -> Site:
    return Site(folder / COURSE, origin)
