"""Interview tomorrow, on paper."""

import pytest

from studysite.examples import read_examples
from studysite.markdown import plain_text
from studysite.materials import Materials
from studysite.model import Course
from studysite.model.cards.interview import Interview
from studysite.printing.stock import Stock
from studysite.printing.tomorrow import eves
from studysite.work import Work
from tests.printing import stocks
from tests.printing.papers import Pdf, squeezed

REAL = stocks.real_course()
CARDS = [card for card in REAL.lessons[0].cards if isinstance(card, Interview)]


def works(course: Course) -> list[Work]:
    materials = Materials(course)
    return list(eves(materials, Stock(materials, stocks.fonts())))


def long_course() -> Course:
    """A lesson with ten times as many questions."""
    cards = tuple(
        card.model_copy(update={"id": f"{card.id}-{number}", "ask": f"Question {number}{at:02}?"})
        for number in range(1, 11)
        for at, card in enumerate(CARDS)
    )
    return REAL.model_copy(update={"lessons": (REAL.lessons[0].model_copy(update={"cards": cards}),)})


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_it_is_two_pages_with_every_question_its_core_and_its_points(
    pdfs: dict[str, bytes], paper: str
) -> None:
    """Pitfalls, which matter least, may have no room; then the foot says how many have none."""
    pdf = Pdf(pdfs[f"interview-tomorrow-{paper}.pdf"])
    assert len(pdf.texts) == 2
    said = squeezed("".join(pdf.texts))
    for card in CARDS:
        for text in (card.ask, *card.points):
            start = squeezed(plain_text(text))[:24]
            assert start in said, start
    warned = [all(squeezed(plain_text(each))[:24] in said for each in card.pitfalls) for card in CARDS]
    assert warned.count(True) > len(CARDS) / 3
    assert ("Leftout" in said) == (False in warned)
    assert not warned.count(False) or f"thepitfallsof{warned.count(False)}" in said


def test_of_very_many_questions_it_has_two_pages_and_says_what_is_left_out() -> None:
    made = Pdf(works(long_course())[1].make())
    assert len(made.texts) == 2
    said = squeezed("".join(made.texts))
    shown = [f"Question{n}{at:02}?" in said for n in range(1, 11) for at in range(len(CARDS))]
    assert shown == sorted(shown, reverse=True)
    all_of = len(shown)
    assert f"thepitfallsof{all_of};thepointsof{all_of};the15secondsof{all_of}(" in said
    assert f"instead);{shown.count(False)}ofthequestions" in said
    assert "itspoints,wheretheyhaveroom," in said
    assert made.strays(14) == []


def test_there_is_none_where_nothing_is_asked() -> None:
    assert [work.name for work in works(REAL)] == [
        "interview-tomorrow-a4.pdf",
        "interview-tomorrow-letter.pdf",
    ]
    lesson = REAL.lessons[0].model_copy(update={"cards": ()})
    assert works(REAL.model_copy(update={"lessons": (lesson,)})) == []
    assert len(works(read_examples().course)) == 2
