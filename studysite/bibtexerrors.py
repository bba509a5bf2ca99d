"""Says in words what keeps an entry from being BibTeX, with the place where it went wrong and its cure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEAD = re.compile(r"@\w+\s*\{\s*[^\s,{}=]+")
_FIELD = re.compile(r"\s*[\w-]+\s*=\s*")
_NO_EQUALS = re.compile(r"^\s*[\w-]+[ \t]*\Z", re.MULTILINE)
_SIGN = re.compile(r"\\.|[{}\n]", re.DOTALL)


@dataclass(frozen=True)
class Explained:
    """What is wrong, the cure, and at which character of the entry."""

    message: str
    cure: str
    index: int


def explain(entry: str) -> Explained | None:
    """What is wrong with the text of an entry; None where nothing is seen to be."""
    head = _HEAD.match(entry)
    if head and entry[head.end() :].lstrip()[:1] not in {",", "}"}:
        return _no_comma("key", head.end())
    depth, value = 0, 0
    for sign in _SIGN.finditer(entry):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        field = _FIELD.match(entry, sign.end()) if sign[0] == "\n" else None
        if field is None:
            continue
        if depth > 1:
            return Explained("this brace is not closed", "Close it with `}` where the text ends.", value)
        before = entry[: sign.start()].rstrip()
        if depth == 1 and not before.endswith((",", "{")):
            return _no_comma("field", len(before))
        value = field.end()
    without = _NO_EQUALS.search(entry)
    if without and depth == 1:
        return Explained(
            "this field has no `=`", "Write `name = {…},`.", len(entry[: without.end()].rstrip()) - 1
        )
    return (
        Explained("this entry has no end", "Close it with `}` on a line of its own.", 0)
        if depth > 0
        else None
    )


def _no_comma(what: str, end: int) -> Explained:
    return Explained(f"no comma stands after this {what}", "Write a comma after it.", end - 1)


def again(entry: str, field: str) -> int:
    """At which character of an entry a field stands for the second time."""
    places = [
        match.start(1) for match in re.finditer(rf"^\s*({re.escape(field)})\s*=", entry, re.MULTILINE | re.I)
    ]
    return places[1] if len(places) > 1 else 0
