"""The last look at the tree: headings, directives, links and images become slots."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from studysite.markdown.blanks import BLANK_TAG
from studysite.markdown.blocks import DIRECTIVE_TAG
from studysite.markdown.document import (
    OPEN,
    TOKEN,
    Document,
    Heading,
    HeadingEnd,
    Image,
    Link,
    Refused,
    listed,
    plain,
    unescaped,
    unlinked,
    written,
)
from studysite.model import typographic

if TYPE_CHECKING:
    from studysite.markdown.parse import Slots

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = ("td", "th")
_OURS = (DIRECTIVE_TAG, BLANK_TAG)
_ADDRESS = "address"
"""A link that says where it leads: on paper nothing is put behind it."""
_KEPT = {"class", "href", "src", "alt", "title", "start"}
_OF_HEADINGS = {"id", "claims"}
_SOURCE = OPEN
"""The attribute in which a heading keeps what its author wrote: none can write this name."""
_ONE_CLAIM = "claim"
"""What some authors write in place of `claims`; it is refused, and read so that nothing else seems wrong."""
_STASHED = re.compile("\x02(wzxhzdk|klzzwxh):(\\d+)\x03")


class _Tree(Treeprocessor):
    def __init__(self, md: Markdown, slots: Slots) -> None:
        super().__init__(md)
        self.slots = slots
        self.ids: set[str] = set()

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            self._keep_attributes(element)
        self.ids = {element.get("id", "") for element in root.iter()}
        for element in list(root.iter()):
            if element.tag == "a":
                self._link(element)
            elif element.tag == "p":
                self._figure(element)
            elif element.tag in _CELLS:
                _align(element)
        for element in list(root.iter("img")):
            self._image(element, figure=False)
        for element in list(root):
            if element.tag in _HEADINGS:
                self._heading(element)
        for element in list(root.iter()):
            if element.tag in _OURS:
                _untag(element)

    def _keep_attributes(self, element: etree.Element) -> None:
        """Take away what an attribute list may not set; one without a value is None there."""
        on_heading = element.tag in _HEADINGS
        allowed = _KEPT | _OF_HEADINGS if on_heading else _KEPT
        for name, value in list(element.attrib.items()):
            element.set(name, value or "")
            ours = (name == "style" and element.tag in _CELLS) or (name == "id" and _is_note(value))
            if name not in allowed and not ours and name != _SOURCE:
                del element.attrib[name]
                self.slots.refused.append(Refused(name, value or "", on_heading))
                if on_heading and name == _ONE_CLAIM:
                    element.attrib.setdefault("claims", value or "")

    def _link(self, element: etree.Element) -> None:
        self._unlink(element)
        target = element.get("href")
        if target is not None and not element.get("class", "").startswith("footnote"):
            address = self._address(target)
            element.set("href", self.slots.add(Link(address)))
            if "".join(element.itertext()) in (address, address.partition("//")[2] or address):
                element.set("class", _ADDRESS)
        if "title" in element.attrib:
            element.set("title", self._plain(element.attrib["title"]))

    def _unlink(self, element: etree.Element) -> None:
        """A citation or term inside a link or a heading is text: links do not nest."""
        for text in element.itertext():
            for match in TOKEN.finditer(text):
                number = int(match[1])
                self.slots.found[number] = unlinked(self.slots.found[number])

    def _figure(self, paragraph: etree.Element) -> None:
        alone = len(paragraph) == 1 and not (paragraph.text or "").strip()
        if alone and paragraph[0].tag == "img" and not (paragraph[0].tail or "").strip():
            self._image(paragraph[0], figure=True)
            _untag(paragraph)

    def _image(self, element: etree.Element, figure: bool) -> None:
        caption = Document(escape(typographic(unescaped(element.get("title", "")))), tuple(self.slots.found))
        slot = Image(
            self._address(element.get("src", "")), self._plain(element.get("alt", "")), caption, figure
        )
        tail = element.tail
        element.clear()
        element.text, element.tail = self.slots.add(slot), tail
        _untag(element)

    def _heading(self, element: etree.Element) -> None:
        self._unlink(element)
        level, source = _HEADINGS[element.tag], element.attrib.pop(_SOURCE, "")
        own = element.get("id")
        name = own or self._unique(slugify(self._title(element), "-"))
        claims = element.get("claims", "")
        opening = self.slots.add(Heading(level, name, listed(claims), bool(own), source, claims))
        closing = self.slots.add(HeadingEnd())
        _untag(element)
        element.text = opening + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + closing
        else:
            element.text += closing

    def _title(self, element: etree.Element) -> str:
        """The words of a heading, without the numbers of its notes."""
        return self._plain(_STASHED.sub("", "".join(_spoken(element))))

    def _plain(self, text: str) -> str:
        return plain(Document(escape(unescaped(text)), tuple(self.slots.found)))

    def _address(self, text: str) -> str:
        """As its author wrote it; the parser writes one of mail as numbers, to hide it from machines."""
        if AMP_SUBSTITUTE in text:
            text = unescape(text.replace(AMP_SUBSTITUTE, "&"))
        return written(unescaped(text), self.slots.found)

    def _unique(self, name: str) -> str:
        name = name or "section"
        unique, number = name, 2
        while unique in self.ids:
            unique, number = f"{name}-{number}", number + 1
        self.ids.add(unique)
        return unique


def _spoken(element: etree.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not child.get("id", "").startswith("fnref"):
            yield from _spoken(child)
        yield child.tail or ""


def _is_note(id: str | None) -> bool:
    return (id or "").startswith(("fn:", "fnref:", "fnref2:"))


def _align(cell: etree.Element) -> None:
    """A column's alignment as a class: a strict page takes no style attribute."""
    found = re.match(r"text-align: (\w+)", cell.attrib.pop("style", ""))
    if found:
        cell.set("class", f"align-{found[1]}")


def _untag(element: Any) -> None:
    """Make the serialiser write what the element holds, but not the element."""
    element.tag = None


class _Sources(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        """Keep what each heading is written as, while nothing has become of it."""
        for element in root:
            if element.tag in _HEADINGS:
                element.set(_SOURCE, element.text or "")


class TreeExtension(Extension):
    """After inline patterns (20), attribute lists (8) and quotation marks (6); headings also before them."""

    def __init__(self, slots: Slots) -> None:
        super().__init__()
        self.slots = slots

    def extendMarkdown(self, md: Markdown) -> None:
        """Register one processor first and one last."""
        md.treeprocessors.register(_Sources(md), "sources", 60)
        md.treeprocessors.register(_Tree(md, self.slots), "slots", 1)
