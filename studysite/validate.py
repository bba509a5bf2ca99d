"""A plain value -> a record of the model, or problems in the author's own words.

pydantic finds what is wrong; the table below says it. An author reads the key that they wrote and
the cure, never the name of a class or of a branch of a union.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from studysite.diagnostics import Loc, Problem
from studysite.model.base import SLUG

M = TypeVar("M", bound=BaseModel)
Said = tuple[str, str, str]
"""code, message, cure"""

Say = Callable[[str, ErrorDetails, type[BaseModel] | None], Said]
"""What to say of an error, given the name of the value, pydantic's details and the model that it is about."""


def validate(model: type[M], value: Any, loc: Loc) -> tuple[M | None, list[Problem]]:
    """Make a `model` of `value`, which stands at `loc`.

    Returns the record and no problem, or None and every problem that was found.
    """
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, list(_problems(model, value, error.errors(include_url=False), loc))


def _problems(model: type[M], value: Any, found: list[ErrorDetails], loc: Loc) -> Iterator[Problem]:
    """What is wrong; of a record in which no key is known, that alone, and not what it lacks."""
    for details in found:
        record = details["loc"][:-1]
        foreign = _foreign(model, value, record) if details["type"] in _OF_A_KEY else []
        if not foreign:
            yield _problem(model, details, loc)
        elif details["loc"][-1] == foreign[0]:
            message = f"there is no key `{foreign[0]}:` here"
            cure = _in_keys(model_at(model, record))
            yield Problem((*loc, *record, foreign[0]), "unknown-key", message, cure, on_key=True)


def _foreign(model: type[BaseModel], value: Any, record: Loc) -> list[str]:
    """The keys of the record at a place in `value`, where none of them is known or nearly so."""
    wanted = model_at(model, record)
    for part in record:
        value = value[part]
    if wanted is None or not isinstance(value, dict):
        return []
    known = any(get_close_matches(key, wanted.model_fields, 1) for key in value)
    return [] if known else list(value)


def _problem(model: type[BaseModel], details: ErrorDetails, loc: Loc) -> Problem:
    inner = tuple(part for part in details["loc"] if part != "[key]")
    context = details.get("ctx", {})
    on_key = details["type"] in _OF_THE_KEY or "[key]" in details["loc"]
    if details["type"] == "problem":
        place, on_key = (*loc, *inner, *context["at"]), on_key or bool(context["at"])
        return Problem(place, context["code"], context["message"], context["cure"], on_key=on_key)
    code, message, cure = _said(model, details, inner)
    return Problem((*loc, *inner), code, message, cure, on_key=on_key)


def _said(model: type[BaseModel], details: ErrorDetails, inner: Loc) -> Said:
    name = _name(inner)
    say = _SAYINGS.get(details["type"])
    if say is not None:
        return say(name, details, model_at(model, inner if details["type"] in _OF_A_RECORD else inner[:-1]))
    return "bad-value", f"{name} is not right: {details['msg']}", "Write a value of that kind."


def _name(inner: Loc) -> str:
    """What the author would call the value at `inner`."""
    key = next((part for part in reversed(inner) if isinstance(part, str)), None)
    if key is None:
        return "what stands here"
    return f"`{key}`" if inner[-1] == key else f"an entry of `{key}`"


def _missing(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    key = details["loc"][-1]
    return "missing-key", f"`{key}:` is missing here", f"Add `{key}:`; it is required."


def _extra(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    key, known = str(details["loc"][-1]), list(model.model_fields) if model else []
    near = get_close_matches(key, known, 1)
    cure = f"Did you mean `{near[0]}:`?" if near else f"The keys here are: {', '.join(known)}."
    return "unknown-key", f"there is no key `{key}:` here", cure


def _literal(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    expected = str(details["ctx"]["expected"]).replace("'", "`")
    return "bad-value", f"{name} is `{_shown(details)}`, which it cannot be", f"Write {expected}."


def _pattern(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    cure = "Write letters, digits and hyphens, as in `T1`."
    if details["ctx"]["pattern"] == SLUG:
        cure = "Write small letters, digits and single hyphens, as in `more-raters`."
    return "bad-id", f"`{_shown(details)}` cannot be an id", cure


def _empty(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    return "empty-value", f"{name} is empty", "Write its text, or delete it where it is optional."


def _number(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    return "bad-value", f"{name} is `{_shown(details)}`", "Write a whole number above zero."


def _too_small(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    least = details["ctx"]["ge"]
    return "bad-value", f"{name} is `{_shown(details)}`", f"Write {least} or more."


def _too_many(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    most = details["ctx"]["le"]
    return "bad-value", f"{name} is `{_shown(details)}`", f"Write a whole number of {most} at most."


def _boolean(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    return "bad-value", f"{name} is `{_shown(details)}`", "Write `true` or `false`."


def _few(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    least = details["ctx"]["min_length"]
    return "too-few", f"{name} has too few entries", f"Give it at least {least}."


def _kind(wanted: str, cure: str) -> Say:
    def say(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
        kinds: dict[type[Any], str] = {str: "text", list: "a list", dict: "a mapping of keys"}
        got = kinds.get(type(details["input"]), "something else")
        return "wrong-type", f"{name} must be {wanted}, and is {got}", cure

    return say


def _list(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    cure = "Write `[first, second]`, or begin each entry on a line of its own with `- `."
    if model:
        cure = f"Begin each entry on a line of its own with `- `, and write its keys: {_wanted(model)}."
    return _kind("a list", cure)(name, details, model)


def _record_of_keys(name: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    return _kind("a mapping of keys", _in_keys(model))(name, details, model)


def _in_keys(model: type[BaseModel] | None) -> str:
    """The cure for what is no record, or has none of its keys."""
    return f"Write its keys on lines of their own, as in {_wanted(model) if model else '`key: value`'}."


def _wanted(model: type[BaseModel]) -> str:
    """The keys that a record must have, in each way in which it can be written."""
    rules: Any = model.model_config.get("json_schema_extra", {})
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    ways = [way["required"] for way in rules.get("oneOf", ())] or [[]]
    also = rules.get("dependencies", {})
    whole = [[*needed, *(more for key in way for more in (key, *also.get(key, ())))] for way in ways]
    return ", or ".join(_listed(dict.fromkeys(keys)) for keys in whole)


def _listed(keys: Iterable[str]) -> str:
    *others, last = (f"`{key}: …`" for key in keys)
    return f"{', '.join(others)} and {last}" if others else last


_TEXT = _kind("text", "Put the text on the next line after `|`, or in quotation marks.")
_MAPPING = _kind("a mapping of keys", "Write its keys on lines of their own, as in `key: value`.")

_OF_A_KEY = {"missing", "extra_forbidden"}
"""Errors of a record that lacks a key, or has one that is none of its own."""

_OF_A_RECORD = {"list_type", "model_type"}
"""Errors that are about the record that is wanted in the value's place, or as each entry of it."""

_OF_THE_KEY = {"extra_forbidden", "too_short"}
"""Errors that stand at the key: its value says nothing of them."""

_SAYINGS: dict[str, Say] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _empty,
    "string_type": _TEXT,
    "list_type": _list,
    "dict_type": _MAPPING,
    "model_type": _record_of_keys,
    "int_parsing": _number,
    "int_parsing_size": _number,
    "int_type": _kind("a whole number", "Write a whole number above zero."),
    "decimal_type": _kind("a number", "Write digits, with a dot before the decimals, as in `0.636`."),
    "greater_than": _number,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_many,
    "bool_parsing": _boolean,
    "bool_type": _kind("`true` or `false`", "Write `true` or `false`."),
    "too_short": _few,
}


def _shown(details: ErrorDetails) -> str:
    text = str(details["input"])
    return text if len(text) <= 40 else text[:39] + "…"


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model of the record at `loc` inside a `model`, or None where there is no record."""
    here: Any = model
    for part in loc:
        record = _record(here)
        if record is not None and isinstance(part, str) and part in record.model_fields:
            here = record.model_fields[part].annotation
    return _record(here)


def _record(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record(part))), None)
