"""A lesson as a chapter: its text, its questions in their order, its cards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from jinja2 import Environment

from studysite.book.leaf import Leaf, section
from studysite.markdown import Directive, Document, Part, parse, plain, plain_text, split
from studysite.materials import Materials
from studysite.model import Card, Lesson
from studysite.render.address import lesson_page
from studysite.render.lessons import Group, groups, kinds

_SAID = {"interview": "To say aloud, in 60 to 90 seconds", "concept": "In your own words"}
"""What the cards of a type ask for."""


@dataclass(frozen=True)
class Chapter:
    """A lesson and the leaf that writes it."""

    lesson: Lesson
    page: Leaf

    @property
    def title(self) -> str:
        """Its title without markup."""
        return plain_text(self.lesson.head.title)

    def name(self, part: Part) -> str:
        """A heading without markup."""
        return plain(part.title)

    def section(self, anchor: str) -> str:
        """The id of a section of it."""
        return section(self.lesson, anchor)

    @cached_property
    def _text(self) -> list[Part]:
        return split(parse(self.lesson.text))

    @property
    def opening(self) -> Document:
        """What stands above its first heading."""
        return self._text[0].body

    @property
    def parts(self) -> list[Part]:
        """Its headings, each with the text below it."""
        return self._text[1:]

    @cached_property
    def groups(self) -> list[Group]:
        """Its questions by section, numbered."""
        return groups(self.lesson)

    @cached_property
    def placed(self) -> dict[str, int]:
        """The questions that stand in the text, with their numbers."""
        named = self._named("quiz")
        return {item.id: number for group in self.groups for number, item in group.items if item.id in named}

    @property
    def placed_says(self) -> str:
        """A sentence on those."""
        numbers = sorted(self.placed.values())
        *most, last = map(str, numbers)
        if not most:
            return f"Question {last} stands in the text, where it belongs."
        return f"Questions {', '.join(most)} and {last} stand in the text, where they belong."

    @cached_property
    def placed_cards(self) -> frozenset[str]:
        """The ids of the cards that stand in the text."""
        return frozenset(self._named("cards"))

    @property
    def unplaced(self) -> list[Group]:
        """The questions that do not stand in the text."""
        left = [
            replace(group, items=tuple(pair for pair in group.items if pair[1].id not in self.placed))
            for group in self.groups
        ]
        return [group for group in left if group.items]

    @cached_property
    def cards(self) -> dict[str, list[Card]]:
        """Its cards by what they ask for."""
        return {_SAID.get(kind, "Fill the blanks"): cards for kind, cards in kinds(self.lesson).items()}

    def _named(self, directive: str) -> set[str]:
        placed = parse(self.lesson.text).of(Directive)
        return {id for each in placed if each.name == directive for id in each.arguments}


def chapter(env: Environment, materials: Materials, lesson: Lesson) -> Chapter:
    """The chapter of a lesson; the templates say how its parts are written."""
    numbers = {item.id: number for group in groups(lesson) for number, item in group.items}
    return Chapter(lesson, Leaf(env, materials, lesson_page(lesson), lesson, numbers=numbers))
