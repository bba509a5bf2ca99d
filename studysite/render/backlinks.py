"""Where each thing of the course is used: what claims, misconceptions, terms and references link back to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studysite.markdown import Citation, Document, TermLink, split
from studysite.model import Card, Course, Item, Lesson, Section
from studysite.passages import Passage, lesson_passages, list_passages
from studysite.render.address import CLAIMS, GLOSSARY, MISCONCEPTIONS
from studysite.render.lessons import groups

_NOTES = 'class="footnote"'
_NOTE = re.compile(r' id="fn:([^"]+)"')
_CALL = re.compile(r'href="#fn:([^"]+)"')


@dataclass(frozen=True)
class Use:
    """Where one lesson uses something: in its opening, in sections, in items by number, in cards."""

    lesson: Lesson
    opening: bool
    sections: tuple[Section, ...]
    items: tuple[tuple[int, Item], ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Entry:
    """An entry of another list that uses something: what it is called, its page, its id there."""

    name: str
    page: str
    id: str


class Uses:
    """Who uses what, by the key of what is used."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.places: dict[str, dict[str, set[str]]] = {}
        self.entries: dict[str, dict[str, Entry]] = {}

    def add(self, key: str, lesson: Lesson, id: str) -> None:
        """Note that the section, item or card `id` of a lesson uses `key`; '' is what stands above all."""
        self.places.setdefault(key, {}).setdefault(lesson.slug, set()).add(id)

    def enter(self, key: str, entry: Entry) -> None:
        """Note that an entry of a list uses `key`."""
        self.entries.setdefault(key, {}).setdefault(f"{entry.page}#{entry.id}", entry)

    def of(self, key: str) -> list[Use]:
        """The lessons that use `key`, in the order of the plan."""
        return [_use(self.course.lesson[slug], ids) for slug, ids in self.places.get(key, {}).items()]

    def listed(self, key: str) -> list[Entry]:
        """The entries of other lists that use `key`."""
        return list(self.entries.get(key, {}).values())


def _use(lesson: Lesson, ids: set[str]) -> Use:
    return Use(
        lesson,
        "" in ids,
        tuple(section for section in lesson.sections if section.id in ids),
        tuple(pair for group in groups(lesson) for pair in group.items if pair[1].id in ids),
        tuple(card for card in lesson.cards if card.id in ids),
    )


def text_uses(course: Course) -> tuple[Uses, Uses]:
    """Who uses each term, and who cites each reference."""
    terms, references = Uses(course), Uses(course)
    for lesson in course.lessons:
        for id, document in _documents(lesson):
            for term in document.of(TermLink):
                terms.add(course.term[term.name.lower()].id, lesson, id)
            for citation in document.of(Citation):
                for key in citation.keys:
                    references.add(key, lesson, id)
        sourced: tuple[Item | Card, ...] = (*lesson.items, *lesson.cards)
        for entity in sourced:
            for key in entity.source:
                references.add(key, lesson, entity.id)
    _add_lists(course, terms, references)
    return terms, references


def _add_lists(course: Course, terms: Uses, references: Uses) -> None:
    entries = {
        **{each.loc: Entry(f"claim {each.id}", CLAIMS, each.id) for each in course.claims},
        **{each.loc: Entry("a misconception", MISCONCEPTIONS, each.id) for each in course.misconceptions},
        **{each.loc: Entry(each.term, GLOSSARY, each.id) for each in course.terms},
    }
    for claim in course.claims:
        for key in claim.source:
            references.enter(key, entries[claim.loc])
    for passage in list_passages(course):
        entry = entries.get(passage.loc[:2])
        if entry is not None:
            for term in passage.document.of(TermLink):
                terms.enter(course.term[term.name.lower()].id, entry)
            for citation in passage.document.of(Citation):
                for key in citation.keys:
                    references.enter(key, entry)


def _documents(lesson: Lesson) -> Iterator[tuple[str, Document]]:
    """Every text of a lesson, with the id of the section, item or card that it belongs to."""
    entities: tuple[Item | Card, ...] = (*lesson.items, *lesson.cards)
    owner = {entity.loc: entity.id for entity in entities}
    for passage in lesson_passages(lesson):
        if passage.loc == (*lesson.loc, "text"):
            yield from _parts(passage)
        else:
            yield owner.get(passage.loc[:2], ""), passage.document


def _parts(passage: Passage) -> Iterator[tuple[str, Document]]:
    """A lesson's text by section. A footnote belongs to the section that calls it first, not to the last."""
    slots = passage.document.slots
    called: dict[str, str] = {}
    id = ""
    for part in split(passage.document):
        id = part.heading.id if part.heading else ""
        body, _, notes = part.body.html.partition(_NOTES)
        for html in (part.title.html, body):
            yield id, Document(html, slots)
            called.update((name, id) for name in _CALL.findall(html) if name not in called)
        _, *named = _NOTE.split(notes)
        for name, html in zip(named[::2], named[1::2], strict=True):
            yield called.get(name, id), Document(html, slots)


def claim_uses(course: Course) -> Uses:
    """Who teaches and tests each claim."""
    uses = Uses(course)
    for lesson in course.lessons:
        owners: tuple[Section | Item | Card, ...] = (*lesson.sections, *lesson.items, *lesson.cards)
        for owner in owners:
            for claim in owner.claims:
                uses.add(claim, lesson, owner.id)
    return uses


def misconception_uses(course: Course) -> Uses:
    """The items whose wrong answers show each misconception."""
    uses = Uses(course)
    for lesson in course.lessons:
        for item in lesson.items:
            for shown in item.shows:
                uses.add(shown, lesson, item.id)
    return uses
