"""Looks through a built site for dead links and anchors, requests to elsewhere and breaches of its policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from lxml import html

from studysite.breaches import breaches
from studysite.parallel import spread

_LOADS = {"src", "poster", "data", "action"}
_LOADING = {"stylesheet", "icon", "manifest", "preload", "modulepreload", "preconnect"}
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_LOAD = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")
_PAGE = "index.html"


@dataclass(frozen=True)
class PageLinks:
    """What a page offers and asks for."""

    ids: frozenset[str]
    links: tuple[str, ...]
    loads: tuple[str, ...]
    """Addresses that a browser asks for on its own: scripts, styles, images."""
    breaches: tuple[str, ...] = ()
    """What the page's own policy refuses."""


def faults(site: Path) -> list[str]:
    """Every dead link and anchor, request to another origin and breach of the policy, one line each."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    paths = [path for path in sorted(files) if path.endswith(".html")]
    pages = dict(zip(paths, spread(read_page, [site / path for path in paths]), strict=True))
    sheets = {path: read_sheet(site / path) for path in sorted(files) if path.endswith(".css")}
    whole = {path: page for path, page in (pages | sheets).items() if page is not None}
    empty = [f"{path}: the page is empty" for path, page in pages.items() if page is None]
    return empty + [fault for path, page in whole.items() for fault in _faults(path, page, whole, files)]


def read_page(path: Path) -> PageLinks | None:
    """The ids, links and loads of one HTML file; None where there is nothing in it."""
    tree = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
    if tree is None:
        return None
    ids: set[str] = set()
    links: set[str] = set()
    loads: set[str] = set()
    for element in tree.iter(html.etree.Element):
        for name, value in element.attrib.items():
            if name == "id":
                ids.add(value)
            elif name == "srcset":
                loads.update(candidate.split()[0] for candidate in value.split(",") if candidate.strip())
            elif name in _LOADS or (name == "href" and element.tag == "link" and _is_load(element)):
                loads.add(value)
            elif name == "href":
                links.add(value)
    return PageLinks(frozenset(ids), tuple(sorted(links)), tuple(sorted(loads)), breaches(tree))


def read_sheet(path: Path) -> PageLinks:
    """What a style sheet loads."""
    return PageLinks(
        frozenset(), (), tuple(sorted(set(_CSS_LOAD.findall(_CSS_COMMENT.sub("", path.read_text("utf-8"))))))
    )


def _is_load(element: html.HtmlElement) -> bool:
    return not _LOADING.isdisjoint(element.get("rel", "").split())


def _faults(path: str, page: PageLinks, pages: dict[str, PageLinks], files: set[str]) -> Iterator[str]:
    yield from (f"{path}: {breach}" for breach in page.breaches)
    for address in (*page.links, *page.loads):
        try:
            parts = urlsplit(address)
        except ValueError:
            yield f"{path}: the link {address} is no address"
            continue
        if parts.netloc or parts.scheme in {"http", "https"}:
            if address in page.loads:
                yield f"{path}: loads {address} from another origin"
        elif parts.scheme not in {"mailto", "data", "javascript"} and (
            fault := _dead(path, address, pages, files)
        ):
            yield f"{path}: {fault}"


def _dead(path: str, address: str, pages: dict[str, PageLinks], files: set[str]) -> str:
    parts = urlsplit(address)
    target = _file(path, unquote(parts.path))
    if target not in files:
        return f"the link {address} leads nowhere"
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].ids:
        return f"the link {address} names an anchor that is not there"
    return ""


def _file(path: str, link: str) -> str:
    """The file of the site that a link on the page `path` asks for; one above the site's root is none."""
    if not link:
        return path
    target = normpath(join(path.rpartition("/")[0], link)) if not link.startswith("/") else normpath(link)[1:]
    is_folder = link.endswith("/") or target == "." or link.rpartition("/")[2] in {".", ".."}
    return normpath(join(target, _PAGE)) if is_folder else target
