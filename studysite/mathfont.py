"""The font of formulas, cut to what they are written with: a whole one is more than a phone should load."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import uharfbuzz
from lxml import etree

from studysite.woff import packed, unpacked

UNWRITTEN = " \N{MINUS SIGN}\N{SQUARE ROOT}"
"""What browsers ask of a font unwritten: a space for its measures, a minus for a hyphen, a root's sign."""
BLOCKS = ((0x1D434, 0x1D468), (0x1D6A4, 0x1D6A6), (0x1D6E2, 0x1D71C))
"""Where Unicode has its italic letters of mathematics: Latin, the two without dots, Greek."""
ITALIC = {"h": "\N{PLANCK CONSTANT}"} | {
    chr(int(plain.split()[1], 16)): chr(code)
    for block in BLOCKS
    for code in range(*block)
    if (plain := unicodedata.decomposition(chr(code)))
}
"""A letter that stands alone, to the sign that a browser sets in its place."""


def cut(font: bytes, formulas: Iterable[str]) -> bytes:
    """A font, packed as it may be, with no more than what these formulas (MathML) take, packed for the web.

    What grows of their signs, longer radicals and brackets in pieces, comes with them.
    """
    wanted = uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    wanted.unicode_set.update(map(ord, signs(formulas)))
    whole = uharfbuzz.Face(unpacked(font))
    return packed(bytes(uharfbuzz.subset(whole, wanted).blob.data))


def signs(formulas: Iterable[str]) -> frozenset[str]:
    """Every sign that a browser may look up for these formulas."""
    texts = {text for formula in formulas for text in _texts(formula)}
    composed = {unicodedata.normalize("NFC", text) for text in texts}
    return frozenset(UNWRITTEN).union(*texts, *composed)


def _texts(formula: str) -> Iterator[str]:
    tree = etree.fromstring(formula)
    yield from map(str, tree.itertext())
    names = [name for name in tree.iter("{*}mi") if name.get("mathvariant") != "normal"]
    yield from (ITALIC[name.text] for name in names if name.text in ITALIC)
