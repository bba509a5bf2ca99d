"""How far a learner is: noted while they read, said at a lesson's end, marked on the map, led back to."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.axe import looks, violations
from tests.browser.desk import remember, reviewed
from tests.browser.sites import BREWING, COURSE, LESSON, PRACTICE, Site
from tests.browser.test_read import OVERFLOW
from tests.browser.windows import PATIENCE, UNKEPT, Visit

TEAPOTS = "lessons/teapots/"
"""A lesson without questions and cards."""
LESSONS = ["kettles", "teapots", "pouring", "brewing"]
OPEN = f"""const database = await new Promise((opened) => {{
    const asked = indexedDB.open("study /{COURSE}/")
    asked.onsuccess = () => opened(asked.result)
}})"""
LOG = f"""async () => {{
    {OPEN}
    const all = database.transaction("log").objectStore("log").getAll()
    await new Promise((done) => all.onsuccess = done)
    database.close()
    return all.result.map((entry) => [entry.kind, entry.about, entry.section ?? ""])
}}"""
WRITE = f"""async (entries) => {{
    {OPEN}
    const write = database.transaction("log", "readwrite")
    entries.forEach(([kind, about, section], at) => write.objectStore("log").add({{
        n: at + 1, id: `${{at}}`.padStart(16, "0"), at: 1.79e12, kind, about,
        ...(kind === "left" && {{section}}),
    }}))
    await new Promise((done) => write.oncomplete = done)
    database.close()
}}"""
HIDE = """() => {
    Object.defineProperty(document, "hidden", {value: true, configurable: true})
    document.dispatchEvent(new Event("visibilitychange"))
}"""
DENY = """IDBFactory.prototype.open = () => { throw new DOMException("No.", "SecurityError") }"""

Entry = tuple[str, str, str]


@contextmanager
def opened(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A window of its own, with one page, and what its pages say on the console: that must be nothing."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(UNKEPT)
    context.set_default_timeout(PATIENCE)
    said: list[str] = []
    context.on("console", lambda message: said.append(message.text))
    context.on("weberror", lambda error: said.append(str(error.error)))
    yield context.new_page(), said
    context.close()
    assert said == []


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A window for all tests, since opening one is dear."""
    with opened(browser) as window:
        yield window


@pytest.fixture
def page(window: tuple[Page, list[str]], sample: Site) -> Iterator[Page]:
    """A page whose clock the test moves on, where nobody was before. It must say nothing on the console."""
    page, said = window
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    page.clock.install()
    yield page
    page.unroute_all()
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.goto("about:blank")
    forget(page, sample)
    faults, said[:] = said[:], []
    assert faults == []


@pytest.fixture
def shut_out(browser: Browser) -> Iterator[Page]:
    """Such a page in a window of its own, where nothing can be kept."""
    with opened(browser) as (page, _):
        page.add_init_script(DENY)
        page.clock.install()
        yield page


def forget(page: Page, site: Site) -> None:
    """Forget all that a site has kept."""
    inside = page.context.new_cdp_session(page)
    inside.send("Storage.clearDataForOrigin", {"origin": site.origin, "storageTypes": "all"})
    inside.detach()


def turn(page: Page) -> Any:
    """The button at the end of a lesson; once it is there, the page listens."""
    return page.get_by_role("button", name="Mark as")


def read(page: Page, site: Site, path: str = LESSON) -> None:
    page.goto(site.address + path)
    expect(turn(page)).to_have_count(1)


def look_at(page: Page, selector: str, seconds: float) -> None:
    """Bring a part of the page to the top and look at it for so long."""
    page.locator(selector).evaluate("part => part.scrollIntoView({behavior: 'instant'})")
    page.clock.run_for(int(seconds * 1000))


def log(page: Page) -> list[Entry]:
    entries: list[Entry] = [tuple(entry) for entry in page.evaluate(LOG)]
    return entries


def given(page: Page, site: Site, *entries: tuple[str, ...]) -> None:
    """Have a log with these entries, and be at the home page."""
    page.goto(site.address)
    expect(page.locator(".day-title[data-state]").first).to_be_attached()
    page.evaluate(WRITE, entries)
    page.reload()


def left(section: str, about: str = "kettles") -> Entry:
    return "left", about, section


# -- a lesson ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "about", "section"), [(LESSON, "kettles", "safety"), (TEAPOTS, "teapots", "")]
)
def test_where_one_stays_is_noted_once(path: str, about: str, section: str, sample: Site, page: Page) -> None:
    read(page, sample, path)
    look_at(page, "h1", 1)
    assert log(page) == []
    look_at(page, f"#{section}" if section else "h1", 6)
    assert log(page)[:1] == [left(section, about)]
    page.clock.run_for(60_000)
    look_at(page, "h1", 10)  # the opening is where nobody leaves a lesson that they have begun
    assert [entry for entry in log(page) if entry[0] == "left"] == [left(section, about)]


def test_who_jumps_through_leaves_no_trace(sample: Site, page: Page) -> None:
    read(page, sample)
    for part in ("#boiling", "#safety", ".next", "h1") * 2:
        look_at(page, part, 2)
    assert log(page) == []


def test_who_turns_to_another_tab_was_where_they_looked(sample: Site, page: Page) -> None:
    read(page, sample)
    look_at(page, "#boiling", 2.5)
    page.evaluate(HIDE)
    expect_log(page, [left("boiling")])
    page.clock.run_for(60_000)
    assert log(page) == [left("boiling")]


def test_the_next_visit_leads_back_and_moves_nothing(sample: Site, page: Page) -> None:
    given(page, sample, left("boiling"), left("safety"))
    read(page, sample)
    link = page.get_by_role("link", name="Go on at “Safety”")
    expect(link).to_be_in_viewport()
    assert page.evaluate("() => scrollY") == 0
    box = link.bounding_box()
    assert box and box["height"] >= 44
    look_at(page, "h1", 10)
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{sample.address}{LESSON}#safety")
    assert log(page) == [left("boiling"), left("safety")], "one who only opens the page has not left there"
    page.reload()
    expect(turn(page)).to_have_count(1)
    expect(link).to_have_count(0)


@pytest.mark.parametrize("entry", [left(""), left("gone"), ("finished", "kettles", "")])
def test_there_is_no_way_back_to_nowhere(entry: Entry, sample: Site, page: Page) -> None:
    given(page, sample, left("safety"), entry)
    read(page, sample)
    expect(page.get_by_role("link", name="Go on at")).to_have_count(0)


def test_a_lesson_that_was_read_is_finished_at_its_end(sample: Site, page: Page) -> None:
    read(page, sample)
    look_at(page, "#boiling", 6)
    look_at(page, "#safety", 6)
    look_at(page, ".next", 0.1)
    expect(page.get_by_text("Finished.")).to_have_count(0)
    look_at(page, ".next", 2)
    expect(page.get_by_role("status").filter(has_text="Finished.")).to_be_visible()
    look_at(page, "#boiling", 60)
    assert log(page) == [left("boiling"), left("safety"), ("finished", "kettles", "")]


def test_the_rest_may_be_read_on_another_day(sample: Site, page: Page) -> None:
    given(page, sample, left(""), left("boiling"))
    read(page, sample)
    look_at(page, ".next", 2)
    expect(page.get_by_text("Finished.")).to_be_visible()


def test_one_who_skims_says_so_and_may_take_it_back(sample: Site, page: Page) -> None:
    given(page, sample, left(""), left("boiling"))
    read(page, sample)
    turn(page).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Finished.")).to_be_visible()
    expect(turn(page)).to_be_focused()
    expect(turn(page)).to_have_text("Mark as not finished")
    page.keyboard.press("Enter")
    expect(turn(page)).to_have_text("Mark as finished")
    expect(turn(page)).to_be_focused()
    expect(page.get_by_text("Finished.")).to_have_count(0)
    page.reload()
    look_at(page, ".next", 60)
    expect(turn(page)).to_have_text("Mark as finished")
    assert [kind for kind, *_ in log(page)].count("undone") == 1


def test_a_renamed_lesson_was_read_under_its_old_name(sample: Site, page: Page) -> None:
    given(page, sample, ("finished", "pots", ""))

    def rename(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('="kettles"', '="kettles pots"'))

    page.route("**/lessons/kettles/", rename)
    page.route(sample.address, rename)
    page.reload()
    expect(page.get_by_role("link", name="1 Kettles finished")).to_be_visible()
    read(page, sample)
    turn(page).click()
    expect(turn(page)).to_have_text("Mark as finished")


# -- the home page, and the links that turn the page ------------------------------------------------------


def test_the_map_the_list_and_the_links_say_what_is_finished(sample: Site, page: Page) -> None:
    given(page, sample, ("finished", "kettles", ""), left("pouring", "teapots"))
    expect(page.get_by_role("link", name="1 Kettles finished", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="3 Teapots begun", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="8 Brewing", exact=True)).to_be_visible()
    expect(page.get_by_role("list", name="The cells").get_by_text("Finished")).to_be_visible()
    expect(page.locator(".lesson-list li").first).to_contain_text("3 minutes finished")
    page.goto(sample.address + PRACTICE)
    turns = page.get_by_role("navigation", name="Previous and next page")
    expect(turns.get_by_role("link", name="Previous finished Kettles")).to_be_visible()
    expect(turns.get_by_role("link", name="Next begun Teapots")).to_be_visible()


def test_a_new_learner_sees_the_page_as_it_is(sample: Site, page: Page) -> None:
    page.goto(sample.address)
    expect(page.locator(".day-title[data-state]").first).to_be_attached()
    expect(page.locator(".start-kind")).to_have_text("Start here · Day 1")
    expect(page.locator(".mark")).to_have_count(0)
    assert page.locator("script[src$='course.js']").count() == 0, "what nobody needs is not loaded"


@pytest.mark.parametrize(
    ("entries", "kind", "way", "there"),
    [
        ([left("safety")], "Go on · Day 1", "Go on at “Safety”", f"{LESSON}#safety"),
        ([left("")], "Go on · Day 1", "Read the lesson", LESSON),
        ([left("safety"), left("gone", "brewing")], "Go on · Day 8", "Read the lesson", BREWING),
        ([("finished", "kettles", "")], "Go on · Day 3", "Read the lesson", TEAPOTS),
        (
            [("finished", name, "") for name in LESSONS],
            "Every lesson is finished",
            "See what is due",
            "today/",
        ),
    ],
)
def test_the_box_leads_to_where_one_left(
    entries: list[Entry], kind: str, way: str, there: str, sample: Site, page: Page
) -> None:
    given(page, sample, *entries)
    expect(page.locator(".start-kind")).to_have_text(kind)
    page.locator(".start").get_by_role("link", name=way).click()
    expect(page).to_have_url(sample.address + there)


def test_the_box_tells_cards_to_say_aloud_from_cards_to_recall(sample: Site, page: Page) -> None:
    page.goto(sample.address)
    cards = page.locator(".start-facts li", has_text="card")
    before = [text.replace("\n", " ") for text in cards.all_inner_texts()]
    assert before == ["1 card to say aloud", "1 card to recall"]
    given(page, sample, left("safety"))
    expect(page.locator(".start-kind")).to_have_text("Go on · Day 1")
    expect(cards).to_have_text(before, use_inner_text=False)


def test_who_graded_a_card_is_led_to_what_is_due(sample: Site, visit: Visit) -> None:
    page = visit(sample)
    expect(page.locator(".day-title[data-state]").first).to_be_attached()
    due = page.locator(".start").get_by_role("link", name="What is due today")
    expect(due).to_have_count(0)
    remember(page, reviewed("why-boil"))
    expect(due).to_have_count(1)
    expect(page.locator(".start .is-primary")).to_have_text("Read the lesson")
    due.click()
    expect(page).to_have_url(sample.address + "today/")


def test_another_tab_hears_of_it(sample: Site, page: Page) -> None:
    given(page, sample, left("safety"))
    expect(page.locator(".start-kind")).to_have_text("Go on · Day 1")
    other = page.context.new_page()
    read(other, sample)
    turn(other).click()
    expect(page.get_by_role("link", name="1 Kettles finished")).to_be_visible()
    expect(page.locator(".start-kind")).to_have_text("Go on · Day 3")
    third = page.context.new_page()
    read(third, sample)
    turn(other).click()
    expect(turn(third)).to_have_text("Mark as finished")


# -- whoever reads, and where nothing is kept ---------------------------------------------------------------


@pytest.mark.parametrize("path", ["", TEAPOTS])
def test_where_nothing_is_kept_the_pages_stay_as_they_are(path: str, sample: Site, shut_out: Page) -> None:
    page = shut_out
    page.goto(sample.address + path)
    page.clock.run_for(60_000)
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(page.locator(".mark, .resume, .notice")).to_have_count(0)


@pytest.mark.parametrize("path", ["", TEAPOTS])
def test_a_page_to_read_loads_nothing_of_the_reviews(path: str, sample: Site, page: Page) -> None:
    page.goto(sample.address + path)
    names = page.locator("script[src*='/assets/'], script[src^='assets/']").evaluate_all(
        "all => all.map(one => one.src.split('/').pop())"
    )
    assert "study.js" not in names
    assert ("notes.js" if path else "home.js") in names


@pytest.mark.parametrize("path", ["", LESSON, TEAPOTS])
def test_without_script_nothing_of_it_shows(path: str, sample: Site, visit: Visit) -> None:
    still = visit(sample, path, script=False)
    expect(still.get_by_text("finished", exact=False)).to_have_count(0)
    expect(still.get_by_text("Go on at")).to_have_count(0)


@looks
def test_it_is_sound_on_every_page(width: int, dark: bool, sample: Site, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="reduce")
    given(page, sample, ("finished", "teapots", ""), left("safety"))
    expect(page.get_by_role("link", name="3 Teapots finished")).to_be_visible()
    expect(page.locator(".start-kind")).to_have_text("Go on · Day 1")
    found = violations(page, "home") + page.evaluate(OVERFLOW)
    read(page, sample)
    found += violations(page, "left") + page.evaluate(OVERFLOW)
    turn(page).click()
    expect(page.get_by_text("Finished.")).to_be_visible()
    found += violations(page, "finished") + page.evaluate(OVERFLOW)
    page.goto(sample.address + PRACTICE)
    expect(page.locator(".turn .mark").first).to_be_visible()
    found += violations(page, "practice") + page.evaluate(OVERFLOW)
    assert not found, "\n".join(found)


def expect_log(page: Page, entries: list[Entry]) -> None:
    """The log has these entries, or gets them soon."""
    for _ in range(50):
        if log(page) == entries:
            return
        page.wait_for_timeout(20)
    assert log(page) == entries
