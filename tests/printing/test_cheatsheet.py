"""A lesson on one page."""

from dataclasses import replace

import pytest

from studysite.markdown import plain_text
from studysite.materials import Materials
from studysite.model import Claim, Course
from studysite.printing.cheatsheet import cheatsheets, part
from studysite.printing.stock import Stock
from studysite.sentences import first_sentence
from studysite.work import Work
from tests.printing import stocks
from tests.printing.papers import Pdf, squeezed

REAL = stocks.real_course()


def works(course: Course) -> list[Work]:
    materials = Materials(course)
    return list(cheatsheets(materials, Stock(materials, stocks.fonts())))


def long_course() -> Course:
    """Three lessons that claim a hundred things each."""
    real = REAL.lessons[0]
    names = ["first", "second", "third"]
    claims = {name: [_claim(f"{name}-{number}") for number in range(100)] for name in names}
    lessons = [
        real.model_copy(
            update={
                "slug": name,
                "items": (),
                "cards": (),
                "sections": (
                    real.sections[0].model_copy(update={"claims": tuple(each.id for each in claims[name])}),
                ),
            }
        )
        for name in names
    ]
    every = tuple(claim for some in claims.values() for claim in some)
    return REAL.model_copy(update={"lessons": tuple(lessons), "claims": every, "misconceptions": ()})


def _claim(id: str) -> Claim:
    words = "This is one more of very many claims of a course that has a great deal to say about tea."
    return Claim(
        id=id, says=f"{id}. {words}", evidence="strong", against="None.", would_change_my_mind="Tea."
    )


@pytest.fixture(scope="module")
def long() -> bytes:
    return next(work for work in works(long_course()) if work.name == "course-cheat-sheet-letter.pdf").make()


def test_there_is_one_of_each_lesson_and_of_a_course_of_several() -> None:
    assert [work.name for work in works(REAL)] == [
        "rlhf-limits-cheat-sheet-a4.pdf",
        "rlhf-limits-cheat-sheet-letter.pdf",
    ]
    names = [work.name for work in works(long_course()) if work.variant == "A4"]
    assert names == [f"{name}-cheat-sheet-a4.pdf" for name in ("course", "first", "second", "third")]
    bare = REAL.lessons[0].model_copy(update={"sections": (), "cards": (), "text": "", "items": ()})
    assert works(REAL.model_copy(update={"lessons": (bare,), "misconceptions": ()})) == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_it_is_one_page_with_all_that_matters_most(pdfs: dict[str, bytes], paper: str) -> None:
    (text,) = Pdf(pdfs[f"rlhf-limits-cheat-sheet-{paper}.pdf"]).texts
    said = squeezed(text)
    shown = part(Materials(REAL), REAL.lessons[0])
    whole = [claim.says for _, claims in shown.sections for claim in claims]
    whole += [text for each in shown.misconceptions for text in (each.believes, each.cure)]
    assert [text for text in whole if squeezed(plain_text(text)) not in said] == []
    assert "ofthetermsintheglossary" in said.replace("(", "").replace(")", "")


def test_of_very_much_it_has_a_page_and_says_what_is_left_out(long: bytes) -> None:
    (text,) = Pdf(long).texts
    there = [f"{name}-{number}" for number in range(100) for name in ("first", "second", "third")]
    shown = [id for id in there if f"{id}. This" in " ".join(text.split())]
    assert shown == there[: len(shown)], "lessons take turns"
    assert len(shown) > 40
    assert f"{300 - len(shown)} of the claims" in " ".join(text.split())
    assert Pdf(long).strays(14) == []


def test_numbers_are_cards_that_ask_for_one() -> None:
    facts = {card.id for card in part(Materials(REAL), REAL.lessons[0]).facts}
    assert facts
    for card in REAL.lessons[0].cards:
        if card.type == "concept":
            answer = str(getattr(card, "answer", "")).replace("Day 27", "")
            assert (card.id in facts) == any(sign.isdigit() or sign == "$" for sign in answer), card.id


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One thing. Another.", "One thing."),
        ("One thing", "One thing"),
        ("It is 1.5 of it, e.g. Tea, or more. And so on.", "It is 1.5 of it, e.g. Tea, or more."),
        ("A code `a. B` in it! Then *this*.", "A code `a. B` in it!"),
        ("What (is it? It is) it? $x$ is.", "What (is it? It is) it?"),
        ("A formula $a. B$ stays. [@key] says so.", "A formula $a. B$ stays. [@key] says so."),
        ("It says “so.” He does.", "It says “so.”"),
        ("One paragraph\n\nAnother. And", "One paragraph"),
    ],
)
def test_a_first_sentence_ends_where_a_reader_would_end_it(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_its_inputs_are_what_it_shows() -> None:
    """A file is made again when what it is made of has changed."""
    other = replace(Materials(REAL.model_copy(update={"claims": REAL.claims[::-1]})))
    stock = Stock(other, stocks.fonts())
    assert next(cheatsheets(other, stock)).inputs == works(REAL)[0].inputs
    lesson = REAL.lessons[0].model_copy(update={"items": ()})
    assert works(REAL.model_copy(update={"lessons": (lesson,)}))[0].inputs != works(REAL)[0].inputs
