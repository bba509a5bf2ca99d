"""Texts with blanks in Anki's own signs, which no words of an author may be taken for.

Anki reads `{{c1::words::hint}}` wherever it stands, in a formula and in code too. All blanks of a text bear
one number, so that they are hidden together, as on the site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from studysite.export.prose import Writer, tex
from studysite.markdown import Document, Formula, Gap

APART = "<!-- -->"
"""Parts two signs, and is nothing to read. Anki's editor keeps it, where an entity would become its sign."""
_TAG = re.compile(r"(<[^>]*>)")
_DOUBLE = re.compile(r"([{}:])(?=\1)")


def blanked(writer: Writer, parts: Sequence[tuple[Document, Gap | None]]) -> Markup:
    """A text whose blanks Anki hides."""
    return Markup("").join(_outside(writer, before) + _blank(writer, gap) for before, gap in parts)


def spaced(formula: Formula) -> Markup:
    """A formula in such a text: between two signs TeX has no use for a space."""
    return tex(replace(formula, tex=_DOUBLE.sub(r"\1 ", formula.tex)))


def _outside(writer: Writer, document: Document) -> Markup:
    return _parted(writer.html(document), "{")


def _blank(writer: Writer, gap: Gap | None) -> Markup:
    if gap is None:
        return Markup("")
    return Markup("{{c1::") + _parted(writer.html(gap.words), "}") + Markup("}}")


def _parted(html: str, end: str) -> Markup:
    """HTML in which no two signs together mean something to Anki, nor does the last with what follows it."""
    pieces = _TAG.split(html)
    for index, piece in enumerate(pieces):
        by = r"\1" + APART if index % 2 == 0 else _entity
        pieces[index] = _DOUBLE.sub(by, piece)
    return Markup("".join(pieces) + (APART if html.endswith(end) else ""))


def _entity(sign: re.Match[str]) -> str:
    """A sign inside a tag, where no comment can stand."""
    return f"&#{ord(sign[1])};"
