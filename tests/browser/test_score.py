"""When all is answered, the missed questions can be asked again by themselves, or all from the start."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.sites import PRACTICE, Site
from tests.browser.test_answer import HUNDRED, WARM, Item, focused
from tests.browser.windows import Visit

RETRY, AGAIN = "Retry the missed ones", "Again from the start"


class Practice:
    """The practice page: two questions that can be missed, and one that only the learner judges."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.score = page.locator("study-score")
        self.boil, self.which, self.say = (Item(page, f"{name}-boil") for name in ("when", "which", "say"))

    def answer_boil(self, right: bool) -> None:
        self.boil.choose(HUNDRED if right else WARM)
        self.boil.press("Check")

    def answer_which(self, right: bool) -> None:
        self.which.choose("A kettle", "A samovar" if right else "A thimble")
        self.which.press("Check")

    def answer_all(self, boil: bool, which: bool) -> None:
        self.answer_boil(boil)
        self.answer_which(which)
        self.say.press("Compare with the model answer")

    def button(self, label: str) -> Locator:
        return self.score.get_by_role("button", name=label)

    def expect_states(self, *states: str) -> None:
        for item, state in zip((self.boil, self.which, self.say), states, strict=True):
            expect(item.root).to_have_attribute("data-state", state)


@pytest.fixture
def practice(sample: Site, visit: Visit) -> Practice:
    return Practice(visit(sample, PRACTICE))


def test_nothing_is_offered_before_all_is_answered(practice: Practice) -> None:
    practice.answer_boil(right=False)
    expect(practice.score.get_by_role("button")).to_have_count(0)


def test_who_missed_nothing_can_still_begin_again(practice: Practice) -> None:
    practice.answer_all(boil=True, which=True)
    expect(practice.button(RETRY)).to_have_count(0)
    practice.button(AGAIN).click()
    practice.expect_states("asking", "asking", "asking")
    practice.boil.expect_focus_inside()


def test_only_the_missed_start_again_and_a_late_right_answer_mends_nothing(practice: Practice) -> None:
    practice.answer_boil(right=False)
    practice.boil.press("Try again")
    practice.answer_boil(right=True)
    practice.answer_which(right=True)
    practice.say.press("Compare with the model answer")
    practice.button(RETRY).click()
    practice.expect_states("asking", "right", "compared")
    expect(practice.score).to_have_text("0 of 1 missed tried again · 0 right")
    practice.boil.expect_focus_inside()


def test_each_missed_question_leads_to_the_next_and_the_last_to_the_score(practice: Practice) -> None:
    practice.answer_all(boil=False, which=False)
    practice.button(RETRY).click()
    practice.answer_boil(right=True)
    practice.boil.press("Next missed question")
    practice.which.expect_focus_inside()
    practice.answer_which(right=False)
    practice.which.press("Show all reasons")
    practice.which.press("See how it went")
    expect(focused(practice.page)).to_have_text("1 of 2 missed right at this try.")
    practice.button(RETRY).click()
    practice.expect_states("right", "asking", "compared")
    practice.answer_which(right=True)
    expect(practice.score).to_contain_text("The missed one is right now.")
    expect(practice.button(RETRY)).to_have_count(0)


def test_a_round_of_the_missed_does_not_count_the_others(practice: Practice) -> None:
    practice.answer_all(boil=False, which=True)
    practice.button(RETRY).click()
    practice.which.press("Again")
    practice.answer_which(right=False)
    expect(practice.score).to_have_text("0 of 1 missed tried again · 0 right")


def test_a_new_start_ends_the_round_and_its_ways_onward(practice: Practice) -> None:
    practice.answer_all(boil=False, which=True)
    practice.button(RETRY).click()
    practice.answer_boil(right=True)
    practice.button(AGAIN).click()
    expect(practice.score).to_have_text("0 of 3 answered")
    practice.answer_boil(right=True)
    expect(practice.boil.root.get_by_role("button", name="See how it went")).to_have_count(0)
