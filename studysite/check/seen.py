"""What of a text is seen on paper: its words, its code, its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape

from lxml.html import HtmlElement, HTMLParser, fragment_fromstring

from studysite.markdown import TOKEN, Blank, Document, Image, TermLink

CODE = "code"
HIGHLIGHT = "highlight"
"""The class of what a block of code stands in."""
_SETS_IN = ("li", "dd", "blockquote", "div")
"""What sets the blocks in it in from the margin; a `div` is a note or holds code."""
_UTF_8 = "utf-8"


def read(document: Document) -> HtmlElement:
    """What a text became, as a tree; the tokens of its slots are still in it."""
    html = document.html.encode(_UTF_8, "replace")
    return fragment_fromstring(html, create_parent="body", parser=HTMLParser(encoding=_UTF_8))


def words(document: Document) -> str:
    """All that is read in a text, without its code and formulas."""
    shown = [text for text, is_code in pieces(read(document)) if not is_code]
    shown += (link.shown for link in document.of(TermLink))
    shown += (other for blank in document.of(Blank) for other in blank.others)
    shown += (unescape(image.caption.html) for image in document.of(Image))
    return TOKEN.sub("", "\n".join(shown))


def code(document: Document) -> list[str]:
    """Each line of code in a text, in blocks and between backquotes."""
    return [line for each in read(document).iter(CODE) for line in each.text_content().split("\n")]


def pieces(element: HtmlElement, is_code: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield what is written in an element, each piece with whether it is code."""
    is_code = is_code or element.tag == CODE
    yield element.text or "", is_code
    for child in element:
        yield from pieces(child, is_code)
        yield child.tail or "", is_code


def depth(element: HtmlElement) -> int:
    """How many times an element is set in."""
    around: Iterable[HtmlElement] = element.iterancestors(*_SETS_IN)
    return sum(each.get("class") != HIGHLIGHT for each in around)
