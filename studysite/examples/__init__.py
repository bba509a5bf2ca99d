"""Reads the example course: a file for each type of item and card, and the rest as content/ has it.

Authors read it on the page of the format, and key by key in their editor.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from studysite import diagnostics
from studysite.authoring import Construct, Examples, KeyExample
from studysite.drawing import read_drawing
from studysite.faults import Fault
from studysite.load import Loaded, load, read_list, sections
from studysite.markdown import parse
from studysite.model import CARD_TYPES, ITEM_TYPES, Course, Entity, Loc
from studysite.source import SourceFile, list_files

HERE = Path(__file__).parent
TEXT = "text.yml"
E = TypeVar("E", bound=Entity)


class ExampleFault(Fault):
    """An example of the generator's own is missing or wrong."""


@cache
def read_examples(root: Path = HERE) -> Examples:
    """Read the example course. Raises ExampleFault, which says what is wrong with it."""
    loaded = load(root)
    items = _each(root, "items", ITEM_TYPES, loaded)
    cards = _each(root, "cards", CARD_TYPES, loaded)
    constructs, read = read_list(root, TEXT, {"": Construct})
    loaded.add(read)
    wrong = loaded.diagnostics()
    if wrong:
        raise ExampleFault("\n\n".join(["The examples are not sound:", *map(diagnostics.show, wrong)]))
    text = "\n\n".join(construct.text for construct in constructs)
    (lesson,) = loaded.course.lessons
    parts = {"text": text, "sections": tuple(sections(parse(text))), "items": items, "cards": cards}
    course = loaded.course.model_copy(update={"lessons": (lesson.model_copy(update=parts),)})
    files = list_files(root, "content")
    drawings = {path: (root / path).read_bytes() for path in files if path.endswith(".svg")}
    texts = {path: file.text for path, file in loaded.files.items()}
    return Examples(
        course=course,
        sources=texts | {path: data.decode() for path, data in drawings.items()} | _smallest(root),
        keys=tuple(_keys(course, loaded.files)),
        constructs=tuple(constructs),
        drawings={path: read_drawing(data) for path, data in drawings.items()},
    )


def _each(root: Path, folder: str, types: Mapping[str, type[E]], loaded: Loaded) -> tuple[E, ...]:
    """The entries of `folder`, in the order of the table; each type has a file of its own."""
    found: list[E] = []
    for name, model in types.items():
        entries, read = read_list(root, f"{folder}/{name}.yml", {name: model})
        loaded.add(read)
        found += entries
    return tuple(found)


def _smallest(root: Path) -> dict[str, str]:
    """The texts of the smallest course that works."""
    return {path: (root / path).read_text("utf-8") for path in list_files(root, "smallest")}


def _keys(course: Course, files: Mapping[str, SourceFile]) -> Iterator[KeyExample]:
    """Every key that the example course writes."""
    (lesson,) = course.lessons
    entities = (*lesson.items, *lesson.cards, *course.claims, *course.misconceptions, *course.terms)
    heads: list[tuple[BaseModel, Loc]] = [(course.plan, ("content/course.yml",)), (lesson.head, lesson.loc)]
    for record, loc in (*heads, *((entity, entity.loc) for entity in entities)):
        yield from _keys_of(record, loc, files[str(loc[0])])


def _keys_of(record: BaseModel, loc: Loc, file: SourceFile) -> Iterator[KeyExample]:
    plain = json.loads(json.dumps(record.model_dump(exclude_unset=True), default=float))
    for name, value in plain.items():
        yield KeyExample(record, name, value, _written(file, (*loc[1:], name)))
        yield from _inside(getattr(record, name), (*loc, name), file)


def _inside(value: Any, loc: Loc, file: SourceFile) -> Iterator[KeyExample]:
    if isinstance(value, BaseModel):
        yield from _keys_of(value, loc, file)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _inside(each, (*loc, index), file)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _inside(each, (*loc, str(key)), file)


def _written(file: SourceFile, loc: Loc) -> str:
    """A key and its value as they stand in the file, moved to the margin."""
    start, end = file.keys[loc].start, file.values[loc].end
    margin = start - (file.text.rfind("\n", 0, start) + 1)
    first, *others = file.text[start:end].rstrip().split("\n")
    return "\n".join([first, *(line[margin:] for line in others)])
