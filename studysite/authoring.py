"""What an author may write: the kinds of file, the keys in each, and an example of every one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import BaseModel

from studysite.layout import CLAIMS, GLOSSARY, LESSONS, MISCONCEPTIONS, PLAN
from studysite.model import CARD_TYPES, ITEM_TYPES, Claim, Course, Entity, Head, Misconception, Plan, Term
from studysite.model.base import Inline, Markdown, NonEmpty


@dataclass(frozen=True)
class Form:
    """A kind of file: its name, where such files stand, and the model of what is in them.

    A file is one mapping, or a list of entries; `types` are the models by the entry's `type:`, or one
    model by '' where all entries are of one kind.
    """

    name: str
    path: str
    types: Mapping[str, type[BaseModel]]
    is_list: bool = True


FORMS = (
    Form("course", PLAN, {"": Plan}, is_list=False),
    Form("lesson", f"{LESSONS}/*/lesson.md", {"": Head}, is_list=False),
    Form("quiz", f"{LESSONS}/*/quiz.yml", ITEM_TYPES),
    Form("cards", f"{LESSONS}/*/cards.yml", CARD_TYPES),
    Form("claims", CLAIMS, {"": Claim}),
    Form("misconceptions", MISCONCEPTIONS, {"": Misconception}),
    Form("glossary", GLOSSARY, {"": Term}),
)


@dataclass(frozen=True)
class KeyExample:
    """A key as the example course has it: its record and name, its plain value, and what was written."""

    record: BaseModel
    name: str
    value: Any
    written: str


class Construct(Entity):
    """Something of Markdown that a lesson's text may hold."""

    name: NonEmpty
    """What it is called."""
    says: Inline
    """When to use it."""
    text: Markdown
    """An example of it."""


@dataclass(frozen=True)
class Examples:
    """A small sound course with one of everything, and the texts that it was read from."""

    course: Course
    sources: Mapping[str, str]
    """The text of each of its files, by path."""
    keys: tuple[KeyExample, ...] = ()
    constructs: tuple[Construct, ...] = ()
    drawings: Mapping[str, str] = field(default_factory=dict)
    """SVG to stand inline, by its path."""

    def of(self, model: type[BaseModel], name: str) -> KeyExample | None:
        """The example of a key, of this very model before one of a record that shares the key with it."""
        for kind in _owners(model, name):
            for example in self.keys:
                if example.name == name and isinstance(example.record, kind):
                    return example
        return None


def description(model: type[BaseModel], name: str) -> str:
    """What a key is for: what its model says of it, or the model that it has the key from."""
    said = (kind.model_fields[name].description for kind in _owners(model, name))
    return next(filter(None, said), "")


def records(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield `model`, and every record inside it, each once."""
    found = [model]
    for kind in found:
        inner = (record for field in kind.model_fields.values() for record in _records(field.annotation))
        found += [record for record in dict.fromkeys(inner) if record not in found]
    yield from found


def _records(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _records(part)


def _owners(model: type[BaseModel], name: str) -> list[type[BaseModel]]:
    """The model and those it is derived from, as far as they have the key."""
    return [kind for kind in model.__mro__ if issubclass(kind, BaseModel) and name in kind.model_fields]
