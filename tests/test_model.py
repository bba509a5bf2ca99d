"""What a course is: its records, their texts, and what can be looked up in it."""

from typing import get_args

import pytest
from pydantic import BaseModel, ValidationError

from studysite.load import load
from studysite.model import CARD_TYPES, ITEM_TYPES, Card, Course, Entity, Item, Prose, Record, texts
from studysite.model.items.choice import Choice
from studysite.model.items.distinct import repeated
from studysite.model.items.match import Match
from tests.projects import SAMPLE

CHOICE = Choice.model_validate(
    {
        "id": "a",
        "type": "choice",
        "level": "apply",
        "claims": ["T1", "T2"],
        "stem": "  Stem?  ",
        "options": [{"right": "Key"}, {"wrong": "Other", "why": "Reason", "shows": "b"}],
        "source": "cha2001",
    }
)


@pytest.fixture(scope="module")
def course() -> Course:
    loaded = load(SAMPLE)
    assert loaded.course is not None
    return loaded.course


def records(base: type[BaseModel] = Record) -> set[type[BaseModel]]:
    return {base, *(found for child in base.__subclasses__() for found in records(child))}


@pytest.mark.parametrize(("types", "base"), [(ITEM_TYPES, Item), (CARD_TYPES, Card)])
def test_the_table_names_each_type_as_its_author_does(
    types: dict[str, type[BaseModel]], base: type[BaseModel]
) -> None:
    for name, model in types.items():
        assert issubclass(model, base)
        assert get_args(model.model_fields["type"].annotation) == (name,)
    assert set(types.values()) == records(base) - {base}, "a type that no author can write"


@pytest.mark.parametrize("model", sorted(records(), key=str))
def test_records_refuse_unknown_keys_and_change(model: type[BaseModel]) -> None:
    assert model.model_config.get("extra") == "forbid"
    assert model.model_config.get("frozen") is True


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        setattr(CHOICE, "stem", "Another")  # noqa: B010


def test_the_texts_of_an_item_with_the_way_to_each() -> None:
    assert sorted(texts(CHOICE), key=str) == sorted(
        [
            (("stem",), "Stem?", Prose.BLOCK),
            (("options", 0, "right"), "Key", Prose.LABEL),
            (("options", 1, "wrong"), "Other", Prose.LABEL),
            (("options", 1, "why"), "Reason", Prose.INLINE),
        ],
        key=str,
    )


def test_no_word_of_an_author_escapes(course: Course) -> None:
    """What the sample course says stands in some text of the model, titles and names aside."""
    lesson = course.lesson["kettles"]
    found = {text for entity in (*lesson.items, *lesson.cards, lesson.head) for _, text, _ in texts(entity)}
    for words in (
        *("A kettle", "Too small.", "It is a kettle with a tap.", "Think of $T$.", "Cooler."),
        *("Asks who *tasted* it.", "Names time.", "Saying that hotter is always better."),
        *("Because extraction is slow below it.", "And green tea?", "Say when water boils."),
        *("Why tea wants boiling water.", "How warm, and who tasted it?", "The scale was made for it."),
    ):
        assert words in found


def test_a_text_loses_the_blanks_around_it() -> None:
    assert CHOICE.stem == "Stem?"


def test_one_source_is_a_list_of_one() -> None:
    assert CHOICE.source == ["cha2001"]


def test_options() -> None:
    assert [(option.is_right, option.text) for option in CHOICE.options] == [(True, "Key"), (False, "Other")]


def test_every_text_of_steps_and_pairs_is_found(course: Course) -> None:
    found = {(loc, kind) for item in course.lesson["pouring"].items for loc, _, kind in texts(item)}
    assert {(loc, kind) for loc, kind in found if len(loc) > 1} == {
        *((("steps", at), Prose.LABEL) for at in range(4)),
        *((("pairs", at, side), Prose.LABEL) for at in range(3) for side in ("left", "right")),
        *((("pairs", at, "why"), Prose.INLINE) for at in (0, 2)),
        (("extra", 0), Prose.LABEL),
    }


def test_what_can_be_chosen_for_a_pair(course: Course) -> None:
    _, item = course.item["which-vessel"]
    assert isinstance(item, Match)
    assert [choice.split()[0] for choice in item.choices] == ["It", "Leaves", "One", "It"]
    assert item.choices[-1] == "It stirs the xylophone."


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (["a", "b", "c"], None),
        (["a", "b", "a"], (2, 0)),
        (["a", "b c", "b\n  c", "a"], (2, 1)),
        (["$n$", "$N$"], None),
        ([], None),
    ],
)
def test_texts_that_read_alike(given: list[str], found: tuple[int, int] | None) -> None:
    assert repeated(given) == found


def test_an_entity_knows_where_it_was_written(course: Course) -> None:
    _, item = course.item["which-boil"]
    assert item.loc == ("content/lessons/kettles/quiz.yml", 1)
    assert course.terms[0].loc == ("content/glossary.yml", 0)
    assert issubclass(type(item), Entity)


def test_what_can_be_looked_up(course: Course) -> None:
    assert list(course.lesson) == ["kettles", "teapots", "pouring"]
    assert course.day_of == {"kettles": 1, "teapots": 3, "pouring": 7}
    assert set(course.item) == {"when-boil", "which-boil", "say-boil", "make-tea", "which-vessel"}
    assert course.card["what-is-a-kettle"][0].slug == "kettles"
    assert course.reference["cha2001"].label == "Cha et al. 2001"
    assert {name: term.id for name, term in course.term.items()} == {
        "kettle": "kettle",
        "water boiler": "kettle",
        "steeping": "steeping",
    }


def test_a_lesson_places_items_and_cards(course: Course) -> None:
    placeable = course.lesson["kettles"].placeable
    assert [entity.id for entity in placeable["quiz"]] == ["when-boil", "which-boil", "say-boil"]
    assert [entity.id for entity in placeable["cards"]] == ["why-boil", "what-is-a-kettle"]


@pytest.mark.parametrize(
    ("claims", "section"),
    [
        (["K1"], "boiling"),
        (["K2"], "safety"),
        (["K2", "K1"], "safety"),
        (["X", "K1"], "boiling"),
        (["X"], None),
    ],
)
def test_claims_lead_to_the_section_that_teaches_the_first_of_them(
    claims: list[str], section: str | None, course: Course
) -> None:
    found = course.lesson["kettles"].section_of(claims)
    assert (found.id if found else None) == section
