"""The course as the script in the browser knows it: scripts that hold data and do nothing.

A script loads from the site's own folder wherever that lies, also from disk, where a page may not ask for
anything else. What the data means is said in web/src/course.ts.
"""

from __future__ import annotations

import json
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from studysite.edition import edition
from studysite.markdown import plain_text
from studysite.materials import Materials
from studysite.model import Card, Claim, Course, Item, Lesson, Misconception
from studysite.render.address import CLAIMS, COURSE, TODAY, address, deck_file, lesson_page, practice_page
from studysite.render.page import Page, View


def course_page(env: Environment, materials: Materials) -> Page:
    """All of the course but its texts: ids, names, addresses, fingerprints."""
    course = materials.course
    view = View(env, materials, TODAY)
    data = {
        "title": course.plan.title,
        "lessons": [_lesson(view, lesson) for lesson in course.lessons],
        "claims": [_claim(claim) for claim in course.claims],
        "misconceptions": [_misconception(course, each) for each in course.misconceptions],
        "was": _was(course),
    }
    return Page(COURSE, f"window.studyCourse = {_json(data)};\n")


def deck(view: View, lesson: Lesson) -> Page:
    """A lesson's items and cards by id, in HTML as a text places them; links start at the page TODAY."""
    html = {item.id: _placed(view, f"items/{item.type}.html", item=item) for item in lesson.items}
    html |= {card.id: _placed(view, f"cards/{card.type}.html", card=card) for card in lesson.cards}
    named = json.dumps(lesson.slug)
    return Page(deck_file(lesson), f"window.studyDecks = {{...window.studyDecks, {named}: {_json(html)}}};\n")


def _placed(view: View, template: str, **entity: Item | Card) -> str:
    return view.render(template, placed=True, **entity).strip()


def _lesson(view: View, lesson: Lesson) -> dict[str, Any]:
    return {
        "id": lesson.slug,
        "title": plain_text(lesson.head.title),
        "summary": plain_text(lesson.head.summary or ""),
        "day": view.materials.course.day_of[lesson.slug],
        "minutes": lesson.head.minutes,
        "page": address(lesson_page(lesson)),
        "practice": address(practice_page(lesson)),
        "sections": [{"id": section.id, "title": section.title} for section in lesson.sections],
        "objectives": [
            {"goal": plain_text(objective.goal), "claims": objective.claims}
            for objective in lesson.head.objectives
        ],
        "items": [{**_asked(item), "level": item.level} for item in lesson.items],
        "cards": [{**_asked(card), "asks": _asks(view, card)} for card in lesson.cards],
    }


def _asked(entity: Item | Card) -> dict[str, Any]:
    return {"id": entity.id, "edition": edition(entity), "type": entity.type, "claims": entity.claims}


def _asks(view: View, card: Card) -> str:
    """What a card asks, as text."""
    return " ".join(Markup(view.render("parts/asked.html", card=card)).striptags().split())


def _claim(claim: Claim) -> dict[str, Any]:
    return {"id": claim.id, "says": plain_text(claim.says), "page": f"{address(CLAIMS)}#{claim.id}"}


def _misconception(course: Course, misconception: Misconception) -> dict[str, Any]:
    slug, _, section = misconception.section.partition("#")
    return {
        "id": misconception.id,
        "believes": plain_text(misconception.believes),
        "cure": plain_text(misconception.cure),
        "passage": f"{address(lesson_page(course.lesson[slug]))}#{section}",
    }


def _was(course: Course) -> dict[str, dict[str, str]]:
    """The id of now by each that came before it, for all that a learner's log may name."""
    asked = [entity for lesson in course.lessons for entity in (*lesson.items, *lesson.cards)]
    return {
        "lessons": {old: lesson.slug for lesson in course.lessons for old in lesson.head.was},
        "asked": {old: entity.id for entity in asked for old in entity.was},
        "misconceptions": {old: each.id for each in course.misconceptions for old in each.was},
    }


def _json(data: object) -> str:
    """JSON on one line, its keys in the order given."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
