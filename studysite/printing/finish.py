"""What a document needs before it is set: notes at its foot, places in its index, no link that leads nowhere.

Pure: HTML in, HTML out.
"""

from __future__ import annotations

from textwrap import shorten

from lxml import html

from studysite.book.holding import hold
from studysite.printing.ties import tie
from studysite.targets import ELSEWHERE

HEAD = 64
"""The most letters of a heading that the head of a page has room for."""
MOST_LINES, WIDTH = 24, 60
"""What code is kept on one page: so many lines of so many letters, about half a page."""


def finished(document: str) -> str:
    """A whole document, made fit for paper."""
    tree = html.document_fromstring(document)
    ids = {element.get("id", "") for element in tree.iter()}
    for chapter in tree.iter("section"):
        if chapter.get("class") == "chapter":
            _place_notes(chapter)
    for entry in tree.iter("span"):
        if entry.get("data-term"):
            _enter(entry, tree)
    for link in list(tree.iter("a")):
        _settle(link, ids)
    for heading in tree.iter("h1", "h2", "h3"):
        _name(heading)
    for code in list(tree.iter("pre")):
        if _lines(code) > MOST_LINES:
            code.set("class", "long")
    for picture in list(tree.iter("img")):
        if picture.get("class") == "math":
            hold(picture)
    tie(tree)
    return str(html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>"))


def _name(heading: html.HtmlElement) -> None:
    """Say a heading as text, for the bookmarks, and what the heads of pages have of it."""
    words = " ".join("".join(heading.xpath(".//text() | .//img/@alt")).split())
    short = shorten(words, HEAD, placeholder="")
    heading.set("data-title", words)
    heading.set("data-head", words if short == words else f"{short.rstrip(',;:.')}\N{NO-BREAK SPACE}…")


def _lines(code: html.HtmlElement) -> int:
    return sum(1 + len(line) // WIDTH for line in code.text_content().splitlines())


def _place_notes(chapter: html.HtmlElement) -> None:
    """Move each note of a text to where it is called: the style sheet floats it to the foot of the page."""
    notes = {note.get("id"): note for note in chapter.xpath(".//div[@class='footnote']//li")}
    for call in chapter.xpath(".//a[@class='footnote-ref']"):
        note = notes.get(call.get("href", "").removeprefix("#"))
        call.attrib.pop("href", None)
        if note is not None:
            _become(call.getparent(), note)
    for shelf in chapter.xpath(".//div[@class='footnote']"):
        shelf.drop_tree()


def _become(call: html.HtmlElement, note: html.HtmlElement) -> None:
    """Turn the number that calls a note into the note."""
    for back in note.xpath(".//a[@class='footnote-backref']"):
        back.drop_tree()
    for paragraph in note.xpath(".//p"):
        paragraph.tag = "span"
    tail = call.tail
    call.clear()
    call.tag, call.tail = "span", tail
    call.set("class", "at-foot")
    call.extend(list(note))
    _trim(call)


def _trim(note: html.HtmlElement) -> None:
    for last in note[-1:]:
        last.text = (last.text or "").rstrip() if not len(last) else last.text
        last.tail = None


def _enter(entry: html.HtmlElement, tree: html.HtmlElement) -> None:
    """Have an entry of the index tell of each place where a text links to its term; in a course, of the first
    in each lesson: a long row of pages leads nobody anywhere."""
    id = f"term--{entry.attrib.pop('data-term')}"
    chapters = tree.xpath("//section[@class='chapter']")
    each = (
        [link for link in chapter.iter("a") if link.get("href") == f"#{id}" and _in_prose(link)]
        for chapter in chapters
    )
    uses = [link for links in each for link in (links if len(chapters) == 1 else links[:1])]
    for number, use in enumerate(uses, 1):
        use.set("id", f"{id}--{number}")
    entry.set("data-of", " ".join(use.get("id", "") for use in uses))


def _settle(link: html.HtmlElement, ids: set[str]) -> None:
    """A link within the document stays, one that leads nowhere goes, an address far away is told."""
    target, kinds = link.get("href", ""), link.get("class", "").split()
    if target.startswith(ELSEWHERE):
        if "plain" not in kinds and link.text_content() != target:
            _tell(link, target)
    elif target.removeprefix("#") not in ids:
        if "on-page" in kinds:
            link.drop_tree()
        else:
            link.drop_tag()
    elif _is_written(link):
        _number(link, target.removeprefix("#"))


def _is_written(link: html.HtmlElement) -> bool:
    """Whether an author wrote it into a text. Terms and sources are found by their names, and say no page."""
    parent = link.getparent()
    return not link.get("class") and parent is not None and parent.get("class") != "cite" and _in_prose(link)


def _in_prose(link: html.HtmlElement) -> bool:
    return any("prose" in element.get("class", "").split() for element in link.iterancestors())


def _number(link: html.HtmlElement, id: str) -> None:
    """Say behind a link on which page it leads."""
    number = link.makeelement("span", {"class": "page-of", "data-of": id})
    number.tail = ")"
    said = link.makeelement("span", {"class": "see"})
    said.text = " (page\N{NO-BREAK SPACE}"
    said.append(number)
    said.tail, link.tail = link.tail, None
    link.addnext(said)


def _tell(link: html.HtmlElement, address: str) -> None:
    note = link.makeelement("span", {"class": "at-foot"})
    note.text = address
    note.tail, link.tail = link.tail, None
    link.addnext(note)
