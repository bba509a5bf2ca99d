"""An exam on paper: the same for the same seed, its forms alike but for the order, its key right."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import html

from studysite import cli, examining, webbuild
from studysite.examining import ExamFault, Wish
from studysite.examples import read_examples
from studysite.markdown import plain_text
from studysite.materials import Materials
from studysite.model import ITEM_TYPES, Item
from studysite.model.items.choice import Choice
from studysite.model.items.multiple import Multiple
from studysite.printing.draw import drawn
from studysite.printing.exam import Exam
from studysite.printing.points import RULES
from studysite.printing.press import pdf
from tests.printing import stocks
from tests.printing.papers import Pdf
from tests.projects import ROOT, write

REAL = stocks.real_course()
LESSON = REAL.lesson["rlhf-limits"]
WISH = Wish(questions=20, seed=7)


def real(form: str = "A", **more: Any) -> Exam:
    return examining.exam(Materials(REAL), replace(WISH, form=form, **more))


def of_all_types(form: str) -> Exam:
    return examining.exam(Materials(read_examples().course), Wish(questions=7, seed=7, form=form, minutes=45))


def ids(items: list[Item]) -> list[str]:
    return [item.id for item in items]


def questions(exam: Exam) -> dict[str, list[str]]:
    """The options or entries of each question as the paper shows them, by its id."""
    found = tree(exam.paper()).find_class("item")
    return {item.attrib["id"]: [words(entry) for entry in item.iter("li")] for item in found}


def told(exam: Exam) -> dict[str, str]:
    """What the key says at a glance, by the id of the question."""
    return dict(zip(ids(exam.items), texts(exam.key(), "right"), strict=True))


def texts(document: str, name: str) -> list[str]:
    return [words(element) for element in tree(document).find_class(name)]


def tree(document: str) -> html.HtmlElement:
    root = html.document_fromstring(document)
    assert isinstance(root, html.HtmlElement)
    return root


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


# -- which questions ------------------------------------------------------------------------------------


def test_the_questions_follow_from_the_seed_and_the_lessons_alone() -> None:
    assert ids(real().items) == ids(real(minutes=5).items)
    assert len({tuple(sorted(ids(real(seed=seed).items))) for seed in range(20)}) == 20


@pytest.mark.parametrize("seed", range(10))
def test_each_section_gives_its_share_and_levels_take_turns(seed: int) -> None:
    found = drawn([LESSON], 26, str(seed))
    for section in LESSON.sections:
        there = [item for item in LESSON.items if LESSON.section_of(item.claims) == section]
        taken = [item for item in found if item in there]
        assert abs(len(taken) - len(there) / 2) <= 1, section.id
        levels = {item.level for item in there}
        assert len({item.level for item in taken}) == min(len(levels), len(taken)), section.id


# -- forms ----------------------------------------------------------------------------------------------


def test_forms_ask_the_same_in_another_order() -> None:
    a, b = real("A"), real("B")
    assert sorted(ids(a.items)) == sorted(ids(b.items))
    assert ids(a.items) != ids(b.items)
    assert a.points == b.points
    assert a.number != b.number
    assert [item.type for item in b.items] == sorted((item.type for item in b.items), key="short".__eq__)


def test_forms_show_each_question_in_another_order_unless_its_author_keeps_it() -> None:
    a, b = questions(real("A", questions=52)), questions(real("B", questions=52))
    kept = {item.id for item in LESSON.items if getattr(item, "keep_order", item.type == "short")}
    assert {id for id in a if a[id] == b[id]} == kept
    a, b = questions(of_all_types("A")), questions(of_all_types("B"))
    moved = {item.type for item in of_all_types("A").items if a[item.id] != b[item.id]}
    assert moved == {"multiple", "order"}  # the author keeps the order of the options, and of the pairs


# -- the paper and its key --------------------------------------------------------------------------------


def test_the_paper_gives_nothing_away() -> None:
    exam = real()
    paper = exam.paper()
    said = words(tree(paper))
    for item in exam.items:
        assert all(item.level not in beside for beside in texts(paper, "item-level"))
        for option in getattr(item, "options", []):
            assert option.why is None or plain_text(option.why) not in said
    names = {name for each in tree(paper).iter() for name in (each.get("class") or "").split()}
    assert not {"on-page", "key", "term"} & names


def test_points_are_said_at_each_question_and_add_up() -> None:
    exam = of_all_types("A")
    assert sum(int(said.split()[0]) for said in texts(exam.paper(), "item-level")) == exam.points
    assert texts(exam.paper(), "marks") == [f"Points of {exam.points}"]
    assert RULES.keys() == ITEM_TYPES.keys()


@pytest.mark.parametrize("form", ["A", "B"])
def test_the_letters_of_the_key_are_those_of_the_paper(form: str) -> None:
    exam = real(form)
    for id, entries in questions(exam).items():
        item = REAL.item[id][1]
        if isinstance(item, Choice | Multiple):
            right = {" ".join(plain_text(option.text).split()) for option in item.options if option.is_right}
            letters = [entry[0] for entry in entries if entry.partition(" ")[2] in right]
            assert len(letters) == len(right), id
            assert told(exam)[id] == (", ".join(letters) or "None of them")


@pytest.mark.parametrize("form", ["A", "B"])
def test_the_key_of_pairs_and_of_an_order_reads_as_the_paper_does(form: str) -> None:
    exam = of_all_types(form)
    key = {item.type: told(exam)[item.id] for item in exam.items}
    shown = {item.type: questions(exam)[item.id] for item in exam.items}
    steps = ["Cold water goes into the kettle.", "The kettle sings.", "The water boils.", "The leaves steep."]
    assert key["order"] == ", ".join(str(steps.index(step) + 1) for step in shown["order"])
    heat = {"Black tea": "100 °C", "Green tea": "80 °C"}
    letters = {entry[2:]: entry[0] for entry in shown["match"][2:]}
    assert key["match"] == ", ".join(letters[heat[tea]] for tea in shown["match"][:2])


@pytest.fixture(scope="module")
def printed() -> dict[str, bytes]:
    exam = of_all_types("B")
    return {
        name: pdf(stocks.sheets(exam.materials, text), exam.mark)
        for name, text in (("paper", exam.paper()), ("key", exam.key()))
    }


def test_the_same_seed_gives_the_same_bytes(printed: dict[str, bytes]) -> None:
    exam = of_all_types("B")
    assert pdf(stocks.sheets(exam.materials, exam.paper()), exam.mark) == printed["paper"]


@pytest.mark.parametrize("name", ["paper", "key"])
def test_each_page_says_which_exam_it_belongs_to(printed: dict[str, bytes], name: str) -> None:
    pages = Pdf(printed[name]).texts
    assert len(pages) == 2
    for number, text in enumerate(pages, 1):
        assert of_all_types("B").mark in text
        assert f"Page {number} of {len(pages)}" in text
    assert Pdf(printed[name]).strays(20) == []


def test_the_paper_has_name_date_points_and_minutes(printed: dict[str, bytes]) -> None:
    text = Pdf(printed["paper"]).texts[0]
    assert re.search(r"Name.*Date.*Points", text, re.S)
    assert "7 questions, 13 points, 45 minutes." in text


# -- the command -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        (Wish(lesson=("rlhf-limit",)), "There is no lesson `rlhf-limit`. Did you mean `rlhf-limits`?"),
        (Wish(lesson=("x",)), "There is no lesson `x`. There are: rlhf-limits."),
        (
            Wish(questions=53),
            "An exam of 53 was asked for, and lesson `rlhf-limits` has 52 questions. Ask for",
        ),
    ],
)
def test_a_wish_that_cannot_be_met_is_answered_with_what_can(wish: Wish, says: str) -> None:
    with pytest.raises(ExamFault) as raised:
        examining.exam(Materials(REAL), wish)
    assert str(raised.value).startswith(says)


def test_the_command_writes_both_files_or_says_why_not(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "ROOT", project)
    monkeypatch.setattr(webbuild, "for_print", lambda *_: stocks.fonts())

    def run(*args: str) -> tuple[int, str]:
        result = CliRunner().invoke(cli.main, ["exam", "--seed", "3", *args], catch_exceptions=False)
        return result.exit_code, result.output

    code, said = run("--questions", "20")
    assert (code, "Ask for 8 or fewer" in said) == (1, True)
    with monkeypatch.context() as without:
        without.setattr(examining, "cannot_print", lambda: "No PDFs: do this.")
        assert run("--questions", "4") == (1, "content: nothing to mend\nError: No PDFs: do this.\n")
    assert not (project / "exams").exists()
    code, said = run("--questions", "3", "--lesson", "kettles", "--lesson", "teapots")
    (folder,) = (project / "exams",)
    assert code == 0, said
    names = sorted(path.name for path in folder.iterdir())
    assert names == [f"2-lessons-3-questions-seed-3-form-A-a4{end}.pdf" for end in ("-key", "")]
    assert all(f"Wrote exams/{name}." in said for name in names)
    write(project, {"content/lessons/kettles/cards.yml": "- id: Bad Id\n  type: concept\n"})
    code, said = run("--questions", "4")
    assert (code, "error[bad-id]" in said) == (1, True)
    assert sorted(path.name for path in folder.iterdir()) == names


def test_nothing_is_left_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OSError):
        examining._write(tmp_path, {"a.pdf": b"1", "b/c.pdf": b"2"})
    assert list(tmp_path.iterdir()) == []


def test_the_readme_shows_the_command_as_it_is() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (line,) = re.findall(r"python3 build\.py exam( .*)", readme)
    context = cli.main.commands["exam"].make_context("exam", line.split())
    wish = {name: value for name, value in context.params.items() if name != "out"}
    assert len(examining.exam(Materials(REAL), Wish(**wish)).items) == wish["questions"]
