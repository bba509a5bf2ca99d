"""What a service worker keeps of a built site, so that it is read without a network."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

WORKER = "sw.js"
AT_ONCE = 12_000_000
"""How many bytes are fetched unasked. Of a larger site, lessons are kept as they are read."""
GROWING = ("lessons/", "assets/decks/", "search")
"""Where there is more with every lesson."""
NEEDED = {
    *(".html", ".css", ".js", ".json", ".webmanifest", ".woff2"),
    *(".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".mp3", ".m4a", ".ogg", ".mp4", ".webm"),
}
"""What pages show or load; what they offer for download is left to the host."""
IDLE = (
    WORKER,
    "assets/stylesheets/",
    "assets/images/",
    "assets/javascripts/lunr/",
    "assets/iframe-worker.js",
)
"""What lies in a site and is loaded by no page of it."""
OFFERED = "downloads/"
"""Where there is nothing to be loaded but the page that offers it."""
_PAGE = "index.html"


def complete(site: Path, at_once: int = AT_ONCE) -> None:
    """Tell the worker of a built site which files belong together, by a line in front of its script."""
    worker = site / WORKER
    if worker.is_file():
        script = worker.read_text("utf-8")
        worker.write_text(f"const SITE = {json.dumps(edition(site, script, at_once))};\n{script}", "utf-8")


def edition(site: Path, script: str, at_once: int = AT_ONCE) -> dict[str, str | dict[str, str]]:
    """The digest of each file by its address, and a name for all of them with the worker's script."""
    files = {path: (site / path).read_bytes() for path in _needed(site)}
    digests = {path.removesuffix(_PAGE) if _is_page(path) else path: _digest(files[path]) for path in files}
    is_small = sum(map(len, files.values())) <= at_once
    now = {path: digest for path, digest in digests.items() if is_small or not path.startswith(GROWING)}
    later = {path: digest for path, digest in digests.items() if path not in now}
    version = sha256(json.dumps([script, now, later]).encode()).hexdigest()[:16]
    return {"version": version, "now": now, "later": later}


def _needed(site: Path) -> list[str]:
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in NEEDED)
    return [path for path in paths if not path.startswith(IDLE) and not _is_offered(path)]


def _is_offered(path: str) -> bool:
    return path.startswith(OFFERED) and not _is_page(path)


def _is_page(path: str) -> bool:
    return path.rpartition("/")[2] == _PAGE


def _digest(data: bytes) -> str:
    return b64encode(sha256(data).digest()).decode()
