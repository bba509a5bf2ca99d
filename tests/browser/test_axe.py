"""axe-core finds nothing: on each kind of page, in both schemes, in the states that answering leads to."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations, violations_of_colour
from tests.browser.sites import LESSON, PRACTICE, REAL, Site
from tests.browser.test_read import OVERFLOW
from tests.browser.windows import Visit
from tests.projects import ROOT

KINDS = {kind: path for kind, path in REAL.items() if kind != "format"}
"""The page of the format is looked at with all open, where it is tested: it is the longest."""
SHEETS = ROOT / "docs" / "assets" / "css"
ROLES, PAPER = "roles.css", "print.css"
schemes = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


def test_every_kind_of_page(real: Site, visit: Visit) -> None:
    """Each loads without a word on the console too, as every page that is visited must."""
    page = visit(real)
    found: list[str] = []
    for kind, path in KINDS.items():
        page.goto(real.address + path)
        expect(page.locator("h1").first).to_be_visible()
        found += violations(page, kind)
    assert not found, "\n".join(found)


def test_every_kind_of_page_on_a_phone_in_the_dark(real: Site, visit: Visit) -> None:
    """None scrolls sideways there either; what a phone hides is looked at on a desk, once."""
    page = visit(real, dark=True)
    found = violations(page, "home")  # where the switch to light stands, as on every page
    page.goto(real.address + REAL["lesson"])
    found += violations_of_colour(page, "lesson on a desk")
    page.set_viewport_size({"width": 320, "height": 640})
    for kind, path in KINDS.items():
        page.goto(real.address + path)
        found += [f"{kind}: sticks out: {part}" for part in page.evaluate(OVERFLOW)]
        found += violations_of_colour(page, kind)
    assert not found, "\n".join(found)


def test_a_scheme_changes_colours_alone() -> None:
    """Tests count on it that look at the colours only, where they looked at all of the page in the light."""
    texts = {path.name: path.read_text("utf-8") for path in SHEETS.glob("*.css") if path.name != PAPER}
    assert [name for name, text in texts.items() if re.search("scheme|light-dark", text)] == [ROLES]
    dark = re.findall(r'scheme="slate"[^{]*\{([^}]*)\}', texts[ROLES])
    assert dark
    told = [name for body in dark for name in re.findall(r"([\w-]+):", body)]
    assert [name for name in told if not name.startswith(("color-scheme", "--color-"))] == []


@schemes
def test_questions_and_cards_at_every_step(dark: bool, sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE, dark=dark, reduced_motion="reduce")
    found = violations(page, "asking")
    page.get_by_text("Hint").click()
    press(page, "Check", "Choose an answer first.")
    found += violations(page, "nothing chosen")
    page.get_by_role("radio", name="When it is zinfandel hot").check()
    press(page, "Check", "Not this one.")
    found += violations(page, "wrong")
    press(page, "Show all reasons", "The answer is marked")
    page.get_by_role("checkbox", name="A kettle").check()
    page.get_by_role("checkbox", name="A samovar").check()
    press(page, "Check", "Right.")
    page.get_by_label("Your answer").fill("Well?")
    press(page, "Compare with the model answer", "Here is a model answer")
    page.get_by_label("Asks for the temperature.").check()
    for ask in page.locator(".card-ask").all():
        ask.click()
    expect(page.get_by_role("button", name="Retry the missed ones")).to_be_visible()
    found += violations(page, "all open")
    press(page, "Retry the missed ones", "0 of 1 missed tried again")
    page.get_by_role("radio", name="At one hundred degrees").check()
    page.get_by_role("radio", name="Guess").first.check()
    press(page, "Check", "A guess that was right")
    found += violations(page, "missed one right")
    assert not found, "\n".join(found)


@schemes
def test_the_open_search(dark: bool, real: Site, visit: Visit) -> None:
    page = visit(real, dark=dark, reduced_motion="reduce")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("sycophancy")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching")
    expect(page.locator("a.md-search-result__link").first).to_be_visible()
    found = violations(page, "search")
    assert not found, "\n".join(found)


@schemes
def test_a_phone(dark: bool, sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON, dark=dark, width=320, height=640, reduced_motion="reduce")
    found = violations(page, "lesson")
    page.goto(sample.address + PRACTICE)
    found += violations(page, "practice")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("marmalade")
    expect(page.locator("a.md-search-result__link").last).to_be_visible()
    found += violations(page, "search")
    assert not found, "\n".join(found)


def press(page: Page, label: str, said: str) -> None:
    page.get_by_role("button", name=label).first.click()
    expect(page.get_by_role("main").get_by_text(said).first).to_be_visible()
