"""A course -> what stands in course.json."""

from __future__ import annotations

from typing import Any

from studysite.export.data import course as shape
from studysite.export.data.asked import card_of, question
from studysite.export.data.shape import SCHEMA, VERSION
from studysite.export.data.words import Words, maybe
from studysite.markdown import Directive, Part, parse, plain, split
from studysite.materials import Materials
from studysite.model import Course, Lesson, Reference


def written(materials: Materials) -> shape.CourseData:
    """The course as data."""
    course = materials.course
    lists = Words.of(materials, None)
    words = [lists, *(Words.of(materials, lesson) for lesson in course.lessons)]
    made = {
        "$schema": SCHEMA,
        "version": VERSION,
        "title": course.plan.title,
        "summary": maybe(lists.inline, course.plan.summary),
        "published": materials.date,
        "days": course.plan.days,
        "plan": [
            shape.Day(day=number, title=day.title, lessons=day.lessons, planned=day.planned)
            for number, day in sorted(course.plan.plan.items())
        ],
        "lessons": [
            _lesson(course, lesson, own) for lesson, own in zip(course.lessons, words[1:], strict=True)
        ],
        **_lists(course, lists),
    }
    images = {src: address for each in words for src, address in each.images()}
    return shape.CourseData.model_validate({**made, "images": dict(sorted(images.items()))})


def _lists(course: Course, words: Words) -> dict[str, Any]:
    """What all lessons share."""
    return {
        "claims": [
            shape.Claim(
                id=claim.id,
                was=claim.was,
                says=words.block(claim.says),
                evidence=claim.evidence,
                against=words.block(claim.against),
                would_change_my_mind=words.block(claim.would_change_my_mind),
                sources=claim.source,
            )
            for claim in course.claims
        ],
        "misconceptions": [
            shape.Misconception(
                id=wrong.id,
                was=wrong.was,
                believes=words.inline(wrong.believes),
                cure=words.inline(wrong.cure),
                section=wrong.section,
            )
            for wrong in course.misconceptions
        ],
        "glossary": [
            shape.Term(
                id=term.id,
                was=term.was,
                term=term.term,
                also=term.also,
                means=words.block(term.means),
                section=term.section,
            )
            for term in course.terms
        ],
        "references": [_reference(reference) for reference in course.references],
    }


def _reference(reference: Reference) -> shape.Reference:
    return shape.Reference(
        id=reference.key,
        label=reference.label,
        authors=[shape.Author(given=given, family=family) for given, family in reference.authors],
        and_others=reference.and_others,
        title=reference.title,
        year=reference.year,
        venue=reference.venue,
        links=[shape.Link(name=name, address=address) for name, address in reference.links],
        note=reference.note,
    )


def _lesson(course: Course, lesson: Lesson, words: Words) -> shape.Lesson:
    head = lesson.head
    return shape.Lesson(
        id=lesson.slug,
        was=head.was,
        day=course.day_of.get(lesson.slug),
        title=words.inline(head.title),
        summary=maybe(words.inline, head.summary),
        minutes=head.minutes,
        builds_on=head.builds_on,
        leads_to=head.leads_to,
        objectives=[
            shape.Objective(goal=words.inline(objective.goal), claims=objective.claims)
            for objective in head.objectives
        ],
        markdown=lesson.text,
        sections=[
            _section(part, words)
            for part in split(parse(lesson.text))
            if part.heading or part.body.html.strip()
        ],
        questions=[question(item, words) for item in lesson.items],
        cards=[card_of(card, words) for card in lesson.cards],
    )


def _section(part: Part, words: Words) -> shape.Section:
    placed = part.body.of(Directive)
    return shape.Section(
        id=part.heading.id if part.heading else "",
        title=plain(part.title),
        level=part.heading.level if part.heading else 0,
        claims=list(part.heading.claims) if part.heading else [],
        html=words.writer.html(part.body).strip(),
        questions=[id for each in placed if each.name == "quiz" for id in each.arguments],
        cards=[id for each in placed if each.name == "cards" for id in each.arguments],
    )
