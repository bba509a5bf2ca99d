"""A page of an e-book: questions keep their secrets, answers have all reasons, notes are notes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from studysite.export.epub import epub
from studysite.materials import Materials
from studysite.model import Course
from tests.ebooks import EXAMPLES, KETTLES, KINDS, SPACE, X, ids, read, small, text_of, with_text
from tests.projects import ROOT


@pytest.fixture(scope="module")
def pages() -> dict[str, Any]:
    """The pages of the examples, by name."""
    return small()


ANSWERS = {
    "how-warm": (
        "Answer: B",
        "Wrong. A kettle may sing at it.",
        "Right. It once fixed the scale.",
        "ISO 2019",
    ),
    "what-cools": ("Answer: A, B", "Right. It takes heat from the water.", "Orwell 1946"),
    "cup-by-steps": ("The right order Cold water goes into the kettle. The kettle sings.",),
    "heat-by-tea": ("Black tea – 100 °C Below that, too little", "Green tea – 80 °C", "fits nowhere: 60 °C"),
    "heat-and-time": ("Answers: (1) boils or is boiling; (2) minutes", "water that boils, and then a few"),
    "boiling-at-3000": ("Answer: 90 °C (± 0.5)", "10 °C Wrong. That is how much cooler it is."),
    "on-a-mountain": ("A model answer How warm was the water?", "Names the lower boiling point."),
    "why-boil": (
        "Less comes out",
        "Begin with",
        "Grants that",
        "hotter is always",
        "What is steeping?",
        "A lid",
    ),
    "what-is-steeping": ("What is steeping?", "Leaving leaves in hot water"),
    "boils-at": ("At sea level water boils at 100 °C.",),
}


@pytest.mark.parametrize("id", [entity.id for entity in (*KETTLES.items, *KETTLES.cards)])
def test_an_answer_has_all_that_speaks_for_it_and_against(pages: dict[str, Any], id: str) -> None:
    is_item = id in EXAMPLES.item
    page = pages["key-kettles.xhtml" if is_item else "answers-kettles.xhtml"]
    text = text_of(page, f"key--{id}" if is_item else f"answer--{id}")
    assert [words for words in ANSWERS[id] if words not in text] == []


SECRETS = (
    *("Answer:", "Right", "Wrong", "The right", "A model", "may sing at", "once fixed", "no warmer"),
    *("takes heat", "keeps the heat in", "well before", "too little", "that boils", "few minutes", "90"),
    *("how much cooler", "so less comes out", "Names the"),
)


@pytest.mark.parametrize("item", KETTLES.items, ids=lambda item: item.id)
def test_a_question_does_not_tell_its_answer(pages: dict[str, Any], item: Any) -> None:
    page = next(page for name, page in pages.items() if item.id in ids(page))
    text = text_of(page, item.id)
    assert item.stem.split("\n")[0] in text
    assert [words for words in SECRETS if words in text] == []


def test_a_hint_is_a_note_to_its_question(pages: dict[str, Any]) -> None:
    text = pages["text-kettles.xhtml"]
    (call,) = text.xpath("//*[@id='how-warm']//x:a[contains(., 'Hint')]", namespaces=SPACE)
    assert call.get(KINDS) == "noteref"
    (note,) = text.xpath("//*[@id='hint--how-warm']")
    assert (note.tag, note.get(KINDS)) == (f"{X}aside", "footnote")
    assert "The old scale was made for it." in text_of(text, "hint--how-warm")


def test_footnotes_are_notes_that_lead_back(pages: dict[str, Any]) -> None:
    text = pages["text-kettles.xhtml"]
    call, note = (text.xpath(f"//*[@id='{id}']")[0] for id in ("fnref--milk", "fn--milk"))
    assert call[0].get(KINDS) == "noteref" and call[0].get("href") == "#fn--milk"
    assert (note.tag, note.get(KINDS)) == (f"{X}aside", "footnote")
    assert "1 Or first. Wars were fought over less." in text_of(text, "fn--milk")
    assert [link.get("href") for link in note.iter(f"{X}a")] == ["#fnref--milk"]


def test_lessons_may_call_their_notes_the_same() -> None:
    text = "Words.[^1]\n\n[^1]: Of a note."
    first, second = (
        KETTLES.model_copy(update={"slug": slug, "text": text, "sections": (), "cards": (), "items": ()})
        for slug in ("kettles", "pots")
    )
    day = EXAMPLES.plan.plan[1].model_copy(update={"lessons": ["kettles", "pots"]})
    plan = EXAMPLES.plan.model_copy(update={"plan": {1: day}})
    pages = small(Course(plan=plan, lessons=(first, second)))
    for slug in ("kettles", "pots"):
        assert [link.get("href") for link in pages[f"text-{slug}.xhtml"].iter(f"{X}a")] == [
            "#fn--1",
            "#fnref--1",
        ]


def test_no_colour_of_text_or_ground_is_fixed() -> None:
    sheet = (ROOT / "studysite/templates/exports/epub/book.css").read_text("utf-8")
    assert re.findall(r"(?<!-)color: (?!inherit)[^;]+", sheet) == []
    assert all("rgba(128, 128, 128" in ground for ground in re.findall(r"background[^:]*: [^;]+", sheet))


def test_a_link_to_what_no_book_has_is_text() -> None:
    text = small(with_text("See [a page](https://example.org) and [no place](#nowhere)."))[
        "text-kettles.xhtml"
    ]
    assert [link.get("href") for link in text.iter(f"{X}a")] == ["https://example.org"]
    assert "See a page and no place." in "".join(text.itertext())


def test_of_a_picture_that_no_reader_must_know_the_description_stays() -> None:
    path = f"{KETTLES.folder}/cup.avif"
    course = with_text("![A cup](cup.avif)")
    work = epub(Materials(course, images={path: b"avif"}))
    text = read(work.make())["text-kettles.xhtml"]
    assert not list(text.iter(f"{X}img"))
    assert "[A cup]" in "".join(text.itertext())
    assert any("AVIF" in sentence for sentence in work.converted)
    assert not any("AVIF" in sentence for sentence in epub(Materials(course)).converted)


def test_a_lesson_without_questions_has_no_pages_for_them() -> None:
    course = with_text("Only text.").model_copy(update={"terms": (), "references": ()})
    assert list(small(course)) == ["cover.xhtml", "title.xhtml", "nav.xhtml", "text-kettles.xhtml"]
