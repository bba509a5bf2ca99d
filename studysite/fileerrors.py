"""What can be wrong with a file's form, in words and with its cure: a function for each.

`source` finds where; what keeps YAML from being read at all is said by `yamlerrors`.
"""

from __future__ import annotations

from studysite.diagnostics import Diagnostic, Loc, Place
from studysite.wording import many
from studysite.yamlerrors import BLOCK, BLOCK_TOO

LARGEST = 10_000_000
"""Bytes of the largest file that is read: two hundred times a full lesson, and no page should weigh more."""
_IF_TEXT = f"If it is text: {BLOCK_TOO}"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def missing(path: str) -> Diagnostic:
    """There is no such file."""
    cure = "Write it; README.md shows what goes into it."
    return Diagnostic(Place(path), "missing-file", "this file is missing", cure)


def unreadable(path: str, error: OSError) -> Diagnostic:
    """The system does not let it be read."""
    message = f"this file cannot be read: {error.strerror}"
    return Diagnostic(Place(path), "unreadable", message, "Make it readable.")


def too_large(path: str, size: int) -> Diagnostic:
    """It has more bytes than a file may have."""
    message = f"this file has {many(size // 1_000_000, 'megabyte')}, and {LARGEST // 1_000_000} are the most"
    cure = "Split it, or take out what is no text of the course."
    return Diagnostic(Place(path), "too-large", message, cure)


def link_out(path: str) -> Diagnostic:
    """It is a link to what does not belong to the course."""
    message = "this symbolic link leads out of content/"
    cure = "Put a copy of what it leads to here; whoever gets content/ must get all of the course."
    return Diagnostic(Place(path), "link-out", message, cure)


def not_utf_8(place: Place, data: bytes, at: int) -> Diagnostic:
    """Its bytes `data` are no text from `at` on."""
    message = f"the byte 0x{data[at]:02x} is no UTF-8 text"
    if data.startswith(_UTF_16):
        message = "this file is UTF-16 (some editors call it Unicode), and must be UTF-8"
    return Diagnostic(place, "encoding", message, "Save the file as UTF-8.")


def stray_mark(place: Place) -> Diagnostic:
    """A byte-order mark stands elsewhere than at its beginning."""
    message = "an invisible byte-order mark stands inside the text"
    cure = "Delete the line and type it again; such a mark comes along when files are joined."
    return Diagnostic(place, "byte-order-mark", message, cure, (place.path,))


def repeated(place: Place, key: str, first_line: int) -> Diagnostic:
    """A mapping has a key twice."""
    message = f"the key `{key}` stands here a second time (first on line {first_line})"
    cure = "Keep one of the two; YAML would drop the first in silence."
    return Diagnostic(place, "duplicate-key", message, cure)


def without_dash(place: Place, key: str, first_line: int) -> Diagnostic:
    """An entry's first key stands in it again: the next entry, most likely."""
    message = f"the key `{key}` stands a second time in this entry, which begins on line {first_line}"
    cure = "If it begins an entry of its own: write `- ` before it. Else keep one of the two."
    return Diagnostic(place, "duplicate-key", message, cure)


def marked(place: Place, sign: str) -> Diagnostic:
    """A value begins with a sign of YAML's that a course does not use."""
    what, cure = ("a tag", BLOCK)
    if sign == "&":
        what, cure = ("an anchor", f"Write out what it stands for. {_IF_TEXT}")
    return Diagnostic(place, "yaml-sign", f"`{sign}` here makes {what}, which a course has none of", cure)


def cut_off(place: Place, loc: Loc) -> Diagnostic:
    """A comment ends the text at `loc`."""
    message = "the text ends before this `#`: YAML takes the rest of the line for a comment"
    return Diagnostic(place, "yaml-comment", message, f"Move a comment to a line of its own. {_IF_TEXT}", loc)


def escaped(place: Place, sign: str, loc: Loc) -> Diagnostic:
    """A backslash means something in the text at `loc`, which was meant for TeX."""
    message = f"inside double quotation marks `{sign}` is a control sign, and no TeX"
    return Diagnostic(place, "yaml-escape", message, f"Use single quotation marks, or {BLOCK_TOO}", loc)


def too_deep(place: Place) -> Diagnostic:
    """A value has more in it than any of a course."""
    cure = "No part of a course is that deep: flatten it."
    return Diagnostic(place, "yaml-depth", "this is nested too deep", cure)
