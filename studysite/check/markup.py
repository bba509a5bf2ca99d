"""Markdown that does not come out as its author meant it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studysite.check.rule import Facts, numbered
from studysite.diagnostics import Problem
from studysite.model import Course
from studysite.pointing import Pointer

_TAG = re.compile(r"<[^>]*>")
_LEFT_OVER = re.compile("[\x02\x03]|klzzwxh:|wzxhzdk:")
"""Marks that the parser puts into a text and takes out again, unless it lost its way."""


def known_attributes(course: Course, facts: Facts) -> Iterator[Problem]:
    """An attribute list sets a class, and on a heading its id and claims; nothing else."""
    for passage in facts.passages:
        for name, value in passage.document.refused:
            yield Problem(
                passage.loc,
                "unknown-attribute",
                f"the attribute `{name}` cannot be set here",
                "Take it out of the braces; there `.class` can stand, and on a heading `#id` and `claims=`.",
                point=Pointer(f"#{value}" if name == "id" else name),
            )


def no_html(course: Course, facts: Facts) -> Iterator[Problem]:
    """Tags of HTML are text: an author who writes one should know."""
    for passage in facts.passages:
        for tag, point in numbered(passage.document.tags):
            yield Problem(
                passage.loc,
                "raw-html",
                f"`{tag}` is shown as it is written: texts are Markdown, without HTML",
                "Write Markdown, as in `**bold**`; a tag that is meant to be seen stands in backquotes.",
                point=point,
            )


def readable_emphasis(course: Course, facts: Facts) -> Iterator[Problem]:
    """Stars and underscores that touch can make the parser lose what stands between them."""
    for passage in facts.passages:
        lost = _LEFT_OVER.search(passage.document.html)
        if lost:
            message = "the emphasis in this text cannot be read"
            cure = "Set the stars or underscores apart: `*one* **two**` in place of `*one***two**`."
            before = _TAG.sub(" ", passage.document.html[: lost.start()]).split()
            point = Pointer(before[-1]) if before else None
            yield Problem(passage.loc, "emphasis", message, cure, point=point)
