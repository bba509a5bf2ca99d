"""The page of exams, for the tests: what a learner does on it, and what they look for."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.windows import UNKEPT

EXAM = "exam/"
ALL = "kettles,pouring,brewing"
PAPER = f"{EXAM}?seed=tea&lessons={ALL}&n=8"
"""Every question of the sample course."""
KETTLES = f"{EXAM}?seed=pot&lessons=kettles&n=3"
LOGGED = """async () => {
    const { name } = (await indexedDB.databases())[0]
    const database = await new Promise((opened) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => opened(asked.result)
    })
    const entries = await new Promise((read) => {
        const asked = database.transaction("log").objectStore("log").getAll()
        asked.onsuccess = () => read(asked.result)
    })
    database.close()
    return entries
}"""


class Exam:
    """The page of exams."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("study-exam")
        self.stage = page.locator(".exam-stage")
        self.timer = page.get_by_role("timer")
        self.said = page.locator(".exam-said")
        self.score = page.locator(".exam-score")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    def press(self, name: str) -> None:
        self.button(name).click()

    def start(self) -> None:
        self.press("Start")
        self.expect_question(1)

    def expect_question(self, number: int) -> None:
        """That question is on show, and the focus is on its heading."""
        heading = self.stage.get_by_role("heading", name=re.compile(rf"^Question {number} of "))
        expect(heading).to_be_focused()

    def expect_focus_inside(self) -> None:
        assert self.root.evaluate("exam => exam.contains(document.activeElement)")

    def number(self, at: int, state: str) -> Locator:
        """The number of a question on the sheet, by its state in words."""
        sheet = self.page.get_by_role("navigation", name="Answer sheet")
        return sheet.get_by_role("button", name=f"Question {at}, {state}", exact=True)

    def id(self) -> str:
        name: str = self.stage.locator("study-item").evaluate("item => item.dataset.id")
        return name

    def paper(self) -> list[Any]:
        """Each question of the paper with its options as they stand, from the first to the last."""
        found: list[Any] = []
        while True:
            options = self.stage.locator(".option-text").all_inner_texts()
            found.append((self.id(), options))
            if not self.button("Next").is_visible():
                return found
            self.press("Next")

    def find(self, id_: str) -> None:
        """Go to the question with that id, from the first one on."""
        for _ in range(20):
            if self.id() == id_:
                return
            self.press("Next")
        raise AssertionError(id_)

    def choose(self, text: str) -> None:
        self.stage.locator(".option-text").get_by_text(text, exact=True).click()

    def hand_in(self) -> None:
        self.press("Hand in")
        if self.button("Hand in as it is").is_visible():
            self.press("Hand in as it is")
        expect(self.score).to_be_focused()

    def logged(self, count: int) -> list[dict[str, Any]]:
        """What the log holds, once it holds so many entries."""
        entries: list[dict[str, Any]] = []
        for _ in range(50):
            entries = self.page.evaluate(LOGGED)
            if len(entries) >= count:
                break
            self.page.wait_for_timeout(50)
        assert len(entries) == count
        return entries


@contextmanager
def second_window(page: Page, address: str, **options: Any) -> Iterator[Page]:
    """The same address, where nothing is kept yet."""
    browser = page.context.browser
    assert browser
    context = browser.new_context(**options)
    context.add_init_script(UNKEPT)
    other = context.new_page()
    other.goto(address)
    yield other
    context.close()


def kettles_paper(exam: Exam) -> list[Any]:
    """The paper, from its first question on; the exam is left at its last."""
    exam.root.get_by_role("button", name=re.compile("^Question 1,")).click()
    return exam.paper()


RIGHT: dict[str, list[str]] = {
    "when-boil": ["At one hundred degrees"],
    "which-boil": ["A kettle", "A samovar"],
    "cool-down": ["-2.5"],
    "colour-of-tea": ["brown", "paler"],
    "one-blank": ["flibbertigibbet"],
}


def answer_right(exam: Exam) -> None:
    """Answer the question on show rightly, whatever its type."""
    stage, id_ = exam.stage, exam.id()
    if id_ == "make-tea":
        for step in ("0", "1", "2", "3"):
            row = stage.locator(f".order-step[data-step='{step}']")
            while row.evaluate("row => [...row.parentNode.children].indexOf(row)") > int(step):
                row.locator(".step-up").click()
        stage.locator(".step-down").first.click()
        stage.locator(".step-up").nth(1).click()
    elif id_ == "which-vessel":
        for pair in stage.locator(".pair").all():
            pair.locator("select").select_option(pair.get_attribute("data-pair") or "")
    elif id_ == "say-boil":
        stage.get_by_label("Your answer").fill("Who says so?")
    elif stage.locator(".option").count():
        for text in RIGHT[id_]:
            exam.choose(text)
    else:
        for field, text in zip(stage.locator("input[type=text]").all(), RIGHT[id_], strict=True):
            field.fill(text)
