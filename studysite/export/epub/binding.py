"""HTML pages -> the XHTML of a book: links lead from page to page, notes are notes, formulas are drawings.

The one place where XHTML is written. Pure: text in, bytes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from lxml import etree, html

from studysite.book.holding import hold
from studysite.export.epub.album import Album
from studysite.export.epub.volume import Sheet
from studysite.targets import ELSEWHERE

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
SVG = "http://www.w3.org/2000/svg"
XML = "http://www.w3.org/XML/1998/namespace"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
TYPE = "epub:type"


def bound(sheets: Iterable[Sheet], album: Album, drawings: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the XHTML of each page. `drawings` are those of formulas, as SVG by name."""
    trees = {sheet.name: html.document_fromstring(sheet.html) for sheet in sheets}
    for tree in trees.values():
        _set_notes(tree)
    pages = {f"#{id}": f"{name}#{id}" for name, tree in trees.items() for id in _ids(tree)}
    known = {**pages, **{place: place for place in (*trees, *pages.values())}}
    for name, tree in trees.items():
        here = {f"#{id}": f"#{id}" for id in _ids(tree)}  # two lessons may call a note the same
        _settle(tree, {**known, **here})
        for image in list(tree.iter("img")):
            _place(image, album, drawings)
        yield name, _written(tree)


def _ids(tree: html.HtmlElement) -> list[str]:
    return [id for id in (element.get("id") for element in tree.iter()) if id]


def _set_notes(tree: html.HtmlElement) -> None:
    """Make of a text's footnotes what readers show beside the text that calls them."""
    for call in tree.xpath("//a[@class='footnote-ref']"):
        call.attrib.update({TYPE: "noteref", "role": "doc-noteref"})
    for shelf in tree.xpath("//div[@class='footnote']"):
        for number, note in enumerate(shelf.xpath("./ol/li"), 1):
            _become_note(note, number)
            shelf.addprevious(note)
        shelf.drop_tree()
    for element in tree.xpath("//aside[contains(@id, ':')] | //sup[contains(@id, ':')]"):
        element.set("id", element.get("id").replace(":", "--"))
    for link in tree.xpath("//a[starts-with(@href, '#fn')]"):
        link.set("href", link.get("href").replace(":", "--"))


def _become_note(note: html.HtmlElement, number: int) -> None:
    note.tag, note.tail = "aside", None
    note.attrib.update({"class": "aside", TYPE: "footnote", "role": "doc-footnote"})
    first = note[0]
    mark = first.makeelement("span", {"class": "note-number"})
    mark.text, mark.tail, first.text = f"{number}", f" {first.text or ''}", None
    first.insert(0, mark)
    for back in note.xpath(".//a[@class='footnote-backref']"):
        back.set("role", "doc-backlink")


def _settle(tree: html.HtmlElement, places: Mapping[str, str]) -> None:
    """Lead each link to its place, as it is to be found from here. One that has none in the book is text."""
    for link in list(tree.iter("a")):
        target = link.get("href", "")
        if target in places:
            link.set("href", places[target])
        elif not target.startswith(ELSEWHERE):
            link.drop_tag()


def _place(image: html.HtmlElement, album: Album, drawings: Mapping[str, str]) -> None:
    """Give an image its place in the book; a formula becomes its drawing, which takes the text's colour."""
    source = image.get("src", "")
    if image.get("class") == "math":
        drawing = _drawing(drawings[source], image)
        _replace(image, drawing)
        hold(drawing)
    elif image.get("class") != "cover-picture":
        name = album.take(source)
        if name:
            image.set("src", name)
        else:
            said = image.makeelement("span", {"class": "unseen"})
            said.text = f"[{image.get('alt')}]"
            _replace(image, said)


def _replace(old: html.HtmlElement, new: etree._Element) -> None:
    new.tail = old.tail
    parent = old.getparent()
    assert parent is not None
    parent.replace(old, new)


def _drawing(svg: str, image: html.HtmlElement) -> etree._Element:
    drawing = etree.fromstring(svg)
    etree.strip_attributes(drawing, "width", "height")
    said = " ".join(image.get("alt", "").split())
    drawing.attrib.update(
        {
            "class": "math",
            "role": "img",
            "aria-label": said,
            "fill": "currentColor",
            "style": image.get("style", ""),
        }
    )
    title = etree.SubElement(drawing, f"{{{SVG}}}title")
    title.text = said
    drawing.insert(0, title)
    return drawing


def _written(tree: html.HtmlElement) -> bytes:
    """A page as XHTML."""
    page = _element(tree, nsmap={None: XHTML, "epub": OPS})
    page.set(f"{{{XML}}}lang", tree.get("lang", ""))
    return etree.tostring(page, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")


def _element(old: etree._Element, nsmap: Any = None) -> etree._Element:
    """An element of HTML as one of XHTML; a drawing has its own language already."""
    if str(old.tag).startswith("{"):
        return deepcopy(old)
    made = etree.Element(f"{{{XHTML}}}{old.tag}", nsmap=nsmap)
    for name, value in old.attrib.items():
        made.set(f"{{{OPS}}}type" if name == TYPE else name, value)
    made.extend([_element(child) for child in old.iterchildren(etree.Element)])
    made.text, made.tail = old.text, old.tail
    if old.tag not in VOID:
        made.text = old.text or ""  # else an empty one would be closed in its own tag, which not all read
    return made
