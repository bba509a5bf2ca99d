"""What in a page its own policy refuses: a browser leaves that out without a word to the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

_POLICY = "content-security-policy"
_LOADING = {"script", "style", "link"}
"""What loads or acts: the policy does not reach back to those that stand above it."""
_DATA = "application/json"
_HANDLER = re.compile(r"on[a-z]{3,}")


def breaches(page: html.HtmlElement) -> tuple[str, ...]:
    """What is wrong with a page in the light of its policy, each told once."""
    found = [] if _has_policy(page) else ["it has no policy above all that it loads"]
    found += [breach for element in page.iter(html.etree.Element) for breach in _in_element(element)]
    return tuple(dict.fromkeys(found))


def _has_policy(page: html.HtmlElement) -> bool:
    for element in page.iterfind("head/*"):
        if element.tag == "meta" and element.get("http-equiv", "").lower() == _POLICY:
            return True
        if element.tag in _LOADING:
            return False
    return False


def _in_element(element: html.HtmlElement) -> Iterator[str]:
    if element.tag == "script" and element.get("src") is None and element.get("type") != _DATA:
        yield "a script stands in the page, where the policy lets none run"
    if element.tag == "style":
        yield "a sheet of styles stands in the page, where the policy lets none hold"
    for name, value in element.attrib.items():
        if name == "style" or _HANDLER.fullmatch(name):
            yield f"the policy refuses the attribute {name} of the element {element.tag}"
        elif name == "href" and value.strip().lower().startswith("javascript:"):
            yield f"the policy refuses the link {value}"
