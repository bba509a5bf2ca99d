"""Takes the pictures of the README from site/ as it is: run build.py first, then `python -m tools.pictures`.

They are written to tools/pictures/. A picture that grew too large for a repository is an error.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.browser import find
from tests.browser.desk import DAY, Entry, answered, now, remember, reviewed
from tests.browser.sites import COURSE, served

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
FOLDER = ROOT / "tools" / "pictures"
LESSON = "lessons/rlhf-limits/"
PRACTICE = "lessons/rlhf-limits/practice/"
LARGEST = 200_000
MARGIN = 24
LAID_OUT = """() => {
    for (const part of document.querySelectorAll(".item, .card")) part.style.contentVisibility = "visible"
    document.activeElement.blur()
    scrollTo(0, 0)
}"""
"""All of the page has its size, also what is out of sight, and nothing has the focus."""
SURE = ("guess", "unsure", "sure")


@dataclass(frozen=True)
class Picture:
    """A page, the window it is opened in, and what is taken of it."""

    path: str
    take: Callable[[Page], bytes]
    width: int = 1280
    height: int = 900
    dark: bool = False


def window(page: Page) -> bytes:
    """What one sees on arriving."""
    return page.screenshot()


def lesson(page: Page) -> bytes:
    """A figure and the question after it."""
    return below(page.locator("figure:has(+ .item)").first, 3 * MARGIN)


def question(page: Page) -> bytes:
    """A question after a wrong answer, with all its reasons."""
    item = page.locator("study-item[data-id=more-votes]")
    item.get_by_role("radio", name="One rater").check()
    item.get_by_role("button", name="Check").click()
    item.get_by_role("button", name="Show all reasons").click()
    return around(item.locator("xpath=.."))


def card(page: Page) -> bytes:
    """A card turned over, as far as its points, with two of them ticked."""
    card = page.locator("study-card[data-id=why-not-more]")
    card.locator(".card-ask").click()
    for point in card.locator(".points label").all()[:2]:
        point.click()
    return around(card.locator("xpath=.."), card.locator(".points-count"))


def today(page: Page) -> bytes:
    """A card of the day's sitting, turned over, with its grades."""
    remember(page, *past(page))
    page.get_by_role("button", name="Start").click()
    page.locator(".sitting details.card-back > summary").click()
    page.locator(".grades").wait_for()
    return below(page.locator("study-today"), MARGIN)


def progress(page: Page) -> bytes:
    """How far each aim and claim is after a month."""
    remember(page, *past(page))
    return below(page.get_by_role("heading", name="What you can do"), MARGIN)


def past(page: Page) -> list[Entry]:
    """A month of a learner who knows most of it, and is sure a little too often."""
    cards, items = page.evaluate(
        "() => ['cards', 'items'].map(of => studyCourse.lessons.flatMap(each => each[of]))"
    )
    start = now() - 28 * DAY
    reviews = [
        reviewed(
            card["id"], 1 if (5 * n + gap) % 7 == 0 else 3, start + (n % 12 + gap) * DAY, card["edition"]
        )
        for gap in (0, 3, 13)
        for n, card in enumerate(cards)
    ]
    answers = [
        answered(
            item["id"],
            n % (2 + n % 3) > 0,
            start + n % 20 * DAY,
            confidence=SURE[n % 3],
            edition=item["edition"],
        )
        for n, item in enumerate(items)
    ]
    return sorted([*reviews, *answers], key=lambda entry: entry["at"])


def below(part: Locator, room: int) -> bytes:
    """The window with a part of the page near its top."""
    part.evaluate("(part, room) => scrollTo(0, part.getBoundingClientRect().top - room)", room)
    return part.page.screenshot()


def around(part: Locator, last: Locator | None = None) -> bytes:
    """A part of a page with a margin of its ground, and nothing over it; cut off below `last`."""
    page = part.page
    page.mouse.move(0, 0)
    part.evaluate(LAID_OUT)
    whole, end = part.bounding_box(), (last or part).bounding_box()
    assert whole and end, "the part is on the page"
    return page.screenshot(
        full_page=True,
        clip={
            "x": whole["x"] - MARGIN,
            "y": whole["y"] - MARGIN,
            "width": whole["width"] + 2 * MARGIN,
            "height": end["y"] + end["height"] - whole["y"] + 2 * MARGIN,
        },
    )


PICTURES = {
    "lesson": Picture(LESSON, lesson, height=1130),
    "question": Picture(PRACTICE, question, width=760),
    "card-dark": Picture(PRACTICE, card, width=760, dark=True),
    "today": Picture("today/", today, width=760),
    "progress-dark": Picture("progress/", progress, width=760, height=960, dark=True),
}


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """One picture, as PNG."""
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.dark else "light",
        reduced_motion="reduce",
    )
    page.goto(f"{address}/{picture.path}")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    taken = picture.take(page)
    page.close()
    return taken


def main() -> int:
    """Take all pictures."""
    if not SITE.is_dir():
        print("There is no site/ to take pictures of: run python3 build.py first.", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    too_large = []
    program = find.choose(find.this_machine())
    with tempfile.TemporaryDirectory() as host, served(Path(host)) as origin, sync_playwright() as playwright:
        (Path(host) / COURSE).symlink_to(SITE)
        browser = playwright.chromium.launch(executable_path=program, args=find.flags(as_root=find.is_root()))
        for name, picture in PICTURES.items():
            taken = take(browser, f"{origin}/{COURSE}", picture)
            (FOLDER / f"{name}.png").write_bytes(taken)
            print(f"tools/pictures/{name}.png: {len(taken) // 1000} kB")
            too_large += [name] * (len(taken) > LARGEST)
        browser.close()
    if too_large:
        print(f"too large for a repository: {', '.join(too_large)}", file=sys.stderr)
    return 1 if too_large else 0


if __name__ == "__main__":
    sys.exit(main())
