"""Markdown -> Document, by Python-Markdown and the extensions beside this file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.util import Registry

from studysite.markdown.blanks import BlanksExtension
from studysite.markdown.blocks import BlocksExtension
from studysite.markdown.document import (
    CLOSE,
    OPEN,
    Document,
    Footnote,
    Note,
    Refused,
    Slot,
    plain,
    token,
    unlinked,
)
from studysite.markdown.inlines import InlinesExtension
from studysite.markdown.links import LinksExtension
from studysite.markdown.quick import QUOTES, quicken
from studysite.markdown.remains import RemainsExtension
from studysite.markdown.tables import TablesExtension
from studysite.markdown.tags import TagsExtension
from studysite.markdown.tree import TreeExtension
from studysite.model import Prose

_PARAGRAPH = re.compile(r"^<p[^>]*>|</p>$")
_LATIN = "\u00c0-\u012b\u012e-\u0131\u0134-\u0148\u014a-\u0165\u0168-\u017f\u0218-\u021b"
"""Those that print has a glyph for: a rule looks at all others, and so they take the longer way."""
_LETTERS = re.compile(f"[a-zA-Z0-9 .,;:()?%/\n{_LATIN}\u2019\u201c\u201d\"'-]*")
"""What means nothing in Markdown; letters of other alphabets merely take the longer way."""
_PAIRS = ("  ", " \n", "\n ", "\n\n")
_LINE = re.compile(r"[\"']*(?:[^\w\"']|\d|$)")
"""How a line begins that may be more than a line of a paragraph."""
_TYPOGRAPHY = re.compile("|".join(map(re.escape, QUOTES)))
_WORD = "word"
_PRIVATE = str.maketrans("", "", OPEN + CLOSE)
_EXTENSIONS: tuple[str | Extension, ...] = (
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    "admonition",
    "fenced_code",
    "codehilite",
    "sane_lists",
)
_OPTIONS: dict[str, dict[str, Any]] = {
    "codehilite": {"css_class": "highlight", "guess_lang": False},
    "footnotes": {"BACKLINK_TITLE": "Back to the text at note %d"},
}


class Slots:
    """The slots of the text that is being parsed, and what else a Document holds."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin a new text."""
        self.found: list[Slot] = []
        self.refused: list[Refused] = []
        self.tags: list[str] = []
        self.remains: list[str] = []
        self.lines: list[str] = []
        """The line with which each note begins."""
        self.notes: list[Note] = []
        self.footnotes: list[Footnote] = []
        self.tables: list[str] = []

    def add(self, slot: Slot) -> str:
        """Keep `slot` and return its token."""
        self.found.append(slot)
        return token(len(self.found) - 1)


def _parser(prose: Prose, quoted: bool) -> tuple[markdown.Markdown, Slots]:
    slots = Slots()
    typography = ["smarty"] if quoted else []
    blanks = [BlanksExtension(slots)] if prose.has_blanks else []
    extensions = [
        *_EXTENSIONS,
        *typography,
        LinksExtension(),
        InlinesExtension(slots),
        *blanks,
        BlocksExtension(slots),
        TablesExtension(slots),
        TagsExtension(slots),
        RemainsExtension(slots),
        TreeExtension(slots),
    ]
    parser = markdown.Markdown(extensions=extensions, extension_configs=_OPTIONS, output_format="html")
    parser.preprocessors.deregister("html_block")
    if not prose.is_block:
        _forget_blocks(parser)
    quicken(parser)
    return parser, slots


def _forget_blocks(parser: markdown.Markdown) -> None:
    """An inline text is one paragraph whatever its first sign is: `- 5` is a number, `# 1` a rank."""
    parser.preprocessors.deregister("fenced_code_block")
    parser.parser.blockprocessors = Registry()
    parser.parser.blockprocessors.register(ParagraphProcessor(parser.parser), "paragraph", 10)


_parsers: dict[tuple[Prose, bool], tuple[markdown.Markdown, Slots]] = {}


_known: dict[tuple[str, Prose], Document] = {}


def parse(text: str, prose: Prose = Prose.BLOCK) -> Document:
    """Parse a Markdown text.

    An inline text comes back without its `<p>`, a label also without links to citations and terms.
    Raw HTML is text like any other. Pure, so each text is parsed once a run.
    """
    if is_plain(text, prose):
        return Document(_paragraph().replace(_WORD, text) if prose.is_block else text)
    key = text, prose
    if key not in _known:
        _known[key] = _parse(text, prose)
    return _known[key]


def keep(documents: Mapping[tuple[str, Prose], Document]) -> None:
    """Take over what another process has parsed."""
    _known.update(documents)


def is_plain(text: str, prose: Prose) -> bool:
    """Whether a text comes out as it is typed: it has no sign that means anything."""
    return is_unmarked(text, prose) and not _TYPOGRAPHY.search(text)


def is_unmarked(text: str, prose: Prose) -> bool:
    """Whether typography is all that becomes of a text: four of five have no markup in them."""
    if not _LETTERS.fullmatch(text) or any(pair in text for pair in _PAIRS):
        return False
    return not prose.is_block or not any(map(_LINE.match, text.split("\n")))


@cache
def _paragraph() -> str:
    """What the parser makes of one word."""
    return _parse(_WORD, Prose.BLOCK).html


def _parse(text: str, prose: Prose) -> Document:
    kind = prose, any(sign in text for sign in QUOTES)
    if kind not in _parsers:
        _parsers[kind] = _parser(*kind)
    parser, slots = _parsers[kind]
    slots.clear()
    html = parser.reset().convert(text.translate(_PRIVATE))
    if not prose.is_block:
        html = _PARAGRAPH.sub("", html)
    found = map(unlinked, slots.found) if prose.is_label else slots.found
    return Document(
        html,
        tuple(found),
        tuple(slots.refused),
        tuple(slots.tags),
        tuple(slots.remains),
        tuple(slots.notes),
        tuple(slots.footnotes),
        tuple(slots.tables),
    )


def plain_text(text: str) -> str:
    """An inline Markdown text without its markup, for titles and descriptions."""
    return plain(parse(text, Prose.INLINE))
