"""QTI 2.1: every question as an item of its own, and a test for each lesson, in an IMS content package.

The specification is at https://www.imsglobal.org/question/; what Canvas, OpenOLAT and TAO read of it decided
where it leaves a choice: reasons are modal feedback, and each hangs on a condition of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Any

from markupsafe import Markup

from studysite.arrangement import disordered, letter, unmatched
from studysite.export.archive import archive
from studysite.export.drawn import standing
from studysite.export.environment import environment
from studysite.export.keyboard import CASELESS, typed
from studysite.export.options import ADDED, is_added, offered, share
from studysite.export.pictures import Pictures
from studysite.export.prose import Writer, dated, in_words, tex
from studysite.export.xhtml import xhtml
from studysite.markdown import CLOSE, OPEN, TOKEN, Document, Formula, gaps, parse
from studysite.materials import Materials
from studysite.model import Item, Lesson, Prose
from studysite.model.items.choice import Choice
from studysite.model.items.cloze import Cloze
from studysite.model.items.match import Match
from studysite.model.items.multiple import Multiple
from studysite.model.items.number import Number
from studysite.model.items.order import Order
from studysite.model.items.short import Short
from studysite.work import Work

IMAGES = "images"
"""Where an item finds its pictures."""
SLACK = Decimal("1e-12")
"""What is forgiven of a number, as a part of it: tools compute in binary fractions."""


def qti(materials: Materials) -> Work:
    """Every question, with a reason for each option, as the standard of testing systems has it."""
    return Work(
        "questions-qti.zip",
        "Question package (QTI 2.1)",
        "Every question, and a test for each lesson, for what reads QTI 2.1: OpenOLAT, TAO, Canvas.",
        partial(_package, materials),
        materials.digest,
        converted=tuple(_converted(materials)),
    )


@dataclass(frozen=True)
class Strict(Writer):
    """Writes XHTML."""

    def html(self, document: Document) -> Markup:
        """A document as whole elements."""
        return xhtml(super().html(document))

    def blanks(self, text: str) -> list[Markup]:
        """What stands between the blanks of a text. Only all of it together is well-formed."""
        loose = Writer(self.course, self.image, self.formula)
        parts = (
            loose.html(before) + (f"{OPEN}{gap.number}{CLOSE}" if gap else "")
            for before, gap in self.cloze(text)
        )
        return [Markup(part) for part in TOKEN.split(xhtml("".join(parts)))[::2]]

    def filled(self, text: str) -> Markup:
        """A text with its blanks filled."""
        return self.html(parse(text, Prose.CLOZE))


@dataclass(frozen=True)
class Filed:
    """An item as a file of the package, with its pictures by their names."""

    lesson: Lesson
    item: Item
    title: str
    interaction: str
    text: str
    pictures: dict[str, bytes]


def _package(materials: Materials) -> bytes:
    alone = replace(materials, images=standing(materials))
    filed = [_filed(alone, lesson, item) for lesson in materials.course.lessons for item in lesson.items]
    return archive(_files(materials, filed), materials.date)


def _files(materials: Materials, filed: list[Filed]) -> Iterator[tuple[str, bytes]]:
    lessons = [lesson for lesson in materials.course.lessons if lesson.items]
    about = {"course": materials.course, "lessons": lessons, "dated": partial(dated, materials.course)}
    yield "imsmanifest.xml", _rendered("manifest", filed=filed, images=IMAGES, **about).encode()
    for lesson in lessons:
        yield f"test-{lesson.slug}.xml", _rendered("test", lesson=lesson, **about).encode()
    for each in filed:
        yield f"items/{each.item.id}.xml", each.text.encode()
    pictures = {name: data for each in filed for name, data in each.pictures.items()}
    for name, data in sorted(pictures.items()):
        yield f"items/{IMAGES}/{name}", data


def _filed(materials: Materials, lesson: Lesson, item: Item) -> Filed:
    pictures = Pictures(materials.images, IMAGES, lesson)
    words = Strict(materials.course, pictures.put, partial(_formula, materials))
    interaction, about = _TYPES[type(item)]
    title = in_words(item.stem) or item.id
    text = _rendered(item.type, item=item, title=title, words=words, **about(item))
    return Filed(lesson, item, title, interaction, text, dict(pictures.placed()))


def _rendered(template: str, **about: Any) -> str:
    return environment().get_template(f"qti/{template}.xml").render(**about)


def _formula(materials: Materials, formula: Formula) -> Markup:
    """A formula as MathML; as TeX where nobody has set it."""
    return Markup(materials.formulas[formula]) if formula in materials.formulas else tex(formula)


def _options(item: Choice | Multiple) -> dict[str, Any]:
    """The options under the letters that they have on the site."""
    options = offered(item)
    return {
        "options": [(letter(place), option) for place, option in enumerate(options)],
        "shares": [f"{share(item, option):.6f}" for option in options],
    }


def _order(item: Order) -> dict[str, Any]:
    """The steps under the letters of the places where they are shown, which tell nothing of the order."""
    shown = disordered(item.steps, item.id)
    names = {position: letter(place) for place, (position, _) in enumerate(shown)}
    return {
        "steps": [(names[position], step) for position, step in shown],
        "right": [names[position] for position, _ in enumerate(item.steps)],
    }


def _match(item: Match) -> dict[str, Any]:
    lefts, choices = unmatched(item)
    names = {position: letter(place) for place, (position, _) in enumerate(choices)}
    return {
        "lefts": [(place, pair.left, names[position]) for place, (position, pair) in enumerate(lefts, 1)],
        "choices": [(names[position], choice) for position, choice in choices],
    }


def _cloze(item: Cloze) -> dict[str, Any]:
    found = gaps(parse(item.text, Prose.CLOZE))
    return {"gaps": [typed(gap.accepted) for _, gap in found if gap]}


def _number(item: Number) -> dict[str, Any]:
    most = max(abs(value) for value in (item.answer, *(mistake.value for mistake in item.mistakes)))
    return {"within": item.within and item.within + max(item.within, most) * SLACK}


def _short(item: Short) -> dict[str, Any]:
    return {}


_TYPES: dict[type[Item], tuple[str, Callable[[Any], dict[str, Any]]]] = {
    Choice: ("choiceInteraction", _options),
    Multiple: ("choiceInteraction", _options),
    Order: ("orderInteraction", _order),
    Match: ("matchInteraction", _match),
    Cloze: ("textEntryInteraction", _cloze),
    Number: ("textEntryInteraction", _number),
    Short: ("extendedTextInteraction", _short),
}
"""The interaction by which each type is asked, and what its template needs beside the item."""


def _converted(materials: Materials) -> Iterator[str]:
    items = [item for lesson in materials.course.lessons for item in lesson.items]
    types = {item.type for item in items}
    yield from (sentence for type_, sentence in _BY_TYPE.items() if type_ in types)
    if is_added(items):
        yield ADDED
    if any(item.hint for item in items):
        yield "Hints are left out, since the reasons come with the first answer."
    if materials.formulas:
        yield "Formulas are MathML, which a tool may show more plainly than this site."


_BY_TYPE = {
    "cloze": CASELESS,
    "number": "Numbers are written with a dot before the decimals and without their unit.",
    "short": "A written answer brings no mark by itself: the model answer is shown for comparison.",
}
