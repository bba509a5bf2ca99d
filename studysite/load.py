"""content/ -> Course, gathering every problem instead of stopping at the first.

It is read in parts that know nothing of each other: each lesson, and the lists that all lessons share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from studysite import source
from studysite.dating import Edition, read_edition
from studysite.diagnostics import Diagnostic, Loc, Problem, locate
from studysite.identity import Published, read_ids
from studysite.layout import (
    CLAIMS,
    CONTENT,
    EDITION,
    GLOSSARY,
    IDS,
    LESSONS,
    MISCONCEPTIONS,
    PLAN,
    REFERENCES,
)
from studysite.markdown import Document, parse, plain, split
from studysite.model import (
    CARD_TYPES,
    ITEM_TYPES,
    Claim,
    Course,
    Entity,
    Head,
    Lesson,
    Misconception,
    Plan,
    Reference,
    Section,
    Term,
)
from studysite.model.base import SLUG
from studysite.parallel import spread
from studysite.passages import Passage, lesson_passages, list_passages, marked, remember
from studysite.source import SourceError, SourceFile
from studysite.validate import validate

E = TypeVar("E", bound=Entity)


UNPLANNED = Course(plan=Plan(title="A course whose plan is not known", days=1, plan={}))
"""What each part is read into."""


@dataclass
class Loaded:
    """What was read: the course or the part as far as it is sound, and everything that is wrong."""

    course: Course = UNPLANNED
    files: dict[str, SourceFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unreadable: list[Diagnostic] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    """The texts in which something of Markdown stands, or a digit."""
    published: list[Published] = field(default_factory=list)
    """The ids that content/ids.txt lists."""
    edition: Edition | None = None
    """What content/edition.txt says of when the content was published."""

    def add(self, other: Loaded) -> None:
        """Take in what was read elsewhere."""
        self.files |= other.files
        self.problems += other.problems
        self.unreadable += other.unreadable
        self.passages += other.passages
        self.published += other.published
        self.edition = self.edition or other.edition
        remember(other.passages)

    def broken(self) -> frozenset[str]:
        """The files that were not read whole."""
        unread = {d.place.path for d in self.unreadable if d.severity == "error"}
        return frozenset(unread | {str(problem.loc[0]) for problem in self.problems})

    def diagnostics(self) -> list[Diagnostic]:
        """Everything that is wrong, each with its place."""
        return self.unreadable + locate(self.problems, self.files)


def load(root: Path) -> Loaded:
    """Read the course under `root`/content."""
    return join(spread(partial(read_part, root), parts(root)))


def parts(root: Path) -> list[str]:
    """The folders of the parts of a course: content/ itself for its lists, then each lesson's."""
    return [CONTENT, *source.list_lessons(root, LESSONS)]


def read_part(root: Path, folder: str) -> Loaded:
    """Read one part: a course with one lesson, or none where it cannot be read; or with the lists alone."""
    loaded = Loaded()
    reader = _Reader(root, loaded)
    if folder == CONTENT:
        loaded.course = reader.lists()
        loaded.passages = marked(list_passages(loaded.course))
        loaded.published = reader.ids(IDS)
        loaded.edition = reader.edition(EDITION)
        return loaded
    lesson = reader.lesson(folder)
    if lesson is not None:
        loaded.course = Course(plan=UNPLANNED.plan, lessons=(lesson,))
        loaded.passages = marked(lesson_passages(lesson))
    return loaded


def join(read: Iterable[Loaded]) -> Loaded:
    """Put together the parts of a course, its lists first."""
    loaded = Loaded()
    lists, *others = read
    for part in (lists, *others):
        loaded.add(part)
    place = {slug: index for index, slug in enumerate(lists.course.plan.slugs)}
    lessons = [lesson for part in others for lesson in part.course.lessons]
    ordered = sorted(lessons, key=lambda lesson: place.get(lesson.slug, len(place)))
    shared = lists.course
    loaded.course = Course(
        plan=shared.plan,
        lessons=tuple(ordered),
        claims=shared.claims,
        misconceptions=shared.misconceptions,
        terms=shared.terms,
        references=shared.references,
    )
    return loaded


def read_list(root: Path, path: str, types: Mapping[str, type[E]]) -> tuple[list[E], Loaded]:
    """Read a file that is a list: its entries as far as they are sound, and all beside them.

    `types` are the models by the entries' `type:`, or one model by ''.
    """
    read = Loaded()
    return _Reader(root, read)._list(path, types), read


class _Reader:
    """Reads one file after another and keeps what is wrong with each."""

    def __init__(self, root: Path, loaded: Loaded) -> None:
        self.root = root
        self.loaded = loaded

    def lists(self) -> Course:
        """The plan, and the lists that all lessons share."""
        return Course(
            plan=self.record(PLAN, Plan) or UNPLANNED.plan,
            claims=tuple(self.entities(CLAIMS, Claim)),
            misconceptions=tuple(self.entities(MISCONCEPTIONS, Misconception)),
            terms=tuple(self.entities(GLOSSARY, Term)),
            references=tuple(self.references(REFERENCES)),
        )

    def record(self, path: str, model: type[Plan]) -> Plan | None:
        file = self._yaml(path)
        if file is None:
            return None
        record, problems = validate(model, file.value, (path,))
        self.loaded.problems += problems
        return record

    def entities(self, path: str, model: type[E]) -> list[E]:
        """The entries of a list file; none where there is no such file."""
        return self._list(path, {"": model}) if (self.root / path).exists() else []

    def references(self, path: str) -> list[Reference]:
        if not (self.root / path).exists():
            return []
        try:
            file = source.read_text(self.root, path)
        except SourceError as error:
            self.loaded.unreadable += error.diagnostics
            return []
        self.loaded.files[path] = file
        from studysite.bibliography import (
            read_references,  # its libraries take a while, and few parts want it
        )

        references, problems = read_references(path, file.text)
        self.loaded.problems += problems
        return references

    def ids(self, path: str) -> list[Published]:
        """The published ids; none where nothing was published yet."""
        file = self._open(path, source.read_lines) if (self.root / path).exists() else None
        if file is None:
            return []
        published, problems = read_ids(file.value)
        self.loaded.problems += problems
        return published

    def edition(self, path: str) -> Edition | None:
        """The edition that was published last; None where nothing was published yet."""
        file = self._open(path, source.read_lines) if (self.root / path).exists() else None
        if file is None:
            return None
        edition, problems = read_edition(file.value)
        self.loaded.problems += problems
        return edition

    def lesson(self, folder: str) -> Lesson | None:
        """The lesson in `folder`, its items and cards also where its own text cannot be read."""
        path = f"{folder}/lesson.md"
        items = self._optional(f"{folder}/quiz.yml", ITEM_TYPES)
        cards = self._optional(f"{folder}/cards.yml", CARD_TYPES)
        file = self._open(path, source.read_lesson)
        if file is None:
            return None
        head, problems = validate(Head, file.value, (path,))
        self.loaded.problems += problems
        slug = folder.rsplit("/", 1)[1]
        if not re.match(SLUG, slug):
            cure = "Rename it: small letters, digits and single hyphens, as in `more-raters`."
            self._problem((path,), "bad-id", f"the name of the folder, `{slug}`, cannot be an id", cure)
            return None
        if head is None:
            return None
        text = file.body
        return Lesson(
            slug=slug,
            folder=folder,
            head=head,
            text=text,
            sections=tuple(sections(parse(text))),
            items=tuple(items),
            cards=tuple(cards),
        )

    def _optional(self, path: str, types: Mapping[str, type[E]]) -> list[E]:
        return self._list(path, types) if (self.root / path).exists() else []

    def _list(self, path: str, types: Mapping[str, type[E]]) -> list[E]:
        file = self._yaml(path)
        if file is None:
            return []
        if not isinstance(file.value, list):
            self._problem(
                (path,), "wrong-type", "this file must be a list", "Begin each entry with `- id: …`."
            )
            return []
        entries = [self._entry(value, (path, index), types) for index, value in enumerate(file.value)]
        file.value = None  # the entries hold it now
        return [entry for entry in entries if entry is not None]

    def _entry(self, value: Any, loc: Loc, types: Mapping[str, type[E]]) -> E | None:
        model = self._model(value, loc, types)
        if model is None:
            return None
        entry, problems = validate(model, value, loc)
        self.loaded.problems += problems
        if entry is not None:
            entry.at(loc)
        return entry

    def _model(self, value: Any, loc: Loc, types: Mapping[str, type[E]]) -> type[E] | None:
        if "" in types:
            return types[""]
        if not isinstance(value, dict):
            self._problem(
                loc, "wrong-type", "an entry must be a mapping of keys", "Write `- id: …`, `type: …`."
            )
            return None
        known = ", ".join(types)
        if "type" not in value:
            self._problem(loc, "missing-key", "`type:` is missing here", f"Add `type:` with one of: {known}.")
            return None
        name = value["type"] if isinstance(value["type"], str) else ""
        if name not in types:
            near = get_close_matches(name, types, 1)
            cure = f"Did you mean `{near[0]}`?" if near else f"The types are: {known}."
            self._problem((*loc, "type"), "bad-value", f"there is no type `{name}`", cure)
            return None
        return types[name]

    def _problem(self, loc: Loc, code: str, message: str, cure: str) -> None:
        self.loaded.problems.append(Problem(loc, code, message, cure))

    def _yaml(self, path: str) -> SourceFile | None:
        return self._open(path, source.read_yaml)

    def _open(self, path: str, read: Any) -> SourceFile | None:
        try:
            file: SourceFile = read(self.root, path)
        except SourceError as error:
            self.loaded.unreadable += error.diagnostics
            return None
        self.loaded.files[path] = file
        self.loaded.unreadable += file.diagnostics
        return file


def sections(document: Document) -> list[Section]:
    """The headings of a lesson's text, with the claims that hang on them."""
    return [
        Section(id=heading.id, title=plain(part.title), level=heading.level, claims=heading.claims)
        for part in split(document)
        if (heading := part.heading) is not None
    ]
