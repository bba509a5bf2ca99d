"""How wide words are in print: an estimate that is rather too wide than too narrow.

Each letter is taken to be as wide as the widest of its kind in the semibold of Inter, in which the heads of
tables are set; a sign of any other alphabet is taken to be a little wider than high. A formula counts
as its letters, and a command or an operator, which has room around it, as two. Pictures count as nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase, digits
from unicodedata import normalize

from lxml.html import HtmlElement

from studysite.check.seen import pieces
from studysite.markdown import TOKEN, Citation, Document, Formula, Slot, TermLink

_KINDS = (
    ("mwMW@%…—", 1.05),
    (".,:;!'ijlI·’‘", 0.34),
    ("|/\\()[]`ftr", 0.4),
    (ascii_lowercase + digits + '"*?^_-{}$#\u00ad“”•–', 0.67),
    ("ABCDEFGHJKLNOPQRSTUVXYZ&+<=>~×−", 0.78),
)
WIDTHS = {letter: width for letters, width in reversed(_KINDS) for letter in letters}
"""How wide each letter is, in ems."""
OTHERS = 1.1
CODE = 0.86 * 0.6
CITATION = 20
"""A citation is printed by names and year, and does not break; these many letters hold most of them."""
_BREAK = re.compile(r"[^\S\u00a0\u202f\u2007]+|(?<=[\u00ad\u200b])|(?<=[/–—])(?=\w)|(?<=-)(?=[^\W\d])")
"""Where a line may end: at blanks but those that hold words together, and behind these signs."""
_ROOMY = re.compile(r"\\[A-Za-z]+|\\.|[-+*=<>]")
_UNSEEN = re.compile(r"[\s{}^_&]")
_LETTER = "n"


def longest(cell: HtmlElement, document: Document) -> float:
    """How wide the widest word in a cell of a table is, in ems of its words."""
    signs: list[str] = []
    ems: list[float] = []
    for text, is_code in _shown(cell, document):
        signs += text
        ems += (CODE if is_code else width(sign) for sign in text)
    text, at, widest = "".join(signs), 0, 0.0
    for end in (*(found.end() for found in _BREAK.finditer(text)), len(text)):
        blanks = len(text[at:end]) - len(text[at:end].rstrip())
        widest = max(widest, sum(ems[at : end - blanks]))
        at = end
    return widest


def width(sign: str) -> float:
    """How wide a sign is, in ems; an accent adds nothing."""
    return WIDTHS.get(sign) or WIDTHS.get(normalize("NFD", sign)[0], OTHERS)


def _shown(cell: HtmlElement, document: Document) -> Iterator[tuple[str, bool]]:
    for text, is_code in pieces(cell):
        yield TOKEN.sub(lambda token: _instead(document.slots[int(token[1])]), text), is_code


def _instead(slot: Slot) -> str:
    """Letters as wide as what is printed for a slot, without a blank where a line cannot end."""
    match slot:
        case TermLink():
            return slot.shown
        case Citation():
            return " ".join(_LETTER * CITATION for _ in slot.keys)
        case Formula():
            return _LETTER * len(_UNSEEN.sub("", _ROOMY.sub(2 * _LETTER, slot.tex)))
        case _:
            return ""
