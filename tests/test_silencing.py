"""What an `allow:` covers, and what it does not."""

from pathlib import Path

import pytest

from studysite.diagnostics import Diagnostic, Place
from studysite.layout import CLAIMS, GLOSSARY, LESSONS, MISCONCEPTIONS, PLAN, REFERENCES
from studysite.pipeline import examine
from studysite.silencing import Allowance, allowances, idle, silence
from tests.pages import TEA_SOURCE, course_at
from tests.projects import SAMPLE, new_course

QUIZ, CARDS = f"{LESSONS}/tea/quiz.yml", f"{LESSONS}/tea/cards.yml"
ANSWER = ("answer: B", "points: [c]")
HERE = Allowance((QUIZ, 1), "long-key")


def entry(id: str, *lines: str) -> str:
    """The only entry of a list file."""
    return "".join((f"- id: {id}\n", *(f"  {line}\n" for line in lines)))


def told(*loc: str | int, code: str = "long-key") -> Diagnostic:
    return Diagnostic(Place(QUIZ), code, "m", "Do.", loc)


@pytest.mark.parametrize("loc", [(QUIZ, 1), (QUIZ, 1, "options", 0, "right")])
def test_it_covers_its_owner_and_all_inside(loc: tuple[str | int, ...]) -> None:
    assert silence([told(*loc)], [HERE]) == []


@pytest.mark.parametrize(
    "other",
    [
        told(QUIZ, 2, "options"),
        told(QUIZ, 11),
        told(QUIZ),
        told("content/claims.yml", 1),
        told(),
        told(QUIZ, 1, code="raw-html"),
        told(QUIZ, 1, code="no-key"),
    ],
)
def test_it_covers_nothing_else(other: Diagnostic) -> None:
    assert silence([other], [HERE, Allowance((QUIZ, 1), "no-key")]) == [other]


def test_one_that_covers_nothing_is_idle() -> None:
    found = [told(QUIZ, 1, "stem")]
    lines = [HERE, Allowance((QUIZ, 2), "long-key"), Allowance((QUIZ, 1), "raw-html")]
    assert [problem.loc for problem in idle(found, lines)] == [
        (QUIZ, 2, "allow", "long-key"),
        (QUIZ, 1, "allow", "raw-html"),
    ]


def test_what_cannot_be_silenced_is_not_idle_as_well() -> None:
    lines = [Allowance((QUIZ, 1), "no-key"), Allowance((QUIZ, 1), "quokka")]
    assert list(idle([], lines)) == []


def test_the_lines_of_a_course() -> None:
    assert sorted((each.owner[0].rsplit("/")[-1], each.code) for each in allowances(course_at(SAMPLE))) == [  # type: ignore[union-attr]
        ("cards.yml", "spoken-length"),
        ("quiz.yml", "absolute-words"),
    ]


def test_every_kind_of_owner_may_allow(tmp_path: Path) -> None:
    """Each line here silences a tag of HTML or what only it can be warned of; none is idle."""
    allow = "allow: {raw-html: It is about HTML.}"
    plan = "  1: {title: T, lessons: [tea, hours]}"
    section = '## B {#boiling claims="T1"}'
    argued = ("evidence: argument", "against: B", "would_change_my_mind: C")
    reference = "@misc{{{}, author={{A}}, title={{T}}, year={{1}}, {}}}\n"
    files = {
        PLAN: f"title: Tea\nsummary: A <b>.\ndays: 1\n{allow}\nplan:\n{plan}\n",
        TEA_SOURCE: f"---\ntitle: Tea\nminutes: 1\n{allow}\n---\n\nA <b>.\n\n{section}\n",
        QUIZ: entry("a", allow, "type: short", "level: apply", "claims: [T1]", "stem: A <b>?", *ANSWER),
        CARDS: entry("b", allow, "type: concept", "claims: [U1]", "ask: A <b>?", "answer: B"),
        CLAIMS: entry("T1", allow, "says: A <b>.", *argued, "source: cha2001")
        + entry("U1", "says: D", *argued),
        GLOSSARY: entry("kettle", allow, "term: kettle", "means: A <b>."),
        MISCONCEPTIONS: entry("warm-is-hot", allow, "believes: A <b>.", "cure: C", "section: tea#boiling"),
        REFERENCES: reference.format("cha2001", "note={N}")
        + reference.format("cha2002", "allow={unused-reference: It is well known.}"),
    }
    examined = examine(new_course(tmp_path, files), lambda said: None)
    assert examined.diagnostics == ()
    assert len(list(allowances(course_at(tmp_path)))) == 8
