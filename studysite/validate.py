"""A plain value -> a record of the model, or problems in the author's own words.

pydantic finds what is wrong; the table below says it. An author reads the key that they wrote and
the cure, never the name of a class or of a branch of a union.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from studysite.diagnostics import Loc, Problem

M = TypeVar("M", bound=BaseModel)
Said = tuple[str, str, str]
"""code, message, cure"""

_KINDS: dict[type[Any], str] = {str: "text", list: "a list", dict: "a mapping"}


def validate(model: type[M], value: Any, loc: Loc) -> tuple[M | None, list[Problem]]:
    """Make a `model` of `value`, which stands at `loc`.

    Returns the record and no problem, or None and every problem that was found.
    """
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, [_problem(model, details, loc) for details in error.errors(include_url=False)]


def _problem(model: type[BaseModel], details: ErrorDetails, loc: Loc) -> Problem:
    inner = tuple(part for part in details["loc"] if part != "[key]")
    context = details.get("ctx", {})
    if details["type"] == "problem":
        place = (*loc, *inner, *context["at"])
        return Problem(place, "item", context["message"], context["cure"], on_key=bool(context["at"]))
    code, message, cure = _said(model, details, inner)
    on_key = details["type"] == "extra_forbidden" or "[key]" in details["loc"]
    return Problem((*loc, *inner), code, message, cure, on_key=on_key)


def _said(model: type[BaseModel], details: ErrorDetails, inner: Loc) -> Said:
    key = next((part for part in reversed(inner) if isinstance(part, str)), "this")
    say = _SAYINGS.get(details["type"])
    if say is not None:
        return say(key, details, model_at(model, inner[:-1]))
    return "bad-value", f"`{key}` is not right: {details['msg']}", "Write a value of that kind."


def _missing(key: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    return "missing-key", f"`{key}:` is missing here", f"Add `{key}:`; it is required."


def _extra(key: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    known = list(model.model_fields) if model else []
    near = get_close_matches(key, known, 1)
    cure = f"Did you mean `{near[0]}:`?" if near else f"The keys here are: {', '.join(known)}."
    return "unknown-key", f"there is no key `{key}:` here", cure


def _literal(key: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    expected = str(details["ctx"]["expected"]).replace("'", "`")
    return "bad-value", f"`{key}` is `{_shown(details)}`, which it cannot be", f"Write {expected}."


def _pattern(key: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    return (
        "bad-id",
        f"`{_shown(details)}` cannot be an id",
        "Write small letters, digits and single hyphens, as in `more-raters`.",
    )


def _empty(key: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    return "empty-value", f"`{key}:` is empty", f"Write its text, or delete `{key}:` where it is optional."


def _number(key: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    return "bad-value", f"`{key}` is `{_shown(details)}`", "Write a whole number above zero."


def _boolean(key: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    return "bad-value", f"`{key}` is `{_shown(details)}`", "Write `true` or `false`."


def _few(key: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
    least = details["ctx"]["min_length"]
    return "too-few", f"`{key}:` has too few entries", f"Give it at least {least}."


def _kind(wanted: str) -> Callable[[str, ErrorDetails, type[BaseModel] | None], Said]:
    def say(key: str, details: ErrorDetails, model: type[BaseModel] | None) -> Said:
        got = _KINDS.get(type(details["input"]), "something else")
        return "wrong-type", f"`{key}` must be {wanted}, and is {got}", f"Write {wanted} here."

    return say


_SAYINGS: dict[str, Callable[[str, ErrorDetails, type[BaseModel] | None], Said]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "string_too_short": _empty,
    "string_type": _kind("text"),
    "list_type": _kind("a list"),
    "dict_type": _kind("a mapping of keys"),
    "model_type": _kind("a mapping of keys"),
    "int_parsing": _number,
    "int_type": _kind("a whole number"),
    "greater_than": _number,
    "greater_than_equal": _number,
    "bool_parsing": _boolean,
    "bool_type": _kind("`true` or `false`"),
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
