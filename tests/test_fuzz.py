"""Noise over real files breaks nothing; what breaks something is caught, made small, kept and replayed."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from studysite import pipeline
from studysite.diagnostics import Diagnostic, Place
from tests.fuzz import __main__ as command
from tests.fuzz import run
from tests.fuzz.desk import LESSON, Desk, any_typesetting, bases
from tests.fuzz.minimise import minimise
from tests.fuzz.noise import STROKES, Case, Stroke, spoilt
from tests.projects import SAMPLE

QUIZ = f"{LESSON}quiz.yml"
linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere a process knows no patch of its parent"
)
Examine = Callable[..., pipeline.Examined]


def test_a_short_run() -> None:
    score = run.fuzz(500, 29, lambda score: None)
    assert score.done == 500
    assert score.failures == [], "replay with: build.py fuzz --cases 500 --seed 29"


def test_every_kind_of_file_is_spoilt() -> None:
    found = bases()
    assert set(found) == {
        path.relative_to(SAMPLE).as_posix()
        for path in (SAMPLE / "content").rglob("*")
        if path.is_file() and not {"teapots", "pouring", "brewing"} & set(path.parts)
    } | {"content/ids.txt", "content/edition.txt"}
    assert all(len(data) < 10_000 for versions in found.values() for data in versions)
    assert sum(map(len, found.values())) > 100


@pytest.mark.parametrize("kind", sorted(STROKES))
@pytest.mark.parametrize("data", [b"", b"a", b"- id: x\n  why: y\n", b"\xff\n"])
def test_every_stroke_does_something_and_none_fails(kind: str, data: bytes) -> None:
    strokes = [Stroke(kind, at, far, b"*a") for at in (0, 0x8000, 0xFFFF) for far in (0, 5, 0x4321, 0xFFFF)]
    after = {spoilt((QUIZ, data), [stroke]).data for stroke in strokes}
    assert data != b"- id: x\n  why: y\n" or after != {data}


def test_a_sound_case_is_sound(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    assert desk.judge(Case(QUIZ, (SAMPLE / QUIZ).read_bytes())) == ""
    assert pipeline.examine(desk.root, lambda said: None, any_typesetting).sound, "so that it is rendered"
    assert desk.judge(Case(QUIZ, b"- id: [")) == ""
    assert desk.lying() == Case(QUIZ, b"- id: [")
    assert desk.judge(Case(f"{LESSON}lesson.md", b"")) == ""
    assert (desk.root / QUIZ).read_bytes() == (SAMPLE / QUIZ).read_bytes()


# -- what is caught --------------------------------------------------------------------------------------


def faulty(monkeypatch: pytest.MonkeyPatch, fault: Callable[[bytes, pipeline.Examined], object]) -> None:
    """Let the reading of a quiz go wrong in some way."""
    examine: Examine = pipeline.examine

    def patched(root: Path, *rest: object) -> object:
        return fault((root / QUIZ).read_bytes(), examine(root, *rest))

    monkeypatch.setattr(pipeline, "examine", patched)


def breaking(data: bytes, found: pipeline.Examined) -> pipeline.Examined:
    if b"kaput" in data:
        raise ValueError("kaput")
    return found


def hanging(data: bytes, found: pipeline.Examined) -> pipeline.Examined:
    while b"kaput" in data:
        time.sleep(1)
    return found


def dying(data: bytes, found: pipeline.Examined) -> pipeline.Examined:
    if b"kaput" in data:
        os._exit(3)
    return found


def without_lessons(data: bytes, found: pipeline.Examined) -> pipeline.Examined:
    course = found.course.model_copy(update={"lessons": ()})
    return replace(found, course=course) if b"kaput" in data else found


def at(place: Place) -> Callable[[bytes, pipeline.Examined], pipeline.Examined]:
    return lambda data, found: replace(found, diagnostics=(Diagnostic(place, "x", "x", "x"),))


KAPUT = Case(QUIZ, (SAMPLE / QUIZ).read_bytes() + b"# one\n# kaput\n# two\n")


@linux_only
@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (breaking, "ValueError in test_fuzz.py, breaking: 'kaput'"),
        (hanging, "it hangs for more than 1 s"),
        (dying, "the process dies (3)"),
        (at(Place("content/nothing.yml")), "[x] names a file that is not there"),
        (at(Place(QUIZ, 0)), "[x] names a line that is not there"),
        (at(Place(QUIZ, 1000)), "[x] names a line that is not there"),
        (at(Place(QUIZ, 1, 1000)), "[x] names a column that is not there"),
        (at(Place(QUIZ, 1, 1, "other")), "[x] shows another line than it names"),
        (without_lessons, "a lesson is lost"),
    ],
)
def test_what_goes_wrong_is_caught(
    fault: Callable[..., object], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty(monkeypatch, fault)
    assert run.judge_apart(KAPUT, 1.0).startswith(said)


@linux_only
@pytest.mark.parametrize(
    ("fault", "said"), [(breaking, "ValueError"), (hanging, "it hangs"), (dying, "the process dies")]
)
def test_a_run_goes_on_and_knows_the_case(
    fault: Callable[..., object], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty(monkeypatch, fault)
    monkeypatch.setattr(run, "bases", lambda: {QUIZ: [b"kaput " * 40]})
    score = run.fuzz(3, 1, lambda score: None, limit=1.0)
    assert [failure.reason.startswith(said) for failure in score.failures] == [True]
    assert b"kaput" in score.failures[0].case.data


def test_of_failures_that_are_alike_the_shortest_is_kept() -> None:
    score = run.Score()
    score.add(
        [run.Failure(Case(QUIZ, data), reason) for data, reason in ((b"aa", "x"), (b"b", "x"), (b"c", "y"))]
    )
    score.add([run.Failure(Case(QUIZ, b"dddd"), "x")])
    assert [failure.case.data for failure in score.failures] == [b"b", b"c"]


# -- what is kept ----------------------------------------------------------------------------------------


def test_a_case_is_made_as_small_as_it_can_be() -> None:
    tried: list[bytes] = []

    def fails(case: Case) -> bool:
        tried.append(case.data)
        return b"ka" in case.data and b"put" in case.data

    case = Case(QUIZ, b"one\n" * 50 + b"a ka b\n" + b"two\n" * 50 + b"c put d\n")
    assert minimise(case, fails) == Case(QUIZ, b"kaput")
    assert len(tried) < 200


def test_one_who_has_no_patience_gets_the_case_as_it_is() -> None:
    assert minimise(KAPUT, lambda case: True, patience=-1) == KAPUT


@linux_only
def test_a_failure_is_kept_with_the_command_that_replays_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with monkeypatch.context() as broken:
        faulty(broken, breaking)
        broken.setattr(run, "bases", lambda: {QUIZ: [b"kaput " * 40]})
        assert command.main(["--cases", "2", "--seed", "1"]) == 1
        said = capsys.readouterr().out
        assert "with seed 1" in said
        (kept,) = (tmp_path / ".cache" / "fuzz").iterdir()
        assert f"python3 build.py fuzz --replay .cache/fuzz/{kept.name}" in said
        assert command.read(kept).case == Case(QUIZ, b"kaput")
        assert command.main(["--replay", str(kept)]) == 1
    assert command.main(["--replay", str(kept)]) == 0
    assert "nothing is wrong with it any more" in capsys.readouterr().out
