"""What the course claims, and what people take for true instead: two pages that lead to each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from studysite.materials import Materials
from studysite.model import Claim, Course, Lesson, Misconception, Section
from studysite.render.address import CLAIMS, MISCONCEPTIONS
from studysite.render.backlinks import claim_uses, misconception_uses
from studysite.render.page import Page, View


@dataclass(frozen=True)
class Group:
    """A section of a lesson, the claims that it is the first to teach, the misconceptions that it mends."""

    lesson: Lesson
    section: Section
    claims: tuple[Claim, ...]
    misconceptions: tuple[Misconception, ...]


def claim_pages(env: Environment, materials: Materials) -> Iterator[Page]:
    """Yield the claims and the misconceptions."""
    course = materials.course
    groups = by_section(course)
    near = nearness(course)
    yield View(env, materials, CLAIMS).page(
        "claims.md", groups=[group for group in groups if group.claims], uses=claim_uses(course), near=near
    )
    yield View(env, materials, MISCONCEPTIONS).page(
        "misconceptions.md",
        groups=[group for group in groups if group.misconceptions],
        uses=misconception_uses(course),
        near=near,
    )


def by_section(course: Course) -> list[Group]:
    """Claims and misconceptions in the order in which the course comes to them."""
    claims = {claim.id: claim for claim in course.claims}
    mended: dict[str, list[Misconception]] = {}
    for misconception in course.misconceptions:
        mended.setdefault(misconception.section, []).append(misconception)
    return [
        Group(
            lesson,
            section,
            tuple(claims.pop(id) for id in section.claims if id in claims),
            tuple(mended.get(f"{lesson.slug}#{section.id}", ())),
        )
        for lesson in course.lessons
        for section in lesson.sections
    ]


@dataclass(frozen=True)
class Nearness:
    """Which misconceptions are near a claim, and which claims near a misconception, by id."""

    misconceptions: dict[str, list[Misconception]]
    claims: dict[str, list[Claim]]


def nearness(course: Course) -> Nearness:
    """Join claims and misconceptions.

    Near a claim are the misconceptions that the section teaching it mends, and those that a wrong
    answer to an item testing it shows.
    """
    taught = {
        f"{lesson.slug}#{section.id}": section.claims
        for lesson in course.lessons
        for section in lesson.sections
    }
    items = [item for lesson in course.lessons for item in lesson.items]
    pairs = {
        *((claim, shown) for item in items for claim in item.claims for shown in item.shows),
        *((claim, each.id) for each in course.misconceptions for claim in taught.get(each.section, ())),
    }
    near = Nearness({}, {})
    claims = {claim.id: claim for claim in course.claims}
    place = {misconception.id: number for number, misconception in enumerate(course.misconceptions)}
    order = {id: number for number, id in enumerate(claims)}
    for claim, misconception in sorted(pairs, key=lambda pair: (order[pair[0]], place[pair[1]])):
        near.misconceptions.setdefault(claim, []).append(course.misconceptions[place[misconception]])
        near.claims.setdefault(misconception, []).append(claims[claim])
    return near
