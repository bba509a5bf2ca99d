"""The question package: valid, whole, the same each time; right answers score and wrong ones are told why."""

import io
import itertools
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from lxml import etree

from studysite.examples import read_examples
from studysite.export.keyboard import typed
from studysite.export.options import NONE
from studysite.export.qti import qti
from studysite.export.xhtml import MATHML
from studysite.load import load
from studysite.markdown import Formula
from studysite.materials import Materials
from studysite.model import Course, Item
from studysite.model.items.match import Pair
from studysite.model.items.number import Mistake
from studysite.model.items.option import Option
from tests.grammars import faults
from tests.pages import course_at
from tests.projects import ROOT, SAMPLE
from tests.responses import NS, respond

EXAMPLES = read_examples().course
(LESSON,) = EXAMPLES.lessons
SPECIAL = "Is 1 < 2 & \"3\" > '2', or `a<b` – *so*?"
MANIFEST = {"cp": "http://www.imsglobal.org/xsd/imscp_v1p1", "md": "http://www.imsglobal.org/xsd/imsmd_v1p2"}


def wrong_with(made: dict[str, bytes]) -> dict[str, list[str]]:
    """What is wrong with the files of a package, by their names."""
    kinds = {name: "imscp" if name == "imsmanifest.xml" else "qti" for name in made if name.endswith(".xml")}
    return {name: said for name, kind in kinds.items() if (said := faults(kind, made[name]))}


def files(course: Course = EXAMPLES, **about: Any) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(qti(Materials(course, **about)).make())) as package:
        return {name: package.read(name) for name in package.namelist()}


def of_type(type_: str) -> Any:
    return next(item for item in LESSON.items if item.type == type_)


def with_items(*items: Item) -> Course:
    return EXAMPLES.model_copy(update={"lessons": (LESSON.model_copy(update={"items": items}),)})


def asked(type_: str, *, about: Any = None, **changed: Any) -> Any:
    """The item that an example of a type becomes, with some of its fields changed. It is valid always."""
    item = of_type(type_).model_copy(update=changed)
    made = files(with_items(item), **(about or {}))
    assert wrong_with(made) == {}
    return etree.fromstring(made[f"items/{item.id}.xml"])


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def told(item: Any, name: str) -> str:
    return words(item.xpath(f"q:modalFeedback[@identifier='{name}']", namespaces=NS)[0])


def named(item: Any, path: str) -> dict[str, str]:
    """What there is to choose from: its identifier by its words."""
    return {words(choice): choice.get("identifier") for choice in item.iterfind(f".//q:{path}", NS)}


# -- the package -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("read", [lambda: EXAMPLES, lambda: load(ROOT).course], ids=["examples", "content"])
def test_all_of_a_course_is_valid(read: Callable[[], Course]) -> None:
    course = read()
    made = files(course, images=AnyPicture())
    assert wrong_with(made) == {}
    ids = [item.id for lesson in course.lessons for item in lesson.items]
    assert [name for name in made if name.startswith("items/") and name.endswith(".xml")] == [
        f"items/{id}.xml" for id in ids
    ]


class AnyPicture(dict[str, bytes]):
    """Stands for the images of a course whose files nobody read."""

    def __missing__(self, path: str) -> bytes:
        return path.encode()


def test_the_manifest_leads_to_every_file_and_no_other() -> None:
    path = f"{LESSON.folder}/the cup.png"
    item = of_type("choice").model_copy(update={"stem": "![A cup](<the cup.png>)"})
    made = files(with_items(item, of_type("short")), images={path: b"png"})
    manifest = etree.fromstring(made["imsmanifest.xml"])
    listed = [unquote(file.get("href", "")) for file in manifest.iterfind(".//cp:file", MANIFEST)]
    assert sorted(listed) == sorted(set(made) - {"imsmanifest.xml"})
    test = etree.fromstring(made[f"test-{LESSON.slug}.xml"])
    assert [ref.get("href") for ref in test.iterfind(".//q:assessmentItemRef", NS)] == [
        f"items/{item.id}.xml",
        f"items/{of_type('short').id}.xml",
    ]


def test_an_item_says_its_lesson_its_level_and_its_claims() -> None:
    item = of_type("choice")
    manifest = etree.fromstring(files(with_items(item))["imsmanifest.xml"])
    keywords = manifest.xpath(
        f"//cp:resource[@identifier='resource-item-{item.id}']//md:keyword/md:langstring/text()",
        namespaces=MANIFEST,
    )
    assert keywords == [LESSON.slug, item.level, *item.claims]


def test_a_lesson_without_questions_has_no_test() -> None:
    other = LESSON.model_copy(update={"slug": "cups", "items": ()})
    made = files(EXAMPLES.model_copy(update={"lessons": (LESSON, other)}))
    assert [name for name in made if name.startswith("test-")] == [f"test-{LESSON.slug}.xml"]


# -- what is right and what is told ----------------------------------------------------------------------


def test_tests_sorted_by_name_are_in_the_order_of_days() -> None:
    made = files(course_at(SAMPLE))
    tests = (etree.fromstring(data) for name, data in made.items() if name.startswith("test-"))
    found = [str(test.get("title")) for test in tests]
    assert found == sorted(found)
    assert found[1:] == ["Day 07: Pouring", "Day 08: Brewing"]


def test_a_choice_scores_its_right_option_and_each_has_its_reason() -> None:
    item, example = asked("choice"), of_type("choice")
    names = named(item, "simpleChoice")
    assert list(names) == [option.text for option in example.options], "in the order of the site"
    for option in example.options:
        outcome = respond(item, RESPONSE=[names[option.text]])
        assert outcome.score == option.is_right
        reason, general = outcome.told
        assert option.why in told(item, reason)
        assert example.explain in told(item, general)
    assert respond(item).score == 0


def test_several_options_score_in_part_and_what_is_missed_is_told() -> None:
    item, example = asked("multiple"), of_type("multiple")
    names = named(item, "simpleChoice")
    right = [names[option.text] for option in example.options if option.is_right]
    wrong = [names[option.text] for option in example.options if not option.is_right]
    assert respond(item, RESPONSE=right[::-1]).score == 1
    half = respond(item, RESPONSE=right[:1])
    assert half.score == pytest.approx(1 / len(right))
    assert any(name.startswith("missed-") for name in half.told)
    assert respond(item, RESPONSE=[*right, *wrong]).score == 0
    assert respond(item, RESPONSE=wrong).score == 0
    for option in example.options:
        outcome = respond(item, RESPONSE=[names[option.text]])
        assert any(option.why in told(item, name) for name in outcome.told)


def test_thirds_make_up_the_whole() -> None:
    options = [*(Option(right=f"Right {place}") for place in range(3)), Option(wrong="Wrong", why="It is.")]
    names = named(item := asked("multiple", options=options), "simpleChoice")
    assert respond(item, RESPONSE=[names[f"Right {place}"] for place in range(3)]).score == 1
    pairs = [Pair(left=f"{place}", right=f"Right {place}") for place in range(3)]
    item = asked("match", pairs=pairs, extra=[])
    assert (
        respond(
            item, RESPONSE=[value.text for value in item.iterfind(".//q:correctResponse/q:value", NS)]
        ).score
        == 1
    )


def test_where_no_option_is_right_one_says_so() -> None:
    wrong = [option for option in of_type("multiple").options if not option.is_right]
    item = asked("multiple", options=[*wrong, Option(wrong="The weather", why="It does not come in.")])
    names = named(item, "simpleChoice")
    assert list(names)[-1] == NONE.text
    assert respond(item, RESPONSE=[names[NONE.text]]).score == 1
    assert respond(item, RESPONSE=[names["The weather"]]).score == 0
    assert respond(item).score == 0


def test_an_order_counts_as_a_whole() -> None:
    item, example = asked("order"), of_type("order")
    names = named(item, "simpleChoice")
    assert list(names) != example.steps
    assert sorted(names.values()) == list(names.values()), "names tell nothing of the order"
    right = [names[step] for step in example.steps]
    scores = {order: respond(item, RESPONSE=list(order)).score for order in itertools.permutations(right)}
    assert [order for order, score in scores.items() if score] == [tuple(right)]
    (general,) = respond(item, RESPONSE=right[::-1]).told
    assert all(step in told(item, general) for step in example.steps)


def test_pairs_score_each_its_part() -> None:
    item, example = asked("match"), of_type("match")
    names = named(item, "simpleAssociableChoice")
    pairs = [f"{names[pair.left]} {names[pair.right]}" for pair in example.pairs]
    assert respond(item, RESPONSE=pairs[::-1]).score == 1
    assert respond(item, RESPONSE=pairs[:1]).score == pytest.approx(1 / len(pairs))
    assert respond(item, RESPONSE=[f"{names[example.pairs[0].left]} {names[example.extra[0]]}"]).score == 0
    (general,) = respond(item, RESPONSE=[]).told
    assert all(pair.why in told(item, general) for pair in example.pairs if pair.why)


def test_blanks_take_every_answer_whatever_its_capitals() -> None:
    item = asked("cloze", text="It ==boils|is *hot*== at ==100 °C==, the cook’s ==tea–time|a “cup”==.")
    right = {"RESPONSE_1": ["boils"], "RESPONSE_2": ["100 °C"], "RESPONSE_3": ["tea–time"]}
    assert respond(item, **right).score == 1
    assert respond(item, **right | {"RESPONSE_1": ["IS *HOT*"]}).score == 1
    assert respond(item, **right | {"RESPONSE_3": ['A "Cup"']}).score == 1
    assert respond(item, **right | {"RESPONSE_3": ["tea-time"]}).score == 1
    assert respond(item, **right | {"RESPONSE_2": ["90 °C"]}).score == pytest.approx(2 / 3)
    assert respond(item).score == 0
    blanks = item.findall(".//q:textEntryInteraction", NS)
    assert [blank.get("responseIdentifier") for blank in blanks] == list(right)
    (general,) = respond(item).told
    assert told(item, general) == "It boils at 100 °C, the cook’s tea–time."


def test_a_key_stands_once_in_a_mapping() -> None:
    assert typed(["Tea", "tea", "“a”", '"a"', "x–y"]) == ["Tea", "“a”", '"a"', "x–y", "x-y"]


def test_a_number_has_its_tolerance_and_tells_known_mistakes() -> None:
    item, example = asked("number"), of_type("number")
    for value, score in (("90", 1), ("89.5", 1), ("90.5", 1), ("9.05e1", 1), ("90.51", 0), ("10", 0)):
        assert respond(item, RESPONSE=[value]).score == score, value
    mistake, _ = respond(item, RESPONSE=["10.4"]).told
    assert told(item, mistake) == example.mistakes[0].why
    assert "mistake-1" not in respond(item, RESPONSE=["50"]).told
    assert "mistake-1" not in respond(item, RESPONSE=["90"]).told
    assert f"{example.answer} {example.unit}" in told(item, "general_feedback")


def test_a_value_on_the_edge_is_right_in_binary_fractions_too() -> None:
    item = asked("number", answer=Decimal("0.7"), within=Decimal("0.1"), mistakes=[])
    assert 0.7 + 0.1 < 0.8
    assert respond(item, RESPONSE=["0.8"]).score == 1
    assert respond(item, RESPONSE=["0.801"]).score == 0


def test_without_a_tolerance_a_number_is_exact() -> None:
    mistakes = [
        Mistake(value=Decimal("-2"), why="The sign is wrong."),
        Mistake(value=Decimal("1e-3"), why="No."),
    ]
    item = asked("number", answer=Decimal("2.50"), within=Decimal(0), unit=None, mistakes=mistakes)
    assert respond(item, RESPONSE=["2.5"]).score == 1
    assert respond(item, RESPONSE=["2.5001"]).score == 0
    assert respond(item, RESPONSE=["-2.0"]).told[0] == "mistake-1"
    assert respond(item, RESPONSE=["0.001"]).told[0] == "mistake-2"


def test_a_written_answer_is_answered_by_the_model_answer() -> None:
    item, example = asked("short"), of_type("short")
    outcome = respond(item, RESPONSE=["I would ask."])
    assert outcome.score == 0
    (solution,) = outcome.told
    assert all(point in told(item, solution) for point in example.points)


@pytest.mark.parametrize("type_", ["choice", "multiple", "order", "match", "cloze", "number", "short"])
def test_no_feedback_is_taken_for_that_of_all_right_or_all_wrong_answers(type_: str) -> None:
    """Canvas takes an identifier for that which says `correct`, `wrong`, or ends in `_C`."""
    options = [Option(right="0"), *(Option(wrong=f"{place}", why="No.") for place in range(1, 30))]
    item = asked(type_, **{"options": options} if type_ == "choice" else {})
    names = [feedback.get("identifier").lower() for feedback in item.iterfind("q:modalFeedback", NS)]
    assert len(set(names)) == len(names)
    assert not [
        name for name in names if "correct" in name or "wrong" in name or name.endswith(("_c", "_ic"))
    ]


# -- texts -----------------------------------------------------------------------------------------------


def texts_of(type_: str, text: str) -> dict[str, Any]:
    """An item with `text` in each of its texts."""
    inside: dict[str, dict[str, Any]] = {
        "choice": {"options": [Option(right=text, why=text), Option(wrong=f"{text} 2", why=text)]},
        "multiple": {"options": [Option(right=text, why=text), Option(wrong=f"{text} 2", why=text)]},
        "order": {"steps": [f"{text} {place}" for place in range(3)]},
        "match": {
            "pairs": [Pair(left=f"{text} {place}", right=f"{text} {place}", why=text) for place in "12"]
        },
        "cloze": {"text": f"{text}\n\n- {text} ==a|{text}==\n- b"},
        "number": {"unit": text, "mistakes": [Mistake(value=Decimal(1), why=text)]},
        "short": {"answer": text, "points": [text]},
    }
    return {"stem": text, "explain": text, **inside[type_]}


@pytest.mark.parametrize("type_", ["choice", "multiple", "order", "match", "cloze", "number", "short"])
def test_signs_of_xml_are_text_everywhere(type_: str) -> None:
    item = asked(type_, **texts_of(type_, SPECIAL))
    assert "1 < 2 &" in words(item.find("q:itemBody", NS))
    assert "a<b" in "".join(item.xpath("string(q:modalFeedback[last()])", namespaces=NS))


BLOCKS = """A *b* `c`, H~2~ and [a link](https://example.org), [[steeping]].

1. one
    - two

| a | b |
|---|--:|
| 1 | 2 |

```python
x = 1 < 2
```

!!! note "Note"
    Said.

Term
:   Meaning
"""


@pytest.mark.parametrize("type_", ["choice", "cloze", "short"])
def test_every_block_of_markdown_is_valid_there(type_: str) -> None:
    item = asked(type_, stem=BLOCKS, explain=BLOCKS)
    assert item.find(".//q:table", NS) is not None
    assert item.find(".//q:a", NS) is None


def test_a_picture_comes_along_once() -> None:
    path = f"{LESSON.folder}/a cup.svg"
    about = {"images": {path: b"<svg/>"}}
    item = asked("short", about=about, stem="![A “cup”](<a cup.svg>)", answer="![again](<a cup.svg>)")
    found = item.findall(".//q:img", NS)
    assert len(found) == 2
    assert found[0].get("alt") == "A “cup”"
    made = files(with_items(of_type("short").model_copy(update={"stem": "![A](<a cup.svg>)"})), **about)
    (picture,) = [name for name in made if name.endswith(".svg")]
    assert f"items/{unquote(found[0].get('src'))}" == picture
    assert made[picture] == b"<svg/>"


def test_a_formula_is_mathml_that_version_2_knows() -> None:
    core = (
        '<math display="block" class="math-display" tabindex="0" alttext="x"><mrow displaystyle="true">'
        '<mi>x</mi><mspace width="1em"></mspace></mrow><mo stretchy="false">&lt;</mo><mn>1</mn></math>'
    )
    about = {"formulas": {Formula("x < 1", display=True): core}}
    item = asked("choice", about=about, stem="So:\n\n$$x < 1$$\n\nYes?")
    (formula,) = item.iter(f"{{{MATHML}}}math")
    assert formula.get("tabindex") is None
    assert words(formula) == "x<1"
    assert formula[0].tag == f"{{{MATHML}}}mstyle"


def test_a_formula_that_nobody_set_is_tex() -> None:
    assert r"\(x < 1\)" in words(asked("choice", stem="Is $x < 1$?").find("q:itemBody", NS))


# -- what is said of it ----------------------------------------------------------------------------------


def test_only_what_was_lost_is_said() -> None:
    plain = of_type("choice").model_copy(update={"hint": None})
    assert qti(Materials(with_items(plain))).converted == ()
    assert len(qti(Materials(EXAMPLES, formulas={Formula("x"): "<math></math>"})).converted) == 5
