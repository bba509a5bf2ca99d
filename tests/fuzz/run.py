"""Fuzzes in several processes: a batch of cases is a process of its own, which may die or hang."""

from __future__ import annotations

import math
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.desk import Desk, bases
from tests.fuzz.noise import Case, cases

BATCH = 250
LIMIT = 20.0
"""Seconds after which a case hangs; it needs a hundredth of one."""
MEMORY = 4 << 30
"""Bytes of address space that a process may have."""
SHARED = "/dev/shm"
_CONTEXT: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


@dataclass(frozen=True)
class Failure:
    """A case, what is wrong with how it was read, and the seed of its batch."""

    case: Case
    reason: str
    seed: int = 0


@dataclass
class Score:
    """How far a run has come."""

    done: int = 0
    failures: list[Failure] = field(default_factory=list)

    def add(self, found: list[Failure]) -> None:
        """Take in what a batch found: of failures that are alike the shortest case."""
        for failure in found:
            alike = [known for known in self.failures if known.reason == failure.reason]
            if not alike:
                self.failures.append(failure)
            elif len(failure.case.data) < len(alike[0].case.data):
                self.failures[self.failures.index(alike[0])] = failure


class _Batch:
    """A process that draws and judges cases, and the watch that is kept on it."""

    def __init__(self, number: int, seed: int, home: Path, limit: float) -> None:
        self.seed, self.number, self.home, self.limit = seed, number, home, limit
        self.begun = _CONTEXT.Value("d", time.monotonic())
        self.done = _CONTEXT.Value("l", 0)
        self.results, theirs = _CONTEXT.Pipe(duplex=False)
        self.process = _CONTEXT.Process(
            target=_draw, args=(number, seed, home, self.begun, self.done, theirs), daemon=True
        )
        self.process.start()
        theirs.close()

    def finished(self) -> list[Failure] | None:
        """What it found, None as long as it is at work. One that hangs is ended."""
        if self.results.poll():
            found: list[Failure] = self._received()
            self.process.join()
            return found
        if time.monotonic() - self.begun.value > self.limit:
            return [self._ended(f"it hangs for more than {self.limit:g} s")]
        if not self.process.is_alive():
            return [self._ended(f"the process dies ({self.process.exitcode})")]
        return None

    def _received(self) -> list[Failure]:
        try:
            received: list[Failure] = self.results.recv()
        except EOFError:
            self.process.join()
            return [self._ended(f"the process dies ({self.process.exitcode})")]
        return received

    def _ended(self, reason: str) -> Failure:
        self.process.kill()
        self.process.join()
        return Failure(Desk(self.home).lying(), reason, self.seed)


def _draw(number: int, chance: int, home: Path, begun: Any, done: Any, results: Any) -> None:
    """Draw and judge a batch of cases, and send the failures."""
    _bound_memory()
    desk = Desk(home)
    failures: list[Failure] = []

    @seed(chance)
    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases(bases()))
    def judge(case: Case) -> None:
        begun.value = time.monotonic()
        reason = desk.judge(case)
        if reason:
            failures.append(Failure(case, reason, chance))
        done.value += 1

    judge()
    results.send(failures)


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def fuzz(
    number: int,
    seed: int,
    tell: Callable[[Score], None],
    limit: float = LIMIT,
) -> Score:
    """Judge so many cases, several at a time, and return what came of it; `tell` hears of it on the way."""
    score = Score()
    at_work: list[_Batch] = []
    counted = 0
    waiting = [(min(BATCH, number - BATCH * at), seed + at) for at in range(math.ceil(number / BATCH))]
    with _folder() as folder:
        try:
            while waiting or at_work:
                while waiting and len(at_work) < cores():
                    size, batch_seed = waiting.pop(0)
                    at_work.append(_Batch(size, batch_seed, Path(folder) / str(batch_seed), limit))
                time.sleep(0.05)
                for batch in list(at_work):
                    found = batch.finished()
                    if found is not None:
                        at_work.remove(batch)
                        counted += batch.done.value
                        score.add(found)
                score.done = counted + sum(batch.done.value for batch in at_work)
                tell(score)
        finally:
            for batch in at_work:
                batch.process.kill()
                batch.process.join()
    return score


def _folder() -> tempfile.TemporaryDirectory[str]:
    """A folder for as long as it is needed, in memory where the system has a place for that."""
    return tempfile.TemporaryDirectory(prefix="fuzz-", dir=SHARED if os.path.isdir(SHARED) else None)


def cores() -> int:
    """How many processes are worth while."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


# -- one case alone --------------------------------------------------------------------------------------


def judge_apart(case: Case, limit: float = LIMIT) -> str:
    """What is wrong with how a case is read, found out by a process that may die or hang."""
    with _folder() as folder:
        results, theirs = _CONTEXT.Pipe(duplex=False)
        with _started(_judge, (case, Path(folder) / "desk", theirs)) as process:
            theirs.close()
            if not results.poll(limit):
                return f"it hangs for more than {limit:g} s"
            try:
                return str(results.recv())
            except EOFError:
                process.join()
                return f"the process dies ({process.exitcode})"


@contextmanager
def _started(target: Callable[..., None], args: tuple[Any, ...]) -> Iterator[Any]:
    process = _CONTEXT.Process(target=target, args=args, daemon=True)
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()


def _judge(case: Case, home: Path, results: Any) -> None:
    _bound_memory()
    results.send(Desk(home).judge(case))
