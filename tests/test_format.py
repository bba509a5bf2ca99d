"""The page of the format: every key and type stands on it, alive, and none is taken for a course's."""

import os
import re
from functools import cache

import pytest
import yaml
from lxml import html

from studysite.authoring import FORMS, Form, records
from studysite.codes import entries
from studysite.examples import read_examples
from studysite.markdown import Formula
from studysite.model import CARD_TYPES, ITEM_TYPES, Card, Item, Prose
from studysite.model.base import Allow, Claims, Keys, Level, Slug
from studysite.passages import passages
from studysite.render import format_page
from studysite.render.keys import holds
from tests.pages import tree
from tests.projects import ROOT

KINDS = [*(("item", name) for name in ITEM_TYPES), *(("card", name) for name in CARD_TYPES)]


@cache
def staged() -> str:
    examples = read_examples()
    formulas = {f: f"({f.tex})" for text in passages(examples.course) for f in text.document.of(Formula)}
    return format_page(examples, formulas).text


def page() -> html.HtmlElement:
    return tree(staged())


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


# -- complete --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_key_of_every_file_stands_there_once(form: Form) -> None:
    ids = page().xpath("//*[@class='key']/@id")
    for model in form.types.values():
        for record in records(model):
            for name in record.model_fields:
                base = next((kind for kind in (Item, Card) if issubclass(record, kind)), record)
                owner = base if name in base.model_fields else record
                assert ids.count(f"{owner.__name__.lower()}--{name}") == 1, (record, name)


def test_a_key_says_whether_it_must_be_there_what_it_holds_and_how_it_looks() -> None:
    (key,) = page().xpath("//*[@id='choice--keep_order']")
    assert words(key.find("dt")) == "keep_order: may be left out"
    assert words(key.find("dd")).endswith(
        "`true` or `false`; without it false keep_order: true".replace("`", "")
    )
    (key,) = page().xpath("//*[@id='claim--evidence']")
    assert words(key.find("dt")) == "evidence: required"
    assert words(key.xpath(".//*[@class='key-holds']")[0]) == "strong, moderate, limited, argument"


def test_every_key_has_an_example_or_holds_keys_of_its_own() -> None:
    for key in page().xpath("//*[@class='key']"):
        assert key.xpath(".//pre") or "keys below" in words(key), key.get("id")


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_every_type_stands_beside_its_source(kind: str, name: str) -> None:
    heading = f"### {name} {{#{kind}-{name}}}\n"
    assert staged().count(heading) == 1
    part = tree(f"------{staged().split(heading)[1]}").xpath("//*[@class='specimen']")[0]
    source, live = part.xpath(".//pre")[0], part.xpath(f".//study-{kind}")
    assert [each.get("data-type") for each in live] == [name]
    text = read_examples().sources[f"{kind}s/{name}.yml"]
    assert source.text_content().strip() == text.strip()
    assert live[0].get("data-id") == f"example--{yaml.safe_load(text)[0]['id']}"


def test_every_construct_stands_beside_its_source() -> None:
    for construct in read_examples().constructs:
        (part,) = page().xpath(f"//*[@id='text--{construct.id}']")
        assert part.xpath(".//pre")[0].text_content().strip() == construct.text.strip()
        assert words(part.xpath(".//*[contains(@class, 'result')]")[0])


def test_constructs_become_what_they_are() -> None:
    for construct, path in {
        "section": "p[@id='heat']",
        "citation": "span[@class='cite']/a[@href='./#iso3103']",
        "term": "a[@class='term'][@href='#steeping']",
        "formula": "span[@class='math-scroll']",
        "figure": "figure//svg",
        "table": "td[@class='align-right']",
        "note": "div[@class='admonition warning']",
        "footnote": "div[@class='footnote']",
        "meanings": "dl/dd",
        "code": "div[@class='highlight']",
        "link": "a[@href='#example--how-warm']",
        "placed-question": "study-item[@data-id='placed--how-warm']",
        "placed-card": "study-card[@data-id='placed--what-is-steeping']",
    }.items():
        results = f"//*[@id='text--{construct}']//*[contains(@class, 'result')]"
        assert page().xpath(f"{results}//{path}"), construct
    assert {f"text--{construct.id}" for construct in read_examples().constructs} == set(
        page().xpath("//*[@class='construct']/@id")
    )


def test_a_drawing_stands_beside_its_source() -> None:
    (name,) = (path for path in read_examples().drawings)
    (part,) = page().xpath("//*[@id='text--figure']")
    _, source = part.xpath(".//*[@class='source']")
    assert words(source.xpath("*[@class='source-name']")[0]) == name
    assert source.xpath(".//pre")[0].text_content().strip() == read_examples().sources[name].strip()


def test_every_class_of_a_drawing_is_shown() -> None:
    css = (ROOT / "docs/assets/css/drawing.css").read_text("utf-8").partition("@media")[0]
    (table,) = page().xpath("//table[@class='classes']")
    shown = {str(name) for name in table.xpath(".//svg/*/@class")} | {"t", "t small", "s", "box"}
    coloured = set(re.findall(r"^\.drawing \.([a-z.]+) \{", css, re.MULTILINE))
    assert shown == {name.replace(".", " ") for name in coloured} | {"t ink"}
    assert {"t small", "box"} <= {str(each.text) for each in page().xpath("//*[@id='text--figure']//p/code")}


def test_the_page_begins_with_the_smallest_lesson_and_how_to_look_at_it() -> None:
    first = words(tree(staged().split("\n## The course")[0]))
    for text in ("content/lessons/kettles/lesson.md", "content/course.yml", "python3 build.py serve"):
        assert text in first


# -- sound -----------------------------------------------------------------------------------------------


def test_no_id_stands_twice_and_every_link_leads_to_one() -> None:
    ids = [*page().xpath("//@id"), *re.findall(r"^#+ .*\{#(\S+)\}$", staged(), re.MULTILINE)]
    assert sorted(ids) == sorted(set(ids))
    for link in map(str, page().xpath("//@href")):
        path, _, anchor = link.partition("#")
        elsewhere = os.path.normpath(path or ".") == "../problems"
        assert elsewhere or os.path.normpath(path or ".") == "."
        assert anchor in ({"", *entries()} if elsewhere else ids)
    named = " ".join(page().xpath("//@aria-labelledby | //@for"))
    assert set(named.split()) <= set(ids)


def test_no_live_example_has_an_id_that_an_author_could_give() -> None:
    for name in page().xpath("//study-item/@data-id | //study-card/@data-id"):
        assert re.match("(example|placed)--", name)


def test_search_sees_the_keys_and_no_example() -> None:
    seen = page()
    for hidden in seen.xpath("//*[@data-search-exclude]"):
        assert [inner.tag for inner in hidden.iterdescendants(hidden.tag)] == []
        assert hidden.xpath(".//h1 | .//h2 | .//h3") == []
    for hidden in seen.xpath("//*[@data-search-exclude]"):
        if hidden.getparent() is not None:
            hidden.drop_tree()
    text = words(seen)
    assert "Whether the options stay in the order written" in text
    for secret in ("How warm is water", "Begin with what the cup shows", "Good steeping"):
        assert secret in words(page())
        assert secret not in text


def test_the_page_counts_no_question() -> None:
    assert page().xpath("//study-score") == []


# -- words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("annotation", "said"),
    [
        (Slug, "an id"),
        (Claims, "a list of ids as `T1`, 1 or more"),
        (Keys, "text or a list of texts"),
        (Level, "`remember`, `understand`, `apply`, `analyse`, `evaluate`, `create`"),
        (float, "a number"),
        (float | None, "a number"),
        (dict[Slug, Item], "mappings of the keys below, each under an id"),
        (Allow, "texts, each under a name"),
        (list[int], "a list of whole numbers"),
    ],
)
def test_what_a_key_holds_is_said_in_words(annotation: object, said: str) -> None:
    assert holds(annotation)[0] == said


def test_each_kind_of_markdown_has_its_words() -> None:
    assert len({holds(str, (prose,)) for prose in Prose}) == len(Prose)
