"""Names that point at something point at something that exists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from studysite.check.rule import Facts, near, pointed
from studysite.diagnostics import Loc, Problem
from studysite.layout import CLAIMS, GLOSSARY, MISCONCEPTIONS, REFERENCES
from studysite.markdown import Citation, TermLink
from studysite.model import Card, Claim, Course, Item, Misconception, Term
from studysite.model.cards.interview import Interview
from studysite.pointing import Pointer


def known_claims(course: Course, facts: Facts) -> Iterator[Problem]:
    """Claims of sections, objectives, items and cards are in claims.yml."""
    known = facts.known["claim"]
    for loc, claim, point in _claims(course):
        if claim not in known:
            now = known.became(claim)
            add = f"Add it to {CLAIMS}."
            cure = near(claim, known, f"Did you rename it to `{now}`? Then write that here." if now else add)
            yield Problem(loc, "unknown-claim", f"there is no claim `{claim}`", cure, point=point)


def known_citations(course: Course, facts: Facts) -> Iterator[Problem]:
    """Keys of citations and of `source:` are in references.bib."""
    known = facts.known["citation"]
    for loc, key, point in (*_cited(facts), *_sources(course)):
        if key not in known:
            cure = near(key, known, f"Add the entry to {REFERENCES}.")
            yield Problem(loc, "unknown-citation", f"there is no reference `{key}`", cure, point=point)


def known_terms(course: Course, facts: Facts) -> Iterator[Problem]:
    """`[[…]]` names a term of the glossary."""
    known = facts.known["term"]
    for passage in facts.passages:
        for term, point in pointed(passage.document, TermLink, lambda term: term.source):
            if term.name.lower() not in known:
                cure = near(term.name.lower(), known, f"Add it to {GLOSSARY}.")
                message = f"the glossary has no term `{term.name}`"
                yield Problem(passage.loc, "unknown-term", message, cure, point=point)


def known_misconceptions(course: Course, facts: Facts) -> Iterator[Problem]:
    """`shows:` names a misconception."""
    known = facts.known["misconception"]
    for item in (item for lesson in course.lessons for item in lesson.items):
        for way, shown in item.shown():
            if shown not in known:
                cure = near(shown, known, f"Add it to {MISCONCEPTIONS}.")
                loc = (*item.loc, *way)
                yield Problem(loc, "unknown-misconception", f"there is no misconception `{shown}`", cure)


def known_follow_ups(course: Course, facts: Facts) -> Iterator[Problem]:
    """A follow-up's `card:` is a card."""
    known = facts.known["card"]
    for card in (card for lesson in course.lessons for card in lesson.cards):
        if isinstance(card, Interview):
            for index, follow_up in enumerate(card.follow_ups):
                if follow_up.card is not None and follow_up.card not in known:
                    yield Problem(
                        (*card.loc, "follow_ups", index, "card"),
                        "unknown-card",
                        f"there is no card `{follow_up.card}`",
                        near(follow_up.card, known, "Name a card of any lesson by its id."),
                    )


def known_sections(course: Course, facts: Facts) -> Iterator[Problem]:
    """`section:` of a term or misconception is `lesson#section`."""
    known = facts.known["section"]
    entities: tuple[Term | Misconception, ...] = (*course.terms, *course.misconceptions)
    for entity in entities:
        if entity.section is not None and entity.section not in known:
            yield Problem(
                (*entity.loc, "section"),
                "unknown-section",
                f"there is no section `{entity.section}`",
                near(entity.section, known, "Write `lesson#section`, both as the lesson has them."),
            )


def _claims(course: Course) -> Iterator[tuple[Loc, str, Pointer | None]]:
    for lesson in course.lessons:
        for section in lesson.sections:
            for claim in section.claims:
                yield (*lesson.loc, "text"), claim, Pointer(f"#{section.id}", inside=claim)
        for number, objective in enumerate(lesson.head.objectives):
            for index, claim in enumerate(objective.claims):
                yield (*lesson.loc, "objectives", number, "claims", index), claim, None
        entities: tuple[Item | Card, ...] = (*lesson.items, *lesson.cards)
        for entity in entities:
            for index, claim in enumerate(entity.claims):
                yield (*entity.loc, "claims", index), claim, None


def _cited(facts: Facts) -> Iterator[tuple[Loc, str, Pointer | None]]:
    """Every key that a text cites, with the way to where it does."""
    for passage in facts.passages:
        for citation, point in pointed(passage.document, Citation, lambda citation: citation.source):
            for key in citation.keys:
                yield passage.loc, key, replace(point, inside=f"@{key}")


def _sources(course: Course) -> Iterator[tuple[Loc, str, Pointer | None]]:
    """Every key that a `source:` names, with the way to it."""
    items = (item for _, item in course.item.values())
    cards = (card for _, card in course.card.values())
    sourced: tuple[Claim | Item | Card, ...] = (*course.claims, *items, *cards)
    for entity in sourced:
        for index, key in enumerate(entity.source):
            yield (*entity.loc, "source", index), key, None
