"""The windows of the tests: one with JavaScript and one without, used again since opening one is dear."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from tests.browser.sites import Site

PATIENCE = 10_000
"""How long to wait for what should be there at once, in milliseconds: the machine may be busy."""
REMEMBER = """() => {
    window.told = []
    document.addEventListener("study:answered", event => told.push(event.detail))
}"""
"""Keeps the answers that a page is told of, as `told`."""
REFUSED = """addEventListener("securitypolicyviolation",
    event => console.error(`refused ${event.violatedDirective} ${event.blockedURI}`))"""
"""Says on the console what the policy refused."""
UNKEPT = "delete Navigator.prototype.serviceWorker"
"""Keeps the browser from fetching the whole site for later, which only tests of that should wait for."""
ASIDE = "Autofocus processing was blocked"
"""What the browser says, now and then, of a search box of Zensical's that led to a place on a page."""
UNSAID: dict[str, Any] = {"chosenEditions": [], "confidence": None, "hinted": False}
"""What an answer tells of an item without options, by a learner who said and opened nothing."""

Visit = Callable[..., Page]
"""Windows.visit, as the tests take it."""


class Window:
    """A window with one page in it; `note` is told of what the page says and of what it asks for."""

    def __init__(self, browser: Browser, script: bool, note: Callable[[str, str], None]) -> None:
        context = browser.new_context(java_script_enabled=script)
        context.add_init_script(REFUSED)
        context.add_init_script(UNKEPT)
        context.set_default_timeout(PATIENCE)
        context.on("console", lambda said: note("said", said.text))
        context.on("weberror", lambda error: note("stumbled", str(error.error)))
        context.on("request", lambda asked: note("asked for", asked.url))
        self.page: Page = context.new_page()
        self.inside: CDPSession = context.new_cdp_session(self.page)

    def leave(self, site: Site) -> None:
        """Go where nothing is, then forget what the site kept: a page that reads it would stumble."""
        self.page.mouse.move(0, 0)
        self.page.goto("about:blank")
        self.inside.send("Storage.clearDataForOrigin", {"origin": site.origin, "storageTypes": "all"})


class Windows:
    """Opens pages, and notes what none should do: talk on the console, stumble, ask for what is elsewhere."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.windows: dict[bool, Window] = {}
        self.visited: list[tuple[Window, Site]] = []
        self.faults: list[str] = []

    def visit(
        self,
        site: Site,
        path: str = "",
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        script: bool = True,
        **media: Any,
    ) -> Page:
        """Go to a page of a site and wait until it has loaded. The page visited before is left."""
        if script not in self.windows:
            self.windows[script] = Window(self.browser, script, self.note)
        window = self.windows[script]
        self.leave()
        self.visited.append((window, site))
        window.page.set_viewport_size({"width": width, "height": height})
        plain = {"media": "screen", "reduced_motion": "no-preference", "forced_colors": "none"}
        window.page.emulate_media(**{**plain, "color_scheme": "dark" if dark else "light", **media})
        window.page.goto(site.address + path)
        return window.page

    def leave(self) -> None:
        """Leave all that was visited, as if nobody had been there."""
        for window, site in self.visited:
            window.leave(site)
        self.visited.clear()

    def note(self, what: str, detail: str) -> None:
        """Note a fault. A request to the site is none, nor is what a page has in itself."""
        own = [site.address for _, site in self.visited]
        if detail.startswith(ASIDE):
            return
        if what != "asked for" or not detail.startswith(("data:", "blob:", "about:", *own)):
            self.faults.append(f"{what} {detail}")

    def reckon(self) -> list[str]:
        """Leave, and give up the faults noted since the last time."""
        self.leave()
        faults, self.faults = list(dict.fromkeys(self.faults)), []
        return faults
