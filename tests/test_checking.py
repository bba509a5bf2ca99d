"""A check that looks only at what changed finds what a look at everything finds."""

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from studysite import checking
from studysite.checking import check
from studysite.diagnostics import Diagnostic
from studysite.inspection import Inspection, inspect
from studysite.kept import Kept, mark_of
from studysite.pipeline import examine
from tests.projects import SAMPLE, new_course, write
from tests.test_golden import ERRORS, files_of

KETTLES, TEAPOTS = "content/lessons/kettles", "content/lessons/teapots"
LESSON, QUIZ, CARDS = f"{KETTLES}/lesson.md", f"{KETTLES}/quiz.yml", f"{KETTLES}/cards.yml"
FIGURE = f"{KETTLES}/figures/rise.svg"


def quiet(said: str) -> None:
    """Nobody waits."""


def found(root: Path) -> tuple[Diagnostic, ...]:
    """What a check finds, which must be what a look at everything finds."""
    quick = check(root, quiet).diagnostics
    assert quick == examine(root, quiet).diagnostics
    return quick


def codes(root: Path) -> list[str]:
    return [diagnostic.code for diagnostic in found(root)]


def replace(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders of the parts that are looked at from here on."""
    folders: list[str] = []

    def recorded(root: Path, folder: str) -> Inspection:
        folders.append(folder)
        return inspect(root, folder)

    monkeypatch.setattr(checking, "inspect", recorded)
    return folders


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample course, checked once; nobody changes it."""
    root = new_course(tmp_path_factory.mktemp("checked") / "course", {}, SAMPLE)
    assert found(root) == ()
    return root


@pytest.fixture
def course(checked: Path, looked: list[str], tmp_path: Path) -> Path:
    """A course that was checked, with what was kept of it, to be changed at will."""
    return shutil.copytree(checked, tmp_path / "course", symlinks=True)


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_every_case_comes_out_the_same_at_once_and_again(path: Path, tmp_path: Path) -> None:
    root = new_course(tmp_path, {})
    check(root, quiet)
    write(root, files_of(yaml.safe_load(path.read_text("utf-8"))))
    first = found(root)
    assert check(root, quiet).diagnostics == first


# -- what is looked at again ----------------------------------------------------------------------------


def test_where_nothing_changed_nothing_is_looked_at(
    course: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(checking, "judge")
    monkeypatch.delattr(Kept, "outlines")
    assert check(course, quiet).diagnostics == ()
    assert looked == []


def test_a_change_that_others_need_not_know_of_is_looked_at_alone(
    course: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(checking, "judge")
    monkeypatch.delattr(Kept, "outlines")
    replace(course, LESSON, "## ", "<b>\n\n## ")
    assert [each.code for each in check(course, quiet).diagnostics] == ["raw-html"]
    assert looked == [KETTLES]
    assert check(course, quiet).diagnostics == examine(course, quiet).diagnostics
    assert looked == [KETTLES]


@pytest.mark.parametrize(
    ("part", "path"),
    [
        *((KETTLES, path) for path in (LESSON, QUIZ, CARDS, FIGURE)),
        *(("content", f"content/{name}") for name in ("course.yml", "claims.yml", "misconceptions.yml")),
        *(("content", f"content/{name}") for name in ("glossary.yml", "references.bib", "ids.txt")),
        ("content", "content/edition.txt"),
    ],
)
def test_each_file_of_a_part_has_it_looked_at_again(
    part: str, path: str, course: Path, looked: list[str]
) -> None:
    with (course / path).open("a", encoding="utf-8") as file:
        file.write("\n")
    check(course, quiet)
    assert looked == [part]


def test_a_figure_that_comes_and_goes_is_noticed(course: Path) -> None:
    drawing = (course / FIGURE).read_text("utf-8")
    (course / FIGURE).unlink()
    assert codes(course) == ["missing-image"]
    write(course, {FIGURE: drawing.replace("<svg", "<svg onload='x'")})
    assert codes(course) == ["bad-drawing"]
    write(course, {FIGURE: drawing})
    assert codes(course) == []


def test_what_vanishes_elsewhere_is_missed_in_a_part_that_did_not_change(
    course: Path, looked: list[str]
) -> None:
    replace(course, f"{TEAPOTS}/lesson.md", "{#pouring", "{#to-pour")
    assert "dead-link" in codes(course)
    assert looked == [TEAPOTS]
    replace(course, f"{TEAPOTS}/lesson.md", "{#to-pour", "{#pouring")
    assert codes(course) == []


def test_a_lesson_comes_and_goes(course: Path, looked: list[str]) -> None:
    shutil.copytree(course / TEAPOTS, course / "content/lessons/pots")
    assert codes(course) == ["unplanned-lesson"]
    assert looked == ["content/lessons/pots"]
    shutil.rmtree(course / "content/lessons/pots")
    assert codes(course) == []
    assert set(Kept(course).parts) == {"content", *(f"content/lessons/{slug}" for slug in SLUGS)}


SLUGS = sorted(path.name for path in (SAMPLE / "content/lessons").iterdir())


def test_a_file_that_nothing_uses_is_noticed(course: Path) -> None:
    write(course, {f"{KETTLES}/figures/old.svg": "<svg/>"})
    assert codes(course) == ["unused-file"]


def test_a_place_moves_with_its_file_where_the_fault_stays(course: Path) -> None:
    """What is wrong with the claims is known from the last time; where it stands is not."""
    replace(
        course,
        "content/claims.yml",
        "- id: ",
        "- id: lost\n  says: A\n  evidence: argument\n  against: B\n  would_change_my_mind: C\n- id: ",
    )
    (before,) = found(course)
    replace(course, "content/claims.yml", "- id: lost", "# one\n# two\n- id: lost")
    (after,) = found(course)
    assert (before.code, after.code) == ("untaught-claim", "untaught-claim")
    assert after.place.line == before.place.line + 2


def test_what_is_allowed_is_silent_until_it_is_idle(course: Path) -> None:
    replace(course, QUIZ, "  stem: Somebody", "  allow: {similar-stems: As a try.}\n  stem: Somebody")
    assert codes(course) == ["unused-allow"]
    stem = 'Somebody says that "warm is fine". Ask your best question.'
    replace(course, QUIZ, stem, "Which of these hold boiling water every day?")
    assert codes(course) == []


def test_a_formula_that_cannot_be_set_is_found_again(course: Path) -> None:
    replace(course, LESSON, "## ", "$\\farc$\n\n## ")
    (first,) = found(course)
    replace(course, LESSON, "$\\farc$", "A line more.\n\n$\\farc$")
    (second,) = found(course)
    assert (first.code, second.place.line) == ("bad-formula", first.place.line + 2)


def test_who_asks_for_guesses_gets_them_for_each_lesson(course: Path) -> None:
    for checked in (check(course, quiet), check(course, quiet)):
        assert sorted(checked.guesses) == SLUGS
        assert [guess.id for guess in checked.guesses["kettles"]] == ["when-boil", "which-boil"]


# -- what is kept may be lost, spoilt, or somebody else's -----------------------------------------------


def kept_files(root: Path) -> list[Path]:
    return sorted((root / ".cache" / "check").rglob("*/*"))


def lose(path: Path) -> None:
    path.unlink()


def spoil(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def mock(path: Path) -> None:
    path.write_bytes(pickle.dumps(["something", "else"]))


@pytest.mark.parametrize("harm", [lose, spoil, mock])
@pytest.mark.parametrize("name", ["parts", "outlines", "verdict"])
def test_what_is_kept_may_be_lost_or_spoilt(harm: Callable[[Path], None], name: str, course: Path) -> None:
    assert [path.name for path in kept_files(course)] == ["outlines", "parts", "verdict"]
    (path,) = (path for path in kept_files(course) if path.name == name)
    harm(path)
    replace(course, LESSON, "{#boiling", "{#seething")
    assert "unknown-section" in codes(course)
    replace(course, LESSON, "{#seething", "{#boiling")
    assert codes(course) == []


def test_an_outline_that_another_check_has_dropped_is_made_again(course: Path, looked: list[str]) -> None:
    kept = Kept(course)
    outlines = kept.outlines()
    del outlines[kept.parts[TEAPOTS].mark]
    kept.keep_outlines(outlines)
    write(course, {f"{KETTLES}/figures/old.svg": "<svg/>"})
    assert codes(course) == ["unused-file"]
    assert looked == [TEAPOTS]


def test_what_other_sources_have_left_is_swept_away(course: Path) -> None:
    here = Kept(course).folder
    here.rename(here.with_name("0123456789abcdef"))
    check(course, quiet)
    assert [path.name for path in here.parent.iterdir()] == [here.name]


def test_where_nothing_can_be_kept_all_is_looked_at(tmp_path: Path, looked: list[str]) -> None:
    root = new_course(tmp_path, {}, SAMPLE)
    (root / ".cache").write_text("no folder", "utf-8")
    for _ in range(2):
        looked.clear()
        assert check(root, quiet).diagnostics == ()
        assert sorted(looked) == ["content", *(f"content/lessons/{slug}" for slug in SLUGS)]


def test_equal_outlines_have_one_mark_in_every_process(course: Path) -> None:
    """A part is looked at in some process or other, and sets have no order that two of them share."""
    kept = Kept(course)
    for part in kept.parts.values():
        outline = pickle.loads(kept.outlines()[part.mark])
        assert mark_of(outline) == part.mark
        assert "frozenset" not in repr(outline)
