"""What a rule is given, and what it returns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from studysite.check.known import Anything, Known
from studysite.diagnostics import Loc, Problem
from studysite.guesser import Guess
from studysite.identity import Named, Published
from studysite.markdown import Document, Formula
from studysite.model import Course, Lesson
from studysite.passages import Passage
from studysite.pointing import Pointer

S = TypeVar("S")


@dataclass(frozen=True)
class BadFormula:
    """What is wrong with a formula, and at which character of its TeX."""

    message: str
    offset: int = 0


class Picture(NamedTuple):
    """How large an image is: its file in bytes, and its sides in pixels where it is made of these."""

    weight: int
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Facts:
    """What a rule over a part of a course may know beside that part."""

    passages: tuple[Passage, ...] = ()
    """Every text of the part in which something of Markdown stands, or a digit."""
    broken: frozenset[str] = frozenset()
    """Its files that were not read whole: what is missing from them is not said to be missing."""
    too_large: frozenset[str] = frozenset()
    """The images that it shows and that are larger than a file may be."""
    bad_drawings: Mapping[str, str] = field(default_factory=dict)
    """What is wrong with each drawing that it shows and that cannot stand on a page, by its path."""
    off_colours: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What in each drawing that it shows does not take the site's colours, and why, by the drawing's path."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """How large each image is that it shows, by the image's path."""
    drawn: Mapping[str, str] = field(default_factory=dict)
    """What is written in each drawing that it shows, by the drawing's path."""
    known: Known = field(default_factory=Anything.of_each_kind)
    """The names that the course has, by their kind."""
    bad_formulas: Mapping[Formula, BadFormula] = field(default_factory=dict)
    """The formulas that cannot be set."""


class Question(NamedTuple):
    """What the rules over a course look at in an item."""

    id: str
    loc: Loc
    claims: tuple[str, ...]
    shows: tuple[str, ...]
    rows: tuple[int, ...] = ()
    """The rows of words in its stem, each as a number, the lowest first; none where it is its type's own."""
    place: tuple[int, int] | None = None
    """The place, from 0, of a choice's only key as it is shown, and among how many options."""
    guess: Guess | None = None


@dataclass(frozen=True)
class Outline:
    """What the rest of a course must know of one part of it: of a lesson, or of the lists all share."""

    folder: str
    """Where it stands."""
    named: tuple[Named, ...]
    """Everything in it whose id is kept."""
    offers: Mapping[str, tuple[str, ...]]
    """The names that it gives to things, by their kind."""
    needs: Mapping[str, tuple[str, ...]]
    """The names that it uses, by their kind."""
    formulas: tuple[Formula, ...] = ()
    taught: tuple[str, ...] = ()
    """The claims that its sections teach."""
    questions: tuple[Question, ...] = ()
    cards: tuple[tuple[str, ...], ...] = ()
    """The claims of each card."""
    order: tuple[str, ...] = ()
    """The slugs of the plan's lessons, in their order."""
    cures: tuple[tuple[Named, str], ...] = ()
    """Each misconception with the passage that mends it."""
    references: tuple[tuple[str, Loc], ...] = ()
    """The key of each reference and the way to it."""
    published: tuple[Published, ...] = ()
    """The ids that content/ids.txt lists."""

    @property
    def slug(self) -> str:
        """The lesson's name."""
        return self.folder.rpartition("/")[2]

    @property
    def loc(self) -> Loc:
        """The way to the lesson's front matter."""
        return (f"{self.folder}/lesson.md",)


@dataclass(frozen=True)
class Survey:
    """A whole course as the rules over it see it."""

    lists: Outline
    lessons: tuple[Outline, ...]
    """In the order of the plan; those that it does not name come last."""
    files: frozenset[str] = frozenset()
    """Every file under content/, by its path from the project's root."""
    broken: frozenset[str] = frozenset()
    """The files that were not read whole."""

    @property
    def parts(self) -> tuple[Outline, ...]:
        """The outlines of all parts."""
        return (*self.lessons, self.lists)

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Everything whose id is kept, lesson by lesson, then what the lists hold."""
        return tuple(each for part in self.parts for each in part.named)

    @cached_property
    def claims(self) -> tuple[Named, ...]:
        """The claims."""
        return tuple(each for each in self.lists.named if each.kind == "claim")

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The items of all lessons."""
        return tuple(question for lesson in self.lessons for question in lesson.questions)

    def needs(self, kind: str) -> frozenset[str]:
        """Every name of a kind that is used anywhere."""
        return frozenset[str]().union(*(part.needs.get(kind, ()) for part in self.parts))


Rule = Callable[[Course, Facts], Iterable[Problem]]
"""A rule over a part: the course that it is given has one lesson and no lists, or the lists alone."""
LessonRule = Callable[[Lesson], Iterable[Problem]]
"""A rule that needs nothing but one lesson."""
CourseRule = Callable[[Survey], Iterable[Problem]]
"""A rule that must see all parts at once."""


def near(name: str, known: Iterable[str], otherwise: str) -> str:
    """The cure for a name that is not known: the nearest one that is, else `otherwise`."""
    close = _nearest(name, tuple(known))
    return f"Did you mean `{close[0]}`?" if close else otherwise


@lru_cache(maxsize=1024)
def _nearest(name: str, known: tuple[str, ...]) -> list[str]:
    """At most one; a name that is wrong is often wrong many times, and to look takes a while."""
    return get_close_matches(name, known, 1)


def pointed(document: Document, kind: type[S], words: Callable[[S], str]) -> Iterator[tuple[S, Pointer]]:
    """Yield the slots of one kind, each with the pointer to it: `words` gives what its author wrote."""
    slots = document.of(kind)
    if slots:
        points = (point for _, point in numbered(map(words, slots)))
        yield from zip(slots, points, strict=True)


def numbered(needles: Iterable[str]) -> Iterator[tuple[str, Pointer]]:
    """Yield words of a text in their order, each with the pointer to it; how they are spaced is all one."""
    seen: Counter[str] = Counter()
    for needle in needles:
        words = " ".join(needle.split())
        yield needle, Pointer(words, seen[words])
        seen[words] += 1
