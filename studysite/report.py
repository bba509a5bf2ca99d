"""What was found, in the form that is asked for: for a person, a program or GitHub.

The form for programs is one line of JSON, the same for every version with one number:

    {"version": 1, "errors": 1, "warnings": 0, "diagnostics": [
        {"path": "content/course.yml", "line": 3, "column": 1, "end": 5, "code": "unknown-key",
         "severity": "error", "message": "there is no key `dayz:` here", "cure": "Did you mean `days:`?"}]}

Paths start at the project's root, lines and columns at 1. `end` is the column behind what is meant, or null
where that is not known. Diagnostics stand in the order of their places.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from studysite.diagnostics import Diagnostic, Style, count, has_errors, plain, show


@dataclass(frozen=True)
class Report:
    """What goes to standard output, and what beside it to standard error; '' is nothing."""

    out: str = ""
    err: str = ""


class Format(Protocol):
    """A form of report."""

    def __call__(self, diagnostics: Sequence[Diagnostic], style: Style = plain, held: str = "") -> Report:
        """Report what is wrong, in the style of a terminal; `held` is what the course holds, in words."""
        ...


def text(diagnostics: Sequence[Diagnostic], style: Style = plain, held: str = "") -> Report:
    """For a person: each with its line and cure, then how many there are, and in what."""
    shown = "".join(f"{show(diagnostic, style)}\n\n" for diagnostic in diagnostics)
    if has_errors(diagnostics):
        return Report(err=f"{shown}{count(diagnostics)}. The site was left as it was.\n")
    where = f" in {held}" if held else ""
    return Report(out=f"content: {count(diagnostics)}{where}\n", err=shown)


def as_json(diagnostics: Sequence[Diagnostic], style: Style = plain, held: str = "") -> Report:
    """For a program: one object on one line."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    found = {
        "version": 1,
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "diagnostics": [_plain(diagnostic) for diagnostic in diagnostics],
    }
    return Report(out=f"{json.dumps(found)}\n")


def _plain(diagnostic: Diagnostic) -> dict[str, str | int | None]:
    return {
        "path": diagnostic.place.path,
        "line": diagnostic.place.line,
        "column": diagnostic.place.column,
        "end": diagnostic.place.end,
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "cure": diagnostic.cure,
    }


def github(diagnostics: Sequence[Diagnostic], style: Style = plain, held: str = "") -> Report:
    """For GitHub's actions: a workflow command each, which GitHub shows beside the line."""
    return Report(out="".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics))


def _command(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    properties: dict[str, str | int] = {"file": place.path, "line": place.line, "col": place.column}
    if place.end is not None:
        properties["endColumn"] = place.end - 1  # GitHub's is the last that is meant
    properties["title"] = diagnostic.code
    named = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = _data(f"{diagnostic.message}\ncure: {diagnostic.cure}")
    return f"::{diagnostic.severity} {named}::{message}"


def _data(text: str) -> str:
    """Text as a workflow command takes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text as a property of a workflow command takes it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Format] = {"text": text, "json": as_json, "github": github}
"""Each form by the name that `check --format` knows it under."""
