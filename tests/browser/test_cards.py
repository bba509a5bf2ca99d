"""A card flips by click and by keyboard, and says what it will do."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.sites import BREWING, BREWING_PRACTICE, LESSON, PRACTICE, Site
from tests.browser.windows import Visit

ANSWER = "Because extraction is slow below it."


@pytest.fixture
def card(sample: Site, visit: Visit) -> Locator:
    return visit(sample, PRACTICE).locator("study-card[data-id=why-boil]")


def test_a_click_on_the_question_flips_and_flips_back(card: Locator) -> None:
    expect(card.get_by_text(ANSWER)).not_to_be_visible()
    card.locator(".card-ask").click()
    expect(card.get_by_text(ANSWER)).to_be_visible()
    card.locator(".card-ask").click()
    expect(card.get_by_text(ANSWER)).not_to_be_visible()


def test_a_click_on_the_words_flips_and_the_words_say_what_comes_next(card: Locator) -> None:
    card.get_by_text("Show the answer").click()
    expect(card.get_by_text(ANSWER)).to_be_visible()
    card.get_by_text("Hide the answer").click()
    expect(card.get_by_text(ANSWER)).not_to_be_visible()
    expect(card.get_by_text("Show the answer")).to_be_visible()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_flips_and_keeps_the_focus(key: str, card: Locator) -> None:
    summary = card.locator("details.card-back > summary")
    summary.focus()
    card.page.keyboard.press(key)
    expect(card.get_by_text(ANSWER)).to_be_visible()
    expect(summary).to_be_focused()
    card.page.keyboard.press(key)
    expect(card.get_by_text(ANSWER)).not_to_be_visible()
    expect(summary).to_be_focused()


def test_the_card_is_the_next_stop_of_the_tab_key(sample: Site, visit: Visit) -> None:
    page = visit(sample, f"{PRACTICE}#why-boil")
    page.keyboard.press("Tab")
    expect(page.locator("study-card[data-id=why-boil] details.card-back > summary")).to_be_focused()


def test_the_points_of_an_answer_are_counted(card: Locator) -> None:
    card.locator(".card-ask").click()
    card.get_by_label("Names time.").check()
    expect(card.get_by_role("status")).to_have_text("1 of 2 points")


def test_a_shorter_answer_opens_in_the_card_and_leaves_it_open(real: Site, visit: Visit) -> None:
    card = visit(real, "lessons/rlhf-limits/practice/").locator("study-card[data-id=why-not-more]")
    card.locator(".card-ask").click()
    card.get_by_text("In 60 seconds").click()
    expect(card.locator(".card-length").last).to_be_visible()
    expect(card.locator(".card-length").first).not_to_be_visible()
    expect(card.locator(".card-answer")).to_be_visible()


def test_a_card_leads_to_the_one_that_follows(card: Locator) -> None:
    card.locator(".card-ask").click()
    card.get_by_role("link", name="What is a kettle?").click()
    expect(card.page.locator("#what-is-a-kettle")).to_be_in_viewport()


def test_a_concept_card_and_a_card_in_the_lesson_flip_too(sample: Site, visit: Visit) -> None:
    page = visit(sample, PRACTICE)
    flip(page, "what-is-a-kettle", "A vessel that heats water.")
    flip(visit(sample, LESSON), "why-boil", ANSWER)


def test_a_cloze_card_hides_its_words_in_front_and_marks_them_behind(sample: Site, visit: Visit) -> None:
    for path in (BREWING, BREWING_PRACTICE):
        card = visit(sample, path).locator("study-card[data-id=colour-of-leaf]")
        expect(card.locator(".card-ask")).to_have_text("A wilted leaf turns blank in the air, then blank.")
        expect(card.locator("mark").locator("visible=true")).to_have_count(0)
        gaps = card.locator(".card-ask .blank").evaluate_all("all => all.map(one => one.offsetWidth)")
        assert len(gaps) == 2
        assert gaps[0] == gaps[1] >= 44
        card.locator(".card-ask").click()
        expect(card.locator("mark").locator("visible=true")).to_have_text(["cinnabar", "sepia"])
        card.locator(".card-ask").click()
        expect(card.locator("mark").locator("visible=true")).to_have_count(0)


def test_a_cloze_card_turns_without_script(sample: Site, visit: Visit) -> None:
    card = visit(sample, BREWING_PRACTICE, script=False).locator("study-card[data-id=colour-of-leaf]")
    expect(card.get_by_text("cinnabar")).not_to_be_visible()
    card.get_by_text("Show the answer").click()
    expect(card.get_by_text("cinnabar")).to_be_visible()


def flip(page: Page, id_: str, answer: str) -> None:
    card = page.locator(f"study-card[data-id={id_}]")
    expect(card.get_by_text(answer)).not_to_be_visible()
    card.locator(".card-ask").click()
    expect(card.get_by_text(answer)).to_be_visible()


def test_every_card_of_the_real_lesson_is_ready(real: Site, visit: Visit) -> None:
    page = visit(real, "lessons/rlhf-limits/practice/")
    states = page.locator("study-card").evaluate_all("cards => cards.map(card => card.dataset.state)")
    assert states
    assert set(states) == {"closed"}
