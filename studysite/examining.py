"""An exam that a teacher asks for -> its paper and its key on disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from studysite import webbuild
from studysite.faults import Fault
from studysite.materials import Materials
from studysite.model import Course, Lesson
from studysite.printing import cannot_print
from studysite.printing.draw import FORMS
from studysite.printing.exam import Exam
from studysite.printing.paper import EDITIONS, Paper
from studysite.printing.press import Sheets, pdf
from studysite.printing.stock import Stock
from studysite.wording import many

PAPERS = {paper.name: paper for paper in EDITIONS}


class ExamFault(Fault):
    """An exam cannot be set as it was asked for; the message says why."""


@dataclass(frozen=True)
class Wish:
    """What a teacher asks for: of which lessons (all where none is named), how many questions, which form."""

    lesson: tuple[str, ...] = ()
    questions: int = 20
    form: str = FORMS[0]
    seed: int = 1
    paper: str = "a4"
    minutes: int | None = None


def examine(root: Path, materials: Materials, wish: Wish, out: str, say: Callable[[str], None]) -> list[Path]:
    """Write the exam that is wished for into a folder. Raises ExamFault, and NodeError for want of fonts.

    Returns the paths of its files as one types them.
    """
    wanted = exam(materials, wish)
    lacks = cannot_print()
    if lacks:
        raise ExamFault(lacks)
    say("Setting the paper and its key")
    files = _pdfs(wanted, webbuild.for_print(root, say), PAPERS[wish.paper])
    _write(root / out, files)
    return [Path(out, name) for name in files]


def exam(materials: Materials, wish: Wish) -> Exam:
    """The exam that is wished for. Raises ExamFault."""
    course = materials.course
    lessons = tuple(_named(course, slug) for slug in dict.fromkeys(wish.lesson)) or course.lessons
    in_order = tuple(lesson for lesson in course.lessons if lesson in lessons)
    there = sum(len(lesson.items) for lesson in in_order)
    if wish.questions > there:
        where = f"lesson `{in_order[0].slug}` has" if len(in_order) == 1 else "these lessons have"
        raise ExamFault(
            f"An exam of {wish.questions} was asked for, and {where} {many(there, 'question')}. "
            f"Ask for {there} or fewer with --questions, or for more lessons."
        )
    return Exam(materials, in_order, wish.questions, wish.seed, wish.form, wish.minutes)


def _named(course: Course, slug: str) -> Lesson:
    lesson = course.lesson.get(slug)
    if lesson is None:
        near = get_close_matches(slug, course.lesson, 1)
        hint = f" Did you mean `{near[0]}`?" if near else f" There are: {', '.join(course.lesson)}."
        raise ExamFault(f"There is no lesson `{slug}`.{hint}")
    return lesson


def _pdfs(exam: Exam, fonts: Mapping[str, bytes], paper: Paper) -> dict[str, bytes]:
    """The two PDFs of an exam by name."""
    stock = Stock(exam.materials, fonts)
    texts = {"": (exam.paper(), "Exam"), "-key": (exam.key(), "Key")}
    return {
        f"{exam.name}-{paper.name}{end}.pdf": pdf(
            Sheets(text, stock.files(text, paper)), f"{title}: {exam.mark}"
        )
        for end, (text, title) in texts.items()
    }


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files whole, all of them or none: they are renamed once every one of them is there."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as scratch:
        for name, data in files.items():
            (Path(scratch) / name).write_bytes(data)
        for name in files:
            os.replace(Path(scratch) / name, folder / name)
