"""The pages that are lists: the glossary and the references."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from studysite.materials import Materials
from studysite.render.address import GLOSSARY, REFERENCES
from studysite.render.backlinks import text_uses
from studysite.render.page import Page, View
from studysite.wording import alphabetical


def list_pages(env: Environment, materials: Materials) -> Iterator[Page]:
    """Yield the glossary and the references."""
    course = materials.course
    of_terms, of_references = text_uses(course)
    terms = sorted(course.terms, key=lambda term: alphabetical(term.term))
    yield View(env, materials, GLOSSARY).page("glossary.md", terms=terms, uses=of_terms)
    references = sorted(
        course.references, key=lambda reference: (alphabetical(reference.label), reference.title)
    )
    yield View(env, materials, REFERENCES).page("references.md", references=references, uses=of_references)
