"""A course becomes pages: their links, what search may see, and HTML that is whole without script."""

import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import markdown
import pytest
import yaml
from lxml import html

from studysite.layout import LESSONS
from studysite.render.address import DESK, PROBLEMS
from studysite.render.environment import as_number, blank_size
from tests.pages import (
    BREWING_PRACTICE,
    LESSON,
    PRACTICE,
    TEA,
    TEA_PRACTICE,
    TEA_SOURCE,
    pages_of,
    sample,
    tree,
)
from tests.projects import ROOT, new_course, variables

HIDDEN = "//*[@data-search-exclude]"
every_page = pytest.mark.parametrize("path", sorted(sample()))


def seen_by_search(text: str) -> str:
    if yaml.safe_load(text.split("---\n", 2)[1]).get("search", {}).get("exclude"):
        return ""
    page = tree(text)
    for hidden in page.xpath(HIDDEN):
        hidden.drop_tree()
    return str(page.text_content())


# -- what every page has --------------------------------------------------------------------------------


@every_page
def test_every_link_leads_to_a_page_and_an_id_on_it(path: str) -> None:
    pages = sample()
    for link in tree(pages[path]).xpath("//@href"):
        if link.startswith("https://"):
            continue
        address, _, anchor = str(link).partition("#")
        target, _, _ = address.partition("?")
        there = os.path.normpath(os.path.join(os.path.dirname(path), target, "index.md")) if target else path
        if there != "index.md":
            assert f'id="{anchor}"' in pages[there] or f"{{#{anchor}}}" in pages[there] or not anchor


@every_page
def test_a_page_begins_with_its_front_matter_and_its_only_title(path: str) -> None:
    _, head, body = sample()[path].split("---\n", 2)
    assert {"title", "description", "kind"} <= yaml.safe_load(head).keys()
    assert body.strip().startswith("# ")
    assert len(re.findall(r"^# |<h1", body, re.MULTILINE)) == 1


@every_page
def test_no_id_stands_twice_on_a_page(path: str) -> None:
    text = sample()[path]
    ids = [*map(str, tree(text).xpath("//@id")), *re.findall(r"^#+ .*\{#(\S+)\}$", text, re.MULTILINE)]
    assert sorted(ids) == sorted(set(ids))


def test_a_title_takes_no_id_that_an_author_may_give(tmp_path: Path) -> None:
    """Engines make an id of a title: it must not be that of an item, a card, a term or a reference."""
    item = "- {id: hot-tea, type: short, level: apply, claims: [T1], stem: a, answer: b, points: [c]}\n"
    files = {
        TEA_SOURCE: "---\ntitle: Hot tea\nminutes: 1\n---\n\n!quiz hot-tea\n\n## B {#boiling}\n",
        "content/lessons/tea/quiz.yml": item + item.replace("hot-tea", "practice-hot-tea"),
        "content/glossary.yml": "- {id: glossary, term: Glossary, means: This.}\n",
        "content/references.bib": "@misc{references, author={A}, title={T}, year={1}}\n",
    }
    for path, text in pages_of(new_course(tmp_path, files)).items():
        body = text.split("---", 2)[2]
        made = html.fromstring(markdown.markdown(body, extensions=["attr_list", "toc"]))
        ids = [str(element.get("id")) for element in made.iter() if element.get("id")]
        assert sorted(ids) == sorted(set(ids)), path


@every_page
def test_labels_and_descriptions_name_ids_that_are_there(path: str) -> None:
    page = tree(sample()[path])
    named = " ".join(
        [*page.xpath("//@aria-labelledby"), *page.xpath("//@aria-describedby"), *page.xpath("//@for")]
    )
    assert set(named.split()) <= set(page.xpath("//@id"))


@every_page
def test_no_style_and_no_script_stands_on_a_page(path: str) -> None:
    page = tree(sample()[path])
    assert page.xpath("//@style | //script | //style | //@*[starts-with(name(), 'on')]") == []


# -- what search may see --------------------------------------------------------------------------------


@every_page
def test_a_hidden_part_holds_no_part_of_its_own_tag(path: str) -> None:
    """Material's indexer ends an exclusion at the first closing tag of the same name."""
    for hidden in tree(sample()[path]).xpath(HIDDEN):
        assert [inner.tag for inner in hidden.iterdescendants(hidden.tag)] == []


@every_page
def test_a_hidden_part_holds_no_heading(path: str) -> None:
    """A heading in a hidden part gets into the index all the same."""
    page = tree(sample()[path])
    assert page.xpath(" | ".join(f"{HIDDEN}/descendant-or-self::h{level}" for level in range(1, 7))) == []
    for block in re.split(r"^#+ .*$", sample()[path].split("---", 2)[2], flags=re.MULTILINE):
        opened, closed = (
            len(re.findall(r"<(?:div|article)\b", block)),
            len(re.findall(r"</(?:div|article)>", block)),
        )
        assert opened == closed, "a heading in Markdown stands inside a block"


def test_search_finds_each_item_and_card_by_its_question_once() -> None:
    pages = sample()
    everything = " ".join(" ".join(seen_by_search(text).split()) for text in pages.values())
    for question in (
        *(
            "A marmalade-coloured kettle stands",
            "Which of these hold boiling water",
            "Ask your best question.",
        ),
        *("Why does black tea want boiling water?", "What is a kettle?"),
        *("How far does it cool in five minutes?", "Fill in what the periwinkle sign says."),
        *("A kettle without a lid is a .", "A wilted leaf turns blank in the air, then blank."),
    ):
        assert everything.count(question) == 1


@pytest.mark.parametrize(
    "secret",
    [
        *(
            "At one hundred degrees",
            "zinfandel",
            "quokka",
            "By the definition",
            "The scale was made",
            "Think of",
        ),
        *("A thimble", "A samovar", "Too small", "kettle with a tap"),
        *("How warm, and who", "Asks for the temperature", "Asks who"),
        *(
            "extraction is slow",
            "less comes out",
            "Names extraction",
            "hotter is always",
            "green tea",
            "Cooler",
        ),
        *("Half of five", "−2.5", "± 0.1", "wombat", "divided by a half", "minus one half"),
        *("brown", "amber", "don’t–know", "paler", "teaspoonist", "flibbertigibbet", "cinnabar", "sepia"),
        *("Choose one", "Right", "Wrong", "Read the passage", "remember", "Interview card"),
    ],
)
def test_search_sees_no_answer_and_no_reason(secret: str) -> None:
    assert any(secret in text for text in sample().values())
    assert [path for path, text in sample().items() if secret in seen_by_search(text)] == []


# -- items and cards ------------------------------------------------------------------------------------


def test_every_item_and_card_has_its_address_on_the_practice_page() -> None:
    assert tree(sample()[PRACTICE]).xpath("//h3/@id") == [
        *("when-boil", "which-boil", "say-boil"),
        *("why-boil", "what-is-a-kettle"),
    ]


def test_what_is_placed_stands_in_the_lesson_under_the_same_id() -> None:
    page = tree(sample()[LESSON])
    assert page.xpath("//study-item/@data-id | //study-card/@data-id") == ["when-boil", "why-boil"]
    assert {"when-boil", "why-boil"} <= set(page.xpath("//@id"))
    assert "say-boil" not in sample()[LESSON]


def test_a_custom_element_stands_inside_a_block() -> None:
    for text in sample().values():
        for element in tree(text).xpath("//study-item | //study-card | //study-score"):
            assert element.getparent().tag in {"article", "section", "div", "p"}


@pytest.mark.parametrize(("item", "control"), [("when-boil", "radio"), ("which-boil", "checkbox")])
def test_options_are_a_group_of_labelled_controls_each_with_its_reason(item: str, control: str) -> None:
    (element,) = tree(sample()[PRACTICE]).xpath(f"//study-item[@data-id='{item}']")
    (group,) = element.xpath(".//form//fieldset[legend]")
    inputs = group.xpath(".//label/input")
    assert {(each.get("type"), each.get("name")) for each in inputs} == {(control, item)}
    assert sorted(each.get("value") for each in inputs) == ["0", "1", "2"]
    shown = group.xpath(".//label/*[@class='option-text']/text()")
    reasons = element.xpath(".//details[@class='answer']//li")
    assert [reason.get("data-option") for reason in reasons] == [each.get("value") for each in inputs]
    assert [reason.xpath("string(*[@class='reason-option'])") for reason in reasons] == shown


def test_a_reason_says_the_verdict_and_the_misconception() -> None:
    page = tree(sample()[PRACTICE])
    wrong = page.xpath("//li[@data-option='1'][.//p='When it is zinfandel hot']")[0]
    assert (wrong.get("data-verdict"), wrong.get("data-shows")) == ("wrong", "hot-is-enough")
    assert wrong.xpath("string(.//*[@class='reason-verdict'])") == "Wrong"
    right = page.xpath("//li[.//p='A kettle']")[0]
    assert right.get("data-verdict") == "right"
    assert right.xpath(".//*[@class='reason-why']") == []


def test_a_short_answer_is_written_in_a_labelled_field_and_graded_by_points() -> None:
    (element,) = tree(sample()[PRACTICE]).xpath("//study-item[@data-id='say-boil']")
    (field,) = element.xpath(".//textarea")
    assert element.xpath(f"string(.//label[@for='{field.get('id')}'])") == "Your answer"
    assert len(element.xpath(".//details//fieldset[legend]//label[input[@type='checkbox']]")) == 2


def test_a_number_is_written_in_a_labelled_field_beside_its_unit() -> None:
    (element,) = tree(sample()[BREWING_PRACTICE]).xpath("//study-item[@data-id='cool-down']")
    (field,) = element.xpath(".//section//input")
    assert element.xpath(f"string(.//label[@for='{field.get('id')}'])") == "Your answer in degrees"
    rows = element.xpath(".//details//li")
    assert [(row.get("data-value"), row.get("data-verdict"), row.get("data-shows")) for row in rows] == [
        ("-2.5", "right", None),
        ("2.5", "wrong", None),
        ("-10", "wrong", "hot-is-enough"),
    ]
    assert element.xpath("string(.//details//@data-within)") == "0.1"


def test_the_number_pad_has_a_minus_where_one_may_be_wanted(tmp_path: Path) -> None:
    item = "- {{id: i{0}, type: number, level: apply, claims: [T1], stem: a, answer: {1}{2}}}\n"
    items = (
        item.format(0, "-1", "")
        + item.format(1, 1, ", mistakes: [{value: -1, why: a}]")
        + item.format(2, 1, "")
    )
    pages = pages_of(new_course(tmp_path, {f"{LESSONS}/tea/quiz.yml": items}))
    assert tree(pages[TEA_PRACTICE]).xpath("//input/@inputmode") == ["text", "text", "decimal"]


def test_the_blanks_of_a_text_are_labelled_fields_in_their_places() -> None:
    page = tree(sample()[BREWING_PRACTICE])
    (text,) = page.xpath("//study-item[@data-id='colour-of-tea']//*[@role='group'][@aria-labelledby]")
    assert text.xpath(".//input/@aria-label") == ["Blank 1 of 2", "Blank 2 of 2"]
    assert page.xpath("//study-item[@data-id='one-blank']//input/@aria-label") == ["Blank"]
    accepted = page.xpath("//study-item[@data-id='colour-of-tea']//details//li[@data-blank='2']//data/@value")
    assert accepted == ["don’t–know", "paler"]


@pytest.mark.parametrize(("letters", "size"), [(1, 8), (6, 8), (7, 16), (14, 16), (15, 24), (90, 24)])
def test_a_blank_is_as_wide_as_its_longest_answer_needs_in_steps(letters: int, size: int) -> None:
    assert blank_size(("a", "b" * letters)) == size


@pytest.mark.parametrize(
    ("written", "shown"),
    [("-2", "−2"), ("0.50", "0.50"), ("1e-7", "1e−7"), ("6.02e23", "6.02e23"), ("7", "7")],
)
def test_a_number_keeps_its_digits_and_has_a_true_minus(written: str, shown: str) -> None:
    assert as_number(Decimal(written)) == shown


def test_the_front_of_a_cloze_card_says_blank_and_its_back_marks_the_words() -> None:
    (card,) = tree(sample()[BREWING_PRACTICE]).xpath("//study-card[@data-id='colour-of-leaf']")
    assert card.xpath("string(.//h3)") == "A wilted leaf turns blank in the air, then blank."
    assert [mark.text_content() for mark in card.xpath(".//details//mark")] == ["cinnabar", "sepia"]
    assert card.xpath("count(.//mark)") == 2


def test_answers_and_hints_stay_shut_until_they_are_asked_for() -> None:
    for text in sample().values():
        assert tree(text).xpath("//details[@open]") == []
        for hidden in tree(text).xpath(
            "//*[@class='reasons' or @class='model-answer' or @class='card-answer']"
        ):
            assert hidden.xpath("ancestor::details[summary]")


def test_a_card_shows_all_that_its_author_wrote() -> None:
    (card,) = tree(sample()[PRACTICE]).xpath("//study-card[@data-id='why-boil']")
    text = card.text_content()
    for words in (
        "Because extraction",
        "Below boiling",
        "Names time.",
        "hotter is always",
        "And green tea?",
        "Cooler.",
    ):
        assert words in text
    assert card.xpath(".//a[.='What is a kettle?']/@href") == ["#what-is-a-kettle"]
    assert card.xpath(".//*[@class='card-sources']/a/@href") == ["../../../references/#cha2001"]


def test_feedback_leads_back_to_the_passage() -> None:
    page = tree(sample()[PRACTICE])
    assert page.xpath("//study-item[@data-id='say-boil']//*[@class='item-back']/a/@href") == ["../#safety"]
    assert tree(sample()[LESSON]).xpath("//study-item//*[@class='item-back']/a/@href") == ["#boiling"]


def test_a_lesson_without_items_has_a_practice_page_that_says_so() -> None:
    text = sample()["lessons/teapots/practice/index.md"]
    assert "Nothing to practise here yet" in text
    assert "{#questions}" not in text


def test_the_lists_of_a_new_course_say_that_they_are_empty(tmp_path: Path) -> None:
    lists = ("claims.yml", "misconceptions.yml", "glossary.yml", "references.bib")
    files = {f"content/{name}": None for name in lists}
    new_course(tmp_path, {**files, "content/course.yml": "title: T\ndays: 7\nplan: {}\n"})
    shutil.rmtree(tmp_path / LESSONS)
    pages = pages_of(tmp_path)
    same = {PROBLEMS, *DESK.values()}  # whatever the course has
    for path, text in ((path, text) for path, text in pages.items() if path not in same):
        assert len(tree(text).xpath("//div[@class='empty']")) == 1, path
        assert "script:" not in text.split("---")[1]


def test_the_page_of_interviews_waits_for_the_first_question(tmp_path: Path) -> None:
    new_course(tmp_path, {"content/lessons/tea/cards.yml": "[]\n"})
    page = tree(pages_of(tmp_path)["interview/index.md"])
    assert page.xpath("//div[@class='empty']") and not page.xpath("//form")


# -- notes on terms and references ----------------------------------------------------------------------


@every_page
def test_each_link_to_a_term_or_a_reference_has_its_note_once(path: str) -> None:
    page = tree(sample()[path])
    terms = {f"term--{link.partition('#')[2]}" for link in page.xpath("//a[@class='term']/@href")}
    sources = {f"source--{link.partition('#')[2]}" for link in page.xpath("//*[@class='cite']/a/@href")}
    notes = page.xpath("//aside[@class='notes']//div/@id")
    assert sorted(notes) == sorted(terms | sources)
    assert page.xpath("//aside//a") == []


def test_a_page_without_such_links_has_no_notes() -> None:
    assert "aside" not in sample()["lessons/teapots/index.md"]


@pytest.mark.parametrize("number", [1, 2])
def test_one_is_not_many(number: int, tmp_path: Path) -> None:
    item = "- {{id: i{0}, type: short, level: apply, claims: [T1], stem: a, answer: b, points: [c]}}\n"
    card = "- {{id: c{0}, type: concept, claims: [T1], ask: a, answer: b}}\n"
    files = {
        f"{LESSONS}/tea/quiz.yml": "".join(item.format(each) for each in range(number)),
        f"{LESSONS}/tea/cards.yml": "".join(card.format(each) for each in range(number)),
    }
    pages = pages_of(new_course(tmp_path, files))
    ending = "" if number == 1 else "s"
    for path in (TEA, TEA_PRACTICE):
        text = tree(pages[path]).text_content()
        counted = re.findall(r"\d+ (?:question|card)s?\b", text)
        assert set(counted) <= {f"{number} question{ending}", f"{number} card{ending}"}
        assert counted


# -- the same every time ---------------------------------------------------------------------------------

DIGEST = """
import hashlib
from tests.pages import sample
print(hashlib.sha256(repr(sorted(sample().items())).encode()).hexdigest())
"""


def test_pages_hang_on_the_content_alone() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            cwd=ROOT,
            env=variables(PYTHONHASHSEED=seed, TZ=zone),
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(digests) == 1
