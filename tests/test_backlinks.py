"""What links back: who uses a term, cites a reference, tests a claim, shows a misconception."""

from pathlib import Path

import pytest

from studysite.model import Course
from studysite.render.backlinks import Use, Uses, claim_uses, misconception_uses, text_uses
from studysite.render.claims import by_section, nearness
from tests.pages import TEA_SOURCE, course_at
from tests.projects import SAMPLE, Files, new_course

LESSONS = "content/lessons"
SAMPLE_COURSE = course_at(SAMPLE)


def course_of(root: Path, files: Files) -> Course:
    return course_at(new_course(root, files))


def shown(uses: Uses, key: str) -> list[str]:
    """The uses of a thing in short: `lesson: where where`."""
    return [f"{use.lesson.slug}: {' '.join(places(use))}" for use in uses.of(key)]


def places(use: Use) -> list[str]:
    return [
        *(["^"] if use.opening else []),
        *(f"#{section.id}" for section in use.sections),
        *(f"{number}.{item.id}" for number, item in use.items),
        *(f"!{card.id}" for card in use.cards),
    ]


def test_a_reference_is_cited_in_texts_captions_items_and_cards() -> None:
    _, references = text_uses(SAMPLE_COURSE)
    assert shown(references, "cha2001") == [
        "kettles: ^ #boiling 1.when-boil !why-boil",
        "brewing: 1.cool-down !colour-of-leaf",
    ]
    assert shown(references, "tetley1990") == ["kettles: ^"]
    assert [entry.name for entry in references.listed("cha2001")] == ["claim K1"]
    assert references.listed("tetley1990") == []


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("A [[kettle]].\n\n## A {#a}", ["tea: ^"]),
        ("## A {#a}\n\nA [[water boiler]].\n\n## B {#b}", ["tea: #a"]),
        ("## A {#a}\n\n### B {#b}\n\nA [[kettle|pot]].", ["tea: #b"]),
        ("## The [[kettle]] {#a}", ["tea: #a"]),
        (
            "## A {#a}\n\nA[^n].\n\n## B {#b}\n\nB[^n][^m].\n\n## C {#c}\n\n[^n]: [[kettle]]\n[^m]: m",
            ["tea: #a"],
        ),
        ("## A {#a}\n\nA[^n].\n\n## B {#b}\n\nB[^m].\n\n[^n]: n\n[^m]: [[kettle]]", ["tea: #b"]),
        ("## A[^n] {#a}\n\n## B {#b}\n\n[^n]: [[kettle]]", ["tea: #a"]),
        ("## A {#a}\n\n`[[kettle]]` and [a [[kettle]]](#a)", ["tea: #a"]),
        ("## A {#a}\n\n`[[kettle]]`", []),
    ],
)
def test_a_term_is_used_in_the_section_that_holds_it_or_calls_its_note(
    text: str, used: list[str], tmp_path: Path
) -> None:
    head = "---\ntitle: Tea\nminutes: 1\n---\n\n"
    boiling = '\n\n## Boiling {#boiling claims="T1"}\n'
    terms, _ = text_uses(course_of(tmp_path, {TEA_SOURCE: head + text + boiling}))
    assert shown(terms, "kettle") == used


def test_what_stands_in_the_head_of_a_lesson_is_its_opening(tmp_path: Path) -> None:
    head = "---\ntitle: Tea\nminutes: 1\nobjectives: [{goal: 'Fill a [[kettle]].'}]\n---\n\n"
    course = course_of(tmp_path, {TEA_SOURCE: head + '## Boiling {#boiling claims="T1"}\n'})
    assert shown(text_uses(course)[0], "kettle") == ["tea: ^"]


def test_an_item_has_the_number_that_it_has_on_its_page(tmp_path: Path) -> None:
    item = (
        "- {{id: {}, type: short, level: apply, claims: [{}], stem: '[[kettle]]', answer: a, points: [b]}}\n"
    )
    quiz = item.format("late", "U1") + item.format("early", "T1")
    terms, _ = text_uses(course_of(tmp_path, {f"{LESSONS}/tea/quiz.yml": quiz}))
    assert shown(terms, "kettle") == ["tea: 1.early 2.late"]


def test_lessons_stand_in_the_order_of_the_plan() -> None:
    assert shown(claim_uses(SAMPLE_COURSE), "K2") == [
        "kettles: #safety 2.which-boil 3.say-boil !what-is-a-kettle",
        "teapots: #pouring",
        "pouring: #vessels 2.which-vessel",
        "brewing: 3.one-blank",
    ]


def test_a_misconception_is_shown_by_items() -> None:
    assert shown(misconception_uses(SAMPLE_COURSE), "hot-is-enough") == [
        "kettles: 1.when-boil",
        "brewing: 1.cool-down",
    ]


def test_nothing_uses_what_nobody_names() -> None:
    terms, references = text_uses(SAMPLE_COURSE)
    assert (terms.of("steeping"), references.of("nobody"), references.listed("nobody")) == ([], [], [])


# -- claims and misconceptions ---------------------------------------------------------------------------


def test_a_claim_stands_where_it_is_taught_first() -> None:
    found = {group.section.id: [claim.id for claim in group.claims] for group in by_section(SAMPLE_COURSE)}
    assert {section: claims for section, claims in found.items() if claims} == {
        "boiling": ["K1"],
        "safety": ["K2"],
    }
    assert list(found) == ["boiling", "safety", "pouring", "steps", "vessels", "steeping"]


def test_a_misconception_stands_where_it_is_mended() -> None:
    groups = [group for group in by_section(SAMPLE_COURSE) if group.misconceptions]
    assert [(group.lesson.slug, group.section.id) for group in groups] == [("kettles", "boiling")]


def test_near_a_claim_is_what_its_section_mends_and_what_its_items_show(tmp_path: Path) -> None:
    misconceptions = (
        "- {id: mended, believes: a, cure: b, section: tea#boiling}\n"
        "- {id: warm-is-hot, believes: a, cure: b, section: hours#five}\n"
    )
    near = nearness(course_of(tmp_path, {"content/misconceptions.yml": misconceptions}))
    assert {claim: [each.id for each in found] for claim, found in near.misconceptions.items()} == {
        "T1": ["mended", "warm-is-hot"],
        "U1": ["warm-is-hot"],
    }
    assert {id: [claim.id for claim in found] for id, found in near.claims.items()} == {
        "mended": ["T1"],
        "warm-is-hot": ["T1", "U1"],
    }
