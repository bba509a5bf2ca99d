"""Notices when files change."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

PATIENCE = 0.5
"""Seconds until a wait without a change ends."""
QUIET = 0.1
"""Seconds without a further change before the change is told: an editor saves in several steps."""
_CHANGES = {"created", "modified", "deleted", "moved"}


class _Changes(FileSystemEventHandler):
    def __init__(self, changed: queue.Queue[str]) -> None:
        self.changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES and not event.is_directory:
            self.changed.put(str(event.src_path))


@contextmanager
def watching(root: Path, folders: Iterable[str]) -> Iterator[Callable[[], bool]]:
    """Watch those of `folders` that there are, from here to the end of the block.

    What the block is given waits a moment for a change and says whether there was one.
    """
    changed: queue.Queue[str] = queue.Queue()
    observer = Observer()
    for folder in folders:
        if (root / folder).is_dir():
            observer.schedule(_Changes(changed), str(root / folder), recursive=True)
    observer.start()
    try:
        yield lambda: _wait(changed)
    finally:
        observer.stop()


def repeat(root: Path, folder: str, act: Callable[[], None]) -> NoReturn:
    """Act now and after each change below `folder`, for ever; also where it goes and comes back."""
    while True:
        here = _which(root / folder)
        with watching(root, [folder]) as changed:
            act()
            while here is not None and _which(root / folder) == here:
                if changed():
                    act()
        while _which(root / folder) is None:
            time.sleep(PATIENCE)


def _which(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another of its name; None where there is none."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _wait(changed: queue.Queue[str]) -> bool:
    """Wait a moment for a change, then for the last of its like. Returns whether there was one."""
    seen, patience = False, PATIENCE
    while True:
        try:
            changed.get(timeout=patience)
        except queue.Empty:
            return seen
        seen, patience = True, QUIET
