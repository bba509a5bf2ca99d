"""Spreads work over the processor's cores, where the system can fork."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEW = 12
"""As many pieces of work are done sooner than other processes are started."""

_work: Callable[[Any], Any] = repr
"""What the forked processes do; they share the memory of the one that set it."""


def spread(work: Callable[[T], R], items: Sequence[T], few: int = FEW) -> Iterator[R]:
    """Yield `work(item)` for each item in order, as `map` would, several at a time.

    `work` may be any function, since forked processes find it where it is; items and results travel
    by pickle. An exception of `work` is raised here. `few` items or less are done one after the other.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores == 1 or len(items) <= few or threading.active_count() > 1:  # to fork beside threads is unsafe
        yield from map(work, items)
        return
    global _work
    _work = work
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(cores, mp_context=context, initializer=_end_with_parent) as pool:
        yield from pool.map(_do, items, chunksize=max(1, len(items) // (cores * 8)))


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _do(item: Any) -> Any:
    return _work(item)
