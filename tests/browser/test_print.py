"""Print in the browser: on paper no page has anything to press, and answers stand as the reader left them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import LESSON, PRACTICE, REAL, Site
from tests.browser.windows import UNKEPT, Visit
from tests.printing.papers import Pdf

FOOT = 76
"""In points: so high is the margin below the text."""
TURNED = "A vessel that heats water"
UNTURNED = "Because extraction is slow below it."
REASON = "By the definition of the old scale."
MEASURE = 469
"""The width of the text on A4, in px; on Letter it is wider."""
FAULTS = """() => {
  const seen = (part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const parts = [...document.querySelectorAll("body *:not(math *, svg *, .visually-hidden)")].filter(
    (part) => part.getClientRects().length > 0,
  );
  const pressed = "button, .button, select, summary, header, footer, nav, dialog, .headerlink, [role=search]";
  // What only names a number of things, a question or a choice looks and reads like any other text.
  const told = ".uses > summary, .follow-ups summary, .hint > summary, .wish select";
  const named = (what, found) => found.filter(seen).map((part) => `${what}: ${part.outerHTML.slice(0, 80)}`);
  const body = getComputedStyle(document.body);
  return [
    ...named("to press", parts.filter((part) => part.matches(pressed) && !part.matches(told))),
    ...named("too wide", parts.filter((part) => part.getBoundingClientRect().right > innerWidth + 1)),
    ...named("stuck", parts.filter((part) => ["sticky", "fixed"].includes(getComputedStyle(part).position))),
    ...(body.color === "rgb(0, 0, 0)" && body.colorScheme === "light" ? [] : [`dark: ${body.color}`]),
  ];
}"""
HEADINGS = """() => [
    ...document.querySelectorAll("h1, h2, h3:not(.card-ask), .prose dt, .admonition-title, .group-head"),
  ].filter((part) => part.checkVisibility()).map((part) => part.innerText.replaceAll("#", "").trim())"""


@dataclass(frozen=True)
class Printed:
    """A page on paper, and the headings that it had on the screen."""

    pdf: Pdf
    headings: set[str]

    @property
    def text(self) -> str:
        """All that stands on the paper, its lines joined."""
        return re.sub(r"\s+", " ", " ".join(self.pdf.texts))

    def ends(self) -> Iterator[str]:
        """The last line of text on each page but the last."""
        for number in range(len(self.pdf.texts) - 1):
            text = self.pdf.shown[number].get_textpage().get_text_bounded(bottom=FOOT)
            yield text.strip().splitlines()[-1].strip()


def printed(page: Page, paper: str = "A4") -> Printed:
    """What the browser's own Print gives."""
    headings = set(page.evaluate(HEADINGS))
    page.emulate_media(media="null")  # or what is emulated would be printed
    return Printed(Pdf(page.pdf(format=paper, prefer_css_page_size=True)), headings)


@pytest.fixture(scope="module")
def prints(real: Site, browser: Browser) -> Iterator[Callable[[str, str], Printed]]:
    """Prints a kind of page of the real site, once."""
    kept: dict[tuple[str, str], Printed] = {}
    page = browser.new_page()
    page.add_init_script(UNKEPT)

    def of(kind: str, paper: str = "A4") -> Printed:
        if (kind, paper) not in kept:
            page.goto(real.address + REAL[kind])
            kept[kind, paper] = printed(page, paper)
        return kept[kind, paper]

    yield of
    page.close()


def test_every_kind_of_page_is_paper_alone(real: Site, visit: Visit) -> None:
    """Nothing to press, nothing that sticks, nothing wider than the page, and never dark."""
    page = visit(real, dark=True, width=MEASURE)
    faults = []
    for kind, path in REAL.items():
        page.emulate_media(media="screen")
        page.goto(real.address + path, wait_until="domcontentloaded")
        page.emulate_media(media="print")
        faults += [f"{kind}: {what}" for what in page.evaluate(FAULTS)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("kind", "paper"),
    [
        *((kind, "A4") for kind in ("lesson", "claims", "glossary", "about")),
        *((kind, "Letter") for kind in ("practice", "references")),
    ],
)
def test_no_heading_stands_at_the_foot_of_a_page(
    kind: str, paper: str, prints: Callable[[str, str], Printed]
) -> None:
    told = prints(kind, paper)
    assert told.headings
    assert [end for end in told.ends() if any(each.endswith(end) for each in told.headings)] == []


@pytest.mark.parametrize("script", [True, False])
def test_answers_stand_as_they_were_left(script: bool, sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE, script=script)
    shut = printed(page).text
    assert "At one hundred degrees" in shut
    assert [answer for answer in (TURNED, UNTURNED, REASON, "Show the answer") if answer in shut] == []
    page.locator("summary:visible", has_text="Show the answer").last.click()
    if not script:
        page.get_by_text("Answer and reasons").first.click()
    else:
        item = page.locator("study-item[data-id=when-boil]")
        item.get_by_label("When it is zinfandel hot").check()
        item.get_by_role("button", name="Check").click()
        item.get_by_role("button", name="Show all reasons").click()
    left = printed(page).text
    assert [answer for answer in (TURNED, REASON) if answer not in left] == []
    assert UNTURNED not in left
    assert not script or "You chose this" in left


@pytest.mark.parametrize("script", [True, False])
def test_all_answers_are_printed_where_that_is_wanted(script: bool, sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE, script=script)
    page.get_by_role("checkbox", name="Print with all answers").focus()
    page.keyboard.press("Space")
    text = printed(page).text
    assert [answer for answer in (TURNED, UNTURNED, REASON) if answer not in text] == []
    assert len(re.findall("When it is zinfandel hot", text)) == 1, "an option stands once, with its reason"


def test_what_was_written_is_printed_whole(sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE)
    page.locator("textarea").first.fill("It boils. " * 150 + "At last.")
    assert "At last." in printed(page).text


def test_sources_have_their_addresses_and_links_within_the_site_none(
    prints: Callable[[str, str], Printed],
) -> None:
    for kind, paper in (("references", "Letter"), ("lesson", "A4")):
        text = prints(kind, paper).text
        assert "https://arxiv.org/abs/2210.10760" in text.replace("/ ", "/"), kind
        assert not re.search(r"\.\./|\(#", text), kind
    about = prints("about", "A4").text
    assert "2015 (https://doi.org/10.3102/0034654314564881)" in about


def test_the_foot_of_a_page_says_which_it_is_of_how_many(prints: Callable[[str, str], Printed]) -> None:
    lesson = prints("lesson", "A4")
    last = len(lesson.pdf.texts)
    for number in (1, last):
        assert f"{number} / {last}" in lesson.pdf.texts[number - 1]


def test_a_text_is_as_wide_and_as_large_as_in_the_guide(sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON)
    page.emulate_media(media="print")
    text = page.locator(".prose > p").first
    assert text.evaluate("part => getComputedStyle(part).fontSize") == "14px"  # 10.5 points
    assert text.evaluate("part => getComputedStyle(part).lineHeight") == "20px"
