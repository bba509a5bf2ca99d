"""The table of codes: what each problem that `check` finds is called, how grave it is, and how it is mended.

Its entries are the YAML files beside this one, a file a family. A new code is one entry there.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from textwrap import indent
from typing import Any, Literal

import yaml

Severity = Literal["error", "warning"]

FAMILIES = {
    "files": "Files",
    "keys": "Keys and values",
    "course": "The course as a whole",
    "ids": "Published ids",
    "texts": "Texts",
    "names": "Names, links and images",
    "paper": "On paper",
    "items": "Questions and cards",
    "writing": "Good questions",
    "silence": "Silence",
}
"""Each family's file, with its title, in the order in which they are shown."""


@dataclass(frozen=True)
class Entry:
    """One code: `why` is Markdown, `bad` and `good` are what an author writes, in the language `form`."""

    code: str
    severity: Severity
    title: str
    why: str
    bad: str
    good: str
    form: str = "yaml"


@dataclass(frozen=True)
class Family:
    """The codes of one subject."""

    name: str
    title: str
    entries: tuple[Entry, ...]


@cache
def families() -> tuple[Family, ...]:
    """The whole table."""
    return tuple(
        Family(name, title, tuple(Entry(**fields) for fields in _read(name)))
        for name, title in FAMILIES.items()
    )


@cache
def entries() -> dict[str, Entry]:
    """The entries of all families by code."""
    return {entry.code: entry for family in families() for entry in family.entries}


def severity_of(code: str) -> Severity:
    """How grave a problem is; one that nobody has entered stops a build."""
    entry = entries().get(code)
    return entry.severity if entry else "error"


def explain(entry: Entry) -> str:
    """An entry as text for a terminal."""
    parts = (
        f"{entry.severity}[{entry.code}]: {entry.title}",
        entry.why,
        "Instead of",
        indent(entry.bad, "    "),
        "write",
        indent(entry.good, "    "),
    )
    return "\n\n".join(part.rstrip() for part in parts)


def nearest(code: str) -> str | None:
    """The code of the table that a misspelt one may mean."""
    close = get_close_matches(code, entries(), 1)
    return close[0] if close else None


def _read(name: str) -> list[dict[str, Any]]:
    text = (files(__name__) / f"{name}.yml").read_text(encoding="utf-8")
    return list(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
