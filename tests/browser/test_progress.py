"""The page of progress, filled with invented logs: nothing done, a week's work, a year's 3,000 entries."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from studysite.node import tools
from tests.browser.axe import violations
from tests.browser.desk import answered, now, remember, reviewed
from tests.browser.sites import Site, quiet
from tests.browser.windows import Visit
from tests.projects import ROOT

PROGRESS = "progress/"
PARTS = ["due", "retention", "mastery", "calibration", "misconceptions"]
BUNDLE = """
import { buildSync } from "esbuild";
const [entry, outfile] = process.argv.slice(1);
buildSync({ entryPoints: [entry], outfile, bundle: true, minify: true, target: "es2022", logLevel: "error" });
"""
OPEN = "() => document.querySelectorAll('.plot-table').forEach(one => one.open = true)"
LEDGER = """table => [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent))"""
LETTERS = """() => [...document.querySelectorAll("svg.plot")].flatMap(plot => {
    const room = plot.getBoundingClientRect()
    const boxes = [...plot.querySelectorAll("text")].map(text =>
        [text.textContent, text.getBoundingClientRect()])
    const over = boxes.filter(([, box]) => box.left < room.left - 1 || box.right > room.right + 1)
    const meeting = boxes.filter(([, box], at) => boxes.slice(at + 1).some(([, other]) =>
        box.left < other.right && other.left < box.right
        && box.top + 2 < other.bottom && other.top + 2 < box.bottom))
    const small = boxes.filter(([, box]) => box.height < 12)
    return [...over, ...meeting, ...small].map(([text]) => `${text} in ${plot.ariaLabel}`)
})"""
"""The words of plots that stand over an edge, meet other words, or are too small to read."""
SCALES = """() => [...document.querySelectorAll(".plot-box svg")].map(plot =>
    plot.viewBox.baseVal.width - plot.parentElement.clientWidth)"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
schemes = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
logs = pytest.mark.parametrize("log", ["empty", "week", "year"])


@pytest.fixture(scope="session")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script that shows an invented log on the page that it runs in."""
    target = tmp_path_factory.mktemp("progress") / "progress.js"
    entry = "test/progress-in-browser.ts"
    tools(ROOT, quiet).run(["--input-type=module", "-e", BUNDLE, entry, str(target)], cwd=ROOT / "web")
    return target.read_text("utf-8")


def show(page: Page, script: str, log: str) -> Page:
    """Fill the page from a log, as the page's own script did from the browser's."""
    expect(page.get_by_text("Progress is drawn by a script")).to_have_count(0)
    page.evaluate(script)
    page.evaluate("log => show(log)", log)
    expect(page.locator("study-progress > *").first).to_be_visible()
    return page


def rows(part: Locator) -> list[list[str]]:
    """The table of a section, without its head."""
    found: list[list[str]] = part.locator("table").first.evaluate(LEDGER)
    return found


def part(page: Page, name: str) -> Locator:
    return page.locator(f"study-progress[data-part={name}]")


def numbers(marks: Locator, attribute: str) -> list[float]:
    """An attribute of each mark, as it was drawn."""
    found: list[Any] = marks.evaluate_all(f"all => all.map(one => one.getAttribute('{attribute}'))")
    return [float(value) for value in found]


def percent(text: str) -> float:
    return float(text.removesuffix("%")) / 100


# -- what stands there -------------------------------------------------------------------------------------


def test_without_script_each_section_says_what_it_would_show(sample: Site, visit: Visit) -> None:
    page = visit(sample, PROGRESS, script=False)
    for name in PARTS:
        expect(part(page, name)).to_contain_text("drawn by a script and kept in this browser")


def test_the_page_shows_what_the_browser_has_kept(sample: Site, visit: Visit) -> None:
    page = visit(sample, PROGRESS)
    expect(page.get_by_text("Progress is drawn by a script")).to_have_count(0)
    shown: dict[str, Any] = {"shows": ["hot-is-enough"], "confidence": "sure"}
    remember(page, reviewed("why-boil", 4), answered("when-boil", right=False, **shown))
    expect(part(page, "due").locator("svg.plot")).to_be_visible()
    expect(part(page, "calibration").locator("table")).to_have_count(1)
    remember(page, {**answered("when-boil", right=True), "at": now()})
    expect(part(page, "calibration").locator("table")).to_have_count(1)


def test_where_nothing_was_done_each_section_says_what_to_do(sample: Site, visit: Visit, script: str) -> None:
    page = show(visit(sample, PROGRESS), script, "empty")
    assert [part(page, name).locator(".empty").count() for name in PARTS] == [1] * 5
    expect(page.locator("study-progress .button")).to_have_count(1)
    page.get_by_role("link", name="Open the cards of Kettles").click()
    expect(page.locator("#cards")).to_be_in_viewport()


@pytest.mark.parametrize("log", ["week", "year"])
def test_each_plot_has_a_sentence_and_a_table(log: str, sample: Site, visit: Visit, script: str) -> None:
    page = show(visit(sample, PROGRESS), script, log)
    for figure in page.locator("study-progress figure").all():
        expect(figure.locator("figcaption")).to_have_text(re.compile(r"^[^.]+\S.*\.$"))
        expect(figure.get_by_role("img").first).to_have_attribute("aria-label", re.compile(r"\w"))
        figure.get_by_text("The same as a table").press("Enter")
        table = figure.get_by_role("table")
        expect(table.locator("caption")).to_be_visible()
        heads = table.locator("thead th, tbody tr > :first-child")
        assert heads.evaluate_all("all => all.every(one => one.scope === 'col' || one.scope === 'row')")


def test_every_link_leads_to_a_page_of_the_site(sample: Site, visit: Visit, script: str) -> None:
    page = show(visit(sample, PROGRESS), script, "year")
    found = page.locator("study-progress a").evaluate_all("all => all.map(one => one.href)")
    assert len(found) > 5
    paths = {re.sub(r"#.*", "", link).removeprefix(sample.address) for link in found}
    assert [path for path in paths if not Path(sample.folder, path, "index.html").is_file()] == []


def test_what_is_shown_again_replaces_what_stood_there(sample: Site, visit: Visit, script: str) -> None:
    page = show(visit(sample, PROGRESS), script, "week")
    once = page.locator("study-progress").all_text_contents()
    page.evaluate("() => show('year')")
    assert page.locator("study-progress").all_text_contents() != once
    page.evaluate("() => show('week')")
    assert page.locator("study-progress").all_text_contents() == once


# -- the plots say what the tables say ---------------------------------------------------------------------


def test_the_bars_are_as_high_as_the_table_says(sample: Site, visit: Visit, script: str) -> None:
    due = part(show(visit(sample, PROGRESS), script, "week"), "due")
    told = [int(row[1]) for row in rows(due)]
    heights = numbers(due.locator("rect"), "height")
    assert len(told) == len(heights) == 30
    assert sum(told) > 10
    unit = max(heights) / max(told)
    assert heights == pytest.approx([unit * count for count in told], abs=0.1)


def test_the_dots_of_the_weeks_stand_where_the_table_says(sample: Site, visit: Visit, script: str) -> None:
    retention = part(show(visit(sample, PROGRESS), script, "year"), "retention")
    told = [percent(row[3]) for row in rows(retention) if row[1] != "0"]
    heights = numbers(retention.locator("circle.context"), "cy")
    assert len(told) == len(heights) > 30
    scale = (max(heights) - min(heights)) / (max(told) - min(told))
    expected = [min(heights) + scale * (max(told) - share) for share in told]
    assert heights == pytest.approx(expected, abs=scale * 0.011)  # the table rounds
    expect(retention.locator("svg text.accent")).to_have_text(rows(retention)[-1][4])


def test_the_strips_stand_where_the_table_says(sample: Site, visit: Visit, script: str) -> None:
    lesson = part(show(visit(sample, PROGRESS), script, "year"), "mastery").locator("section").first
    told = [percent(row[2]) for row in rows(lesson)]
    dots = numbers(lesson.locator(".mastery-way circle"), "cx")
    assert dots == pytest.approx([6 + 148 * share for share in told[: len(dots)]], abs=1)
    levels = lesson.locator(".mastery-level").all_text_contents()
    assert levels == [row[1] + row[3] for row in rows(lesson)[: len(dots)]]
    assert lesson.locator(".plot-box circle").count() == len(told) - len(dots), "a dot a claim"


def test_what_was_known_once_stands_at_growing_and_the_page_says_until_when(
    sample: Site, visit: Visit
) -> None:
    page = visit(sample, PROGRESS)
    remember(page, reviewed("why-boil", 4))
    mastery = part(page, "mastery")
    claim = ["growing", "80%"]
    expect(mastery.locator("tbody tr").last).to_have_count(1)
    assert claim in [row[1:3] for row in rows(mastery)]
    assert "solid" not in str(rows(mastery))
    expect(mastery).to_contain_text("until you knew one of its cards or questions again after a day or more")


def test_the_rates_stand_where_the_table_says(sample: Site, visit: Visit, script: str) -> None:
    calibration = part(show(visit(sample, PROGRESS, width=1280), script, "year"), "calibration")
    told = {row[0]: int(row[2]) / int(row[1]) for row in rows(calibration)}
    width = calibration.locator("svg").evaluate("plot => plot.viewBox.baseVal.width")
    dots = numbers(calibration.locator("circle"), "cx")
    shares = [told[word] for word in ("sure", "unsure", "guess")]
    assert dots == pytest.approx([8 + (width - 16) * share for share in shares], abs=0.1)


def test_there_is_a_mark_for_each_answer_in_the_table(sample: Site, visit: Visit, script: str) -> None:
    misconceptions = part(show(visit(sample, PROGRESS), script, "year"), "misconceptions")
    shown = [row[2] for row in rows(misconceptions)]
    assert misconceptions.locator("circle").count() == shown.count("yes") > 5
    assert misconceptions.locator("line.context").count() == shown.count("no") > 5
    first = misconceptions.locator(".held-row").first
    expect(first).to_contain_text("No question that showed it was begun again since.")
    expect(first.get_by_role("link", name="Read what mends it")).to_be_visible()


# -- for every eye -----------------------------------------------------------------------------------------


@schemes
@logs
def test_axe_finds_nothing(log: str, dark: bool, sample: Site, visit: Visit, script: str) -> None:
    page = show(visit(sample, PROGRESS, dark=dark, reduced_motion="reduce"), script, log)
    found = violations(page, log)
    page.evaluate(OPEN)
    found += violations(page, f"{log}, tables open")
    assert not found, "\n".join(found)


@logs
@pytest.mark.parametrize("width", [320, 480, 1280])
def test_plots_and_tables_fit_the_page(log: str, width: int, sample: Site, visit: Visit, script: str) -> None:
    page = show(visit(sample, PROGRESS, width=width), script, log)
    page.evaluate(OPEN)
    expect(page.locator("study-progress").first).to_be_visible()
    assert page.evaluate(SIDEWAYS) == 0
    assert page.evaluate(LETTERS) == []


def test_a_plot_is_drawn_anew_for_another_width(sample: Site, visit: Visit, script: str) -> None:
    page = show(visit(sample, PROGRESS, width=1280), script, "year")
    for width in (320, 700):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(f"() => ({SCALES})().every(off => off === 0)")


@schemes
def test_the_readers_own_colours_hold(dark: bool, sample: Site, visit: Visit, script: str) -> None:
    page = show(visit(sample, PROGRESS, dark=dark, forced_colors="active"), script, "week")
    bars = part(page, "due")
    accent, context = (
        bars.locator(f"rect.{role}").first.evaluate(
            "bar => [getComputedStyle(bar).fill, getComputedStyle(bar).stroke]"
        )
        for role in ("accent", "context")
    )
    paper = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert paper == context[0], "what is only context is not filled"
    assert paper not in (accent[0], context[1])


def test_on_paper_the_plots_stay_and_the_controls_go(sample: Site, visit: Visit, script: str) -> None:
    page = show(visit(sample, PROGRESS), script, "year")
    page.emulate_media(media="print")
    expect(part(page, "due").get_by_role("img")).to_be_visible()
    expect(page.locator(".plot-table").first).to_be_hidden()
