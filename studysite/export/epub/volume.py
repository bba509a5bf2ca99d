"""What a book is made of: its pages of text in their order, as HTML, and its contents.

A link leads to an id, whatever page has it: whoever binds the book knows which that is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from jinja2 import Environment

from studysite.book import Chapter, Leaf, chapter
from studysite.export.epub.cover import cover
from studysite.markdown import plain, plain_text
from studysite.materials import Materials
from studysite.model import Course, Reference, Term
from studysite.render import address
from studysite.render.backlinks import Use, text_uses
from studysite.render.environment import environment
from studysite.wording import alphabetical

FOLDER = "templates/exports/epub"
COVER, TITLE, NAV = "cover.xhtml", "title.xhtml", "nav.xhtml"
GLOSSARY, REFERENCES = "glossary.xhtml", "references.xhtml"


@dataclass(frozen=True)
class Sheet:
    """A page of text: the name of its file, and its HTML."""

    name: str
    html: str


@dataclass(frozen=True)
class Entry:
    """A line of the contents, with those below it."""

    title: str
    link: str
    inside: tuple[Entry, ...] = ()


class Uses:
    """Where the text uses each term and each source: titles and links."""

    def __init__(self, course: Course, page: Leaf) -> None:
        self._page = page
        self._terms, self._references = text_uses(course)

    def terms(self, term: Term) -> list[tuple[str, str]]:
        """The places that use a term."""
        return [place for use in self._terms.of(term.id) for place in self._places(use)]

    def references(self, reference: Reference) -> list[tuple[str, str]]:
        """The places that cite a source."""
        return [place for use in self._references.of(reference.key) for place in self._places(use)]

    def _places(self, use: Use) -> Iterator[tuple[str, str]]:
        """The opening and the sections; where there are none, the first question or card."""
        path = f"{use.lesson.slug}#"
        if use.opening:
            yield plain_text(use.lesson.head.title), self._page.passage(path)
        for section in use.sections:
            yield section.title, self._page.passage(path + section.id)
        if not use.opening and not use.sections:
            for number, item in use.items[:1]:
                yield f"question {number}", f"#{item.id}"
            for card in use.cards[: not use.items]:
                yield "a card", f"#{card.id}"


@dataclass(frozen=True)
class Volume:
    """The course as a book."""

    materials: Materials

    @property
    def env(self) -> Environment:
        """Its templates."""
        return environment(FOLDER)

    @property
    def course(self) -> Course:
        """What it is made of."""
        return self.materials.course

    @cached_property
    def chapters(self) -> list[Chapter]:
        """A chapter for each lesson."""
        return [chapter(self.env, self.materials, lesson) for lesson in self.course.lessons]

    @property
    def cover(self) -> str:
        """The picture on its cover, as SVG."""
        return self.env.get_template("cover.svg").render(cover(self.course))

    @property
    def sheets(self) -> Iterator[Sheet]:
        """Its pages: cover, title, contents, the lessons, the lists, the answers."""
        yield self._back(COVER, self.course.plan.title)
        yield self._back(TITLE, self.course.plan.title, date=self._edition, answers_say=self._answers)
        yield self._back(NAV, "Contents", contents=self.contents, landmarks=self.landmarks)
        for each in self.chapters:
            yield self._front(each, "text", each.title)
            if each.unplaced:
                yield self._front(each, "questions", f"Questions: {each.title}")
            if each.lesson.cards:
                yield self._front(each, "cards", f"To say and to recall: {each.title}")
        uses = Uses(self.course, self._leaf)
        if self._terms:
            yield self._back(GLOSSARY, "Glossary", terms=self._terms, uses=uses)
        if self._references:
            yield self._back(REFERENCES, "References", references=self._references, uses=uses)
        for each in self._asking:
            yield self._front(each, "key", f"Key to the questions: {each.title}")
        for each in self._saying:
            yield self._front(each, "answers", f"Answers to say and to recall: {each.title}")

    @property
    def contents(self) -> list[Entry]:
        """The lines of its table of contents."""
        return [
            *map(_lesson, self.chapters),
            *self._lists,
            *_answers(self._asking, "key", "Key to the questions"),
            *_answers(self._saying, "answers", "Answers to say and to recall"),
        ]

    @property
    def landmarks(self) -> list[tuple[str, Entry]]:
        """Where readers jump to, each by its name among EPUB's terms."""
        kinds = {"Glossary": "glossary", "References": "bibliography"}
        return [
            ("cover", Entry("Cover", COVER)),
            ("toc", Entry("Contents", NAV)),
            ("bodymatter", Entry("Start of the text", _name("text", self.chapters[0]))),
            *((kinds[entry.title], entry) for entry in self._lists),
            *(("backmatter", entry) for entry in _answers(self._asking, "key", "Key to the questions")),
        ]

    @property
    def _lists(self) -> list[Entry]:
        there = (("Glossary", GLOSSARY, self._terms), ("References", REFERENCES, self._references))
        return [Entry(name, link) for name, link, entries in there if entries]

    @property
    def _leaf(self) -> Leaf:
        return Leaf(self.env, self.materials, address.GLOSSARY)

    @property
    def _terms(self) -> list[Term]:
        return sorted(self.course.terms, key=lambda term: alphabetical(term.term))

    @property
    def _references(self) -> list[Reference]:
        return sorted(self.course.references, key=lambda reference: alphabetical(reference.label))

    @property
    def _asking(self) -> list[Chapter]:
        return [each for each in self.chapters if each.lesson.items]

    @property
    def _saying(self) -> list[Chapter]:
        return [each for each in self.chapters if each.lesson.cards]

    @property
    def _edition(self) -> str:
        date = datetime.fromtimestamp(self.materials.date, UTC)
        return f"{date.day} {date:%B %Y}" if self.materials.date else ""

    @property
    def _answers(self) -> str:
        if not self._asking and not self._saying:
            return ""
        return (
            "Answer first, in your head or on paper. Each question then leads to its answer at the back of "
            "the book, with what speaks for it and against the others, and each answer leads back."
        )

    def _front(self, part: Chapter, kind: str, title: str) -> Sheet:
        """A page of a lesson."""
        placed = [pair for group in part.groups for pair in group.items if pair[1].id in part.placed]
        values = {"lesson": part.lesson, "chapter": part, "title": title, "placed": placed}
        return Sheet(_name(kind, part), part.page.render(f"{kind}.html", **values))

    def _back(self, name: str, title: str, **values: Any) -> Sheet:
        """A page of the course."""
        template = name.replace(".xhtml", ".html")
        return Sheet(name, self._leaf.render(template, title=title, **values))


def _name(kind: str, part: Chapter) -> str:
    return f"{kind}-{part.lesson.slug}.xhtml"


def _lesson(part: Chapter) -> Entry:
    text = _name("text", part)
    sections = [
        Entry(plain(each.title), f"{text}#{part.section(each.heading.id)}")
        for each in part.parts
        if each.heading is not None and each.heading.level == 2
    ]
    if part.unplaced:
        sections.append(Entry("Questions", _name("questions", part)))
    if part.lesson.cards:
        sections.append(Entry("To say and to recall", _name("cards", part)))
    return Entry(part.title, text, tuple(sections))


def _answers(parts: list[Chapter], kind: str, title: str) -> Iterator[Entry]:
    """One line, below which lessons stand where there are several."""
    each = tuple(Entry(part.title, _name(kind, part)) for part in parts)
    if each:
        yield Entry(title, each[0].link, each if len(each) > 1 else ())
