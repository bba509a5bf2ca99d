"""A slip planted into the project's own course is named at its line, with its cure, and drowns in nothing.

Where it is planted is chosen by chance from fixed seeds. `STUDYSITE_PLANTS=20` plants each twenty times.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from studysite import pipeline
from studysite.diagnostics import Diagnostic, show
from tests.faults import course_slips, first_slips, text_slips
from tests.faults.lines import Lines, NoPlace
from tests.faults.slips import SLIPS, Slip
from tests.projects import one_lesson

PLANTS = int(os.environ.get("STUDYSITE_PLANTS", "2"))
TRIES = 20
assert course_slips
assert first_slips
assert text_slips


@dataclass(frozen=True)
class Course:
    """A copy of the project's own course, and what is said of it as it stands."""

    root: Path
    files: dict[str, Path]
    said_before: frozenset[tuple[str, str, str]]

    def said(self) -> list[Diagnostic]:
        """What is said now and was not before."""
        found = pipeline.examine(self.root, lambda said: None).diagnostics
        return [one for one in found if _key(one) not in self.said_before]


def _key(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.place.path, diagnostic.code, diagnostic.message


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Course:
    root = one_lesson(tmp_path_factory.mktemp("planted") / "course")
    (root / ".cache").symlink_to(cache)
    files = {path.name: path for path in sorted((root / "content").rglob("*")) if path.is_file()}
    found = pipeline.examine(root, lambda said: None)
    assert found.sound is not None, "\n".join(map(show, found.diagnostics))
    return Course(root, files, frozenset(map(_key, found.diagnostics)))


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_is_named_at_its_line_with_its_cure(slip: Slip, course: Course) -> None:
    planted = 0
    for number in range(TRIES * PLANTS):
        chance = Random(f"{slip.name} {number}")
        path = course.files[slip.files[number % len(slip.files)]]
        sound = path.read_text("utf-8")
        file = Lines(sound.splitlines(), chance)
        try:
            line, cure = slip.plant(file)
        except NoPlace:
            continue
        path.write_text(file.text, "utf-8")
        try:
            said = course.said()
        finally:
            path.write_text(sound, "utf-8")
        hold(slip, said, path.relative_to(course.root).as_posix(), line + 1, cure)
        planted += 1
        if planted == PLANTS:
            return
    raise AssertionError("there is no place in these files for it")


def hold(slip: Slip, said: list[Diagnostic], path: str, line: int, cure: str) -> None:
    """The slip is said at its line, and little else is."""
    shown = "\n".join(map(show, said)) or "nothing was said"
    here = [one for one in said if one.place.path == path]
    named = [one for one in here if one.place.line == line and one.code == slip.code]
    assert named, f"{path}:{line} {slip.code} is not among these:\n{shown}"
    assert any(cure.lower() in one.cure.lower() for one in named), f"no cure has `{cure}`:\n{shown}"
    assert len(here) <= 1 + slip.others, shown
    assert len({one.place.path for one in said} - {path}) <= slip.elsewhere, shown


def test_there_are_slips_of_many_kinds() -> None:
    assert len({slip.name for slip in SLIPS}) == len(SLIPS) >= 60
    assert len({slip.code for slip in SLIPS}) >= 30
