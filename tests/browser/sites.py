"""Sites for the tests: built by the project's own pipeline, served under a sub-path."""

import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from studysite import pipeline
from studysite.publish import OFFLINE, ONLINE, OUTPUTS
from tests.projects import ROOT, new_project

COURSE = "course"
"""The sub-path: a site may not count on having a host to itself."""

REAL = {
    "home": "",
    "today": "today/",
    "exam": "exam/",
    "settings": "settings/",
    "lesson": "lessons/rlhf-limits/",
    "practice": "lessons/rlhf-limits/practice/",
    "claims": "claims/",
    "misconceptions": "misconceptions/",
    "glossary": "glossary/",
    "downloads": "downloads/",
    "references": "references/",
    "interview": "interview/",
    "tomorrow": "interview/tomorrow/",
    "progress": "progress/",
    "about": "about/",
    "format": "about/format/",
    "problems": "about/problems/",
    "404": "404.html",
}
"""One page of the real site for each kind."""

LESSON = "lessons/kettles/"
PRACTICE = "lessons/kettles/practice/"
BREWING = "lessons/brewing/"
BREWING_PRACTICE = "lessons/brewing/practice/"


@dataclass(frozen=True)
class Site:
    """A built site: its folder, and the server that has it."""

    folder: Path
    origin: str

    @property
    def address(self) -> str:
        """Where the site begins."""
        return f"{self.origin}/{COURSE}/"

    @property
    def on_disk(self) -> Path:
        """The folder of the same site that is opened from disk, left where it was built."""
        return self.folder.parents[1] / OFFLINE.folder

    def pages(self) -> list[str]:
        """The address of every page, relative to the site's own."""
        files = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return [file.removesuffix("index.html") for file in files]


def build_once(content: Path, home: Path, engine: str, works: pipeline.Takeaways) -> Path:
    """Build a site in `home` unless that was done. Returns the folder to serve, with the site in COURSE."""
    finished, half = home / "served", home / "half"
    if not finished.exists():
        shutil.rmtree(home, ignore_errors=True)
        site = build_site(content, home, engine, works)
        half.mkdir()
        site.rename(half / COURSE)
        half.rename(finished)
    return finished


def build_site(content: Path, root: Path, engine: str, works: pipeline.Takeaways = pipeline.nothing) -> Path:
    """Build `content` with the shell, the script and the caches of the project."""
    (ROOT / ".cache").mkdir(exist_ok=True)
    new_project(root, ROOT / ".cache")
    shutil.rmtree(root / "content")
    shutil.copytree(content, root / "content")
    examined = pipeline.examine(root, quiet)
    assert examined.sound, examined.diagnostics
    pipeline.build(root, examined, engine, quiet, OUTPUTS, works)
    return root / ONLINE.folder


def quiet(_: str) -> None:
    """Nobody waits to be told."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port. Gives the address, without a slash at the end."""
    server = Server(("127.0.0.1", 0), lambda *args: Handler(*args, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class Server(ThreadingHTTPServer):
    """Python's own. A browser may leave a page before all of it has come."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Handler(SimpleHTTPRequestHandler):
    """Python's own, in silence. Head and body leave together: apart, one waits for the other's receipt."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: Any) -> None:
        """The browser tells what went wrong."""
