"""Without JavaScript everything is there and opens by itself; nothing pretends to be a control."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import LESSON, PRACTICE, REAL, Site
from tests.browser.windows import Visit

UNCOVERED = """target => target.getBoundingClientRect().top >=
    document.querySelector(".md-header").getBoundingClientRect().bottom"""
IDS = "all => all.map(one => one.dataset.id)"


def test_the_lesson_reads_and_its_figures_and_formulas_show(sample: Site, visit: Visit) -> None:
    page = visit(sample, LESSON, script=False)
    for text in ("A kettle boils.", "Keep away.", "What steam does.", "A note with a water boiler."):
        expect(page.get_by_role("main").get_by_text(text)).to_be_visible()
    expect(page.get_by_role("img", name="A line that rises to one hundred.")).to_be_visible()
    expect(page.locator("math[display=block]")).to_be_visible()
    expect(page.get_by_role("cell", name="black")).to_be_visible()


def test_hint_and_answer_of_a_question_open(sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE, script=False)
    item = page.locator("study-item[data-id=when-boil]")
    for option in ("When it is zinfandel hot", "At one hundred degrees", "Never"):
        expect(item.get_by_role("radio", name=option)).to_be_visible()
    expect(item.get_by_role("group", name="When does its water boil? Choose one.")).to_be_visible()
    expect(item.get_by_text("Think of")).not_to_be_visible()
    item.get_by_text("Hint").click()
    expect(item.get_by_text("Think of")).to_be_visible()
    reasons = item.locator("details.answer")
    expect(reasons.get_by_text("Warm is not boiling")).not_to_be_visible()
    reasons.get_by_text("Answer and reasons").click()
    for reason in ("Warm is not boiling", "By the definition of the old scale.", "It does.", "made for it."):
        expect(reasons.get_by_text(reason)).to_be_visible()
    expect(reasons.locator("li", has_text="At one hundred degrees")).to_contain_text("Right")
    expect(reasons.locator("li", has_text="Never")).to_contain_text("Wrong")


def test_a_model_answer_and_the_back_of_a_card_open(sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE, script=False)
    short = page.locator("study-item[data-id=say-boil]")
    expect(short.get_by_label("Your answer")).to_be_visible()
    short.get_by_text("Model answer and points").click()
    expect(short.get_by_text("How warm, and who tasted it?")).to_be_visible()
    expect(short.get_by_label("Asks for the temperature.")).to_be_visible()
    card = page.locator("study-card[data-id=why-boil]")
    card.get_by_text("Show the answer").click()
    for text in ("extraction is slow", "less comes out", "Saying that hotter", "They may go on to ask"):
        expect(card.get_by_text(text)).to_be_visible()
    card.get_by_text("And green tea?").click()
    expect(card.get_by_text("Cooler.")).to_be_visible()


@pytest.mark.parametrize("path", [LESSON, PRACTICE])
def test_no_button_stands_there_that_would_do_nothing(path: str, sample: Site, visit: Visit) -> None:
    assert visit(sample, path, script=False).get_by_role("main").get_by_role("button").count() == 0


@pytest.mark.parametrize("path", [LESSON, PRACTICE])
def test_each_question_and_card_has_an_address(path: str, sample: Site, visit: Visit) -> None:
    page = visit(sample, path, script=False)
    ids = page.locator("study-item, study-card").evaluate_all(IDS)
    assert ids
    for id_ in ids:
        page.goto(f"{sample.address}{path}#{id_}")
        expect(page.locator(":target")).to_have_attribute("id", id_)
        expect(page.locator(f"[data-id={id_}]")).to_be_in_viewport()
        assert page.locator(":target").evaluate(UNCOVERED), id_


def test_each_real_question_and_card_has_an_address_of_its_own(real: Site, visit: Visit) -> None:
    page = visit(real, REAL["practice"], script=False)
    ids = page.locator("study-item, study-card").evaluate_all(IDS)
    named = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert ids
    assert [id_ for id_ in ids if named.count(id_) != 1] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_learner_gets_from_home_to_practice_and_back_by_links(width: int, real: Site, visit: Visit) -> None:
    page = visit(real, width=width, script=False)
    follow(page, "Read the lesson", real.address + REAL["lesson"])
    follow(page, "Practise", real.address + REAL["practice"])
    page.get_by_role("banner").get_by_role("link").first.click()
    expect(page).to_have_url(real.address)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_sections_of_the_site_are_reached_by_links(width: int, real: Site, visit: Visit) -> None:
    page = visit(real, width=width, script=False)
    for name in ("Claims", "Glossary", "References", "About"):
        page.get_by_role("navigation").get_by_role("link", name=name).locator("visible=true").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def follow(page: Page, name: str, address: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name).first.click()
    expect(page).to_have_url(address)
