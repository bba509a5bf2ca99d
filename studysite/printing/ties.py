"""Words that stay on one line: none begins with a unit, a source, the end of a name or a short last word.

Pure: changes a tree of HTML in place.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import html

from studysite.markdown import NAME, is_name

_TIE = "\N{NO-BREAK SPACE}"
_NUMBER = re.compile(r"(?<=\d) (?=[^\W\d_])")
_SOURCE = re.compile(r" (?=\($)|(?<=\bet) (?=al\.)|(?<=\bal\.) (?=\d)")
_SHORT_LAST = re.compile(r" (?=\S{1,4}\s*$)")
_HEADING_LAST = re.compile(r" (?=\S{1,8}\s*$)")
_TEXTS = "//body//text()[not(ancestor::code or ancestor::pre or ancestor::svg or parent::*[@class='whole'])]"
_HEADINGS = ("h1", "h2", "h3")
_BLOCKS = (*_HEADINGS, "p", "li", "dd", "figcaption")


def tie(tree: html.HtmlElement) -> None:
    """Tie what belongs together in a document."""
    for text in tree.xpath(_TEXTS):
        _put(text, _SOURCE.sub(_TIE, _NUMBER.sub(_TIE, text)))
    for block in tree.iter(*_BLOCKS):
        texts = [text for text in block.xpath(".//text()") if text.strip()]
        for text in texts[-1:]:
            last = _HEADING_LAST if block.tag in _HEADINGS else _SHORT_LAST
            _put(text, last.sub(_TIE, text))
    for text in tree.xpath(_TEXTS):
        _hold_names(text)


def _put(text: Any, words: str) -> None:
    if text.is_text:
        text.getparent().text = words
    else:
        text.getparent().tail = words


def _hold_names(text: Any) -> None:
    """Keep a line from breaking at the hyphens of a name."""
    element, rest = text.getparent(), str(text)
    for found in reversed([found for found in NAME.finditer(text) if is_name(found[0])]):
        name = element.makeelement("span", {"class": "whole"})
        name.text, name.tail, rest = found[0], rest[found.end() :], rest[: found.start()]
        _put(text, "")
        if text.is_text:
            element.insert(0, name)
        else:
            element.addnext(name)
        _put(text, rest)
