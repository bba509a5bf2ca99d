"""Works -> files. What was made before from the same inputs is taken from .cache/files, which may be deleted.

A file hangs on its inputs, on the code that makes it and on the locks of what that code uses.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import studysite
from studysite.cache import keep, take, trim
from studysite.parallel import spread
from studysite.work import File, Work

KEPT = Path(".cache", "files")
MOST = 400_000_000
"""How many bytes are kept; what was not used for longest goes first."""
LOCKS = ("requirements/build.txt", "web/package-lock.json")


def made(root: Path, works: Sequence[Work]) -> Iterator[File]:
    """Yield the file of each work, in order; those that are not kept are made several at a time.

    Each batch is kept as soon as it is made: what is stopped goes on from there the next time.
    """
    homes = [root / KEPT / _key(root, work) for work in works]
    files = [take(home) for home in homes]
    batches = _batches(works, [number for number, file in enumerate(files) if file is None])
    results = spread(lambda batch: [works[number].make() for number in batch], batches, few=1)
    for batch, result in zip(batches, results, strict=True):
        for number, file in zip(batch, result, strict=True):
            files[number] = file
            keep(file, homes[number])
    trim(root / KEPT, MOST)
    yield from (File(work, file) for work, file in zip(works, files, strict=True) if file is not None)


def is_kept(root: Path, work: Work) -> bool:
    """Whether a work was made before."""
    return (root / KEPT / _key(root, work)).is_file()


def _batches(works: Sequence[Work], missing: Sequence[int]) -> list[list[int]]:
    """What is missing, works of one batch together. Batches come first: they take longest."""
    found: dict[bytes, list[int]] = {}
    for number in missing:
        found.setdefault(works[number].batch or str(number).encode(), []).append(number)
    return sorted(found.values(), key=len, reverse=True)


def _key(root: Path, work: Work) -> str:
    digest = hashlib.sha256(_tools(root))
    digest.update(work.inputs)
    return f"{digest.hexdigest()[:32]}{Path(work.name).suffix}"


@cache
def _tools(root: Path) -> bytes:
    """A digest of all that makes files."""
    digest = hashlib.sha256()
    package = Path(studysite.__file__).parent
    code = sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    for path in (*code, *(root / lock for lock in LOCKS)):
        digest.update(path.read_bytes())
    return digest.digest()
