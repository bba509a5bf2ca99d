"""A guide of many lessons: their heads, notes, contents and key, whatever the lessons are like."""

import re
from pathlib import Path

import pytest

from studysite import webbuild
from studysite.pipeline import examine
from studysite.printing import prints
from tests.pages import course_at
from tests.printing.papers import Pdf
from tests.projects import SAMPLE, new_course

TITLE = "How to read what a vendor says of a kettle for $n = 3$ cups, and what to ask before anything else"
LESSON = "content/lessons/{}/lesson.md"
NOTES = "\n\n".join(
    f"Alpha{n} is told.[^n{n}]\n\n[^n{n}]: Omega{n} says more. {'And on. ' * 40}" for n in range(12)
)
CODE = "\n".join(f"    step({number})" for number in range(60))
FILES = {
    LESSON.format("teapots"): f"""---
title: "{TITLE}"
minutes: 2
---

Pots pour.

## Why $T$ is so {{#pouring claims="K2"}}

Slowly.

!!! note "Mind the lid"
    It falls.

The end of it.

{NOTES}

## Long code {{#code}}

{CODE}
""",
}


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Pdf:
    root: Path = new_course(tmp_path_factory.mktemp("many"), FILES, SAMPLE)
    works = prints(examine(root, lambda said: None).materials, webbuild.for_print(root))
    return Pdf(next(work for work in works if work.name == "course-guide-a4.pdf").make())


def page(guide: Pdf, words: str) -> int:
    """The first page behind the contents on which words stand."""
    return next(number for number, text in enumerate(guide.texts) if number > 1 and words in text)


def head(guide: Pdf, number: int) -> list[str]:
    """What stands above the text of a page."""
    return [line.text for line in guide.lines(number) if line.bottom < 60]


def test_what_opens_a_page_is_not_named_above_it(guide: Pdf) -> None:
    openings = ("Day 1 of 10", "Day 3 of 10", "Day 7 of 10", "Day 8 of 10", "Glossary")
    for number in (1, *(page(guide, words) for words in openings)):
        assert head(guide, number) == [str(number + 1)]


def test_a_long_title_has_one_line_at_the_head_of_a_page(guide: Pdf) -> None:
    pages = range(page(guide, "Pots pour.") + 1, page(guide, "step(59)") + 1)
    heads = [head(guide, number) for number in pages]
    (named,) = {said for _, said in heads if said.startswith("How")}
    assert re.fullmatch(r"How to read .* for n = 3 cups, and\s…", named)


def test_a_formula_in_a_heading_is_said_in_bookmarks_and_contents(guide: Pdf) -> None:
    assert TITLE.replace("$", "") in guide.outline()
    assert "Why T is so" in guide.outline()
    assert "Why T is so" in guide.texts[1]


def test_notes_are_counted_anew_in_each_lesson(guide: Pdf) -> None:
    texts = "\n".join(guide.texts)
    assert re.search(r"^1\. A note with", texts, re.MULTILINE)
    assert re.search(r"^1\. Omega0", texts, re.MULTILINE)


def test_a_note_stands_on_the_page_that_calls_it(guide: Pdf) -> None:
    for text in guide.texts:
        assert set(re.findall(r"Alpha(\d+) is", text)) == set(re.findall(r"Omega(\d+) says", text))


def test_an_admonition_called_note_is_no_footnote(guide: Pdf) -> None:
    lines = {line.text: line.top for line in guide.lines(page(guide, "It falls."))}
    assert lines["Mind the lid"] < lines["It falls."] < lines["The end of it."]


def test_code_longer_than_half_a_page_begins_below_its_heading(guide: Pdf) -> None:
    text = guide.texts[page(guide, "step(0)")]
    assert "Long code" in text
    assert "step(59)" not in text


def test_the_contents_lead_to_the_key_of_each_lesson(guide: Pdf) -> None:
    assert [title.split(" .")[0] for title in guide.texts[1].splitlines()].count("Pouring") == 2
    places = guide.places()
    assert {"key-of--kettles", "key-of--pouring", "answers-of--brewing"} <= places
    assert "key-of--teapots" not in places


def test_the_cover_names_the_course_once(guide: Pdf) -> None:
    assert guide.texts[0].count(course_at(SAMPLE).plan.title) == 1
