"""The pages that are lists: the glossary and the references."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from studysite.markdown import Citation
from studysite.model import Card, Course, Item, Lesson
from studysite.passages import lesson_passages
from studysite.render.address import GLOSSARY, REFERENCES
from studysite.render.page import Materials, Page, View


def list_pages(env: Environment, materials: Materials) -> Iterator[Page]:
    """Yield the glossary and the references."""
    course = materials.course
    terms = sorted(course.terms, key=lambda term: term.term.lower())
    yield Page(GLOSSARY, View(env, materials, GLOSSARY).render("glossary.md", terms=terms))
    references = sorted(course.references, key=lambda reference: (reference.label.lower(), reference.title))
    yield Page(
        REFERENCES,
        View(env, materials, REFERENCES).render(
            "references.md", references=references, cited=cited_in(course)
        ),
    )


def cited_in(course: Course) -> dict[str, list[Lesson]]:
    """The lessons that cite each reference, by its key."""
    found: dict[str, list[Lesson]] = {reference.key: [] for reference in course.references}
    for lesson in course.lessons:
        keys = {
            key
            for passage in lesson_passages(lesson)
            for c in passage.document.of(Citation)
            for key in c.keys
        }
        entities: tuple[Item | Card, ...] = (*lesson.items, *lesson.cards)
        keys.update(key for entity in entities for key in entity.source)
        for key in keys:
            found[key].append(lesson)
    return found
