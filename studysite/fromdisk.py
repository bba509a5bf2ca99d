"""Makes a built site one that is opened from disk, where no server finds the page of a folder."""

from __future__ import annotations

import re
from pathlib import Path

SERVED_ALONE = (
    "404.html",
    "sw.js",
    "manifest.webmanifest",
    "sitemap.xml",
    "sitemap.xml.gz",
    "assets/install.js",
)
"""What means something to a server or is refused without one."""
DATA = ("assets/course.js", "assets/decks/*.js")
"""Scripts that are data: texts with links in them, and addresses."""

_PAGE = "index.html"
_TAG = re.compile(r"""<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>""", re.IGNORECASE)
_FOLDER = r"(?P<folder>(?:[^\"'#?:\\]*/)?(?:\.{1,2}(?=[#?\\\"']))?)"
_LINK = re.compile(rf"""(?P<before>(?<=[\s-])href=\\?["']){_FOLDER}(?P<after>[#?][^"'\\]*)?(?=\\?["'])""")
_REFRESH = re.compile(rf"""(?P<before>content="\d+; url=){_FOLDER}(?P<after>[#?][^"']*)?(?=")""")
_ADDRESS = re.compile(
    r'(?P<before>")(?P<folder>(?:\.{1,2}/)*(?:[\w%.~-]+/)+|(?:\.{1,2}/)+)(?P<after>#[^"\\]*)?(?=")'
)


def prepare(site: Path) -> None:
    """Let every link of a built site name a file, and take away what needs a server."""
    for path in SERVED_ALONE:
        (site / path).unlink(missing_ok=True)
    for page in site.rglob("*.html"):
        _change(page, page_from_disk(page.read_text("utf-8")))
    for pattern in DATA:
        for script in site.glob(pattern):
            _change(script, data_from_disk(script.read_text("utf-8")))


def page_from_disk(text: str) -> str:
    """A page whose links to a folder lead to the page in it. What looks like a link in its text stays."""
    return _TAG.sub(lambda tag: _REFRESH.sub(_named, _LINK.sub(_named, tag[0])), text)


def data_from_disk(text: str) -> str:
    """A script of data, changed likewise: links within its texts, and texts that are whole addresses."""
    return _ADDRESS.sub(_named, _LINK.sub(_named, text))


def _named(link: re.Match[str]) -> str:
    folder = link["folder"]
    if not folder or folder.startswith("//"):
        return link[0]
    slash = "" if folder.endswith("/") else "/"
    return f"{link['before']}{folder}{slash}{_PAGE}{link['after'] or ''}"


def _change(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")
