"""Noise over real files: what Hypothesis draws, and what it does to their bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

SIGNS = (
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "  ",
        "    ",
        "\t",
        "- ",
        "-",
        ": ",
        ":",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ", ",
    ),
    *(
        "|",
        ">",
        "|2",
        ">-",
        "#",
        " #",
        "&a ",
        "*a",
        "*",
        "!x ",
        "!!str ",
        "@",
        "%",
        "---\n",
        "...\n",
        "~",
        "? ",
    ),
    *("null", "<<: ", "\\", "\\x", "\\u0000", "1:30", "0x", "id: ", "type: ", "right: ", "wrong: ", "why: "),
    *("- id: ", "options:\n", "claims: [", "source: ", "title: ", "minutes: "),
)
MARKS = (
    *(
        "`",
        "``",
        "```\n",
        "~~~\n",
        "**",
        "*",
        "_",
        "__",
        "***",
        "# ",
        "## ",
        "####### ",
        "## A {#a}\n",
        "{: .x}",
    ),
    *(
        "{#a claims='T1'}",
        "{: #a }",
        "[^1]",
        "[^1]: x\n",
        "[@cha2001]",
        "[@",
        "[@a; @b]",
        "[[kettle]]",
        "[[",
        "]]",
    ),
    *(
        "[[a|b]]",
        "![a](b.svg)",
        "![](",
        "](#x)",
        "[a](",
        "[a]: b\n",
        "](../x/lesson.md#y)",
        "!quiz say-boil\n",
    ),
    *(
        "!cards\n",
        "!x\n",
        "!!! note\n",
        "| a | b |\n|--|--|\n",
        ":   ",
        "> ",
        "1. ",
        "<b>",
        "<script>",
        "<!--",
    ),
    *(
        "&amp;",
        "&#0;",
        "$",
        "$$",
        "$x$",
        "$$\n",
        "\\frac{",
        "\\begin{",
        "\\\\",
        "\\$",
        "...",
        "--",
        "{claims}",
    ),
    *(
        "@book{",
        "@article{a,\n",
        "author = {",
        "},\n",
        "}\n",
        "@string{",
        "@comment{",
        "<svg",
        "</g>",
        "<!DOCTYPE",
    ),
)
ODDITIES = (
    *(
        "\x00",
        "\x01",
        "\x02",
        "\x03",
        "\x02wzxhzdk:0\x03",
        "\x02klzzwxh:0000\x03",
        "\x07",
        "\x1b[31m",
        "\x7f",
    ),
    *(
        "\x85",
        "\u2028",
        "\u2029",
        "\u00a0",
        "\u200b",
        "\u200d",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ufffe",
        "\uffff",
    ),
    *(
        "\ue000",
        "\ue001",
        "\ue0000\ue001",
        "\uffff",
        "ü",
        "u\u0308",
        "ﬀ",
        "İ",
        "ß",
        "中文",
        "🫖",
        "👨‍👩‍👧",
        "\U0010ffff",
    ),
)
TOKENS = tuple(token.encode() for token in (*SIGNS, *MARKS, *ODDITIES))
BROKEN = (
    b"\xff",
    b"\xc3",
    b"\xe2\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xc0\xaf",
)


@dataclass(frozen=True)
class Case:
    """A file of the small course, and what stands in it for once."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Stroke:
    """One stroke of noise: what is done, where (of 65,536 parts of the file), how far, and with what."""

    kind: str
    at: int
    far: int
    token: bytes


def cases(bases: Mapping[str, Sequence[bytes]]) -> st.SearchStrategy[Case]:
    """Real files by path in the small course, of which each has several, with noise over them."""
    every = [(path, data) for path, versions in bases.items() for data in versions]
    place = st.integers(0, 0xFFFF)
    token = st.one_of(st.sampled_from(TOKENS), st.sampled_from(BROKEN), st.binary(min_size=1, max_size=4))
    strokes = st.builds(Stroke, st.sampled_from(sorted(STROKES)), place, place, token)
    return st.builds(spoilt, st.sampled_from(every), st.lists(strokes, min_size=1, max_size=6))


def spoilt(base: tuple[str, bytes], strokes: Sequence[Stroke]) -> Case:
    """A file after all strokes."""
    path, data = base
    for stroke in strokes:
        data = STROKES[stroke.kind](data, stroke)
    return Case(path, data)


def _where(data: bytes, stroke: Stroke) -> tuple[int, int]:
    """From where to where a stroke goes: mostly some bytes, now and then much of the file."""
    start = len(data) * stroke.at >> 16
    length = stroke.far & 15 if stroke.far & 0x30 else stroke.far * len(data) >> 16
    return start, min(len(data), start + length + 1)


def _flip(data: bytes, stroke: Stroke) -> bytes:
    start, _ = _where(data, stroke)
    flipped = bytes([data[start] ^ 1 << (stroke.far & 7)]) if start < len(data) else b""
    return data[:start] + flipped + data[start + 1 :]


def _delete(data: bytes, stroke: Stroke) -> bytes:
    start, end = _where(data, stroke)
    return data[:start] + data[end:]


def _insert(data: bytes, stroke: Stroke) -> bytes:
    start, _ = _where(data, stroke)
    return data[:start] + stroke.token + data[start:]


def _repeat(data: bytes, stroke: Stroke) -> bytes:
    start, _ = _where(data, stroke)
    return data[:start] + stroke.token * (stroke.far >> 7) + data[start:]


def _duplicate(data: bytes, stroke: Stroke) -> bytes:
    start, end = _where(data, stroke)
    return data[:end] + data[start:end] * (1 + (stroke.far & 3)) + data[end:]


def _swap(data: bytes, stroke: Stroke) -> bytes:
    start, end = _where(data, stroke)
    middle = (start + end) // 2
    return data[:start] + data[middle:end] + data[start:middle] + data[end:]


def _truncate(data: bytes, stroke: Stroke) -> bytes:
    return data[: _where(data, stroke)[0]]


def _of_lines(change: Callable[[list[bytes], int, Stroke], list[bytes]]) -> Callable[[bytes, Stroke], bytes]:
    """A stroke over the lines of a file."""

    def stroke_lines(data: bytes, stroke: Stroke) -> bytes:
        lines = data.splitlines(keepends=True) or [b""]
        return b"".join(change(lines, len(lines) * stroke.at >> 16, stroke))

    return stroke_lines


def _delete_lines(lines: list[bytes], at: int, stroke: Stroke) -> list[bytes]:
    return lines[:at] + lines[at + 1 + (stroke.far & 7) :]


def _duplicate_lines(lines: list[bytes], at: int, stroke: Stroke) -> list[bytes]:
    end = at + 1 + (stroke.far & 7)
    return lines[:end] + lines[at:end] * (1 + (stroke.far >> 12)) + lines[end:]


def _move_line(lines: list[bytes], at: int, stroke: Stroke) -> list[bytes]:
    line = lines.pop(at)
    to = len(lines) * stroke.far >> 16
    return [*lines[:to], line, *lines[to:]]


def _indent_line(lines: list[bytes], at: int, stroke: Stroke) -> list[bytes]:
    return [*lines[:at], b" " * (1 + (stroke.far & 7)) + lines[at], *lines[at + 1 :]]


def _outdent_line(lines: list[bytes], at: int, stroke: Stroke) -> list[bytes]:
    return [*lines[:at], lines[at].lstrip(b" "), *lines[at + 1 :]]


def _begin_line(lines: list[bytes], at: int, stroke: Stroke) -> list[bytes]:
    return [*lines[:at], stroke.token + lines[at], *lines[at + 1 :]]


def _begin_value(lines: list[bytes], at: int, stroke: Stroke) -> list[bytes]:
    return [*lines[:at], lines[at].replace(b": ", b": " + stroke.token, 1), *lines[at + 1 :]]


def _recode(data: bytes, stroke: Stroke) -> bytes:
    """The file in another encoding, or with other ends of lines."""
    coding = ("utf-16", "utf-8-sig", "utf-32-le", "latin-1")[stroke.far & 3]
    return data.decode("utf-8", "replace").encode(coding, "replace")


STROKES: dict[str, Callable[[bytes, Stroke], bytes]] = {
    "flip": _flip,
    "delete": _delete,
    "insert": _insert,
    "insert a second": _insert,
    "repeat": _repeat,
    "duplicate": _duplicate,
    "swap": _swap,
    "truncate": _truncate,
    "delete lines": _of_lines(_delete_lines),
    "duplicate lines": _of_lines(_duplicate_lines),
    "move a line": _of_lines(_move_line),
    "indent a line": _of_lines(_indent_line),
    "outdent a line": _of_lines(_outdent_line),
    "begin a line": _of_lines(_begin_line),
    "begin a value": _of_lines(_begin_value),
    "recode": _recode,
    "Windows": lambda data, stroke: data.replace(b"\n", b"\r\n"),
    "old Mac": lambda data, stroke: data.replace(b"\n", b"\r"),
}
"""The kinds of stroke; what inserts comes twice, so that it comes oftener."""
