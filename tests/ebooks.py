"""E-books to look into: the examples', or what a test makes of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree

from studysite.examples import HERE, read_examples
from studysite.export.epub import epub
from studysite.materials import Materials
from studysite.model import Course

EXAMPLES = read_examples().course
(KETTLES,) = EXAMPLES.lessons
SPACE = {"x": "http://www.w3.org/1999/xhtml"}
X = "{http://www.w3.org/1999/xhtml}"
KINDS = "{http://www.idpf.org/2007/ops}type"


def read(book: bytes) -> dict[str, Any]:
    with ZipFile(io.BytesIO(book)) as opened:
        names = [name for name in opened.namelist() if name.endswith(".xhtml")]
        return {name.removeprefix("book/"): etree.fromstring(opened.read(name)) for name in names}


def images(root: Path) -> dict[str, bytes]:
    found = (root / "content" / "lessons").glob("*/figures/*.svg")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def small(course: Course = EXAMPLES, **more: Any) -> dict[str, Any]:
    """The pages of a book over a course, without pictures unless they are given."""
    return read(epub(replace(Materials(course, images=images(HERE)), **more)).make())


def with_text(text: str, **changed: Any) -> Course:
    """The examples with another text of their lesson."""
    lesson = KETTLES.model_copy(update={"text": text, "sections": (), "cards": (), "items": (), **changed})
    return EXAMPLES.model_copy(update={"lessons": (lesson,)})


def ids(page: Any) -> list[str]:
    return [str(id) for id in page.xpath("//@id")]


def text_of(page: Any, id: str) -> str:
    (element,) = page.xpath(f"//*[@id='{id}']")
    return " ".join("".join(element.itertext()).split())


def links(pages: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each address of the book within the book, with the page that has it."""
    for name, page in pages.items():
        for element in page.iter(etree.Element):
            for address in (element.get(kind) for kind in ("href", "src")):
                if address and not address.startswith(("http", "mailto")):
                    yield name, address
