"""A lesson on one page: what it argues, its numbers, what people get wrong, its words.

What goes first where not all of it fits at the smallest size: terms, those first that are linked to least and
latest; then misconceptions, those first that fewest wrong answers show; then numbers; claims last of all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from studysite.book import Leaf
from studysite.markdown import Document, Formula, TermLink, gaps, parse, plain
from studysite.materials import Materials
from studysite.model import Card, Claim, Course, Entity, Lesson, Misconception, Prose, Section, Term
from studysite.model.cards.cloze import ClozeCard
from studysite.model.cards.concept import Concept
from studysite.passages import lesson_passages
from studysite.printing.brief import Brief, ranked
from studysite.printing.environment import environment
from studysite.printing.finish import finished
from studysite.printing.paper import PAPERS
from studysite.printing.press import Sheets
from studysite.printing.scope import Scope, scopes
from studysite.printing.stock import Stock
from studysite.render.address import lesson_page
from studysite.sentences import first_sentence
from studysite.work import Work

E = TypeVar("E", bound=Entity)
FORM = "Cheat sheet"
LARGEST = 9.0
_NUMBER = re.compile(r"(?<!Day )(?<!\d)\d")
"""A digit that is not of a day of the course."""


@dataclass(frozen=True)
class Part:
    """What a sheet has of a lesson, each list with what matters most to it first."""

    lesson: Lesson
    page: Leaf
    sections: tuple[tuple[Section, tuple[Claim, ...]], ...]
    facts: tuple[Card, ...]
    misconceptions: tuple[Misconception, ...]
    terms: tuple[Term, ...]

    @property
    def keys(self) -> tuple[list[str], ...]:
        """The keys of its entries by kind, the kind first that goes last."""
        claims = [claim for _, section in self.sections for claim in section]
        kinds = {
            "claim": claims,
            "fact": self.facts,
            "misconception": self.misconceptions,
            "term": self.terms,
        }
        return tuple([f"{kind} {each.id}" for each in entries] for kind, entries in kinds.items())


def cheatsheets(materials: Materials, stock: Stock) -> Iterator[Work]:
    """Yield the sheet of the course, where it has several lessons, and of each lesson."""
    parts = {lesson.slug: part(materials, lesson) for lesson in materials.course.lessons}
    for scope in scopes(materials.course):
        found = [parts[lesson.slug] for lesson in scope.lessons]
        yield from _works(materials, stock, scope, found if scope.lesson else _distinct(found))


def _works(materials: Materials, stock: Stock, scope: Scope, parts: Sequence[Part]) -> Iterator[Work]:
    text = compose(materials, parts, scope.title)
    called = f"{FORM}: {scope.title}"
    for paper in PAPERS if any(any(each.keys) for each in parts) else ():
        brief = Brief(Sheets(text, stock.files(text, paper)), pages=1, largest=LARGEST)
        yield Work(
            f"{scope.name}-cheat-sheet-{paper.name}.pdf",
            called,
            "On one page: the argument, its numbers, what people get wrong, the terms.",
            partial(brief.pdf, called),
            brief.digest + called.encode(),
            kind="paper",
            variant=paper.variant,
            form=FORM,
            lesson=scope.lesson,
        )


def compose(materials: Materials, parts: Sequence[Part], title: str) -> str:
    """The HTML of a sheet with all that could stand on it."""
    text = (
        environment()
        .get_template("cheatsheet.html")
        .render(
            course=materials.course,
            title=title,
            parts=parts,
            ranks=ranked(each.keys for each in parts),
            first_sentence=first_sentence,
        )
    )
    return finished(text)


def part(materials: Materials, lesson: Lesson) -> Part:
    """What a sheet has of a lesson."""
    course = materials.course
    return Part(
        lesson,
        Leaf(environment(), materials, lesson_page(lesson), lesson),
        tuple(_sections(course, lesson)),
        tuple(card for card in lesson.cards if _is_fact(card)),
        tuple(_misconceptions(course, lesson)),
        tuple(_terms(course, lesson)),
    )


def _distinct(parts: Sequence[Part]) -> list[Part]:
    """Parts that have nothing twice: a claim or a term stands with the first lesson that has it."""
    met: set[str] = set()
    found = []
    for each in parts:
        new = partial(_new, met)
        sections = tuple((section, new(claims)) for section, claims in each.sections)
        found.append(replace(each, sections=sections, terms=new(each.terms)))
    return found


def _new(met: set[str], entries: tuple[E, ...]) -> tuple[E, ...]:
    """Those of some entries that were not met before; now they are."""
    new = tuple(entry for entry in entries if entry.id not in met)
    met.update(entry.id for entry in new)
    return new


def _sections(course: Course, lesson: Lesson) -> Iterator[tuple[Section, tuple[Claim, ...]]]:
    claims = {claim.id: claim for claim in course.claims}
    for section in lesson.sections:
        if section.claims:
            yield section, tuple(claims[id] for id in section.claims)


def _is_fact(card: Card) -> bool:
    """Whether a card asks for a number or a formula."""
    match card:
        case Concept():
            return _counts(parse(card.answer))
        case ClozeCard():
            return any(_counts(gap.words) for _, gap in gaps(parse(card.text, Prose.CLOZE_LABEL)) if gap)
        case _:
            return False


def _counts(answer: Document) -> bool:
    return bool(_NUMBER.search(plain(answer))) or any(answer.of(Formula))


def _misconceptions(course: Course, lesson: Lesson) -> list[Misconception]:
    """Those that a lesson mends, first those that most of its wrong answers show."""
    shown = Counter(shown for item in lesson.items for _, shown in item.shown())
    here = [each for each in course.misconceptions if each.section.partition("#")[0] == lesson.slug]
    return sorted(here, key=lambda each: -shown[each.id])


def _terms(course: Course, lesson: Lesson) -> list[Term]:
    """Those that a lesson links to, first those that it links to most often, then soonest."""
    links = Counter(
        course.term[link.name.lower()].id
        for passage in lesson_passages(lesson)
        for link in passage.document.of(TermLink)
    )
    return [course.term[id] for id, _ in links.most_common()]
