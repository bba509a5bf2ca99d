"""Which date the content bears: when it was published last, and whether it changed since.

Files that are taken away bear this date and never the clock's, so that the same content always becomes the
same bytes, and a tool that has an earlier file of ours can tell that a later one is newer.

content/edition.txt keeps it in one line. `source` reads it, `register` writes it; here is what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from studysite.diagnostics import Loc, Problem
from studysite.faults import Fault
from studysite.layout import EDITION
from studysite.model import Course

VARIABLE = "SOURCE_DATE_EPOCH"
"""What a packager sets, see https://reproducible-builds.org/specs/source-date-epoch: it goes before ours."""
UNDATED = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
"""The date of what was never published: a fixed one, before any on which this program can have dated a
course, so that what is published is newer; not 1970, since a zip file knows nothing before 1980."""
LATEST = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp())
HEAD = """\
# When the content was published last, in UTC, and a fingerprint of what it was then: files to take away bear
# this date. Written by `python3 build.py ids --accept`.
"""
LENGTH = 16
_FORM = "%Y-%m-%dT%H:%M:%SZ"
_LINE = re.compile(rf"(?P<date>\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (?P<content>[0-9a-f]{{{LENGTH}}})")
_MERGE = re.compile(r"<{7}|={7}|>{7}|\|{7}")
_LATER = "Keep the line with the later date alone."
_ANEW = "Delete the file; `python3 build.py ids --accept` writes it anew."


class DateError(Fault):
    """No date can be read from what the environment says."""


@dataclass(frozen=True)
class Edition:
    """The content as it was published last: when that was, in seconds since 1970, and its fingerprint."""

    date: int
    content: str
    loc: Loc = field(default=(), compare=False)
    """The way to its line."""

    @property
    def when(self) -> str:
        """Its date as it is written."""
        return datetime.fromtimestamp(self.date, UTC).strftime(_FORM)


def read_edition(lines: Sequence[str]) -> tuple[Edition | None, list[Problem]]:
    """Read the lines of content/edition.txt: the edition, or what keeps it from being read."""
    said: list[tuple[Loc, str]] = [((EDITION, n), " ".join(line.split())) for n, line in enumerate(lines)]
    said = [(loc, words) for loc, words in said if words and not words.startswith("#")]
    merge = next((loc for loc, words in said if _MERGE.match(words)), None)
    if merge is not None:
        return _unread(merge, "an unfinished merge stands here", _LATER)
    if not said:
        return _unread((EDITION,), "this file has no date", _ANEW)
    if len(said) > 1:
        return _unread(said[1][0], "this is a second line, and one date holds", _LATER)
    ((loc, words),) = said
    edition = _edition(words, loc)
    return (edition, []) if edition else _unread(loc, "this line says no date and fingerprint", _ANEW)


def _unread(loc: Loc, message: str, cure: str) -> tuple[None, list[Problem]]:
    return None, [Problem(loc, "edition-line", message, cure)]


def _edition(words: str, loc: Loc) -> Edition | None:
    match = _LINE.fullmatch(words)
    try:
        date = datetime.strptime(match["date"], _FORM).replace(tzinfo=UTC) if match else None
    except ValueError:  # a thirteenth month
        return None
    return Edition(int(date.timestamp()), match["content"], loc) if match and date else None


def write_edition(edition: Edition) -> str:
    """The text of content/edition.txt."""
    return f"{HEAD}{edition.when} {edition.content}\n"


def fingerprint(part: Course, images: Iterable[tuple[str, str]]) -> str:
    """The fingerprint of a part of a course: of all that it says, and of its images, each with its digest.

    Comments, and how a file is set out, make no difference; nor does the model itself where it learns a key
    that may be left out.
    """
    said = part.model_dump_json(exclude_defaults=True, serialize_as_any=True)
    return _fingerprint(said, *(f"{path} {digest}" for path, digest in sorted(images)))


def whole(parts: Iterable[tuple[str, str]]) -> str:
    """The fingerprint of a course, of those of its parts, each with its folder."""
    return _fingerprint(*(f"{folder} {content}" for folder, content in sorted(parts)))


def _fingerprint(*texts: str) -> str:
    return sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def anew(before: Edition | None, content: str, now: int) -> Edition:
    """The edition of content that is published now: the one before where nothing changed.

    It is later than the one before also where somebody's clock was ahead.
    """
    if before is None:
        return Edition(now, content)
    return before if content == before.content else Edition(max(now, before.date + 1), content)


def note(edition: Edition | None, content: str) -> str:
    """A line on content that changed since its edition; '' where it did not, or none was published."""
    if edition is None or edition.content == content:
        return ""
    return (
        f"{EDITION}: the content changed since its edition of {edition.when[:10]}; "
        "`python3 build.py ids --accept` dates it anew when you publish.\n"
    )


def date_of(edition: Edition | None, variable: str | None) -> int:
    """The date that files bear, where `variable` is what the environment says. Raises DateError."""
    if variable is None:
        return edition.date if edition else UNDATED
    if not re.fullmatch(r"[0-9]{1,12}", variable) or int(variable) > LATEST:
        raise DateError(
            f"{VARIABLE} is `{variable}`, and must be a whole number of seconds since 1970. "
            "Correct it, or leave it unset."
        )
    return int(variable)
