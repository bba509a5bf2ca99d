"""The learner's log from outside: a past written into a browser, and what a page has written there."""

import time
from typing import Any

from playwright.sync_api import Page

from tests.browser.sites import COURSE

Entry = dict[str, Any]

DAY = 86_400_000
NAME = f"study /{COURSE}/"
TRANSACTION = """async ({ name, entries, stores }) => {
    const opened = await new Promise((resolve, reject) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error)
    })
    const write = opened.transaction(stores, "readwrite")
    for (const entry of entries) write.objectStore("log").put(entry)
    if (stores.includes("derived")) write.objectStore("derived").clear()
    const all = write.objectStore("log").getAll()
    await new Promise((done) => { write.oncomplete = done })
    opened.close()
    return all.result
}"""


def now() -> int:
    """Milliseconds since 1970, as the browser counts them."""
    return int(time.time() * 1000)


def reviewed(about: str, grade: int = 3, at: int = 0, edition: str = "", **more: Any) -> Entry:
    """A grade; `at` is when, else two days ago."""
    when = at or now() - 2 * DAY
    kept = {"edition": edition or "unknown", "retention": 0.9, "grade": grade}
    return {"kind": "reviewed", "about": about, "at": when, **kept, **more}


def answered(about: str, right: bool, at: int = 0, **more: Any) -> Entry:
    """The first answer to a question; `at` is when, else two days ago."""
    said: Entry = {
        "right": right,
        "first": True,
        "confidence": None,
        "hinted": False,
        "chosen": [],
        "shows": [],
    }
    when = at or now() - 2 * DAY
    return {
        "kind": "answered",
        "about": about,
        "at": when,
        "edition": "unknown",
        "mode": "practice",
        **said,
        **more,
    }


def chosen(setting: str, value: Any) -> Entry:
    """A setting that was chosen."""
    return {"kind": "set", "about": f"set:{setting}", "value": value, "at": now() - 2 * DAY}


def remember(page: Page, *entries: Entry) -> None:
    """Write a past into the browser, after what is there, and open the page again."""
    first = len(log(page)) + 1
    placed = [{**entry, "n": n, "id": f"{n:016}"} for n, entry in enumerate(entries, first)]
    page.evaluate(TRANSACTION, {"name": NAME, "entries": placed, "stores": ["log"]})
    page.reload()


def log(page: Page) -> list[Entry]:
    """All that the browser has kept, in order."""
    found: list[Entry] = page.evaluate(TRANSACTION, {"name": NAME, "entries": [], "stores": ["log"]})
    return found


def grown(page: Page, size: int) -> list[Entry]:
    """The log once it has so many entries: what goes on before they are written does not wait for them."""
    for _ in range(100):
        if len(log(page)) >= size:
            break
        page.wait_for_timeout(50)
    return log(page)


def forget_derived(page: Page) -> None:
    """Delete what was made of the log, as a browser or a new version of the site may."""
    page.evaluate(TRANSACTION, {"name": NAME, "entries": [], "stores": ["log", "derived"]})


def said(page: Page, *kinds: str) -> list[tuple[str, str]]:
    """What the log says: the kind and the subject of each entry, of some kinds or of all."""
    return [(entry["kind"], entry["about"]) for entry in log(page) if not kinds or entry["kind"] in kinds]
