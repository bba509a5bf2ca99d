"""Reads the files under content/: plain values, and where each of them stands.

Every scalar is read as text, so that `wrong: No` is the word No and `1:30` is no number; the model
converts. Nothing here knows what a lesson is.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from studysite import fileerrors
from studysite.diagnostics import Diagnostic, Loc, Place
from studysite.fileerrors import LARGEST
from studysite.pointing import Pointer, find
from studysite.yamlerrors import NodeLoader, explain

DEEPEST = 50
"""How deep a value may be nested; what a course needs is six."""
MARK = "\ufeff"
_ESCAPED = re.compile(r"(?<!\\)(?:\\\\)*(\\[abefnrtv])(?=[a-z])")
_COMMENT = re.compile(r"[ \t]+(?P<sign>#)(?P<close>\S?)")
_SUSPICIOUS = ("&", "!", " #", "\t#")
"""Of which a file must hold one for a plain scalar of it to have lost something."""


class SourceError(Exception):
    """A file that cannot be read at all; carries the diagnostics that say why."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*(diagnostic.message for diagnostic in diagnostics))
        self.diagnostics = diagnostics


class Span(NamedTuple):
    """From where to where a value stands in its file, as offsets into the text."""

    start: int
    end: int


@dataclass
class SourceFile:
    """One file: its text, its value, and where all values and keys inside it stand.

    `body` is what follows the front matter of a lesson; its loc is ('text',). Places are looked up
    only when something is wrong: a sound course of a thousand lessons needs none.
    """

    path: str
    text: str
    value: Any = None
    body: str = ""
    yaml: Span | None = None
    """Where its YAML stands; None where it has none."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    """What is wrong with the file's form without keeping it from being read."""

    def place(self, loc: Loc, point: Pointer | None = None, on_key: bool = False) -> Place:
        """Where the value or the key at `loc` is, or the words in it that `point` names.

        A loc that is not there gives the place of the nearest thing around it.
        """
        spans = self.keys if on_key and loc in self.keys else self.values
        while loc and loc not in spans:
            loc, spans = loc[:-1], self.values
        span = spans.get(loc, Span(0, len(self.text)))
        found = find(self.text, span.start, span.end, point) if point is not None else None
        if point is None or found is None:
            return self.at(span.start, span.end - span.start)
        words = point.inside or point.needle
        return self.at(found, len(words) if self.text.startswith(words, found) else 0)

    @property
    def values(self) -> dict[Loc, Span]:
        """The span of each value by its loc."""
        return self._spans[0]

    @property
    def keys(self) -> dict[Loc, Span]:
        """The span of each key by the loc of its value."""
        return self._spans[1]

    @cached_property
    def _spans(self) -> tuple[dict[Loc, Span], dict[Loc, Span]]:
        values: dict[Loc, Span] = {}
        keys: dict[Loc, Span] = {}
        if self.yaml is not None:
            node = yaml.compose(self.text[slice(*self.yaml)], Loader=NodeLoader)
            _walk(node, (), self.yaml.start, values, keys)
        if self.body:
            values[("text",)] = Span(len(self.text) - len(self.body), len(self.text))
        return values, keys

    def at(self, offset: int, length: int = 0) -> Place:
        """The place of an offset into the text; one behind its last line is at that line's end.

        It has an end where `length` is known and the line is as long.
        """
        starts, lines = self._lines
        offset = min(offset, self._end)
        line = bisect_right(starts, offset)
        excerpt, column = lines[line - 1], offset - starts[line - 1] + 1
        known = 0 < length <= len(excerpt) - column + 1
        return Place(self.path, line, column, excerpt, column + length if known else None)

    @cached_property
    def _lines(self) -> tuple[list[int], list[str]]:
        """Where each line begins, and its text, which all places in it share."""
        lines = self.text.split("\n")
        return list(accumulate((len(line) + 1 for line in lines), initial=0)), lines

    @cached_property
    def _end(self) -> int:
        """Where the last line that holds anything ends."""
        return len(self.text.rstrip("\n"))


def read_text(root: Path, path: str) -> SourceFile:
    """Read a file as UTF-8 text with \\n at its lines' ends. Raises SourceError.

    A byte-order mark at its beginning is taken off without a word: editors on Windows write one unasked,
    and nothing is read differently for it.
    """
    try:
        size = (root / path).stat().st_size
        if size > LARGEST:
            raise SourceError(fileerrors.too_large(path, size))
        data = (root / path).read_bytes()
    except FileNotFoundError as error:
        raise SourceError(fileerrors.missing(path)) from error
    except OSError as error:
        raise SourceError(fileerrors.unreadable(path, error)) from error
    try:
        data = data.removeprefix(BOM_UTF8)  # the codec that does so counts from behind it, and errors too
        text = data.decode()
    except UnicodeDecodeError as error:
        before = _unix(data[: error.start].decode())
        place = SourceFile(path, before + "\ufffd").at(len(before))
        raise SourceError(fileerrors.not_utf_8(place, data, error.start)) from error
    file = SourceFile(path, _unix(text))
    if MARK in file.text:
        file.diagnostics.append(fileerrors.stray_mark(file.at(file.text.index(MARK))))
    return file


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


class LinesFile(SourceFile):
    """A file of plain lines: its value lists them, and the loc of each is its index."""

    @cached_property
    def _spans(self) -> tuple[dict[Loc, Span], dict[Loc, Span]]:
        values: dict[Loc, Span] = {}
        start = 0
        for index, line in enumerate(self.value):
            values[(index,)] = Span(start, start + len(line))
            start += len(line) + 1
        return values, {}


def read_lines(root: Path, path: str) -> LinesFile:
    """Read a file of plain lines. Raises SourceError."""
    file = read_text(root, path)
    return LinesFile(path, file.text, file.text.split("\n"), diagnostics=file.diagnostics)


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
    head = file.text[4 : end + 1]
    if not head.strip():
        cure = "Write the lesson's keys (`title:`, `minutes:`) between the two lines."
        raise SourceError(Diagnostic(file.at(0), "front-matter", "the front matter is empty", cure))
    _parse(file, 4, head)
    body = end + 5
    file.body = file.text[body:]
    return file


_READERS: dict[str, Callable[[Path, str], SourceFile]] = {
    "md": read_lesson,
    "yml": read_yaml,
    "txt": read_lines,
}
"""What reads a file, by the end of its name; others are plain texts."""


def list_lessons(root: Path, folder: str) -> list[str]:
    """The folders under content/lessons, as paths from the root, in order."""
    base = root / folder
    if not base.is_dir():
        return []
    return [
        f"{folder}/{entry.name}"
        for entry in sorted(base.iterdir())
        if entry.is_dir() and entry.name[0] not in "._"
    ]


def list_files(root: Path, folder: str) -> list[str]:
    """Every file below a folder, as paths from the project's root, in order."""
    return [path for path, entry in _below(root, folder) if entry.is_file()]


def links_out(root: Path, folder: str) -> list[Diagnostic]:
    """An error for each symbolic link below a folder that leads out of it."""
    inside = (root / folder).resolve()
    links = [path for path, entry in _below(root, folder) if entry.is_symlink()]
    return [
        fileerrors.link_out(path)
        for path in links
        if not Path(os.path.realpath(root / path)).is_relative_to(
            inside
        )  # `resolve` fails on a ring of links
    ]


def _below(root: Path, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything below a folder in order, each by its path from the root; links are not followed."""
    try:
        with os.scandir(f"{root}/{folder}") as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        path = f"{folder}/{entry.name}"
        yield path, entry
        if entry.is_dir(follow_symlinks=False):
            yield from _below(root, path)


def reopen(root: Path, path: str) -> SourceFile | None:
    """Read a file of a course again as what its name says it is; None where it cannot be read."""
    name = path.rpartition("/")[2]
    read = _READERS.get(name.rpartition(".")[2], read_text)
    try:
        return read(root, path)
    except SourceError:
        return None


def _parse(file: SourceFile, begin: int, text: str) -> None:
    try:
        node = yaml.compose(text, Loader=NodeLoader)
    except yaml.MarkedYAMLError as error:
        said = explain(error, text)
        raise SourceError(
            Diagnostic(file.at(begin + said.index), "yaml-syntax", said.message, said.cure)
        ) from error
    except yaml.reader.ReaderError as error:
        place = file.at(max(begin, file.text.find(chr(error.character), begin)))
        message = f"YAML forbids this character ({error.reason})"
        raise SourceError(Diagnostic(place, "yaml-syntax", message, "Remove it.")) from error
    except RecursionError as error:
        raise SourceError(fileerrors.too_deep(file.at(begin))) from error
    if node is None:
        message, cure = "there is nothing here", "Write its first entry, or delete it."
        raise SourceError(Diagnostic(file.at(begin), "empty-file", message, cure))
    file.yaml = Span(begin, begin + len(text))
    file.value = _Builder(file, begin).build(node, (file.path,))


class _Builder:
    """Makes plain values of the parser's nodes, and says what YAML itself would pass over."""

    def __init__(self, file: SourceFile, begin: int) -> None:
        self.file = file
        self.begin = begin
        self.seen: set[int] = set()
        self.suspicious = any(sign in file.text for sign in _SUSPICIOUS)

    def build(self, node: Any, loc: Loc) -> Any:
        if len(loc) > DEEPEST:
            raise SourceError(fileerrors.too_deep(self._at(node)))
        if id(node) in self.seen:
            raise SourceError(fileerrors.marked(self._at(node), "&"))
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if node.style:
                return self._quoted(node, loc)
            return self._scalar(node, loc) if self.suspicious else node.value
        if isinstance(node, yaml.SequenceNode):
            return [self._entry(child, (*loc, index)) for index, child in enumerate(node.value)]
        return self._mapping(node, loc)

    def _entry(self, node: Any, loc: Loc) -> Any:
        """An entry of a list; the one after it may have lost its dash, and is then no part of it."""
        if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
            first = _key(node.value[0][0])
            keys = enumerate(key_node for key_node, _ in node.value)
            again = next((index for index, key_node in keys if index and _key(key_node) == first), None)
            if again is not None:
                line = self._at(node).line
                place = self._at(node.value[again][0])
                self.file.diagnostics.append(fileerrors.without_dash(place, first, line))
                del node.value[again:]
        return self.build(node, loc)

    def _mapping(self, node: Any, loc: Loc) -> dict[str, Any]:
        built: dict[str, Any] = {}
        first: dict[str, Any] = {}
        for key_node, child in node.value:
            key = _key(key_node)
            if key in built:
                line = self._at(first[key]).line
                self.file.diagnostics.append(fileerrors.repeated(self._at(key_node), key, line))
                continue
            first[key] = key_node
            plain = not self.suspicious and type(child) is yaml.ScalarNode and not child.style
            built[key] = child.value if plain else self.build(child, (*loc, key))
        return built

    def _scalar(self, node: Any, loc: Loc) -> str:
        """A plain scalar, which may have lost its first word to a sign or its last to a comment."""
        value, span = str(node.value), _span(node, self.begin)
        sign = self.file.text[span.start : span.start + 1]
        if sign in ("&", "!"):
            self.file.diagnostics.append(fileerrors.marked(self._at(node), sign))
        cut = _COMMENT.match(self.file.text, span.end)
        if cut and (" " in value or cut["close"]):
            self.file.diagnostics.append(fileerrors.cut_off(self.file.at(cut.start("sign")), loc))
        return value

    def _quoted(self, node: Any, loc: Loc) -> str:
        """A text of another style, whose TeX double quotation marks may have spoilt."""
        if node.style == '"' and "$" in node.value:
            span = _span(node, self.begin)
            spoilt = _ESCAPED.search(self.file.text, span.start, span.end)
            if spoilt:
                place = self.file.at(spoilt.start(1))
                self.file.diagnostics.append(fileerrors.escaped(place, spoilt[1], loc))
        return str(node.value)

    def _at(self, node: Any) -> Place:
        return self.file.at(_span(node, self.begin).start)


def _walk(node: Any, loc: Loc, begin: int, values: dict[Loc, Span], keys: dict[Loc, Span]) -> None:
    """Gather the spans of a node and of all inside it."""
    values[loc] = _span(node, begin)
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            _walk(child, (*loc, index), begin, values, keys)
    elif isinstance(node, yaml.MappingNode):
        for key_node, child in node.value:
            inner = (*loc, _key(key_node))
            if inner not in keys:
                keys[inner] = _span(key_node, begin)
                _walk(child, inner, begin, values, keys)


def _key(node: Any) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else "?"


def _span(node: Any, begin: int) -> Span:
    return Span(begin + node.start_mark.index, begin + node.end_mark.index)
