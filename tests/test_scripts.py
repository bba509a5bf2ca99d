"""Which page loads which scripts for its questions."""

import pytest

from studysite.model import ITEM_TYPES
from studysite.render.scripts import SCRIPTS, scripts_in
from tests.pages import BREWING_PRACTICE, LESSON, PRACTICE, sample
from tests.projects import ROOT

POURING_PRACTICE = "lessons/pouring/practice/index.md"


@pytest.mark.parametrize(
    ("page", "needs"),
    [(POURING_PRACTICE, ["dragged"]), (BREWING_PRACTICE, ["written"]), (PRACTICE, []), (LESSON, [])],
)
def test_a_page_needs_what_its_questions_need(page: str, needs: list[str]) -> None:
    head = sample()[page].split("---\n")[1]
    said = [line for line in head.splitlines() if line.startswith("needs:")]
    assert said == ([f"needs: [{', '.join(needs)}]"] if needs else [])


def test_each_is_named_once() -> None:
    items = "".join(f'<study-item data-type="x" data-script="{name}">' for name in ("b", "a", "b"))
    assert scripts_in(items) == ["a", "b"]


def test_what_a_text_shows_of_a_question_needs_nothing() -> None:
    assert scripts_in("<p>&lt;study-item data-script=&quot;dragged&quot;></p><p data-script='a'>") == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_has_the_types_that_it_is_said_to_bring(name: str) -> None:
    assert name in ITEM_TYPES
    source = (ROOT / "web" / "src" / f"{SCRIPTS[name]}.ts").read_text("utf-8")
    assert f'from "./types/{name}"' in source


def test_every_type_is_brought_or_at_hand() -> None:
    at_hand = (ROOT / "web" / "src" / "types" / "index.ts").read_text("utf-8")
    assert {
        name for name in ITEM_TYPES if f'["{name}", {name}]' in at_hand
    } == ITEM_TYPES.keys() - SCRIPTS.keys()
