"""Makes a case as small as it can be and still fail in the same way."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.fuzz.noise import Case

PATIENCE = 60.0
"""Seconds for one case."""


def minimise(case: Case, fails: Callable[[Case], bool], patience: float = PATIENCE) -> Case:
    """Leave out lines, then bytes, as long as what is left `fails`."""
    until = time.monotonic() + patience

    def fail(pieces: Sequence[bytes]) -> bool:
        return fails(replace(case, data=b"".join(pieces)))

    lines = _fewest(case.data.splitlines(keepends=True), fail, until)
    data = b"".join(lines)
    return replace(case, data=b"".join(_fewest([data[at : at + 1] for at in range(len(data))], fail, until)))


def _fewest(pieces: list[bytes], fail: Callable[[Sequence[bytes]], bool], until: float) -> list[bytes]:
    """Leave out ever smaller runs of pieces: Zeller's delta debugging, complements alone."""
    length = len(pieces) // 2
    while length:
        at = 0
        while at < len(pieces):
            if time.monotonic() > until:
                return pieces
            left = pieces[:at] + pieces[at + length :]
            if fail(left):
                pieces = left
            else:
                at += length
        length //= 2
    return pieces
