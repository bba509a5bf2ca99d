"""Keeps what was found in the parts of a course, so that only those that changed are looked at again.

It stands in .cache/check, which may be deleted at any time. A part is known again by the digests of its
files, the whole by the marks of its parts' outlines, and all of it by the sources of the generator.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sys
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, TypeVar

from studysite.cache import keep
from studysite.check import Outline
from studysite.inspection import Inspected
from studysite.verdict import Verdict

T = TypeVar("T")

HERE = Path(__file__).parent
PACKAGES = ("bibtexparser", "lxml", "Markdown", "pydantic", "pylatexenc", "PyYAML")
"""Packages on which it hangs what is found in a part."""


class KeptPart(NamedTuple):
    """What was found in a part, and the mark of its outline."""

    inspected: Inspected
    mark: str


class Kept:
    """What an earlier look at the course has left in a folder of .cache."""

    def __init__(self, root: Path) -> None:
        self.folder = root / ".cache" / "check" / _generator()
        self.parts: dict[str, KeptPart] = self._read("parts", dict)
        """Each part by its folder."""

    def outlines(self) -> dict[str, bytes]:
        """The outlines, pickled, by their marks. A mark of a part may be missing where two checks meet."""
        return self._read("outlines", dict)

    def verdict(self, mark: str) -> Verdict | None:
        """The verdict that was given last, where it was over outlines that have this mark together."""
        known: tuple[str, Verdict] | tuple[()] = self._read("verdict", tuple)
        return known[1] if known and known[0] == mark else None

    def keep_parts(self, parts: Mapping[str, KeptPart]) -> None:
        """Keep these parts and no others."""
        self._write("parts", dict(parts))

    def keep_outlines(self, outlines: Mapping[str, bytes]) -> None:
        """Keep these outlines and no others."""
        self._write("outlines", dict(outlines))

    def keep_verdict(self, mark: str, verdict: Verdict) -> None:
        """Keep a verdict in place of the last one."""
        self._write("verdict", (mark, verdict))

    def _read(self, name: str, kind: type[T]) -> T:
        """What was kept under a name, an empty one of its kind where there is nothing of use."""
        try:
            found = pickle.loads((self.folder / name).read_bytes())
        except Exception:  # there is no end to what spoilt bytes can lead to
            return kind()
        return found if isinstance(found, kind) else kind()

    def _write(self, name: str, value: object) -> None:
        if not os.path.exists(self.folder):  # what other sources of the generator have left is of no use
            shutil.rmtree(self.folder.parent, ignore_errors=True)
        keep(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), self.folder / name)


def mark_of(outline: Outline) -> str:
    """What tells an outline from every other; the same in each process, where hashes are not."""
    return sha256(repr(outline).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _generator() -> str:
    """What tells these sources, and what they are built on, from every other."""
    digest = sha256(sys.version.encode())
    for name in PACKAGES:
        digest.update(f"{name} {version(name)}\n".encode())
    for path in sorted((*HERE.rglob("*.py"), *HERE.rglob("*.yml"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
