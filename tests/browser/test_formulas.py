"""Formulas are set in the site's own font where the machine has none: served, from disk, on paper."""

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, Route

from studysite import webbuild
from studysite.markdown import Formula
from studysite.math import typeset
from studysite.mathfont import cut
from tests.browser.keeping import Reader
from tests.browser.sites import LESSON, Site
from tests.formulas import FORMULAS
from tests.printing.papers import Pdf
from tests.projects import ROOT

FAMILY = "STIX Two Math"
OF_THE_MACHINE = re.compile(r'local\("STIX[^"]*"\), |(?<=Two Math"), "Cambria.*(?=;)')
"""In the style sheets, what the reader's machine may have; a lack shows only without it."""
TOKENS = "math :is(mi, mn, mo, mtext)"
STATE = f"() => [...document.fonts].find(each => each.family.includes('{FAMILY}')).status"
READY = "async () => { document.body.getBoundingClientRect(); await document.fonts.ready }"
"""Waits for the fonts of all that is laid out."""
WIDTHS = '() => [...document.querySelectorAll("math *")].map(part => part.getBoundingClientRect().width)'


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """A browser on a machine without fonts for formulas, whose pages have nothing to complain of."""
    reader = Reader(browser)
    for name in ("type", "math"):
        reader.context.route(f"**/{name}.css", partial(answer, sheet(name)))
    yield reader
    reader.context.close()
    assert reader.said == []


def sheet(name: str) -> str:
    """A style sheet without what the machine may have."""
    return OF_THE_MACHINE.sub("", (ROOT / "docs" / "assets" / "css" / f"{name}.css").read_text("utf-8"))


def answer(text: str, route: Route) -> None:
    route.fulfill(content_type="text/css", body=text)


def address(site: Site, way: str, path: str = "") -> str:
    return site.address + path if way == "served" else (site.on_disk / path / "index.html").as_uri()


def faces(page: Page) -> set[tuple[str, bool]]:
    """What the parts of formulas are set in: the family, and whether it came with the page."""
    inside = page.context.new_cdp_session(page)
    inside.send("DOM.enable")
    inside.send("CSS.enable")
    root = inside.send("DOM.getDocument")["root"]["nodeId"]
    found: list[int] = inside.send("DOM.querySelectorAll", {"nodeId": root, "selector": TOKENS})["nodeIds"]
    assert found
    used = [inside.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"] for node in found]
    return {(font["familyName"], font["isCustomFont"]) for fonts in used for font in fonts}


@pytest.mark.parametrize("way", ["served", "from disk"])
def test_every_formula_is_set_in_the_font_of_the_site(way: str, sample: Site, reader: Reader) -> None:
    page = reader.open(address(sample, way, LESSON))
    page.evaluate(READY)
    assert page.evaluate(STATE) == "loaded"
    assert faces(page) == {(FAMILY, True)}


def test_a_page_without_formulas_does_not_ask_for_it(sample: Site, reader: Reader) -> None:
    page = reader.open(address(sample, "served", "about/"))
    page.evaluate(READY)
    assert page.evaluate(STATE) == "unloaded"


def test_so_is_it_on_paper(sample: Site, reader: Reader) -> None:
    page = reader.open(address(sample, "served", LESSON))
    page.evaluate(READY)
    paper = Pdf(page.pdf())
    fonts = [font for sheet in paper.file.pages for font in sheet.Resources.Font.values()]
    assert any("STIXTwoMath" in str(font.get("/BaseFont")) for font in fonts)


def test_nothing_is_narrower_or_wider_for_the_cut(browser: Browser) -> None:
    """Roots, brackets, accents and letters: each as wide as in the whole font, and not as in others."""
    wanted = [Formula(tex, True) for tex in FORMULAS]
    formulas = [made.mathml for made in typeset(wanted, ROOT).values()]
    whole = webbuild.for_formulas(ROOT)
    page = browser.new_page()
    own, before, other = (widths(page, formulas, font) for font in (cut(whole, formulas), whole, b""))
    page.close()
    assert own == before
    assert sum(one != two for one, two in zip(own, other, strict=True)) > len(own) / 2


def widths(page: Page, formulas: list[str], font: bytes) -> list[float]:
    """How wide each part of the formulas is, in a font for the web."""
    page.set_content("".join(formulas))
    page.add_style_tag(content=sheet("type").replace("../fonts/math.woff2", data(font)) + sheet("math"))
    page.evaluate(READY)
    found: list[float] = page.evaluate(WIDTHS)
    return found


def data(font: bytes) -> str:
    """A font as an address that holds it."""
    return f"data:font/woff2;base64,{b64encode(font).decode()}"
