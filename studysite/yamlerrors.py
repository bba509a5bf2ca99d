"""Says a YAML syntax error in words, with the place where it was made and its cure.

The parser stops where it can go on no longer; what the author did wrong often stands before that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

_BASE: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
BLOCK = "Put the text on the next line after `|`, indented by two spaces more than its key."
BLOCK_TOO = f"{BLOCK[0].lower()}{BLOCK[1:]}"
"""The same behind other words."""
_VALUE = re.compile(r"^\s*(?:- +)*(?:[\w-]+:\s+)?(?:- +)?")
"""What stands on a line before its value."""
_KEY = re.compile(r"\s*(?:- +)*[\w-]+:(?=\s|$)")
_ONLY_KEY = re.compile(r"\s*(?:- +)*[\w-]+")
_GLUED_DASH = re.compile(r"\s*-(?=[a-z_]+:)")
_GLUED_COLON = re.compile(r"\s*(?:- +)*[a-z_]+:(?=[^\s/])")
_TAB = re.compile(r" *\t")
_SIGNS = "*&!@`%>|{}[]\"',?-#"


class NodeLoader(_BASE):  # type: ignore[misc]
    """PyYAML's loader in C where there is one, for nodes alone: nobody asks what tags they would have."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """Every node has the same tag: to find its own takes a third of the time."""
        return ""

    def descend_resolver(self, parent: object, index: object) -> None:
        """Nothing is resolved by where it stands."""

    def ascend_resolver(self) -> None:
        """Nothing is resolved by where it stands."""


@dataclass(frozen=True)
class Explained:
    """What is wrong, the cure, and where in the text."""

    message: str
    cure: str
    index: int


@dataclass(frozen=True)
class _Line:
    """A line of the text, and where it begins."""

    start: int
    text: str


@dataclass(frozen=True)
class _Stop:
    """Where the parser stopped and in its words why, and where what it was in began."""

    said: str
    inside: str
    text: str
    here: int
    began: int

    def line(self, offset: int) -> _Line:
        """The line that holds an offset."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return _Line(start, self.text[start : end if end >= 0 else None])

    def line_before(self, offset: int) -> _Line:
        """The last line with something on it before the one that holds an offset."""
        start = self.text.rfind("\n", 0, offset) + 1
        return self.line(len(self.text[:start].rstrip()))

    @property
    def at_a_key(self) -> bool:
        """Whether it stopped at the colon of a key that text stands before: the two were taken for one."""
        line = self.line(self.here)
        return (
            "mapping values" in self.said
            and _ONLY_KEY.fullmatch(line.text[: self.here - line.start]) is not None
        )


def explain(error: yaml.MarkedYAMLError, text: str) -> Explained:
    """Explain an error of the parser; `text` is what it read."""
    here = min(error.problem_mark.index if error.problem_mark else 0, len(text))
    began = min(error.context_mark.index if error.context_mark else here, len(text))
    stop = _Stop(error.problem or "", error.context or "", text, here, began)
    found = (explained for known in _KNOWN if (explained := known(stop)) is not None)
    return next(found, None) or Explained(
        "this line is not indented like those around it",
        "Line the key up with the others of its entry; begin an entry with `- `.",
        here,
    )


def _second_document(stop: _Stop) -> Explained | None:
    if "found another document" not in stop.said:
        return None
    return Explained("`---` begins a second document here", "Remove the line `---`.", stop.here)


def _tab(stop: _Stop) -> Explained | None:
    line = stop.line(stop.here)
    tab = _TAB.match(line.text)
    if "tab character" not in stop.said and tab is None:
        return None
    index = line.start + tab.end() - 1 if tab else stop.here
    return Explained("a tab stands where YAML wants spaces", "Indent with spaces.", index)


def _endless_quotation(stop: _Stop) -> Explained | None:
    if "end of stream" not in stop.said or "quoted" not in stop.inside:
        return None
    return Explained(
        "this quotation has no end", f"Write its last quotation mark, or {BLOCK_TOO}", stop.began
    )


def _escape(stop: _Stop) -> Explained | None:
    if "escape" not in stop.said:
        return None
    lines = stop.text[stop.began : stop.here].split("\n")
    if any(map(_KEY.match, lines[1:])):
        return _endless(len(lines), stop.began)
    message = "a backslash inside double quotation marks begins a sign of YAML, and there is none like this"
    return Explained(message, f"Use single quotation marks, or {BLOCK_TOO}", stop.here - 1)


def _quotation_over_lines(stop: _Stop) -> Explained | None:
    """A quotation without its end goes on to the next one's beginning."""
    before = None
    try:
        for token in yaml.scan(stop.text, Loader=NodeLoader):
            if token.start_mark.index >= stop.here:
                break
            before = token if token.end_mark.index > token.start_mark.index else before
    except yaml.YAMLError:
        pass
    if not isinstance(before, yaml.ScalarToken) or before.style not in ("'", '"'):
        return None
    lines = before.end_mark.line - before.start_mark.line + 1
    if lines == 1 or before.end_mark.index <= stop.line_before(stop.here).start:
        return None
    return _endless(lines, before.start_mark.index)


def _endless(lines: int, start: int) -> Explained:
    message = f"this quotation goes on for {lines} lines, and ends where another begins"
    return Explained(message, f"Write its last quotation mark, or {BLOCK_TOO}", start)


def _bracket(stop: _Stop) -> Explained | None:
    if "flow" not in stop.inside:
        return None
    return Explained("this bracket is not closed", f"Close it. If it is text: {BLOCK_TOO}", stop.began)


def _glued(stop: _Stop) -> Explained | None:
    """A dash or a colon without the space that makes it one."""
    lines = [stop.line_before(stop.here)] if stop.at_a_key else [stop.line(stop.here), stop.line(stop.began)]
    for line in lines:
        if dash := _GLUED_DASH.match(line.text):
            message = "this dash begins no entry, since no space follows it"
            return Explained(message, "Write a space after the dash.", line.start + dash.end() - 1)
        if colon := _GLUED_COLON.match(line.text):
            message = "this colon ends no key, since no space follows it"
            return Explained(message, "Write a space after the colon.", line.start + colon.end() - 1)
    return None


def _further_in(stop: _Stop) -> Explained | None:
    """A key that is taken for more of the text before it."""
    if not stop.at_a_key:
        return None
    line, before = stop.line(stop.here), stop.line_before(stop.here)
    if not _KEY.match(before.text) and _column(line) == _column(before):
        return _no_key(before)
    return Explained(
        "this key stands further in than those of its entry",
        f"Line the key up with the others of its entry. If it is text: {BLOCK_TOO}",
        line.start + _column(line),
    )


def _column(line: _Line) -> int:
    before = re.match(r"\s*(?:- +)*", line.text)
    return before.end() if before else 0


def _colon(stop: _Stop) -> Explained | None:
    if "mapping values" not in stop.said:
        return None
    return Explained("a colon and a space inside unquoted text start a new key", BLOCK, stop.here)


def _words(stop: _Stop) -> Explained | None:
    return _no_key(stop.line(stop.began)) if "could not find expected ':'" in stop.said else None


def _no_key(line: _Line) -> Explained:
    cure = (
        "Write `key: …`. If it is text: put `|` after its key, and indent it by two spaces more than the key."
    )
    return Explained("this line is neither a key nor part of a text", cure, line.start + _column(line))


def _beginning(stop: _Stop) -> Explained | None:
    """A value that begins with a sign."""
    line = stop.line(stop.here)
    before = _VALUE.match(line.text)
    value = line.start + (before.end() if before else 0)
    sign = stop.text[value : value + 1]
    if "block sequence entries" in stop.said:
        return Explained("text cannot begin with `- ` here", BLOCK, stop.here)
    if sign in ("'", '"') and value < stop.here:
        return Explained("more text stands after the quotation", BLOCK, stop.here)
    if sign and sign in _SIGNS and value <= stop.here:
        named = "a backquote" if sign == "`" else f"`{sign}`"
        return Explained(f"text cannot begin with {named} here", BLOCK, value)
    return None


def _text_at_the_margin(stop: _Stop) -> Explained | None:
    line = stop.line(stop.here)
    return None if _KEY.match(line.text) or not line.text.strip() else _no_key(line)


_KNOWN: tuple[Callable[[_Stop], Explained | None], ...] = (
    _second_document,
    _tab,
    _endless_quotation,
    _escape,
    _quotation_over_lines,
    _bracket,
    _glued,
    _further_in,
    _colon,
    _words,
    _beginning,
    _text_at_the_margin,
)
"""The first that knows the fault says it."""
