"""Search finds lessons, questions, cards and terms, each once, and gives no answer away."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.sites import BREWING_PRACTICE, LESSON, PRACTICE, Site
from tests.browser.windows import Visit


def search(page: Page, words: str) -> Locator:
    """Search for `words`, all at once. Gives the line that counts what was found."""
    box, count = page.get_by_role("textbox", name="Search"), page.locator(".md-search-result__meta")
    box.click()
    _type(box, "")
    expect(count).to_have_text("Type to start searching")  # nothing is left of a search before this one
    _type(box, words)
    return count


def _type(box: Locator, words: str) -> None:
    box.fill(words)
    box.press("End")  # the theme waits for a key


def found(page: Page, words: str) -> list[str]:
    """The addresses that a search for `words` leads to, without those that only name the page around one."""
    expect(search(page, words)).to_have_text(re.compile(r"\d+ matching|No matching"))
    addresses = page.locator("a.md-search-result__link").evaluate_all("all => all.map(link => link.href)")
    return [re.sub(r"\?h=[^#]+", "", address) for address in addresses if not address.endswith("?h=")]


def test_sycophancy_finds_the_lesson(real: Site, visit: Visit) -> None:
    page = visit(real)
    addresses = found(page, "sycophancy")
    assert any(re.search(r"/lessons/rlhf-limits/(#|$)", address) for address in addresses)
    assert len(addresses) == len(set(addresses))
    page.locator("a.md-search-result__link", has_text=re.compile("sycophan", re.I)).first.click()
    expect(page).not_to_have_url(real.address)
    expect(page.get_by_role("main")).to_contain_text(re.compile("sycophan", re.I))


def test_a_word_of_one_stem_leads_to_that_question_and_no_other_place(sample: Site, visit: Visit) -> None:
    page = visit(sample)
    assert found(page, "marmalade") == [f"{sample.address}{PRACTICE}#when-boil"]
    page.locator("a.md-search-result__link[href$='#when-boil']").click()
    expect(page).to_have_url(re.compile(r"/practice/(\?h=marmalade)?#when-boil$"))
    stem = page.locator("[data-id=when-boil] .item-stem")
    expect(stem).to_be_in_viewport(ratio=1)
    page.locator(".item").first.get_by_role("button", name="Check").click()
    expect(page.get_by_text("Choose an answer first.")).to_be_visible()


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("ask your best question", f"{PRACTICE}#say-boil"),
        ("what is a kettle", f"{PRACTICE}#what-is-a-kettle"),
        ("porcelain", f"{BREWING_PRACTICE}#cool-down"),
        ("periwinkle", f"{BREWING_PRACTICE}#colour-of-tea"),
        ("kettle without a lid", f"{BREWING_PRACTICE}#one-blank"),
        ("wilted", f"{BREWING_PRACTICE}#colour-of-leaf"),
        ("steeping", "glossary/#steeping"),
        ("scald", f"{LESSON}#safety"),
    ],
)
def test_questions_cards_terms_and_text_are_found_once(
    words: str, path: str, sample: Site, visit: Visit
) -> None:
    assert found(visit(sample), words).count(sample.address + path) == 1


def test_words_of_options_reasons_and_answers_find_nothing(sample: Site, visit: Visit) -> None:
    """Any one of several words is enough to be found, as the last one shows."""
    hidden = "zinfandel quokka extraction thimble samovar cooler tasted"
    hidden += " wombat amber paler teaspoonist flibbertigibbet cinnabar sepia"
    assert found(visit(sample), hidden) == []
    assert found(visit(sample), f"{hidden} marmalade") == [f"{sample.address}{PRACTICE}#when-boil"]


@pytest.mark.parametrize(("word", "item"), [("pelican", "make-tea"), ("flamingo", "which-vessel")])
def test_a_stem_is_found_and_neither_steps_nor_pairs(
    word: str, item: str, sample: Site, visit: Visit
) -> None:
    there = f"{sample.address}lessons/pouring/practice/#{item}"
    assert found(visit(sample), f"{word} tamarind ocelot xylophone whistles handle") == [there]


def test_search_opens_and_leads_on_by_keyboard(sample: Site, visit: Visit) -> None:
    page = visit(sample)
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.type("marmalade")
    expect(page.locator(".md-search-result__meta")).to_contain_text("1 matching")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/practice/"))


def test_search_opens_on_a_phone_and_closes_again(sample: Site, visit: Visit) -> None:
    page = visit(sample, width=320, height=640)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("marmalade")
    results = page.locator("a.md-search-result__link")
    expect(results.last).to_be_visible()
    page.keyboard.press("Escape")
    expect(results.last).not_to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
