"""The two pages of each lesson, its text and its practice, and its deck."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from jinja2 import Environment

from studysite.markdown import parse, plain_text, split
from studysite.materials import Materials
from studysite.model import Card, Course, Item, Lesson, Section
from studysite.render.address import TODAY, lesson_page, practice_page
from studysite.render.data import deck
from studysite.render.page import Page, View

Each = Callable[[Callable[[int], list[Page]], Any], Iterable[list[Page]]]
"""Does a piece of work for each item in order: `map`, or something quicker."""


@dataclass(frozen=True)
class Group:
    """The items that one section of the lesson teaches; None gathers those that no section does."""

    section: Section | None
    items: tuple[tuple[int, Item], ...]


@dataclass(frozen=True)
class Neighbour:
    """A lesson that this one builds on or leads to: its title, its page ('' while it is unwritten)."""

    title: str
    when: str
    page: str = ""


def lesson_pages(env: Environment, materials: Materials, each: Each = map) -> Iterator[Page]:
    """Yield the lesson, its practice page and its deck, for each lesson in the order of the plan."""
    for pages in each(partial(_pages, env, materials), range(len(materials.course.lessons))):
        yield from pages


def _pages(env: Environment, materials: Materials, index: int) -> list[Page]:
    lesson = materials.course.lessons[index]
    kinds = ((lesson_page(lesson), _text), (practice_page(lesson), _practice), (TODAY, deck))
    return [page(View(env, materials, path, lesson), lesson) for path, page in kinds]


def _text(view: View, lesson: Lesson) -> Page:
    opening, *parts = split(parse(lesson.text))
    course = view.materials.course
    return view.page(
        "lesson.md",
        lesson=lesson,
        opening=opening,
        parts=parts,
        builds_on=[neighbour(course, slug) for slug in lesson.head.builds_on],
        leads_to=[neighbour(course, slug) for slug in lesson.head.leads_to],
    )


def _practice(view: View, lesson: Lesson) -> Page:
    return view.page("practice.md", lesson=lesson, groups=groups(lesson), kinds=kinds(lesson))


def groups(lesson: Lesson) -> list[Group]:
    """A lesson's items by the section that teaches them, numbered in the order of the text."""
    by_section: dict[str, list[Item]] = {}
    for item in lesson.items:
        section = lesson.section_of(item.claims)
        by_section.setdefault(section.id if section else "", []).append(item)
    found: list[Group] = []
    number = 0
    for here in (*lesson.sections, None):
        items = by_section.get(here.id if here else "", [])
        if items:
            found.append(Group(here, tuple(enumerate(items, start=number + 1))))
            number += len(items)
    return found


def kinds(lesson: Lesson) -> dict[str, list[Card]]:
    """A lesson's cards by their type, types in the order of the file."""
    found: dict[str, list[Card]] = {}
    for card in lesson.cards:
        found.setdefault(card.type, []).append(card)
    return found


def neighbour(course: Course, slug: str) -> Neighbour:
    """The lesson `slug`, as far as the course knows it."""
    if slug in course.lesson:
        day = course.day_of.get(slug)
        lesson = course.lesson[slug]
        return Neighbour(plain_text(lesson.head.title), f"Day {day}" if day else "", lesson_page(lesson))
    for number, planned_day in course.plan.plan.items():
        if planned_day.planned == slug:
            return Neighbour(planned_day.title, f"Day {number}")
    planned = course.plan.planned[slug]
    return Neighbour(planned.title, f"Week {planned.week}" if planned.week else "")
