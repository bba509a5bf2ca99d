"""The study guide: text, questions with room to write, glossary, sources, index, and the key at its back.

The key comes last, so the student's copy is the guide up to there, and the key is the rest of it: the three
are laid out once, and a page has the same number in each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from studysite.book import Leaf, chapter
from studysite.markdown import Citation, TermLink, parse, plain_text
from studysite.materials import Materials
from studysite.model import Card, Course, Item, Lesson, Reference, Term
from studysite.passages import lesson_passages
from studysite.printing.environment import environment
from studysite.printing.finish import finished
from studysite.printing.paper import EDITIONS
from studysite.printing.press import Sheets, Span, pdf
from studysite.printing.scope import Scope, scopes
from studysite.printing.stock import Stock
from studysite.render.address import GLOSSARY
from studysite.wording import alphabetical
from studysite.work import GUIDE, Work


@dataclass(frozen=True)
class Copy:
    """What of a guide a file has: its name in that of the file, what it is called and for, its pages."""

    name: str
    called: str
    says: str
    span: Span


KEY, COVERS = "apart", "cover--student"
"""Where the key begins, and behind it the covers of the copies."""
COPIES = (
    Copy(
        "guide",
        GUIDE,
        "Text, figures, questions with room to write, and the key at its back.",
        Span(end=COVERS),
    ),
    Copy(
        "student",
        "Student copy",
        "The study guide without the key, to be handed out.",
        Span("contents", KEY, cover=COVERS),
    ),
    Copy(
        "key",
        "Key",
        "What the student copy has not: each answer with all reasons.",
        Span(KEY, COVERS, cover="cover--key"),
    ),
)

NAMES = {
    "term": "Glossary",
    "ref": "References",
    "index": "Index of terms",
    "key": "Key to the questions",
    "answers": "Answers to say and to recall",
}
"""What stands behind the text, by id."""


def guides(materials: Materials, stock: Stock) -> Iterator[Work]:
    """Yield the guide of the course (that of its lesson, where it has but one) and of each lesson."""
    for scope in scopes(materials.course):
        yield from _works(materials, stock, scope)


def _works(materials: Materials, stock: Stock, scope: Scope) -> Iterator[Work]:
    """Yield a guide and what is cut from it, on each paper."""
    text = compose(materials, scope)
    has_key = any(lesson.items or lesson.cards for lesson in scope.lessons)
    on_papers = [
        (paper, Sheets(text, stock.files(text, paper), len(text) // paper.holds)) for paper in EDITIONS
    ]
    for copy in COPIES if has_key else COPIES[:1]:
        for paper, sheets in on_papers:
            called = f"{copy.called}: {scope.title}"
            yield Work(
                f"{scope.name}-{copy.name}-{paper.name}.pdf",
                called,
                copy.says,
                partial(pdf, sheets, called, copy.span),
                sheets.digest + called.encode(),
                kind="paper",
                variant=paper.variant,
                form=copy.called,
                lesson=scope.lesson,
                batch=sheets.digest,
            )


def compose(materials: Materials, scope: Scope) -> str:
    """The HTML of a guide."""
    lessons = scope.lessons
    terms, references = _named(materials, lessons)
    index = _indexed(lessons, materials.course)
    chapters = [chapter(environment(), materials, lesson) for lesson in lessons]
    answered = {
        "key": [each for each in chapters if each.lesson.items],
        "answers": [each for each in chapters if each.lesson.cards],
    }
    back = {"term": terms, "ref": references, "index": index, **answered}
    text = (
        environment()
        .get_template("guide.html")
        .render(
            course=materials.course,
            page=Leaf(environment(), materials, GLOSSARY),
            title=scope.title,
            says=_says(materials, lessons),
            date=datetime.fromtimestamp(materials.date, UTC).date() if materials.date else None,
            sheets=Stock.SHEETS,
            chapters=chapters,
            answered=answered,
            back=[(id, NAMES[id]) for id, there in back.items() if there],
            terms=terms,
            references=references,
            index=index,
        )
    )
    return finished(text)


def _says(materials: Materials, lessons: Sequence[Lesson]) -> str:
    summary = lessons[0].head.summary if len(lessons) == 1 else materials.course.plan.summary
    return plain_text(summary or "")


def _named(materials: Materials, lessons: Sequence[Lesson]) -> tuple[list[Term], list[Reference]]:
    """The terms that lessons link to and the sources that they rest on, each in alphabetical order."""
    course = materials.course
    documents = [passage.document for lesson in lessons for passage in lesson_passages(lesson)]
    ids = {course.term[link.name.lower()].id for each in documents for link in each.of(TermLink)}
    terms = sorted(
        (term for term in course.terms if term.id in ids), key=lambda term: alphabetical(term.term)
    )
    documents += [parse(term.means) for term in terms]
    keys = {key for each in documents for cited in each.of(Citation) for key in cited.keys}
    for lesson in lessons:
        sourced: tuple[Item | Card, ...] = (*lesson.items, *lesson.cards)
        keys |= {key for each in sourced for key in each.source}
    references = [reference for reference in course.references if reference.key in keys]
    return terms, sorted(references, key=lambda reference: alphabetical(reference.label))


def _indexed(lessons: Sequence[Lesson], course: Course) -> list[Term]:
    """The terms that the text of lessons links to, in alphabetical order."""
    links = {
        link.name.lower() for lesson in lessons for link in parse(lesson.text).of(TermLink) if link.linked
    }
    terms = {term.id: term for term in (course.term[name] for name in links)}
    return sorted(terms.values(), key=lambda term: alphabetical(term.term))
