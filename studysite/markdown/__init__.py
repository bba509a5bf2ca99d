"""The one Markdown set-up: text -> a document with slots, filled anew for each kind of output."""

from studysite.markdown.document import (
    Citation,
    Directive,
    Document,
    Formula,
    Heading,
    Image,
    Link,
    Part,
    Slot,
    TermLink,
    fill,
    pieces,
    plain,
    split,
    without_links,
)
from studysite.markdown.parse import is_plain, keep, parse, plain_text

__all__ = [
    "Citation",
    "Directive",
    "Document",
    "Formula",
    "Heading",
    "Image",
    "Link",
    "Part",
    "Slot",
    "TermLink",
    "fill",
    "is_plain",
    "keep",
    "parse",
    "pieces",
    "plain",
    "plain_text",
    "split",
    "without_links",
]
