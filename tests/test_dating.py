"""The date of the content: how it is read and written, when it is another, and where it goes."""

from pathlib import Path

import pytest

from studysite import dating, pipeline
from studysite.checking import check
from studysite.dating import UNDATED, DateError, Edition, anew, date_of, note, read_edition, write_edition
from studysite.layout import EDITION
from studysite.load import load
from studysite.materials import Materials
from studysite.model import Course
from studysite.register import register_edition
from tests.projects import GOLDEN, ROOT, SAMPLE, new_course, write

DAY = 1_780_000_000
HERE = Edition(DAY, "0123456789abcdef")
TERMS = "content/glossary.yml"
QUIZ = "content/lessons/kettles/quiz.yml"
FIGURE = "content/lessons/kettles/figures/rise.svg"


def quiet(said: str) -> None:
    """Nobody waits."""


def dated(root: Path) -> Path:
    """A course that was published as it is."""
    register_edition(root, pipeline.date_anew(root, None, DAY))
    return root


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return dated(new_course(tmp_path, {}, SAMPLE))


def test_what_is_written_is_read() -> None:
    text = write_edition(HERE)
    assert "\n2026-05-28T20:26:40Z 0123456789abcdef\n" in text
    read, problems = read_edition(text.split("\n"))
    assert (read, problems) == (HERE, [])
    assert read is not None
    assert read.loc == (EDITION, 2)


def test_the_same_content_keeps_its_date_and_another_is_later_by_any_clock() -> None:
    assert anew(None, "a", DAY) == Edition(DAY, "a")
    assert anew(HERE, HERE.content, DAY + 9) is HERE
    assert anew(HERE, "a", DAY + 9) == Edition(DAY + 9, "a")
    assert anew(HERE, "a", DAY - 9) == Edition(DAY + 1, "a")


def test_what_the_environment_says_goes_first() -> None:
    assert date_of(HERE, None) == DAY
    assert date_of(None, None) == UNDATED
    assert date_of(HERE, "12") == 12


@pytest.mark.parametrize("wrong", ["", "now", "1.5", "-1", "٣", "9" * 12, "1" * 99])
def test_what_is_no_number_of_seconds_is_told(wrong: str) -> None:
    with pytest.raises(DateError, match=r"(?s)SOURCE_DATE_EPOCH.*whole number.*Correct it"):
        date_of(HERE, wrong)


def test_a_build_takes_the_date_of_the_edition(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(dating.VARIABLE, raising=False)
    assert pipeline.examine(course, quiet).materials.date == DAY
    monkeypatch.setenv(dating.VARIABLE, "1800000000")
    assert pipeline.examine(course, quiet).materials.date == 1_800_000_000


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (QUIZ, "why: Too small.", "why: Far too small."),
        (TERMS, "means:", "means: So"),
        (FIGURE, "</svg>", "<g></g></svg>"),
    ],
)
def test_content_that_changed_keeps_its_date_and_is_told_so(
    path: str, old: str, new: str, course: Path
) -> None:
    assert check(course, quiet).note == ""
    text = (course / path).read_text("utf-8")
    assert old in text
    write(course, {path: text.replace(old, new, 1)})
    assert check(course, quiet).note == (
        f"{EDITION}: the content changed since its edition of 2026-05-28; "
        "`python3 build.py ids --accept` dates it anew when you publish.\n"
    )
    examined = pipeline.examine(course, quiet)
    assert (examined.date, examined.note) == (DAY, check(course, quiet).note)
    register_edition(course, pipeline.date_anew(course, load(course).edition, DAY + 9))
    assert check(course, quiet).note == ""


def test_how_a_file_is_set_out_makes_no_difference(course: Path) -> None:
    text = (course / QUIZ).read_text("utf-8")
    write(course, {QUIZ: f"# A comment.\n\n{text}"})
    assert check(course, quiet).note == ""


def test_a_course_that_was_never_published_is_told_nothing() -> None:
    assert note(None, "a") == ""


def test_our_own_edition_is_read() -> None:
    edition = load(ROOT).edition
    assert edition is not None
    assert edition.date > UNDATED


def test_a_digest_of_the_materials_sees_all_of_a_question() -> None:
    """Of each type its own keys, too."""
    first = load(GOLDEN / "course").course
    (lesson,) = (lesson for lesson in first.lessons if lesson.items)
    item = lesson.items[0]
    (name,) = set(type(item).model_fields) & {"options", "steps", "pairs", "answer"} - {"type"}
    other = item.model_copy(update={name: getattr(item, name)[::-1]})
    changed = lesson.model_copy(update={"items": (other, *lesson.items[1:])})
    lessons = tuple(changed if each is lesson else each for each in first.lessons)
    second: Course = first.model_copy(update={"lessons": lessons})
    assert Materials(first).digest != Materials(second).digest
