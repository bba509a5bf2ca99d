"""The page that shows what an author may write: every key, and each example beside what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeVar, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from studysite.authoring import FORMS, Construct, Examples
from studysite.markdown import Directive, Formula, Image, Part, parse, split
from studysite.materials import Materials
from studysite.model import CARD_TYPES, ITEM_TYPES, Card, Entity, Item, Lesson
from studysite.render.address import CLAIMS, FORMAT, PROBLEMS
from studysite.render.environment import environment
from studysite.render.keys import Table, inner_tables, table
from studysite.render.page import Page, View
from studysite.targets import from_here

SHOWN, PLACED = "example--", "placed--"
"""Before the ids of live examples: no id of an author holds two hyphens, so none is that of a course."""
E = TypeVar("E", bound=Entity)


@dataclass(frozen=True)
class Kind:
    """A type of item or card: its name, what is written, the thing itself, and the keys of its own."""

    name: str
    source: str
    entity: Entity
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Shown:
    """A construct, the parts of its text, and whether it places what search must be kept from itself.

    `drawings` are the paths of those that it shows.
    """

    construct: Construct
    parts: tuple[Part, ...]
    places: bool
    drawings: tuple[str, ...]


class Specimen(View):
    """The example course, all of it on one page: whatever links elsewhere on a site leads to a place here."""

    def to(self, page: str, anchor: str = "") -> str:
        """The link to where the example of `anchor` stands on this page; problems have none here."""
        if page == PROBLEMS:
            return super().to(page, anchor)
        if page == CLAIMS:
            return "#claims"
        course = self.materials.course
        shown = f"{SHOWN}{anchor}" if anchor in course.item or anchor in course.card else anchor
        return f"#{shown}" if shown else "./"

    def _directive(self, directive: Directive) -> str:
        assert self.lesson is not None
        placeable = {entity.id: entity for entity in self.lesson.placeable[directive.name]}
        placed = [_renamed(placeable[name], PLACED) for name in directive.arguments]
        return self.render(f"directives/{directive.name}.html", placed=placed)


def format_page(examples: Examples, formulas: Mapping[Formula, str]) -> Page:
    """The page of the format; `formulas` are the MathML of those in the examples."""
    (lesson,) = examples.course.lessons
    materials = Materials(examples.course, formulas, examples.drawings)
    view = Specimen(environment(), materials, FORMAT, lesson)
    text = view.render(
        "format.md",
        sources=examples.sources,
        head=examples.sources[f"{lesson.folder}/lesson.md"].partition("\n---\n")[0] + "\n---",
        tables={form.name: _tables(model, examples) for form in FORMS for model in form.types.values()},
        constructs=[_shown(construct, lesson, examples) for construct in examples.constructs],
        items=_kinds("items", ITEM_TYPES, lesson.items, Item, examples),
        cards=_kinds("cards", CARD_TYPES, lesson.cards, Card, examples),
        of_items=_common(Item, ITEM_TYPES, examples),
        of_cards=_common(Card, CARD_TYPES, examples),
        references=examples.course.references,
        terms=examples.course.terms,
    )
    return Page(FORMAT, text)


def _kinds(
    folder: str,
    types: Mapping[str, type[E]],
    entities: tuple[Entity, ...],
    base: type[BaseModel],
    examples: Examples,
) -> list[Kind]:
    """Each type with its example, which is the first of its kind."""
    found: list[Kind] = []
    met: set[str] = set()
    for name, model in types.items():
        entity = next(entity for entity in entities if isinstance(entity, model))
        tables = [each for each in _tables(model, examples, base) if each.name not in met]
        met.update(each.name for each in tables)
        source = examples.sources[f"{folder}/{name}.yml"]
        found.append(Kind(name, source, _renamed(entity, SHOWN), tuple(tables)))
    return found


def _tables(
    model: type[BaseModel], examples: Examples, base: type[BaseModel] | None = None
) -> tuple[Table, ...]:
    """The keys of a model and of the records in it, those left out that are as in `base`."""
    shared = base.model_fields.items() if base else ()
    inherited = {name for name, field in shared if _is_same(model.model_fields[name], field)}
    return (table(model, examples, frozenset(inherited)), *inner_tables(model, examples))


def _is_same(own: FieldInfo, of_all: FieldInfo) -> bool:
    """Whether a type has nothing of its own to say of a key: its `type:` only repeats its name."""
    return get_origin(own.annotation) is Literal or own.description == of_all.description


def _common(base: type[BaseModel], types: Mapping[str, type[BaseModel]], examples: Examples) -> Table:
    """The keys that all types share."""
    made = table(base, examples)
    names = ", ".join(f"`{name}`" for name in types)
    keys = (replace(key, holds=names) if key.name == "type" else key for key in made.keys)
    return replace(made, keys=tuple(keys))


def _shown(construct: Construct, lesson: Lesson, examples: Examples) -> Shown:
    document = parse(construct.text)
    images = (from_here(lesson, image.path) for image in document.of(Image))
    drawings = tuple(path for path in images if path in examples.drawings)
    return Shown(construct, tuple(split(document)), bool(document.of(Directive)), drawings)


def _renamed(entity: E, prefix: str) -> E:
    return entity.model_copy(update={"id": prefix + entity.id, "was": []})
