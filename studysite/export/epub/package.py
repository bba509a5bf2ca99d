"""A book in one file: what it says of itself, its pages, its pictures, in an archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from uuid import NAMESPACE_URL, uuid5

from studysite.export.archive import archive
from studysite.export.epub.album import FORMATS, Album, may_move
from studysite.export.epub.binding import bound
from studysite.export.epub.volume import NAV, Volume
from studysite.markdown import plain_text
from studysite.materials import Materials

HOME = "book"
COVER, STYLE, NCX = "cover.svg", "book.css", "toc.ncx"
"""The last is what older readers have for contents, and Kobo's for what does not come from its shop."""
PAGE = ".xhtml"
KINDS = {**FORMATS, PAGE: "application/xhtml+xml", ".css": "text/css", ".ncx": "application/x-dtbncx+xml"}
DRAWN = b"<svg"
SUMMARY = (
    "Every picture has a description and every formula its TeX. Every place can be reached from the "
    "contents, and by links that lead back. All of the book can be read without sight."
)


@dataclass(frozen=True)
class Part:
    """A file of a book."""

    name: str
    data: bytes

    @property
    def id(self) -> str:
        """What the package calls it."""
        return f"part-{self.name}"

    @property
    def media_type(self) -> str:
        """What it is, in the words of the web."""
        return KINDS[PurePosixPath(self.name).suffix]

    @property
    def is_page(self) -> bool:
        """Whether it is text."""
        return self.name.endswith(PAGE)

    @property
    def properties(self) -> str:
        """What a reader must know before it opens it."""
        known = {NAV: "nav", COVER: "cover-image"}
        drawn = "svg" if self.is_page and DRAWN in self.data else ""
        return " ".join(filter(None, (known.get(self.name, ""), drawn)))


def package(materials: Materials) -> bytes:
    """The book of a course."""
    volume, album = Volume(materials), Album(materials)
    drawings = {each.name: each.svg for each in materials.pictures.values()}
    pages = [Part(*page) for page in bound(volume.sheets, album, drawings)]
    style = volume.env.get_template(STYLE).render()
    parts = [
        *pages,
        Part(STYLE, style.encode()),
        Part(COVER, volume.cover.encode()),
        Part(NCX, _contents(volume).encode()),
        *(Part(*picture) for picture in sorted(album.taken.items())),
    ]
    files = [
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", volume.env.get_template("container.xml").render().encode()),
        (f"{HOME}/package.opf", _says(volume, parts).encode()),
        *((f"{HOME}/{part.name}", part.data) for part in parts),
    ]
    return archive(files, materials.date, plain={"mimetype"})


def _says(volume: Volume, parts: Sequence[Part]) -> str:
    """What the book says of itself."""
    plan = volume.course.plan
    has_formulas = any("svg" in part.properties.split() for part in parts)
    return volume.env.get_template("package.opf").render(
        course=volume.course,
        identifier=_identifier(volume),
        says=plain_text(plan.summary or ""),
        modified=datetime.fromtimestamp(volume.materials.date, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        features=[*_FEATURES, *(["describedMath"] if has_formulas else [])],
        hazard="unknown" if any(may_move(part.name) for part in parts) else "none",
        summary=SUMMARY,
        parts=parts,
    )


def _contents(volume: Volume) -> str:
    return volume.env.get_template(NCX).render(
        title=volume.course.plan.title, identifier=_identifier(volume), contents=volume.contents
    )


def _identifier(volume: Volume) -> str:
    """What tells this book from others, and its next edition is known by."""
    return uuid5(NAMESPACE_URL, f"study guide: {volume.course.plan.title}").urn


_FEATURES = (
    *("alternativeText", "displayTransformability", "readingOrder", "structuralNavigation"),
    "tableOfContents",
)
