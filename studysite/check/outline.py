"""What a part of a course tells the rest of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from studysite.arrangement import arranged
from studysite.check.known import Anything, Known, Listed
from studysite.check.rule import Outline, Question, Survey
from studysite.check.stems import rows
from studysite.guesser import guess
from studysite.identity import Named, Published, named
from studysite.layout import CLAIMS, CONTENT, GLOSSARY, LESSONS, MISCONCEPTIONS, PLAN, REFERENCES, TEXTS
from studysite.markdown import Formula
from studysite.model import Course, Item, Lesson
from studysite.model.items.choice import Choice
from studysite.passages import Passage

ByKind = Mapping[str, tuple[str, ...]]
"""Names by their kind."""
_LISTS = {
    **{"claim": CLAIMS, "citation": REFERENCES, "day": PLAN},
    **{"misconception": MISCONCEPTIONS, "neighbour": PLAN, "term": GLOSSARY},
}
"""The list that holds the names of a kind."""
_IN_LESSON = re.compile(rf"{LESSONS}/(?P<slug>[^/]+)/(?P<name>{'|'.join(map(re.escape, TEXTS))})")


def outline(
    course: Course, passages: Iterable[Passage], needs: ByKind, published: Iterable[Published] = ()
) -> Outline:
    """The outline of a part: of a course with one lesson and no lists, or with the lists alone.

    `passages` are its texts in which something of Markdown stands, `needs` the names that it uses.
    """
    entities = tuple(named(course))
    return Outline(
        folder=course.lessons[0].folder if course.lessons else CONTENT,
        named=entities,
        offers=_offers(course),
        needs=needs,
        formulas=tuple(dict.fromkeys(formula for text in passages for formula in text.document.of(Formula))),
        taught=tuple(
            claim for lesson in course.lessons for section in lesson.sections for claim in section.claims
        ),
        questions=tuple(each for lesson in course.lessons for each in _questions(lesson)),
        cards=tuple(tuple(card.claims) for lesson in course.lessons for card in lesson.cards),
        order=tuple(course.plan.slugs),
        cures=tuple(_cures(course, entities)),
        references=tuple((reference.key, reference.loc) for reference in course.references),
        published=tuple(published),
    )


def _offers(course: Course) -> ByKind:
    lessons, plan = course.lessons, course.plan
    slugs = [lesson.slug for lesson in lessons]
    planned = [day.planned for day in plan.plan.values() if day.planned]
    sections = [f"{lesson.slug}#{section.id}" for lesson in lessons for section in lesson.sections]
    practice = [f"{lesson.slug}#{each.id}" for lesson in lessons for each in (*lesson.items, *lesson.cards)]
    return {
        "anchor": (*sections, *practice),
        "card": tuple(course.card),
        "citation": tuple(course.reference),
        "claim": tuple(claim.id for claim in course.claims),
        "day": tuple(course.day_of),
        "lesson": tuple(slugs),
        "misconception": tuple(misconception.id for misconception in course.misconceptions),
        "neighbour": (*slugs, *planned, *plan.planned),
        "section": tuple(sections),
        "term": tuple(course.term),
    }


def _questions(lesson: Lesson) -> Iterator[Question]:
    guesses = {each.id: each for each in guess(lesson.items)}
    for item in lesson.items:
        yield Question(
            id=item.id,
            loc=item.loc,
            claims=tuple(item.claims),
            shows=item.shows,
            rows=rows(item.stem) if "stem" in item.model_fields_set else (),
            place=_place(item),
            guess=guesses.get(item.id),
        )


def _place(item: Item) -> tuple[int, int] | None:
    """The place of a choice's key among its options as they are shown, and how many these are."""
    if not isinstance(item, Choice):
        return None
    shown = arranged(item.options, item.id, item.keep_order)
    return next(place for place, (_, option) in enumerate(shown) if option.is_right), len(shown)


def _cures(course: Course, entities: Iterable[Named]) -> Iterator[tuple[Named, str]]:
    misconceptions = (each for each in entities if each.kind == "misconception")
    for entity, misconception in zip(misconceptions, course.misconceptions, strict=True):
        yield entity, misconception.section


def known(survey: Survey) -> Known:
    """The names that a course has; where a file was not read whole, any that it could hold."""
    files = [found for path in survey.files if (found := _IN_LESSON.fullmatch(path))]
    broken = [found for path in survey.broken if (found := _IN_LESSON.fullmatch(path))]
    written = frozenset(found["slug"] for found in files if found["name"] == "lesson.md")
    unread = frozenset(found["slug"] for found in broken)
    textless = frozenset(found["slug"] for found in broken if found["name"] == "lesson.md")
    names: dict[str, Anything | Listed] = {
        "anchor": Listed(_offered(survey, "anchor"), unread),
        "card": Listed(_offered(survey, "card")),
        "file": Listed(survey.files),
        "lesson": Listed(_offered(survey, "lesson") | written),
        "section": Listed(_offered(survey, "section"), textless),
    }
    names |= {kind: Listed(_offered(survey, kind)) for kind in _LISTS}
    names["claim"] = Listed(_offered(survey, "claim"), renamed=_renamed_claims(survey))
    names["neighbour"] = Listed(_offered(survey, "neighbour") | written)
    names |= {kind: Anything() for kind, path in _LISTS.items() if path in survey.broken}
    if any(found["name"] != "quiz.yml" for found in broken):
        names["card"] = Anything()
    return names


def _renamed_claims(survey: Survey) -> dict[str, str]:
    """Claims that have another name now: they say so, or one is taught and gone, and one is not taught."""
    made = _offered(survey, "claim")
    taught = {claim for lesson in survey.lessons for claim in lesson.taught}
    gone, untaught = taught - made, made - taught
    alone = len(gone) == len(untaught) == 1
    said = {before: claim.id for claim in survey.claims for before in claim.was}
    return {**(dict(zip(gone, untaught, strict=True)) if alone else {}), **said}


def unmet(outline: Outline, names: Known) -> bool:
    """Whether a part uses a name that nothing has."""
    return any(name not in names[kind] for kind, needed in outline.needs.items() for name in needed)


def _offered(survey: Survey, kind: str) -> frozenset[str]:
    return frozenset[str]().union(*(part.offers.get(kind, ()) for part in survey.parts))
