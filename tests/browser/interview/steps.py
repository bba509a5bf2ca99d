"""The page of interviews from outside: a microphone and a voice for tests, and the steps that they take."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import Site
from tests.browser.windows import UNKEPT

INTERVIEW = "interview/"
BOIL = "Why does black tea want boiling water?"
GREEN = "And green tea?"
MICROPHONE = """() => {
    window.tracks = []
    window.deleted = []
    const forget = URL.revokeObjectURL
    URL.revokeObjectURL = address => { deleted.push(address); forget(address) }
    navigator.mediaDevices.getUserMedia = async () => {
        const { stream } = new AudioContext().createMediaStreamDestination()
        tracks.push(...stream.getTracks())
        return stream
    }
}"""
"""A microphone that hears nothing, for a machine without one; its tracks are kept as `tracks`, what is
deleted of what it heard as `deleted`."""
VOICE = """() => {
    window.spoken = []
    window.hushed = 0
    speechSynthesis.speak = words => spoken.push(words.text)
    speechSynthesis.cancel = () => { hushed += 1 }
}"""
"""A voice that is not heard: what it was to say is kept as `spoken`."""


def ready(page: Page) -> Page:
    expect(page.locator("study-mock form")).to_be_visible()
    expect(page.locator("study-aloud form")).to_be_visible()
    page.evaluate(MICROPHONE)
    page.evaluate(VOICE)
    return page


def ask(page: Page) -> None:
    page.get_by_role("button", name="Ask me").click()
    expect(page.locator(".sitting .card-ask")).to_be_focused()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def asks(page: Page, words: str) -> None:
    """The page asks this, and the focus is there."""
    expect(page.get_by_role("heading", name=words, exact=True)).to_be_focused()


def states(page: Page) -> list[str]:
    """What became of each track of the microphone: `live` while it is open."""
    found: list[str] = page.evaluate("() => tracks.map(track => track.readyState)")
    return found


def interview(page: Page, count: int = 3, seconds: str = "No timer") -> None:
    page.get_by_label(str(count), exact=True).check()
    page.get_by_label(seconds).check()
    press(page, "Start")
    expect(page.locator(".sitting .card-ask")).to_be_focused()


def answer_all(page: Page, count: int = 3) -> list[str]:
    """Answer each question; returns what was asked."""
    asked = []
    for number in range(1, count + 1):
        expect(page.locator(".sitting-count")).to_have_text(f"Question {number} of {count}")
        expect(page.locator(".sitting .card-ask")).to_be_focused()
        asked.append(page.locator(".sitting .card-ask").inner_text())
        press(page, "Finish" if number == count else "Next question")
    expect(page.get_by_role("heading", name="Debrief")).to_be_focused()
    return asked


def filled(page: Page) -> float:
    """How much of the line is filled."""
    widths = "() => ['.timeline-fill', '.timeline'].map(part => document.querySelector(part).offsetWidth)"
    fill, line = page.evaluate(widths)
    return float(fill / line)


def exists(page: Page, address: str | None) -> bool:
    """Whether the page still has what was recorded there."""
    assert address
    return address not in page.evaluate("() => deleted")


@contextmanager
def with_clock(site: Site, browser: Browser) -> Iterator[Page]:
    """The page with a clock that the test turns."""
    context = browser.new_context()
    context.add_init_script(UNKEPT)
    page = context.new_page()
    page.clock.install()
    page.goto(site.address + INTERVIEW)
    yield ready(page)
    context.close()
