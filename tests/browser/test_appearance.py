"""Dark and light, forced colours, less motion, paper: the page adapts, and no meaning hangs on colour."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import LESSON, PRACTICE, REAL, Site
from tests.browser.windows import Visit

ENGINES = pytest.mark.parametrize("engine", ["sample", "zensical"])
LIGHTNESS = """role => {
    const [red, green, blue] = getComputedStyle(document.body)[role].match(/[\\d.]+/g).map(Number)
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
}"""
MOVING = """() => document.getAnimations().map(one => one.effect.getTiming().duration).concat(
    [...document.querySelectorAll("main *")].flatMap(part =>
        getComputedStyle(part).transitionDuration.split(", ").map(parseFloat)))"""


def paper_and_ink(page: Page) -> tuple[float, float]:
    """How light the ground and the text are, from 0 to 1."""
    return page.evaluate(LIGHTNESS, "backgroundColor"), page.evaluate(LIGHTNESS, "color")


def expect_dark(page: Page) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    paper, ink = paper_and_ink(page)
    assert paper < 0.15
    assert ink > 0.7


def expect_light(page: Page) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    paper, ink = paper_and_ink(page)
    assert paper > 0.9
    assert ink < 0.3


def test_the_page_is_as_dark_or_light_as_the_system(real: Site, visit: Visit) -> None:
    expect_light(visit(real))
    expect_dark(visit(real, dark=True))
    without_script = paper_and_ink(visit(real, dark=True, script=False))
    assert without_script == paper_and_ink(visit(real, dark=True))


def test_the_switch_turns_it_dark_and_the_next_page_stays_so(real: Site, visit: Visit) -> None:
    page = visit(real)
    page.get_by_title("Switch to dark").locator("visible=true").click()
    expect_dark(page)
    page.get_by_role("link", name="Read the lesson").click()
    expect(page).to_have_url(real.address + REAL["lesson"])
    expect_dark(page)
    page.get_by_title("Switch to light").locator("visible=true").click()
    expect_light(page)


def test_the_header_fits_every_width(real: Site, visit: Visit) -> None:
    page = visit(real)
    for width in (320, 640, 959, 960, 1000, 1100, 1200, 1440):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.locator(".brand > span").evaluate("name => name.offsetHeight") < 24  # one line
        assert page.locator(".md-search").evaluate("search => search.clientWidth") >= 44


@ENGINES
def test_until_the_switch_was_used_each_page_follows_the_system(
    engine: str, request: pytest.FixtureRequest, visit: Visit
) -> None:
    page = visit(request.getfixturevalue(engine))
    expect_light(page)
    page.emulate_media(color_scheme="dark")
    expect_dark(page)
    expect(page.get_by_title("Switch to light").locator("visible=true")).to_have_count(1)
    page.reload()
    expect_dark(page)
    page.emulate_media(color_scheme="light")
    expect_light(page)
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('palette'))") == []


@ENGINES
def test_what_was_chosen_holds_whatever_the_system_does(
    engine: str, request: pytest.FixtureRequest, visit: Visit
) -> None:
    page = visit(request.getfixturevalue(engine))
    page.emulate_media(color_scheme="dark")
    page.get_by_title("Switch to light").locator("visible=true").click()
    expect_light(page)
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    page.reload()
    expect_light(page)
    page.get_by_title("Switch to dark").locator("visible=true").click()
    page.emulate_media(color_scheme="light")
    page.reload()
    expect_dark(page)


def test_a_figure_takes_the_colours_of_the_scheme(sample: Site, visit: Visit) -> None:
    colour = "mark => getComputedStyle(mark).fill"
    light, dark = (
        visit(sample, LESSON, dark=dark).locator("svg.drawing text.t").first.evaluate(colour)
        for dark in (False, True)
    )
    assert light != dark


@pytest.mark.parametrize("dark", [False, True])
def test_right_and_wrong_are_told_in_words_where_colours_are_forced(
    dark: bool, sample: Site, visit: Visit
) -> None:
    page = visit(sample, PRACTICE, dark=dark, forced_colors="active")
    item = page.locator("study-item[data-id=when-boil]")
    item.get_by_label("When it is zinfandel hot").check()
    item.get_by_role("button", name="Check").click()
    item.get_by_role("button", name="Show all reasons").click()
    chosen = item.locator(".option", has_text="zinfandel")
    answer = item.locator(".option", has_text="one hundred")
    expect(chosen).to_contain_text("✗")
    expect(chosen).to_contain_text("wrong")
    expect(answer).to_contain_text("✓")
    expect(answer).to_contain_text("The answer")
    expect(item.locator(".item-verdict")).to_be_visible()


def test_nothing_moves_for_those_who_asked_for_less_of_it(sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE, reduced_motion="reduce")
    page.get_by_label("When it is zinfandel hot").check()
    page.get_by_role("button", name="Check").first.click()
    expect(page.get_by_text("Not this one.")).to_be_visible()
    page.locator(".card-ask").first.click()
    durations: list[float] = page.evaluate(MOVING)
    assert durations
    assert max(durations) <= 0.01


def test_paper_holds_the_text_and_nothing_to_press(sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON)
    page.emulate_media(media="print")
    expect(page.get_by_text("A kettle boils.")).to_be_visible()
    expect(page.get_by_role("img", name="A line that rises")).to_be_visible()
    pressed = ("header.md-header", "nav", "footer", "main button", ".headerlink", "[role=search]")
    assert [part for part in pressed if page.locator(part).locator("visible=true").count()] == []
    assert paper_and_ink(page)[1] < 0.3


def test_paper_is_light_on_a_dark_screen_too(sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON, dark=True)
    page.emulate_media(media="print")
    assert paper_and_ink(page)[1] < 0.3
    assert page.locator(".item-stem").first.evaluate("part => getComputedStyle(part).color") == page.evaluate(
        "() => getComputedStyle(document.body).color"
    )


def test_a_page_opened_as_a_file_looks_the_same_and_can_be_answered(
    sample: Site, visit: Visit, browser: Browser
) -> None:
    served = looks(visit(sample, PRACTICE))
    page = browser.new_page(color_scheme="light")
    page.goto((sample.folder / PRACTICE / "index.html").as_uri())
    assert looks(page) == served
    page.get_by_label("When it is zinfandel hot").check()
    page.get_by_role("button", name="Check").first.click()
    expect(page.get_by_text("Not this one.")).to_be_visible()
    page.locator(".card-ask").first.click()
    expect(page.get_by_text("Because extraction is slow below it.")).to_be_visible()
    page.close()


def looks(page: Page) -> list[str]:
    """What the stylesheets make of the page's ground, its letters and its first option."""
    style: list[str] = page.evaluate(
        """() => [["body", "backgroundColor"], ["body", "fontFamily"], [".option label", "padding"]].map(
            ([part, role]) => getComputedStyle(document.querySelector(part))[role])"""
    )
    return style
