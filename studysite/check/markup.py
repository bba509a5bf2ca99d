"""Markdown that does not come out as its author meant it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from studysite.check.placement import KINDS
from studysite.check.rule import Facts, near, numbered, pointed
from studysite.diagnostics import Problem
from studysite.markdown import Directive, Document, Heading, Refused, listed
from studysite.model import Course
from studysite.pointing import Pointer

_OF_HEADINGS = ("claims=",)
_BRACES = "Take it out of the braces; there `.class` can stand, and on a heading `#id` and `claims=`."
_SIGN = re.compile("[,;]")
_TAG = re.compile(r"<[^>]*>")
_LEFT_OVER = re.compile("[\x02\x03]|klzzwxh:|wzxhzdk:")
"""Marks that the parser puts into a text and takes out again, unless it lost its way."""


def known_attributes(course: Course, facts: Facts) -> Iterator[Problem]:
    """An attribute list sets a class, and on a heading its id and claims; nothing else."""
    for passage in facts.passages:
        taken = passage.document.refused
        for refused, (_, point) in zip(taken, numbered(map(_set, taken)), strict=True):
            yield Problem(
                passage.loc,
                "unknown-attribute",
                f"the attribute `{refused.name}` cannot be set here",
                near(f"{refused.name}=", _OF_HEADINGS if refused.on_heading else (), _BRACES),
                point=replace(point, otherwise=refused.name),
            )


def _set(refused: Refused) -> str:
    """How its author set an attribute, as far as it can be told."""
    return f"#{refused.value}" if refused.name == "id" else f"{refused.name}="


def parted_ids(course: Course, facts: Facts) -> Iterator[Problem]:
    """Blanks part the ids in a heading's braces and after a directive."""
    for passage in facts.passages:
        for source, point in (*_of_headings(passage.document), *_of_directives(passage.document)):
            sign = _SIGN.search(source)
            if sign:
                message = f"there is a `{sign[0]}` among ids that blanks part"
                cure = f"Leave blanks alone between them: `{' '.join(listed(source))}`."
                yield Problem(passage.loc, "parted-ids", message, cure, point=replace(point, inside=sign[0]))


def _of_headings(document: Document) -> Iterator[tuple[str, Pointer]]:
    for heading, point in pointed(document, Heading, lambda heading: f'claims="{heading.written}"'):
        yield heading.written, replace(point, otherwise=f"#{heading.id}")


def _of_directives(document: Document) -> Iterator[tuple[str, Pointer]]:
    for directive, point in pointed(document, Directive, lambda directive: directive.source):
        if directive.name in KINDS and directive.arguments:
            yield directive.source, replace(point, whole_line=True)


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
