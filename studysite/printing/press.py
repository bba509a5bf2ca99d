"""A document -> a PDF, by WeasyPrint. It needs Pango, so it is imported only where something is set.

The PDF keeps to PDF/UA-1: https://www.pdfa.org/resource/iso-14289-pdfua/
"""

from __future__ import annotations

import gc
import hashlib
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from mimetypes import guess_type
from multiprocessing.util import Finalize
from typing import Any

import pydyf

from studysite.faults import Fault
from studysite.printing.face import face
from studysite.printing.numbering import LEFT_OPEN, digits, guessed, places, renumber


class PrintError(Fault):
    """A document names what it has not."""


@dataclass(frozen=True, eq=False)
class Sheets:
    """A document as HTML, and the style sheets, pictures and fonts that it names."""

    html: str
    files: Mapping[str, bytes]
    likely: int = LEFT_OPEN
    """About how many pages it has: where that has as many digits as the right number, one layout does."""

    @cached_property
    def digest(self) -> bytes:
        """A digest of all that the PDF follows from."""
        digest = hashlib.sha256(self.html.encode())
        for name, data in sorted(self.files.items()):
            digest.update(f"{name} {len(data)} ".encode() + data)
        return digest.digest()


@dataclass(frozen=True)
class Span:
    """Some pages of a document: from that on which one place stands to before that of another."""

    start: str = ""
    end: str = ""
    cover: str = ""
    """A place on a page that comes before them, and has no number."""


def pdf(sheets: Sheets, title: str, span: Span = Span()) -> bytes:
    """The PDF of a document, or of some of its pages: they keep their numbers."""
    document = _laid_out(sheets)
    known = places(document)
    first, beyond = known.get(span.start, 1), known.get(span.end, len(document.pages) + 1)
    covers = [document.pages[known[span.cover] - 1]] if span.cover else []
    pages = document.copy([*covers, *document.pages[first - 1 : beyond - 1]])
    return written(pages, title, sheets.digest, first, len(covers))


def written(document: Any, title: str, digest: bytes, first: int = 1, covers: int = 0) -> bytes:
    """The PDF of pages that were laid out, numbered from `first` behind the covers.

    `digest` is one of all that they follow from.
    """
    document.metadata.title = title
    with _without_clock():
        made = document.write_pdf(
            pdf_variant="pdf/ua-1",
            pdf_identifier=hashlib.sha256(digest + title.encode()).digest(),
            finisher=lambda _, file: _finish(file, first, covers),
        )
    assert isinstance(made, bytes)
    return made


def spill(document: Any, pages: int) -> int:
    """How much of what was laid out stands beyond so many pages, counted in ids; 0 where nothing does."""
    return sum(max(1, len(page.anchors)) for page in document.pages[pages:])


@contextmanager
def _without_clock() -> Iterator[None]:
    """Fonts that are cut for a PDF bear the time of the clock, but for this variable."""
    before = os.environ.get(CLOCK)
    os.environ[CLOCK] = "0"
    try:
        yield
    finally:
        os.environ.pop(CLOCK) if before is None else os.environ.update({CLOCK: before})


@lru_cache(maxsize=1)
def _laid_out(sheets: Sheets) -> Any:
    """A document on its pages, with the right page numbers in its text."""
    document = lay_out(sheets, guessed(sheets.html, sheets.likely))
    pages = len(document.pages)
    if digits(pages) != digits(sheets.likely) or not renumber(document):
        document = lay_out(sheets, guessed(sheets.html, pages))
        renumber(document)
    return document


def cannot_print() -> str | None:
    """Why nothing can be printed on this machine, and what helps; None where Pango is there."""
    try:
        import weasyprint  # noqa: F401
    except OSError:
        helps = _PANGO.get(sys.platform, _PANGO["linux"])
        return f"No PDFs: the library Pango, which sets them, is missing here. To install it: {helps}"
    return None


_PANGO = {
    "linux": "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "brew install pango",
    "win32": "pacman -S mingw-w64-ucrt-x86_64-pango, in MSYS2 (https://www.msys2.org)",
}
"""What installs Pango, by system; on Linux as Debian and its kin call it."""


def lay_out(sheets: Sheets, text: str) -> Any:
    """A text on its pages, with the files of `sheets`."""
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Shelf(URLFetcher):  # type: ignore[misc]
        """Gives what comes with the document, and nothing else."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            name, _, axes = url.removeprefix(BASE).partition("?")
            if name not in sheets.files:
                raise FatalURLFetchingError(f"{name} does not come with the document")
            kind = guess_type(name)[0] or "application/octet-stream"
            data = sheets.files[name]
            if kind.startswith("font/"):
                data = face(data, axes)
            return URLFetcherResponse(url, data, {"Content-Type": kind})

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    document = HTML(string=text, base_url=BASE, url_fetcher=Shelf())
    fonts = tuple(sorted((name, data) for name, data in sheets.files.items() if name.startswith("fonts/")))
    try:
        return document.render(_installed(fonts), pdf_variant="pdf/ua-1", pdf_tags=True)
    except FatalURLFetchingError as error:
        raise PrintError(str(error)) from error


@lru_cache(maxsize=1)
def _installed(fonts: tuple[tuple[str, bytes], ...]) -> Any:
    """Where the faces of a document are kept, so that the next one with these fonts finds them there."""
    from weasyprint.text.fonts import FontConfiguration

    Finalize(None, _forget, exitpriority=0)
    return FontConfiguration()


def _forget() -> None:
    """Let go of what is kept: when a process ends, the fonts of its documents lie in a temporary folder."""
    _laid_out.cache_clear()
    _installed.cache_clear()
    gc.collect()


CLOCK = "SOURCE_DATE_EPOCH"
BASE = "book:///"
"""Where a document stands: its files are named relative to it."""


def _finish(file: Any, first: int, covers: int) -> None:
    """Number the pages as they are printed, and say of each head of a table that it heads a column.

    WeasyPrint leaves both open.
    """
    numbered = [covers, pydyf.Dictionary({"S": "/D", "St": first})]
    unnumbered = [0, pydyf.Dictionary({"P": pydyf.String("Cover")})] if covers else []
    file.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(unnumbered + numbered)})
    for entry in file.objects:
        if isinstance(entry, dict) and entry.get("S") == "/TH":
            entry["A"]["Scope"] = "/Column"
