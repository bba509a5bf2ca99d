"""Links and images that are looked for over a bounded stretch of text.

Python-Markdown's own patterns look from each opening bracket to the end of the paragraph: a few thousand
brackets that nobody closed, on a line, would take minutes.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    REFERENCE_RE,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)

DEEPEST = 20
"""How many brackets may be open inside the text of a link."""
LONGEST = 4000
"""How many characters the text of a link may have, and its address with its title."""
_BRACKET = re.compile(r"[\[\]]")


class _Bounded(LinkInlineProcessor):
    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        """The text up to the bracket that closes it, with where it ends and whether there is one."""
        depth = 1
        for bracket in _BRACKET.finditer(data, index, index + LONGEST):
            depth += 1 if bracket[0] == "[" else -1
            if depth == 0:
                return data[index : bracket.start()], bracket.end(), True
            if depth > DEEPEST:
                break
        return "", index, False

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """The address and title between the round brackets, looked for in the next stretch alone."""
        if not data.startswith("(", index) or data.find(")", index, index + LONGEST) < 0:
            return "", None, index, False
        href, title, end, handled = super().getLink(data[index : index + LONGEST], 0)
        if end < 0:  # the parser takes a `(` behind a quotation mark for the end, and has no place for it
            return "", None, index, False
        return href, title, index + end, handled


class _Link(_Bounded):
    pass


class _Image(_Bounded, ImageInlineProcessor):
    pass


class _Reference(_Bounded, ReferenceInlineProcessor):
    pass


class _ImageReference(_Bounded, ImageReferenceInlineProcessor):
    pass


class _ShortReference(_Bounded, ShortReferenceInlineProcessor):
    pass


class _ShortImageReference(_Bounded, ShortImageReferenceInlineProcessor):
    pass


class LinksExtension(Extension):
    """The parser's own patterns for links and images, by their own names and ranks, bounded."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Put the bounded patterns in the place of the parser's own."""
        for name, kind, pattern, priority in (
            ("reference", _Reference, REFERENCE_RE, 170),
            ("link", _Link, LINK_RE, 160),
            ("image_link", _Image, IMAGE_LINK_RE, 150),
            ("image_reference", _ImageReference, IMAGE_REFERENCE_RE, 140),
            ("short_reference", _ShortReference, REFERENCE_RE, 130),
            ("short_image_ref", _ShortImageReference, IMAGE_REFERENCE_RE, 125),
        ):
            md.inlinePatterns.register(kind(pattern, md), name, priority)
