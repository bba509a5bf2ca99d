"""The course as data for the script: all that it names is there, and agrees with the pages."""

import json
import os
from functools import cache
from typing import Any

import pytest

from tests.pages import pages_of, rendered, sample, tree
from tests.projects import SAMPLE, new_course

BEFORE, AFTER = "window.studyCourse = ", ";\n"


@cache
def scripts() -> dict[str, str]:
    """The scripts of the sample course by path."""
    return {path: text for path, text in rendered(SAMPLE).items() if path.endswith(".js")}


def course(text: str) -> dict[str, Any]:
    """The data that assets/course.js holds."""
    assert text.startswith(BEFORE) and text.endswith(AFTER)
    data: dict[str, Any] = json.loads(text.removeprefix(BEFORE).removesuffix(AFTER))
    return data


def deck(slug: str) -> dict[str, str]:
    """What the deck of a lesson holds, by id."""
    text = scripts()[f"assets/decks/{slug}.js"]
    name = f"{json.dumps(slug)}: "
    held: dict[str, str] = json.loads(text[text.index(name) + len(name) :].removesuffix("};\n"))
    return held


LESSONS = course(scripts()["assets/course.js"])["lessons"]
every_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson["id"])


def test_addresses_lead_to_pages() -> None:
    data = course(scripts()["assets/course.js"])
    addresses = [lesson[kind] for lesson in data["lessons"] for kind in ("page", "practice")]
    addresses += [claim["page"] for claim in data["claims"]]
    addresses += [each["passage"] for each in data["misconceptions"]]
    assert addresses
    for address in addresses:
        path, _, anchor = address.partition("#")
        text = sample()[f"{path}index.md"]
        assert not anchor or f'id="{anchor}"' in text or f"{{#{anchor}}}" in text, address


@every_lesson
def test_items_and_cards_are_those_of_the_practice_page(lesson: dict[str, Any]) -> None:
    page = tree(sample()[f"{lesson['practice']}index.md"])
    for kind in ("item", "card"):
        shown = {
            (element.get("data-id"), element.get("data-edition"), element.get("data-type"))
            for element in page.iter(f"study-{kind}")
        }
        assert {(each["id"], each["edition"], each["type"]) for each in lesson[f"{kind}s"]} == shown


@every_lesson
def test_the_deck_has_each_of_them_and_its_links_start_at_the_page_for_today(lesson: dict[str, Any]) -> None:
    held = deck(lesson["id"])
    assert set(held) == {each["id"] for each in (*lesson["items"], *lesson["cards"])}
    for id, html in held.items():
        article = tree(f"---\n---\n{html}")
        (asked,) = article.xpath("//study-item|//study-card")
        assert asked.get("data-id") == id
        for link in article.xpath("//@href"):
            path = str(link).partition("#")[0]
            if path and not path.startswith("https:"):
                assert os.path.normpath(f"today/{path}/index.md") in sample(), link


def test_texts_have_no_markup() -> None:
    asks = {card["id"]: card["asks"] for lesson in LESSONS for card in lesson["cards"]}
    assert asks["why-boil"] == "Why does black tea want boiling water?"
    assert not [text for text in asks.values() if "<" in text or "  " in text]


def test_what_was_renamed_is_named(tmp_path: Any) -> None:
    cards = "- {id: say, was: [said, told], type: concept, claims: [C1], ask: Why?, answer: So.}\n"
    files = {"content/lessons/tea/cards.yml": cards}
    root = new_course(tmp_path, files)
    was = course(rendered(root)["assets/course.js"])["was"]
    assert was == {"lessons": {}, "asked": {"said": "say", "told": "say"}, "misconceptions": {}}
    assert 'data-was="said told"' in pages_of(root)["lessons/tea/practice/index.md"]
