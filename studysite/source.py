"""Reads the files under content/: plain values, and where each of them stands.

Every scalar is read as text, so that `wrong: No` is the word No and `1:30` is no number; the model
converts. Nothing here knows what a lesson is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from studysite.diagnostics import Diagnostic, Loc, Place, Problem

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SourceError(Exception):
    """A file that cannot be read at all; carries the diagnostics that say why."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*(diagnostic.message for diagnostic in diagnostics))
        self.diagnostics = diagnostics


@dataclass(frozen=True)
class Span:
    """From where to where a value stands in its file, as offsets into the text."""

    start: int
    end: int


@dataclass
class SourceFile:
    """One file: its text, its value, and the spans of all values and keys inside it by their `loc`."""

    path: str
    text: str
    value: Any = None
    values: dict[Loc, Span] = field(default_factory=dict)
    keys: dict[Loc, Span] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    """What is wrong with the file's form without keeping it from being read."""

    def place(self, problem: Problem) -> Place:
        """Where `problem` is: its needle, its key or its value, or the nearest thing around it."""
        loc = problem.loc[1:]
        spans = self.keys if problem.on_key and loc in self.keys else self.values
        while loc and loc not in spans:
            loc, spans = loc[:-1], self.values
        span = spans.get(loc, Span(0, len(self.text)))
        return self.at(self._find(span, problem.needle, problem.nth))

    def at(self, offset: int) -> Place:
        """The place of an offset into the text."""
        offset = min(offset, len(self.text))
        begin = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", begin)
        line = self.text.count("\n", 0, begin) + 1
        return Place(self.path, line, offset - begin + 1, self.text[begin : end if end >= 0 else None])

    def _find(self, span: Span, needle: str, nth: int) -> int:
        found = span.start
        position = self.text.find(needle, span.start, span.end) if needle else -1
        while position >= 0:
            found = position
            if nth == 0:
                break
            nth -= 1
            position = self.text.find(needle, position + 1, span.end)
        return found


def read_text(root: Path, path: str) -> SourceFile:
    """Read a file as UTF-8 text with \\n at its lines' ends. Raises SourceError."""
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        raise SourceError(
            _whole(path, f"this file cannot be read: {error.strerror}", "Make it readable.")
        ) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        place = SourceFile(path, before).at(len(before))
        raise SourceError(
            Diagnostic(
                place,
                "encoding",
                f"the byte 0x{data[error.start]:02x} is no UTF-8 text",
                "Save the file as UTF-8.",
            )
        ) from error
    return SourceFile(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def read_yaml(root: Path, path: str) -> SourceFile:
    """Read a YAML file. Raises SourceError where it is no YAML, or is empty."""
    file = read_text(root, path)
    _parse(file, 0, file.text)
    return file


def read_lesson(root: Path, path: str) -> SourceFile:
    """Read a Markdown file with YAML front matter: its value is the head, with the body as 'text'.

    Raises SourceError.
    """
    file = read_text(root, path)
    if not file.text.startswith("---\n"):
        raise SourceError(
            Diagnostic(
                file.at(0),
                "front-matter",
                "a lesson begins with its front matter",
                "Write `---`, the lesson's keys (`title:`, `minutes:`), and `---` on the first lines.",
            )
        )
    end = file.text.find("\n---\n", 3)
    if end < 0:
        raise SourceError(
            Diagnostic(
                file.at(0),
                "front-matter",
                "the front matter has no end",
                "Write `---` on a line of its own after the last key.",
            )
        )
    _parse(file, 4, file.text[4 : end + 1])
    body = end + 5
    file.values[("text",)] = Span(body, len(file.text))
    if isinstance(file.value, dict):
        file.value = {"head": file.value, "text": file.text[body:]}
    return file


def list_lessons(root: Path, folder: str) -> list[str]:
    """The folders under content/lessons, as paths from the root, in order."""
    base = root / folder
    if not base.is_dir():
        return []
    return [f"{folder}/{entry.name}" for entry in sorted(base.iterdir()) if entry.is_dir()]


def list_files(root: Path, folder: str) -> dict[str, Path]:
    """Every file below a folder, by its path from the project's root."""
    return {
        path.relative_to(root).as_posix(): path
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def _parse(file: SourceFile, begin: int, text: str) -> None:
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = file.at(begin + (mark.index if mark else 0))
        message, cure = _explain(error, place.excerpt)
        raise SourceError(Diagnostic(place, "yaml-syntax", message, cure)) from error
    except yaml.reader.ReaderError as error:
        place = file.at(begin + int(error.position))
        raise SourceError(
            Diagnostic(place, "yaml-syntax", f"YAML forbids this character ({error.reason})", "Remove it.")
        ) from error
    if node is None:
        raise SourceError(
            Diagnostic(
                file.at(begin), "empty-file", "there is nothing here", "Write its first entry, or delete it."
            )
        )
    file.value = _build(node, (), file, begin, set())


def _build(node: Any, loc: Loc, file: SourceFile, begin: int, seen: set[int]) -> Any:
    span = _span(node, begin)
    file.values[loc] = span
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if id(node) in seen:
        raise SourceError(
            Diagnostic(
                file.at(span.start),
                "yaml-alias",
                "an anchor is used again with `*`",
                "Write the text out where it is needed; a lesson has no anchors.",
            )
        )
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_build(child, (*loc, index), file, begin, seen) for index, child in enumerate(node.value)]
    built: dict[str, Any] = {}
    for key_node, child in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        key_span = _span(key_node, begin)
        if key in built:
            file.diagnostics.append(_repeated(file, key, key_span, file.keys[(*loc, key)]))
            continue
        file.keys[(*loc, key)] = key_span
        built[key] = _build(child, (*loc, key), file, begin, seen)
    return built


def _span(node: Any, begin: int) -> Span:
    return Span(begin + node.start_mark.index, begin + node.end_mark.index)


def _repeated(file: SourceFile, key: str, again: Span, first: Span) -> Diagnostic:
    return Diagnostic(
        file.at(again.start),
        "duplicate-key",
        f"the key `{key}` stands here a second time (first on line {file.at(first.start).line})",
        "Keep one of the two; YAML would drop the first in silence.",
    )


def _explain(error: yaml.MarkedYAMLError, line: str) -> tuple[str, str]:
    """Say a YAML syntax error in words of its own."""
    said = error.problem or "this is no YAML"
    block = "Put the text on the next line after `|`, indented by two spaces more than its key."
    if "mapping values are not allowed" in said:
        return "a colon and a space inside unquoted text start a new key", block
    if "cannot start any token" in said and "\t" in line:
        return "a tab stands where YAML wants spaces", "Indent with spaces."
    if "cannot start any token" in said or "alias" in said or "anchor" in said or "block end" in said:
        return (
            f"YAML cannot read this line ({said})",
            f"If it begins with a sign such as * [ @ ` % > or a quote: {block}",
        )
    return f"YAML cannot read this ({said})", block


def _whole(path: str, message: str, cure: str) -> Diagnostic:
    return Diagnostic(Place(path), "unreadable", message, cure)
