"""One build at a time in a project: a lock that the system releases when its holder ends, however it ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 0.2
"""Seconds between two looks at a lock that somebody holds."""


@contextmanager
def alone(root: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of the project in `root`; `wait` is called once where another process holds it.

    What is started meanwhile with open files passed on holds it too: an engine outlives a killed build.
    """
    descriptor = _opened(root)
    try:
        os.set_inheritable(descriptor, True)
        if not _is_locked(descriptor):
            wait()
            while not _is_locked(descriptor):
                time.sleep(PATIENCE)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _opened(root: Path) -> int:
        (root / ".cache").mkdir(exist_ok=True)
        return os.open(root / ".cache" / "build.lock", os.O_RDWR | os.O_CREAT)

    def _is_locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _opened(root: Path) -> int:
        """The folder itself: there is no file to be made, left behind or deleted."""
        return os.open(root, os.O_RDONLY)

    def _is_locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system, of a network as a rule, that knows no such locks
            return True
        return True
