"""A small course in which one file at a time is spoilt, and what may not come of that."""

from __future__ import annotations

import shutil
import traceback
from collections.abc import Collection, Iterator
from pathlib import Path

from studysite import pipeline
from studysite.diagnostics import Diagnostic, show
from studysite.layout import LESSONS
from studysite.markdown import Formula
from studysite.materials import Materials
from studysite.math import Typeset
from studysite.render import render
from studysite.source import list_lessons
from tests.fuzz.noise import Case
from tests.projects import GOLDEN, ROOT, SAMPLE

LESSON = "content/lessons/kettles/"
LISTS = (
    *("claims.yml", "misconceptions.yml", "glossary.yml", "course.yml", "references.bib"),
    *("ids.txt", "edition.txt"),
)
COURSES = (SAMPLE, ROOT, GOLDEN / "course")
WHOLE = 6000
"""Bytes of a file that is spoilt as a whole; of a larger one some entries or sections are."""
LOUDEST = 4000
"""Characters that a diagnostic may have as it is shown."""


def bases() -> dict[str, list[bytes]]:
    """The real files that stand for each file of the small course, the larger ones in parts."""
    found: dict[str, list[bytes]] = {}
    for course in COURSES:
        for path in sorted((course / "content").rglob("*")):
            name = path.name
            if name in LISTS:
                here = f"content/{name}"
            elif name in {"lesson.md", "quiz.yml", "cards.yml"}:
                here = LESSON + name
            elif path.suffix == ".svg":
                here = LESSON + "figures/rise.svg"
            else:
                continue
            found.setdefault(here, []).extend(parts(path.read_text("utf-8"), name))
    return found


def parts(text: str, name: str) -> Iterator[bytes]:
    """A file in parts of some entries or sections each, that of a lesson with its front matter."""
    if len(text) <= WHOLE:
        yield text.encode()
        return
    begin = {"md": "\n## ", "bib": "\n@", "svg": "\n", "txt": "\n"}.get(name.rpartition(".")[2], "\n- id")
    head, *rest = text.split(begin)
    for at in range(0, len(rest), 2):
        yield "".join([head, *(begin + part for part in rest[at : at + 2])]).encode()


class Desk:
    """A folder with a copy of the sample course, for one process alone."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.current = root / "current.txt"
        self.touched = ""
        if not root.exists():
            shutil.copytree(SAMPLE / "content", root / "content")

    def lay(self, case: Case) -> None:
        """Put a case on the desk: whatever becomes of this process, it can be read there."""
        if case.path != self.touched:
            if self.touched:
                self._restore(self.touched)
            self.current.write_text(case.path, "utf-8")
            self.touched = case.path
        (self.root / case.path).write_bytes(case.data)

    def _restore(self, path: str) -> None:
        (self.root / path).unlink()
        if (SAMPLE / path).exists():
            shutil.copyfile(SAMPLE / path, self.root / path)

    def lying(self) -> Case:
        """The case that lies there."""
        path = self.current.read_text("utf-8")
        return Case(path, (self.root / path).read_bytes())

    def judge(self, case: Case) -> str:
        """What is wrong with how the case is read, in a line; '' where nothing is."""
        self.lay(case)
        try:
            return next(self._wrong(case), "")
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            return f"{type(error).__name__} in {Path(last.filename).name}, {last.name}: {str(error)[:120]!r}"

    def _wrong(self, case: Case) -> Iterator[str]:
        examined = pipeline.examine(self.root, lambda said: None, any_typesetting)
        for diagnostic in examined.diagnostics:
            if len(show(diagnostic)) > LOUDEST:
                yield f"[{diagnostic.code}] is shown at great length"
            yield from self._misplaced(diagnostic, case)
        course = examined.sound
        if course is not None:
            render(Materials(course, examined.formulas, examined.drawings), {})
            if len(course.lessons) != len(list_lessons(self.root, LESSONS)):
                yield "a lesson is lost, and nothing is said"

    def _misplaced(self, diagnostic: Diagnostic, case: Case) -> Iterator[str]:
        place = diagnostic.place
        path = self.root / place.path
        if not path.is_file():
            yield f"[{diagnostic.code}] names a file that is not there"
            return
        lines = lines_of(path.read_bytes())
        if not 1 <= place.line <= len(lines):
            yield f"[{diagnostic.code}] names a line that is not there"
        elif not 1 <= place.column <= len(lines[place.line - 1]) + 1:
            yield f"[{diagnostic.code}] names a column that is not there"
        elif not lines[place.line - 1].startswith(place.excerpt):
            yield f"[{diagnostic.code}] shows another line than it names"


def lines_of(data: bytes) -> list[str]:
    """The lines of a file as an editor counts them."""
    text = data.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def any_typesetting(formulas: Collection[Formula], root: Path, say: object) -> dict[Formula, Typeset]:
    """Stands for Node, which would take most of the time: one formula in five is wrong in its middle."""
    return {
        formula: Typeset("<math/>")
        if len(formula.tex) % 5 != 4
        else Typeset("", "it is wrong", len(formula.tex) // 2)
        for formula in formulas
    }
