"""Each footnote has its mark and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studysite.check.remains import left
from studysite.check.rule import Facts, near
from studysite.diagnostics import Problem
from studysite.model import Course
from studysite.pointing import Pointer

INTO_THE_TEXT = "Write what it says into the text; only lesson.md has footnotes."
"""The cure for a footnote that stands elsewhere than in a lesson's text."""
_MARK = re.compile(r"\[\^([^\[\]]{1,100})\]")


def known_footnotes(course: Course, facts: Facts) -> Iterator[Problem]:
    """A mark has a text at the end of the lesson."""
    for found, point in left(facts, _MARK):
        name = found.words[2:].rstrip("]")
        if found.passage.is_lesson_text:
            names = [footnote.name for footnote in found.passage.document.footnotes]
            cure = near(name, names, f"Write its text on a line of its own, as in `[^{name}]: …`.")
        else:
            cure = INTO_THE_TEXT
        yield Problem(found.passage.loc, "unknown-footnote", f"there is no footnote `{name}`", cure, point)


def used_footnotes(course: Course, facts: Facts) -> Iterator[Problem]:
    """A text of a footnote has a mark that leads to it, and to which it leads back."""
    for passage in facts.passages:
        for footnote in passage.document.footnotes if passage.is_lesson_text else ():
            if not footnote.is_used:
                message = f"no mark leads to the footnote `{footnote.name}`"
                cure = f"Write `[^{footnote.name}]` where it belongs, or take its text out."
                point = Pointer(f"[^{footnote.name}]:")
                yield Problem(passage.loc, "unused-footnote", message, cure, point=point)
