"""The deck, as Anki itself takes it: imported, reviewed there, edited here, imported again."""

import html
import io
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from markupsafe import Markup

from studysite.drawing import read_drawing
from studysite.export.anki import anki, package
from studysite.export.anki.types import TYPES
from studysite.export.answers import answered
from studysite.export.drawn import drawn
from studysite.materials import Materials
from tests.learner import DAY, ENTITIES, EXAMPLES, LESSON, Learner, of_type, with_entities
from tests.projects import ROOT

FIGURE = f"{LESSON.folder}/figures/loop.svg"
DRAWING = next((ROOT / "content/lessons").glob("*/figures/loop.svg")).read_bytes()
HOSTILE = (
    r'}} :: {{c9::x}} {{Stem}} `a::b}}` <b> & "q" [sound:a.mp3] [latex] ]]> $\frac{1}{x_{y_{z}}} < 2::3$'
)


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    learner = Learner(tmp_path)
    yield learner
    learner.col.close()


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Learner]:
    """A collection with the examples as they are, which nobody changes."""
    learner = Learner(tmp_path_factory.mktemp("anki"))
    assert learner.take() == {"new": len(ENTITIES)}
    yield learner
    learner.col.close()


def words(text: str) -> str:
    """What a reader sees of HTML."""
    return " ".join(Markup(text).striptags().split())


def rows(text: str) -> str:
    """What a reader sees of HTML whose parts stand beside one another."""
    return words(text.replace("</span>", " "))


# -- what is there --------------------------------------------------------------------------------------


def test_every_question_and_card_is_a_note_with_one_card(taken: Learner) -> None:
    assert set(taken.notes) == {entity.id for entity in ENTITIES}
    assert {len(note.cards()) for note in taken.notes.values()} == {1}


def test_new_cards_come_in_the_order_of_the_lesson(taken: Learner) -> None:
    due = {note.cards()[0].due: id for id, note in taken.notes.items()}
    assert [id for _, id in sorted(due.items())] == [entity.id for entity in ENTITIES]


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: f"{type(entity).__name__}")
def test_both_sides_are_shown_and_the_answer_is_on_the_back_alone(entity: Any, taken: Learner) -> None:
    front, back = taken.sides(entity.id)
    for side in (front, back):
        assert "{{" not in side
        assert 'class="sheet' in side
    answer = getattr(entity, "answer", None) or getattr(entity, "explain", None)
    if isinstance(answer, str):
        assert words(answer) in words(back)
        assert words(answer) not in words(front)
    for reason in answered(entity).reasons:
        *_, why = reason.split(" – ")
        assert why in words(back)
        assert why not in words(front) or entity.type in ("choice", "multiple")


def test_an_option_has_its_verdict_in_words_and_its_reason(taken: Learner) -> None:
    item = of_type("choice")
    front, back = map(words, taken.sides(item.id))
    for option in item.options:
        verdict = "Right" if option.is_right else "Wrong"
        assert f"{option.text} {verdict} {option.why or ''}".strip() in back
        assert option.text in front
    assert item.hint in front


def test_where_no_option_is_right_the_back_says_so(learner: Learner) -> None:
    item = of_type("multiple")
    learner.take(
        with_entities(item.model_copy(update={"options": [o for o in item.options if not o.is_right]}))
    )
    assert "None of them is right." in words(learner.sides(item.id)[1])


def test_steps_and_pairs_are_named_alike_on_both_sides(taken: Learner) -> None:
    order, match = of_type("order"), of_type("match")
    front, back = map(rows, taken.sides(order.id))
    for place, step in enumerate(order.steps, 1):
        (letter,) = re.findall(rf"(\w) {re.escape(step)}", front)
        assert f"{place} {step} {letter}" in back
    front, back = map(rows, taken.sides(match.id))
    for pair in match.pairs:
        (number,) = re.findall(rf"(\d) {pair.left}", front)
        (letter,) = re.findall(rf"([A-Z]) {pair.right}", front)
        assert f"{number} {pair.left} {letter} {pair.right}" in back


def test_an_interview_card_has_all_that_helps_to_answer(taken: Learner) -> None:
    card = of_type("interview")
    front, back = taken.sides(card.id)
    assert 'class="time"' in front
    assert back.count('<input type="checkbox">') == len(card.points)
    said = words(back)
    for text in (card.short, *card.points, *card.pitfalls, card.at_15, card.at_60):
        assert words(text) in said
    for follow_up in card.follow_ups:
        assert words(follow_up.ask or EXAMPLES.card[follow_up.card][1].ask) in said  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "entity", [each for each in ENTITIES if each.type == "cloze"], ids=lambda each: each.id
)
def test_all_blanks_of_a_text_are_hidden_together(entity: Any, taken: Learner) -> None:
    front, back = taken.sides(entity.id)
    blanks = entity.text.count("==") // 2
    assert front.count('class="cloze"') == back.count('class="cloze"') == blanks
    assert front.count("[...]") == blanks
    for other in re.findall(r"\|([^=|]+)", entity.text):
        assert other in words(back)


def test_notes_are_tagged_and_lie_in_the_deck_of_their_lesson(taken: Learner) -> None:
    item = of_type("number")
    note = taken.notes[item.id]
    expected = {"day::1", f"lesson::{LESSON.slug}", "type::number", f"level::{item.level}"}
    assert set(note.tags) == expected | {f"claim::{claim}" for claim in item.claims}
    (deck,) = {taken.col.decks.name(note.cards()[0].did) for note in taken.notes.values()}
    assert deck == f"{EXAMPLES.plan.title}::Day 01: {LESSON.head.title}"


def test_the_name_of_a_deck_makes_no_deck_more(learner: Learner) -> None:
    plan = EXAMPLES.plan.model_copy(update={"title": "Tea::a course"})
    learner.take(EXAMPLES.model_copy(update={"plan": plan}))
    names = [deck.name for deck in learner.col.decks.all_names_and_ids()]
    assert [name for name in names if name.startswith("Tea")] == [
        "Tea: :a course",
        f"Tea: :a course::Day 01: {LESSON.head.title}",
    ]


def test_a_card_says_what_it_rests_on_and_where_it_was_taught(taken: Learner) -> None:
    entity = next(each for each in ENTITIES if each.source)
    back = taken.sides(entity.id)[1]
    for key in entity.source:
        reference = EXAMPLES.reference[key]
        assert reference.title in html.unescape(back)
        assert all(address in back for _, address in reference.links[:1])
    section = LESSON.section_of(entity.claims)
    assert section is not None
    assert words(back).endswith(f" {section.title}")


# -- what it is made of ---------------------------------------------------------------------------------


def test_the_fields_of_a_type_are_for_ever() -> None:
    """Anki takes a type with other fields for another: to change this is to part learners from updates."""
    tail = ("Level", "Lesson", "Section", "Sources", "Link", "Extra 1", "Extra 2", "Extra 3", "Extra 4")
    interview = ("Core", "Answer", "Points", "Pitfalls", "Follow-ups", "In 15 seconds", "In 60 seconds")
    assert {type_.number: type_.fields for type_ in TYPES} == {
        1_790_000_001: ("Id", "Stem", "Choices", "Hint", "Answer", "Explain", *tail),
        1_790_000_002: ("Id", "Question", "Answer", *tail),
        1_790_000_003: ("Id", "Question", *interview, *tail),
        1_790_000_004: ("Id", "Text", "Stem", "Hint", "Also", "Explain", *tail),
    }


def test_a_package_is_the_same_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = anki(Materials(EXAMPLES, date=DAY)).make()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert anki(Materials(EXAMPLES, date=DAY)).make() == first
    assert anki(Materials(EXAMPLES, date=DAY + 2)).make() != first


@pytest.mark.parametrize("date", [0, DAY])
def test_a_package_bears_the_date_of_the_edition(date: int) -> None:
    with ZipFile(io.BytesIO(anki(Materials(EXAMPLES, date=date)).make())) as made:
        years = {entry.date_time[0] for entry in made.infolist()}
        assert made.namelist() == ["collection.anki2", "media"]
    assert years == {time.gmtime(date).tm_year if date else 1980}


def test_pictures_come_along_and_drawings_have_their_colours(learner: Learner) -> None:
    item = of_type("choice")
    stem = 'Which?\n\n![A loop](figures/loop.svg "Round and $x$")\n\nSay it.'
    learner.take(with_entities(item.model_copy(update={"stem": stem})), images={FIGURE: DRAWING})
    front, back = learner.sides(item.id)
    for side in (front, back):
        (name,) = re.findall(r'<img src="([^"]+)" alt="A loop">', side)
        assert (Path(learner.col.media.dir()) / name).read_bytes() == drawn(read_drawing(DRAWING))
        assert r"Round and \(x\)" in side
    assert learner.col.media.check().missing == []
    assert learner.col.media.check().unused == []


def test_only_pictures_that_are_shown_come_along() -> None:
    made = anki(Materials(EXAMPLES, images={FIGURE: DRAWING}, date=DAY)).make()
    with ZipFile(io.BytesIO(made)) as package:
        assert json.loads(package.read("media")) == {}


# -- what a learner has stays ---------------------------------------------------------------------------


def test_what_was_edited_is_brought_up_to_date_and_reviews_stay(learner: Learner) -> None:
    learner.take()
    learner.review()
    before = learner.schedule
    assert sum(each.reps for each in before.values()) == 5
    assert max(each.interval for each in before.values()) > 0
    types = learner.col.models.all_names_and_ids()
    choice, concept = of_type("choice"), of_type("concept")
    edited = with_entities(
        choice.model_copy(update={"stem": "How hot is it?"}),
        concept.model_copy(update={"answer": "To wait."}),
    )
    assert learner.take(edited, DAY + 1) == {"updated": len(ENTITIES)}
    assert learner.schedule == before
    assert words(learner.notes[choice.id]["Stem"]) == "How hot is it?"
    assert "To wait." in learner.sides(concept.id)[1]
    assert learner.col.models.all_names_and_ids() == types


def test_the_look_of_cards_follows_too(learner: Learner, monkeypatch: pytest.MonkeyPatch) -> None:
    learner.take()
    monkeypatch.setattr(package, "style", lambda: ".card { color: red; }")
    learner.take(date=DAY + 1)
    kinds = [kind for kind in learner.col.models.all() if kind["name"].startswith("Study site")]
    assert [kind["css"] for kind in kinds] == [".card { color: red; }"] * len(TYPES)


def test_a_package_that_is_no_later_changes_nothing(learner: Learner) -> None:
    learner.take()
    choice = of_type("choice")
    edited = with_entities(choice.model_copy(update={"stem": "How hot is it?"}))
    assert learner.take(edited) == {"duplicate": len(ENTITIES)}
    assert words(learner.notes[choice.id]["Stem"]) == words(choice.stem)


def test_what_was_renamed_keeps_its_note(learner: Learner) -> None:
    learner.take()
    learner.review()
    before = learner.schedule
    choice = of_type("choice")
    for number, was in enumerate(([choice.id], [choice.id, "how-hot"]), 1):
        renamed = choice.model_copy(update={"id": f"heat-{number}", "was": was})
        assert learner.take(with_entities(renamed), DAY + number) == {"updated": len(ENTITIES)}
        after = learner.schedule
        assert after.pop(f"heat-{number}") == before[choice.id]
        assert after == {id: each for id, each in before.items() if id != choice.id}


def test_a_new_card_joins_the_others(learner: Learner) -> None:
    learner.take()
    card = of_type("concept").model_copy(update={"id": "brand-new", "was": [], "ask": "What is new?"})
    lesson = LESSON.model_copy(update={"cards": (*LESSON.cards, card)})
    taken = learner.take(EXAMPLES.model_copy(update={"lessons": (lesson,)}), DAY + 1)
    assert taken == {"new": 1, "updated": len(ENTITIES)}
    assert learner.notes["brand-new"].cards()[0].did == learner.notes[of_type("concept").id].cards()[0].did


# -- words that mean something to Anki ------------------------------------------------------------------


def shown(side: str) -> str:
    """What a reader sees of a side, formulas as TeX."""
    side = re.sub(r"(?s)<style>.*?</style>|<!--.*?-->|<[^>]*>", "", side)
    return " ".join(html.unescape(side).split())


SEEN = r"}} :: {{c9::x}} {{Stem}} a::b}} <b> & “q” [sound:a.mp3] [latex] ]]> \(\frac{1}{x_{y_{z}}} < 2::3\)"


def test_words_are_what_their_author_wrote(learner: Learner) -> None:
    choice, concept, interview = of_type("choice"), of_type("concept"), of_type("interview")
    learner.take(
        with_entities(
            choice.model_copy(update={"stem": HOSTILE}),
            concept.model_copy(update={"answer": HOSTILE}),
            interview.model_copy(update={"points": [HOSTILE]}),
        )
    )
    assert SEEN in shown(learner.sides(choice.id)[0])
    assert SEEN in shown(learner.sides(concept.id)[1])
    assert SEEN in shown(learner.sides(interview.id)[1])


@pytest.mark.parametrize(
    ("blank", "seen"),
    [
        *(("a", "a"), ("a}", "a}"), ("{a", "{a"), (":a:", ":a:"), ("**a**::b", "a::b")),
        ("`a::b}}`", "a::b}}"),
        (r"$\frac{1}{x_{y_{z}}}::2$", r"\(\frac{1}{x_{y_{z} } }: :2\)"),
    ],
)
def test_words_in_and_around_a_blank_are_what_their_author_wrote(
    blank: str, seen: str, learner: Learner
) -> None:
    text = f"{HOSTILE} {{=={blank}=={{ and =={blank}==}} {HOSTILE}"
    item, card = of_type("cloze"), next(card for card in LESSON.cards if card.type == "cloze")
    learner.take(with_entities(*(each.model_copy(update={"text": text}) for each in (item, card))))
    around = SEEN.replace("}}}", "} } }").replace("2::3", "2: :3")
    for entity in (item, card):
        front, back = learner.sides(entity.id)
        assert f"{around} {{{seen}{{ and {seen}}} {around}" in shown(back)
        assert f"{around} {{[...]{{ and [...]}} {around}" in shown(front)
        assert len(learner.notes[entity.id].cards()) == 1
