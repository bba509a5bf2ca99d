"""The keys of a record in words, for the page of the format."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from studysite.authoring import Examples, description, records
from studysite.model import Prose
from studysite.model.base import SLUG

_TEXTS = {
    Prose.BLOCK: ("Markdown", "Markdown texts"),
    Prose.INLINE: ("one paragraph of Markdown", "paragraphs of Markdown"),
    Prose.LABEL: ("one paragraph of Markdown without links", "paragraphs of Markdown without links"),
    Prose.CLOZE: ("Markdown with blanks", "Markdown texts with blanks"),
    Prose.CLOZE_LABEL: ("one paragraph of Markdown with blanks", "paragraphs of Markdown with blanks"),
}
_PLAIN = {
    str: ("text", "texts"),
    int: ("a whole number", "whole numbers"),
    float: ("a number", "numbers"),
    Decimal: ("a number", "numbers"),
    bool: ("`true` or `false`", "`true` or `false` each"),
}
_BOUNDS = {"gt": "above", "ge": "from", "lt": "below", "le": "to"}


@dataclass(frozen=True)
class Key:
    """A key: what an author writes there, and what it is for; Markdown, but for its id and its example.

    A key that holds records has no example of its own: theirs follow.
    """

    id: str
    name: str
    is_required: bool
    holds: str
    default: str
    says: str
    example: str


@dataclass(frozen=True)
class Table:
    """The keys of one record; `within` is the key under which such records stand, '' for an entry itself."""

    name: str
    within: str
    says: str
    keys: tuple[Key, ...]


def table(model: type[BaseModel], examples: Examples, but: frozenset[str] = frozenset()) -> Table:
    """The keys of one model, those named in `but` left out."""
    fields = model.model_fields.items()
    keys = tuple(_key(model, name, field, examples) for name, field in fields if name not in but)
    return Table(model.__name__, "", (model.__doc__ or "").partition("\n")[0], keys)


def inner_tables(model: type[BaseModel], examples: Examples) -> list[Table]:
    """The keys of every record inside `model`, under the name of the key that holds it."""
    found: dict[str, Table] = {}
    for outer in records(model):
        for name, field in outer.model_fields.items():
            inner = _record(field.annotation)
            if inner is not None and inner.__name__ not in found:
                made = table(inner, examples)
                found[inner.__name__] = Table(made.name, name, made.says, made.keys)
    return list(found.values())


def holds(annotation: Any, notes: tuple[Any, ...] = ()) -> tuple[str, str]:
    """What a value of that type is, and what several are, as an author would say it.

    `notes` are the constraints on it.
    """
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return holds(parts[0], (*notes, *parts[1:]))
    if origin in (Union, UnionType):
        return holds(next(part for part in parts if part is not NoneType), notes)
    if origin is Literal:
        words = ", ".join(f"`{word}`" for word in parts)
        return words, words
    if origin is list:
        return _list(parts[0], notes), "lists"
    if origin is dict:
        name = "a name" if parts[0] is str else holds(parts[0])[0]
        return f"{holds(parts[1])[1]}, each under {name}", "mappings"
    if _record(annotation) is not None:
        return "a mapping of the keys below", "mappings of the keys below"
    return _scalar(annotation, notes)


def _list(entry: Any, notes: tuple[Any, ...]) -> str:
    one, several = holds(entry)
    least = next((note.min_length for note in notes if getattr(note, "min_length", None)), 0)
    alone = any(
        get_origin(getattr(note, "json_schema_input_type", None)) in (Union, UnionType) for note in notes
    )
    return (f"{one} or " if alone else "") + f"a list of {several}" + (f", {least} or more" if least else "")


def _scalar(kind: Any, notes: tuple[Any, ...]) -> tuple[str, str]:
    pattern = next((note.pattern for note in notes if getattr(note, "pattern", None)), None)
    if pattern is not None:
        return ("an id", "ids") if pattern == SLUG else ("an id as `T1`", "ids as `T1`")
    prose = next((note for note in notes if isinstance(note, Prose)), None)
    one, several = (
        _TEXTS.get(prose, _TEXTS[Prose.BLOCK]) if prose is not None else _PLAIN.get(kind, _PLAIN[str])
    )
    return one + _bounds(notes), several


def _bounds(notes: tuple[Any, ...]) -> str:
    """Between which numbers it must be, where that is said."""
    said = {name: getattr(note, name) for note in notes for name in _BOUNDS if hasattr(note, name)}
    return "".join(f" {_BOUNDS[name]} {bound}" for name, bound in said.items() if bound is not None)


def _key(model: type[BaseModel], name: str, field: FieldInfo, examples: Examples) -> Key:
    example = examples.of(model, name)
    return Key(
        id=f"{model.__name__.lower()}--{name}",
        name=name,
        is_required=field.is_required(),
        holds=holds(field.annotation, tuple(field.metadata))[0],
        default="" if field.is_required() or not _says(field.default) else str(field.default).lower(),
        says=description(model, name),
        example=example.written if example and _record(field.annotation) is None else "",
    )


def _says(default: Any) -> bool:
    """Whether a default tells an author more than that the key may be left out."""
    return default not in (None, [], {}, "")


def _record(annotation: Any) -> type[BaseModel] | None:
    """The record that a key holds, alone or several of them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record(part))), None)
