"""The way from content/ to site/, step by step. Each step is a function of the one before."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from studysite import engine, math, publish, webbuild
from studysite.check import IDENTITY, BadFormula, Facts, check, shown_images
from studysite.diagnostics import Diagnostic, has_errors, in_order, locate
from studysite.drawing import DrawingError, is_drawing, read_drawing
from studysite.examples import read_examples
from studysite.fileerrors import LARGEST
from studysite.layout import CONTENT
from studysite.load import Loaded, load
from studysite.markdown import Formula
from studysite.model import Course
from studysite.parallel import spread
from studysite.passages import list_passages, marked, passages
from studysite.render import Materials, Page, format_page, render, settings
from studysite.shell import read_shell
from studysite.silencing import allowances, idle, silence
from studysite.source import links_out, list_files
from studysite.stage import stage
from studysite.targets import on_site

Say = Callable[[str], None]
"""Tells the person who waits what goes on now."""

Typesetter = Callable[[Collection[Formula], Path, Say], dict[Formula, math.Typeset]]
"""Sets formulas."""


@dataclass(frozen=True)
class Examined:
    """A course that was read and checked, and what rendering needs beside it."""

    loaded: Loaded
    diagnostics: tuple[Diagnostic, ...]
    formulas: dict[Formula, str]
    images: dict[str, bytes]
    drawings: dict[str, str]

    @property
    def sound(self) -> Course | None:
        """The course, where nothing keeps it from being built."""
        return None if has_errors(self.diagnostics) else self.loaded.course


def examine(root: Path, say: Say, typeset: Typesetter = math.typeset) -> Examined:
    """Read `root`/content and hold every rule against it. Raises NodeError where formulas need Node."""
    loaded = load(root)
    course = loaded.course
    found = [*loaded.diagnostics(), *links_out(root, CONTENT)]
    if course is None:
        return Examined(loaded, tuple(in_order(found)), {}, {}, {})
    files = list_files(root, CONTENT)
    texts = (*marked(list_passages(course)), *loaded.passages)
    pictures = {path: files[path] for path in shown_images(texts) if path in files}
    too_large = frozenset(path for path, file in pictures.items() if file.stat().st_size > LARGEST)
    images = {path: file.read_bytes() for path, file in pictures.items() if path not in too_large}
    drawings, bad_drawings = _drawings(images)
    formulas = typeset({formula for text in texts for formula in text.document.of(Formula)}, root, say)
    facts = Facts(
        passages=texts,
        files=frozenset(files),
        broken=loaded.broken(),
        published=tuple(loaded.published),
        bad_formulas={
            formula: BadFormula(set_.error, set_.offset or 0)
            for formula, set_ in formulas.items()
            if set_.error
        },
        too_large=too_large,
        bad_drawings=bad_drawings,
    )
    found += locate(check(course, facts), loaded.files)
    mathml = {formula: set_.mathml for formula, set_ in formulas.items()}
    return Examined(loaded, tuple(in_order(_told(loaded, course, found))), mathml, images, drawings)


def _told(loaded: Loaded, course: Course, found: list[Diagnostic]) -> list[Diagnostic]:
    """What was found, without what is allowed; an `allow` is idle only where every rule could look."""
    allowed = list(allowances(course))
    unused = idle(found, allowed) if not loaded.broken() else ()
    return silence([*found, *locate(unused, loaded.files)], allowed)


def examine_ids(root: Path) -> tuple[Loaded, list[Diagnostic]]:
    """Read `root`/content and hold only the rules over published ids against it: no Node is needed."""
    loaded = load(root)
    found = loaded.diagnostics()
    if loaded.course is not None:
        facts = Facts(published=tuple(loaded.published), broken=loaded.broken())
        problems = [problem for rule in IDENTITY for problem in rule(loaded.course, facts)]
        found = silence([*found, *locate(problems, loaded.files)], allowances(loaded.course))
    return loaded, in_order(found)


def stage_course(root: Path, course: Course, examined: Examined, say: Say) -> int:
    """Render `course` and write what changed to `root`/out. Returns how many files were touched."""
    shell, assets = read_shell(root)
    pages = render(Materials(course, examined.formulas, examined.drawings), shell, spread)
    reference = _format_page(root, say)
    pictures = {
        on_site(path): data for path, data in examined.images.items() if path not in examined.drawings
    }
    contents = chain(
        ((page.path, page.text.encode()) for page in chain(pages, [reference])),
        assets.items(),
        pictures.items(),
        webbuild.bundle(root, say).items(),
    )
    return stage(root, contents, settings(course, shell))


def build(root: Path, course: Course, examined: Examined, engine_name: str, say: Say) -> Path:
    """Stage, build and publish; the last good site stays where any of it fails.

    Raises EngineError, PublishError, NodeError. Returns the folder of the site.
    """
    say("Rendering the pages")
    stage_course(root, course, examined, say)
    say(f"Building the site with {engine_name}")
    engine.build(root, engine_name)
    say("Checking every link")
    return publish.publish(root)


def _format_page(root: Path, say: Say) -> Page:
    """The page of the format, which is the same for every course."""
    examples = read_examples()
    formulas = {formula for text in passages(examples.course) for formula in text.document.of(Formula)}
    typeset = math.typeset(formulas, root, say)
    return format_page(examples, {formula: set_.mathml for formula, set_ in typeset.items()})


def _drawings(images: dict[str, bytes]) -> tuple[dict[str, str], dict[str, str]]:
    """The images that are drawings, and what is wrong with those that cannot be used."""
    good: dict[str, str] = {}
    bad: dict[str, str] = {}
    for path, data in images.items():
        if path.endswith(".svg") and is_drawing(data):
            try:
                good[path] = read_drawing(data)
            except DrawingError as error:
                bad[path] = str(error)
    return good, bad
