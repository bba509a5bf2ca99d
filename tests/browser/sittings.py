"""A sitting on the page for the day, as the tests go through one."""

from playwright.sync_api import Page, expect

TODAY = "today/"
BOIL = "Why does black tea want boiling water?"
KETTLE = "What is a kettle?"
UNKEPT = {"Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-store"}
"""A script that the browser is not to have at hand at the next visit."""


def start(page: Page) -> None:
    page.get_by_role("button", name="Start").click()
    expect(page.locator(".sitting-stage > .card, .sitting-stage > .item")).to_be_visible()


def asks(page: Page, words: str) -> None:
    """The sitting asks this, and the focus is there."""
    expect(page.locator(".sitting .card-ask")).to_have_text(words)
    expect(page.locator(".sitting .card-ask")).to_be_focused()


def grade(page: Page, name: str) -> None:
    page.get_by_text("Show the answer").click()
    page.get_by_role("button", name=name).click()
