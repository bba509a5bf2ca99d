"""The learner's desk as it stands without its script, and the ways that lead there."""

from pathlib import Path

from studysite.render.address import EXAM
from tests.pages import PRACTICE, TEA_PRACTICE, pages_of, sample, tree
from tests.projects import new_course


def test_the_page_of_exams_leads_to_the_questions_of_each_lesson() -> None:
    page = tree(sample()[EXAM])
    assert page.xpath("//study-exam//li/a/@href") == [
        "../lessons/kettles/practice/#questions",
        "../lessons/pouring/practice/#questions",
        "../lessons/brewing/practice/#questions",
    ]
    assert "script: exam\n" in sample()[EXAM]


def test_a_practice_page_can_be_taken_as_an_exam() -> None:
    (link,) = tree(sample()[PRACTICE]).xpath("//*[@class='facts']//a[.='Take it as an exam']/@href")
    assert link == "../../../exam/?lessons=kettles"


def test_a_lesson_without_questions_can_be_no_exam(tmp_path: Path) -> None:
    cards = "- {id: say, type: concept, claims: [C1], ask: Why?, answer: So.}\n"
    pages = pages_of(new_course(tmp_path, {"content/lessons/tea/cards.yml": cards}))
    assert "Take it as an exam" not in pages[TEA_PRACTICE]
    assert "lessons/tea/" not in pages[EXAM]
