"""One browser and three sites for all tests. Whatever a test is about, its pages must stay quiet."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from build import alone
from studysite import pipeline
from tests.browser import find
from tests.browser.sites import COURSE, Site, build_once, served
from tests.browser.sittings import TODAY
from tests.browser.windows import PATIENCE, Visit, Windows
from tests.projects import SAMPLE, one_lesson


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for this run, one for all workers."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def browser(shared: Path) -> Iterator[Browser]:
    """The browser; without one, every test that needs it fails with the line that says what to install."""
    missing = program = ""
    with alone(shared / "browser.lock"):
        try:
            program = find.choose(find.this_machine())
        except find.NoBrowserError as error:
            missing = str(error)
    if missing:  # said here, where no exception is at hand to be said too
        pytest.fail(missing, pytrace=False)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        args = find.flags(as_root=find.is_root())
        browser = playwright.chromium.launch(executable_path=program, args=args)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    return Windows(browser)


@pytest.fixture
def visit(windows: Windows) -> Iterator[Visit]:
    """Goes to a page. None may have said anything on the console or asked for what is elsewhere."""
    yield windows.visit
    faults = windows.reckon()
    assert not faults, "\n".join(faults)


@pytest.fixture
def today(sample: Site, visit: Visit) -> Page:
    """The page for the day of somebody who did nothing yet."""
    page = visit(sample, TODAY)
    expect(page.locator(".today")).to_be_visible()
    return page


@pytest.fixture(scope="session")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of a real lesson."""
    content = one_lesson(tmp_path_factory.mktemp("one lesson") / "project") / "content"
    yield from _site(content, shared / "real site", works=pipeline.takeaways)


@pytest.fixture(scope="session")
def sample(shared: Path) -> Iterator[Site]:
    """The site of the small course that has one of everything."""
    yield from _site(SAMPLE / "content", shared / "sample site")


@pytest.fixture(scope="session")
def zensical(shared: Path) -> Iterator[Site]:
    """The small course as the other engine builds it."""
    yield from _site(SAMPLE / "content", shared / "zensical site", "zensical")


def _site(
    content: Path, home: Path, engine: str = "mkdocs", works: pipeline.Takeaways = pipeline.nothing
) -> Iterator[Site]:
    with alone(home.with_suffix(".lock")):
        folder = build_once(content, home, engine, works)
    with served(folder) as origin:
        yield Site(folder / COURSE, origin)
