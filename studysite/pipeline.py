"""The way from content/ to site/, step by step. Each step is a function of the one before."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from studysite import dating, engine, math, mathfont, webbuild
from studysite.check import IDENTITY, Outline, Survey
from studysite.dating import Edition
from studysite.diagnostics import Diagnostic, has_errors, in_order, locate
from studysite.examples import read_examples
from studysite.export import exports
from studysite.identity import named
from studysite.inspection import inspect
from studysite.layout import CONTENT
from studysite.load import Loaded, join, load, parts
from studysite.making import is_kept, made
from studysite.markdown import Formula
from studysite.materials import Materials
from studysite.model import Course
from studysite.parallel import spread
from studysite.passages import passages
from studysite.picture import Picture
from studysite.printing import cannot_print, paper_sheet, prints
from studysite.publish import ONLINE, Output, publish
from studysite.render import MANIFEST, format_page, manifest, render, settings
from studysite.shell import read_shell
from studysite.silencing import allowances, silence
from studysite.source import links_out, list_files
from studysite.stage import stage
from studysite.targets import on_site
from studysite.verdict import Say, Typesetter, conclude, dated, judge, surveyed
from studysite.work import File, Work

Takeaways = Callable[[Materials, Mapping[str, bytes]], Iterator[Work]]
"""What files are made of a course for readers to take away; the fonts for print come by name."""
PAPER = "assets/css/paper.css"
"""Where the site has the style sheet that its print shares with the guides."""

FORMULA_FONT = "assets/fonts/math.woff2"
"""Where type.css finds the font of formulas."""


@dataclass(frozen=True)
class Examined:
    """A course that was read and checked, and what rendering needs beside it."""

    course: Course
    diagnostics: tuple[Diagnostic, ...]
    formulas: dict[Formula, str]
    images: dict[str, bytes]
    drawings: dict[str, str]
    pictures: dict[Formula, Picture]
    date: int
    """Of when it is, in seconds since 1970."""
    note: str
    """A line on content that changed since it was published; '' where it did not."""

    @property
    def sound(self) -> Course | None:
        """The course, where nothing keeps it from being built."""
        return None if has_errors(self.diagnostics) else self.course

    @property
    def materials(self) -> Materials:
        """What pages and files are made of."""
        pictures, date = self.pictures, self.date
        return Materials(self.course, self.formulas, self.drawings, self.images, pictures, date)


def examine(root: Path, say: Say, typeset: Typesetter = math.typeset) -> Examined:
    """Read `root`/content and hold every rule against it. Raises NodeError where formulas need Node.

    Raises DateError where the environment says no date.
    """
    looked = list(spread(partial(inspect, root), parts(root)))
    loaded = join(each.loaded for each in looked)
    inspected = [each.inspected for each in looked]
    files = frozenset(list_files(root, CONTENT))
    edition, content = dated(inspected)
    date = dating.date_of(edition, os.environ.get(dating.VARIABLE))
    survey = surveyed([each.outline for each in looked], files, loaded.broken())
    formulas = typeset({formula for part in survey.parts for formula in part.formulas}, root, say)
    verdict = judge(survey, formulas)
    return Examined(
        loaded.course,
        conclude(root, inspected, verdict, lambda: survey, links_out(root, CONTENT)),
        {formula: each.mathml for formula, each in formulas.items()},
        {path: data for each in looked for path, data in each.pictures.images.items()},
        {path: drawing for each in looked for path, drawing in each.pictures.drawings.items()},
        {formula: each.picture for formula, each in formulas.items() if each.picture is not None},
        date,
        dating.note(edition, content),
    )


def examine_ids(root: Path) -> tuple[Loaded, list[Diagnostic]]:
    """Read `root`/content and hold only the rules over published ids against it: no Node is needed."""
    loaded = load(root)
    content, published = tuple(named(loaded.course)), tuple(loaded.published)
    survey = Survey(Outline(CONTENT, content, {}, {}, published=published), (), broken=loaded.broken())
    problems = [problem for rule in IDENTITY for problem in rule(survey)]
    found = [*loaded.diagnostics(), *locate(problems, loaded.files)]
    return loaded, in_order(silence(found, allowances(loaded.course)))


def date_anew(root: Path, before: Edition | None, now: int) -> Edition:
    """The edition of `root`/content that is published now."""
    _, content = dated([each.inspected for each in spread(partial(inspect, root), parts(root))])
    return dating.anew(before, content, now)


@dataclass(frozen=True)
class Built:
    """What a build made beside the pages, and what it could not make."""

    works: tuple[Work, ...]
    lacks: str | None


def takeaways(materials: Materials, fonts: Mapping[str, bytes]) -> Iterator[Work]:
    """Everything that a reader can take away."""
    yield from prints(materials, fonts)
    yield from exports(materials)


def nothing(_: Materials, __: Mapping[str, bytes]) -> Iterator[Work]:
    """No files: while somebody writes, nobody waits for them."""
    yield from ()


def stage_course(root: Path, examined: Examined, say: Say, files: Sequence[File] = ()) -> int:
    """Render a sound course and write what changed to `root`/out, with the files to be taken away.

    Returns how many files were touched.
    """
    shell, assets = read_shell(root)
    pages = render(replace(examined.materials, files=tuple(files)), shell, spread)
    examples = read_examples()
    shown = _formulas_of(examples.course, root, say)
    formulas = chain(examined.formulas.values(), shown.values())
    pictures = {
        on_site(path): data for path, data in examined.images.items() if path not in examined.drawings
    }
    contents = chain(
        ((page.path, page.text.encode()) for page in chain(pages, [format_page(examples, shown)])),
        [(MANIFEST, manifest(examined.course).encode())],
        assets.items(),
        [(PAPER, paper_sheet())],
        [(FORMULA_FONT, mathfont.cut(webbuild.for_formulas(root, say), formulas))],
        pictures.items(),
        ((file.work.path, file.data) for file in files),
        webbuild.for_site(root, say).items(),
    )
    return stage(root, contents, settings(examined.course, shell))


def build(
    root: Path,
    examined: Examined,
    engine_name: str,
    say: Say,
    outputs: Sequence[Output] = (ONLINE,),
    works: Takeaways = takeaways,
) -> Built:
    """Make the files of a sound course, stage, build, publish; the last good sites stay if any of it fails.

    Returns what was made. Raises EngineError, PublishError, NodeError.
    """
    say("Making the files to take away")
    wanted = list(works(examined.materials, webbuild.for_print(root, say)))
    waiting = [work for work in wanted if work.kind == "paper" and not is_kept(root, work)]
    lacks = cannot_print() if waiting else None
    makeable = [work for work in wanted if lacks is None or work not in waiting]
    files = list(made(root, makeable))
    say("Rendering the pages")
    stage_course(root, examined, say, files)
    for output in outputs:
        say(f"Building {output.folder}/ with {engine_name}")
        engine.build(root, engine_name, output.config)
    say("Checking every link")
    publish(root, outputs)
    return Built(tuple(file.work for file in files), lacks)


def _formulas_of(course: Course, root: Path, say: Say) -> dict[Formula, str]:
    """The MathML of every formula in a course of examples, which is the same for every site."""
    formulas = {formula for text in passages(course) for formula in text.document.of(Formula)}
    return {formula: set_.mathml for formula, set_ in math.typeset(formulas, root, say).items()}
