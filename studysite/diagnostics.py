"""An error or warning with its place, what is wrong and the cure; and how it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from studysite.codes import Severity, severity_of
from studysite.pointing import Pointer
from studysite.wording import many

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """A place in a file: its path from the project's root, line and column from 1.

    `end` is the column behind what is meant, where that is known and on the same line.
    """

    path: str
    line: int = 1
    column: int = 1
    excerpt: str = ""
    end: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Problem:
    """What a rule found: `loc` is the way to the value, file first.

    `point` names the words inside the value that are meant; without it the value itself is, or its
    key where `on_key` is set. `{there}` in the message stands for the place of `there`.
    """

    loc: Loc
    code: str
    message: str
    cure: str
    point: Pointer | None = None
    on_key: bool = False
    there: Loc | None = None


@dataclass(frozen=True)
class Diagnostic:
    """A problem joined to its place; `loc` is the way to the value that it is about, where one is known."""

    place: Place
    code: str
    message: str
    cure: str
    loc: Loc = field(default=(), compare=False)

    @property
    def severity(self) -> Severity:
        """Whether it stops a build: the table of codes says so."""
        return severity_of(self.code)


class Located(Protocol):
    """A file that knows where its values stand."""

    def place(self, loc: Loc, point: Pointer | None = None, on_key: bool = False) -> Place:
        """Where the value or the key at `loc` is, or the words in it that `point` names."""
        ...


def locate(problems: Iterable[Problem], files: Mapping[str, Located]) -> list[Diagnostic]:
    """Join each problem to its place; a problem in a file that was never read stands at its top."""
    return [
        Diagnostic(
            _place(files, problem.loc, problem.point, problem.on_key),
            problem.code,
            problem.message.replace("{there}", _named(files, problem.there)),
            problem.cure,
            problem.loc,
        )
        for problem in problems
    ]


def _place(files: Mapping[str, Located], loc: Loc, point: Pointer | None, on_key: bool) -> Place:
    path = str(loc[0])
    return files[path].place(loc[1:], point, on_key) if path in files else Place(path)


def _named(files: Mapping[str, Located], loc: Loc | None) -> str:
    if loc is None:
        return ""
    place = _place(files, loc, None, False)
    return f"{place.path}:{place.line}"


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file, line and column, each said once."""
    return sorted(
        set(diagnostics), key=lambda d: (d.place.path, d.place.line, d.place.column, d.code, d.message)
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them stops a build."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """How many there are, in words: '2 errors, 1 warning'."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    named: tuple[Severity, ...] = ("error", "warning")
    counts = [many(severities.count(word), word) for word in named if word in severities]
    return ", ".join(counts) or "nothing to mend"


class Style(Protocol):
    """How words are set off on a terminal."""

    def __call__(self, text: str, *, fg: str | None = None, bold: bool | None = None) -> str:
        """Return `text` in that style."""
        ...


def plain(text: str, *, fg: str | None = None, bold: bool | None = None) -> str:
    """The style of a file or a pipe: none."""
    return text


EXCERPT = 100
"""Characters of a source line that are shown; a longer one is cut around the caret."""
SENTENCE = 600
"""Characters of a message or cure that are shown."""


def show(diagnostic: Diagnostic, style: Style = plain) -> str:
    """Print one diagnostic: place, what is wrong, the line with a caret, the cure."""
    place = diagnostic.place
    colour = "red" if diagnostic.severity == "error" else "yellow"
    head = style(f"{_printable(place.path)}:{place.line}:{place.column}:", bold=True)
    severity = style(diagnostic.severity, fg=colour, bold=True)
    lines = [f"{head} {severity}[{diagnostic.code}]: {_sentence(diagnostic.message)}"]
    if place.excerpt.strip():
        excerpt, column = _cut(place.excerpt, place.column)
        number = str(place.line)
        lines.append(f"  {number} | {excerpt}")
        lines.append(f"  {' ' * len(number)} | {' ' * (column - 1)}{style('^', fg=colour, bold=True)}")
    lines.append(f"  {style('cure:', fg='cyan')} {_sentence(diagnostic.cure)}")
    return "\n".join(lines)


def _sentence(text: str) -> str:
    """What is said, in which a name of the author's may be of any length."""
    return _printable(text if len(text) <= SENTENCE else text[: SENTENCE - 1] + "…")


def _printable(text: str) -> str:
    """A text whose control signs, which may come from a course, cannot reach the terminal."""
    return "".join(sign if sign.isprintable() else "·" for sign in text)


def _cut(line: str, column: int) -> tuple[str, int]:
    start = max(0, min(column - EXCERPT // 2, len(line) - EXCERPT))
    shown = _printable(line[start : start + EXCERPT].replace("\t", " "))
    tail = "…" if start + EXCERPT < len(line) else ""
    return ("…" + shown + tail, column - start + 1) if start else (shown + tail, column)
