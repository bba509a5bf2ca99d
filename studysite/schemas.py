"""The model as JSON Schemas, for an editor that completes and checks while an author types.

Draft 7, since the YAML language server knows all of it and of later drafts only parts. A schema says
what may stand in the file, before the loader makes text of every scalar: where text belongs a number
or a `No` will do as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from studysite.authoring import FORMS, Examples, Form, description
from studysite.export.data import schema_text

DRAFT = "http://json-schema.org/draft-07/schema#"
FOLDER = "schemas"
DATA = "export"
"""The schema of the course as data: for others' programs, which know later drafts, and for no editor."""
Schema = dict[str, Any]


def schemas(examples: Examples) -> dict[str, str]:
    """The schema of each kind of file: its text by the file's path."""
    made = {form.name: _schema(form, examples) for form in FORMS}
    texts = {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in made.items()}
    return {f"{FOLDER}/{name}.json": text for name, text in (*texts.items(), (DATA, schema_text()))}


def _schema(form: Form, examples: Examples) -> Schema:
    generator = _Generator(examples)
    inputs = [(name, "validation", model.__pydantic_core_schema__) for name, model in form.types.items()]
    refs, definitions = generator.generate_definitions(inputs)  # type: ignore[arg-type]
    models = {name: refs[name, "validation"] for name in form.types}
    entry = _by_type(form.types, models) if "" not in models else definitions.pop(_name(models[""]))
    if form.is_list:
        snippets = list(_snippets(form.types, examples))
        entry = {"type": "array", "items": {**entry, "defaultSnippets": snippets}}
    return {"$schema": DRAFT, "title": form.path, **entry, "definitions": definitions}


def _name(ref: Schema) -> Any:
    """The name of the definition that is referred to."""
    return ref["$ref"].rsplit("/", 1)[1]


def _by_type(types: Mapping[str, type[BaseModel]], whole: Mapping[str, Schema]) -> Schema:
    """An entry whose `type:` decides what else it holds, so that it is held against that type alone."""
    said = description(next(iter(types.values())), "type")
    chosen = [
        {"if": {"properties": {"type": {"const": name}}, "required": ["type"]}, "then": whole[name]}
        for name in types
    ]
    return {
        "type": "object",
        "properties": {"type": {"description": said, "enum": list(types)}},
        "required": ["type"],
        "allOf": chosen,
    }


class _Generator(GenerateJsonSchema):
    """pydantic's generator, told what an author writes instead of what a record holds."""

    def __init__(self, examples: Examples) -> None:
        super().__init__(ref_template="#/definitions/{model}")
        self.examples = examples

    def str_schema(self, schema: core_schema.StringSchema) -> Schema:
        """Text: in YAML a number or a `No` as well, where its pattern lets one through."""
        made = super().str_schema(schema)
        if "pattern" not in made:
            return {**made, "type": ["string", "number", "boolean"]}
        return {**made, "type": ["string", "integer"]} if re.match(made["pattern"], "1") else made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """What may be left out is left out: a key with nothing after it is an error."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """A default that says no more than 'nothing' goes without saying."""
        made = super().default_schema(schema)
        if made.get("default", True) in (None, [], {}):
            del made["default"]
        return made

    def encode_default(self, dft: Any) -> Any:
        """A number as a number, also where the record keeps it in decimals."""
        return float(dft) if isinstance(dft, Decimal) else super().encode_default(dft)

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        """No key but those of the pattern."""
        made = super().dict_schema(schema)
        return made | {"additionalProperties": False} if "patternProperties" in made else made

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        """A record, its keys with what they are for and an example."""
        made = super().model_schema(schema)
        made.pop("title", None)
        for name, key in made["properties"].items():
            made["properties"][name] = self._key(schema["cls"], name, key)
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No key needs a title: its name is one."""
        return False

    def _key(self, model: type[BaseModel], name: str, key: Schema) -> Schema:
        if "$ref" in key:  # in draft 7 nothing may stand beside it
            key = {"allOf": [{"$ref": key.pop("$ref")}], **key}
        example = self.examples.of(model, name)
        shown = {"examples": [example.value]} if example and "const" not in key else {}
        return {"description": description(model, name), **key, **shown}


def _snippets(types: Mapping[str, type[BaseModel]], examples: Examples) -> Iterator[Schema]:
    """The skeleton of an entry, one a type: the required keys, the shape of the example."""
    for name, model in types.items():
        counter = iter(range(1, 1000))
        body = ({"type": name} if name else {}) | {
            key: _blank(key, example.value, counter)
            for key, field in model.model_fields.items()
            if field.is_required() and key != "type" and (example := examples.of(model, key))
        }
        said = (model.__doc__ or "").partition("\n")[0]
        yield {"label": name or "entry", "description": said, "body": body}


def _blank(key: str, value: Any, counter: Iterator[int]) -> Any:
    """A value with places to fill in instead of its words."""
    if isinstance(value, dict):
        return {name: _blank(name, each, counter) for name, each in value.items()}
    if isinstance(value, list):
        return [_blank(key, each, counter) for each in value]
    return f"${{{next(counter)}:{key}}}" if isinstance(value, str) else value
