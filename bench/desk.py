"""Measures the learner's desk in a real browser: what its scripts weigh, and how soon it answers.

    python -m bench.desk [--presses 60]

Builds the real course, prints the tables and writes them to bench/DESK.md.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Page, sync_playwright

from studysite.render.scripts import SCRIPTS
from tests.browser import find
from tests.browser.desk import DAY, Entry, now, remember, reviewed
from tests.browser.sites import COURSE, Site, build_site, served

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "DESK.md"
BUDGET = 25_000
"""Bytes of script, packed, that a page may load."""
SLOWDOWN = 4
"""How much slower the processor is made."""
LESSON = "lessons/rlhf-limits/"
PAGES = {
    "a lesson": LESSON,
    "its practice page": f"{LESSON}practice/",
    "today": "today/",
    "interview": "interview/",
    "exam": "exam/",
    "progress": "progress/",
    "settings": "settings/",
    "glossary": "glossary/",
    "claims": "claims/",
}
QUESTIONS = {
    "a lesson": (),
    "its practice page": (),
    "today": ("assets/items.js",),
    "exam": (),
}
"""The pages that ask questions, and what a page loads once it asks the first."""
DECKS = ("today", "exam")
"""The pages that ask the questions of all lessons."""
SCRIPT = re.compile(r'<script[^>]* src="([^"]+)"')
NEEDED = re.compile(r'data-script=\\?"(\w+)')
OURS = re.compile(r"assets/[a-z]+\.js$")
FIRST_FRAME = """(act) => new Promise((seen) => {
    const from = performance.now()
    act()
    const wait = () => document.querySelector(window.awaited)
        ? requestAnimationFrame(() => setTimeout(() => seen(performance.now() - from)))
        : setTimeout(wait)
    wait()
})"""
MANY_ENTRIES, MANY_CARDS = 100_000, 10_000
FILL = """async ({ name, entries, cards, from, day }) => {
    const opened = await new Promise((resolve) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
    })
    const write = opened.transaction("log", "readwrite")
    for (let n = 1; n <= entries; n += 1) write.objectStore("log").add({
        n, id: `${n}`.padStart(16, "0"), at: from + Math.floor(n / cards) * 7 * day,
        about: `card-${n % cards}`,
        kind: "reviewed", edition: "bench", grade: n % 7 ? 3 : 1, retention: 0.9,
    })
    await new Promise((done) => { write.oncomplete = done })
    opened.close()
}"""
LONG_COURSE = f"""
    const cards = Array.from({{ length: {MANY_CARDS} }}, (_, n) =>
        ({{ id: `card-${{n}}`, edition: "bench", type: "concept", asks: "", claims: [] }}))
    const lesson = {{ id: "bench", title: "Bench", summary: "", day: 1, minutes: 1, page: "", practice: "" }}
    window.studyCourse = {{
        title: "Bench", claims: [], misconceptions: [],
        was: {{ lessons: {{}}, asked: {{}}, misconceptions: {{}} }},
        lessons: [{{ ...lesson, sections: [], objectives: [], items: [], cards }}],
    }}"""
SEEN = """new MutationObserver(() => {
    if (document.querySelector(".today") && !window.seen) window.seen = performance.now()
}).observe(document, { childList: true, subtree: true })"""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="build.py bench desk", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--presses", type=int, default=60, metavar="N", help="answers and grades timed (60)")
    chosen = parser.parse_args(arguments)
    with course() as (site, browser):
        parts = [weights(site), speeds(site, browser, chosen.presses), openings(site, browser)]
    report = "\n\n".join(parts)
    print(report)
    command = f"python3 build.py bench desk --presses {chosen.presses}"
    RESULTS.write_text(f"# The learner's desk\n\nWritten by `{command}`.\n\n{report}\n", encoding="utf-8")
    return 0


@contextmanager
def course() -> Iterator[tuple[Site, Browser]]:
    """The real course, built and served, and a browser."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder) / "project"
        built = build_site(ROOT / "content", home, "mkdocs")
        built.rename(Path(folder) / COURSE)
        program = find.choose(find.this_machine())
        flags = find.flags(as_root=find.is_root())
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        with served(Path(folder)) as origin:
            yield Site(Path(folder) / COURSE, origin), browser


# -- what a page weighs ------------------------------------------------------------------------------------


def weights(site: Site) -> str:
    """The table of our scripts, page by page. The engine's own are not counted."""
    lines = [
        "| page | our scripts, kB packed | with what comes later | of 25 kB | if it asked every type |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    every = {f"assets/{name}.js" for name in SCRIPTS.values()}
    for name, path in PAGES.items():
        page = site.folder / path / "index.html"
        if page.is_file():
            own = set(scripts(page.read_text("utf-8")))
            later = own.union(QUESTIONS.get(name, ()), in_decks(site) if name in DECKS else ())
            most = later | every if name in QUESTIONS else later
            at_once, in_all, at_most = (weight(site, each) / 1000 for each in (own, later, most))
            share = f"{1000 * in_all / BUDGET:.0%}"
            lines.append(f"| {name} | {at_once:.1f} | {in_all:.1f} | {share} | {at_most:.1f} |")
    return "\n".join(lines)


def in_decks(site: Site) -> set[str]:
    """The scripts that the questions of the course need."""
    decks = (path.read_text("utf-8") for path in (site.folder / "assets" / "decks").glob("*.js"))
    return {f"assets/{name}.js" for deck in decks for name in NEEDED.findall(deck)}


def scripts(page: str) -> list[str]:
    """Our scripts on a page, by their paths in the site."""
    return [found[0] for source in SCRIPT.findall(page) if (found := OURS.search(source))]


def weight(site: Site, scripts: Iterable[str]) -> int:
    """The bytes of some scripts as a server sends them."""
    return sum(len(gzip.compress((site.folder / script).read_bytes(), 9)) for script in scripts)


# -- how soon it answers -----------------------------------------------------------------------------------


def speeds(site: Site, browser: Browser, presses: int) -> str:
    """The table of the times from a press to the frame that answers it."""
    times = {
        "a hint that opens, the browser's own": hints(site, browser, presses),
        "answer to feedback": feedback(site, browser, presses),
        "grade to next card": grading(site, browser, presses),
    }
    least, *_ = map(median, times.values())
    lines = [
        f"| at {SLOWDOWN} times slower | middle, ms | of a hint's | 95 of 100 within, ms | of 50 ms |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, each in times.items():
        middle, late = median(each), quantiles(each, n=20)[-1]
        lines.append(f"| {name} | {middle:.0f} | {middle / least:.1f} | {late:.0f} | {late / 50:.0%} |")
    return "\n".join(lines)


def slowed(browser: Browser) -> Page:
    """A page whose processor is slowed down."""
    page = browser.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    return page


def open_quietly(page: Page, address: str) -> None:
    """Open a page and let it come to rest, as it has when somebody has read the first question."""
    page.goto(address)
    page.evaluate("async () => 'serviceWorker' in navigator && (await navigator.serviceWorker.ready)")
    page.wait_for_timeout(1000)


def hints(site: Site, browser: Browser, presses: int) -> list[float]:
    """From pressing a hint of the practice page to its words: what the browser takes by itself."""
    page = slowed(browser)
    times: list[float] = []
    while len(times) < presses:
        open_quietly(page, f"{site.address}{LESSON}practice/")
        for hint in page.locator("details.hint").all()[: presses - len(times)]:
            hint.scroll_into_view_if_needed()
            times.append(
                hint.evaluate(
                    f"""(hint) => {{
                        window.awaited = 'body'
                        return ({FIRST_FRAME})(() => hint.querySelector('summary').click())
                    }}"""
                )
            )
    page.context.close()
    return times


def feedback(site: Site, browser: Browser, presses: int) -> list[float]:
    """From pressing Check to the verdict, over the questions of the practice page, again and again."""
    page = slowed(browser)
    times: list[float] = []
    while len(times) < presses:
        open_quietly(page, f"{site.address}{LESSON}practice/")
        for item in page.locator("study-item[data-type=choice]").all()[: presses - len(times)]:
            item.locator(".option input").first.check()
            times.append(
                item.evaluate(
                    f"""(item) => {{
                        window.awaited = `study-item[data-id='${{item.dataset.id}}'] .item-verdict`
                        return ({FIRST_FRAME})(() => item.querySelector('button[type=submit]').click())
                    }}"""
                )
            )
    page.context.close()
    return times


def grading(site: Site, browser: Browser, presses: int) -> list[float]:
    """From pressing a grade to the next card, over a long sitting."""
    page = slowed(browser)
    times: list[float] = []
    while len(times) < presses:
        page.goto(f"{site.address}today/")
        remember(page, *old_cards(page))
        page.get_by_role("button", name="Start").click()
        while len(times) < presses and page.locator(".sitting").count():
            page.locator(".sitting details.card-back > summary").click()
            page.locator(".grades").wait_for()
            times.append(
                page.evaluate(
                    f"""() => {{
                        document.querySelector('.sitting-stage > .card').dataset.old = ''
                        window.awaited = '.sitting-stage > .card:not([data-old]), .today-went'
                        const grade = [...document.querySelectorAll('.grades button')].pop()
                        return ({FIRST_FRAME})(() => grade.click())
                    }}"""
                )
            )
    page.context.close()
    return times


def old_cards(page: Page) -> list[Entry]:
    """A grade long ago for every card of the course, so that all are due."""
    ids = page.evaluate("() => studyCourse.lessons.flatMap(({ cards }) => cards.map(({ id }) => id))")
    return [reviewed(id, 3, now() - 90 * DAY) for id in ids]


# -- a long log --------------------------------------------------------------------------------------------


def openings(site: Site, browser: Browser) -> str:
    """How long the page for the day takes to open with a log of years."""
    page = browser.new_page()
    page.route(
        "**/assets/course.js",
        lambda route: route.fulfill(body=LONG_COURSE, content_type="text/javascript"),
    )
    page.goto(f"{site.address}today/")
    page.locator(".today").wait_for()
    page.evaluate(
        FILL,
        {
            "name": f"study /{COURSE}/",
            "entries": MANY_ENTRIES,
            "cards": MANY_CARDS,
            "from": now() - 200 * DAY,
            "day": DAY,
        },
    )
    page.add_init_script(SEEN)
    first, *later = [opening(page) for _ in range(6)]
    page.context.close()
    return (
        f"With {MANY_ENTRIES:,} entries and {MANY_CARDS:,} cards the page for the day shows what is due "
        f"{median(later) / 1000:.2f} s after it was asked for (the middle of {len(later)}). The first time, "
        f"when all of the log is folded, it takes {first / 1000:.2f} s. Nothing is slowed down here."
    )


def opening(page: Page) -> float:
    """Milliseconds from asking for the page to what it has to say."""
    page.reload()
    page.locator(".today").wait_for()
    found: float = page.evaluate("() => window.seen")
    return found


if __name__ == "__main__":
    sys.exit(main())
