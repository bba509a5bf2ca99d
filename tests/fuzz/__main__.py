"""`build.py fuzz`: noise over real files may bring no traceback, no hang and no place that is not there."""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.fuzz.minimise import minimise
from tests.fuzz.noise import Case
from tests.fuzz.run import Failure, Score, fuzz, judge_apart

KEPT = Path(".cache") / "fuzz"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="build.py fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000, metavar="N")
    parser.add_argument("--seed", type=int, metavar="S", help="That of an earlier run; else one by chance.")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="A case that an earlier run has kept.")
    chosen = parser.parse_args(arguments)
    if chosen.replay is not None:
        return replay(chosen.replay)
    return run(chosen.cases, random.randrange(1 << 31) if chosen.seed is None else chosen.seed)


def run(number: int, seed: int) -> int:
    """Fuzz, keep what fails, and say so. Returns the exit code."""
    begun = time.monotonic()
    score = fuzz(number, seed, progress(number, begun))
    seconds = time.monotonic() - begun
    print(f"{score.done:,} cases with seed {seed} in {seconds:.0f} s, {score.done / seconds:.0f} a second.")
    for failure in score.failures:
        path = keep(smallest(failure))
        print(f"\n{failure.case.path}: {failure.reason}\n  python3 build.py fuzz --replay {path}")
    print("Nothing fails." if not score.failures else f"\n{len(score.failures)} kinds of failure.")
    return 1 if score.failures else 0


def replay(path: Path) -> int:
    """Judge a case that was kept. Returns the exit code."""
    failure = read(path)
    reason = judge_apart(failure.case)
    print(f"{failure.case.path}: {reason or 'nothing is wrong with it any more'}")
    return 1 if reason else 0


def smallest(failure: Failure) -> Failure:
    """The failure with its case made small; a hang is waited for less long."""
    limit = 3.0
    if not judge_apart(failure.case, limit):
        return failure  # it needs more than its own file, or more patience
    wanted = kind(judge_apart(failure.case, limit))
    case = minimise(failure.case, lambda case: kind(judge_apart(case, limit)) == wanted)
    return Failure(case, failure.reason, failure.seed)


def kind(reason: str) -> str:
    """A reason without the words that depend on the case."""
    return reason.partition(": ")[0]


def keep(failure: Failure) -> Path:
    """Write a failure to a file that can be replayed, and return its path."""
    digest = hashlib.sha256(failure.case.path.encode() + failure.case.data).hexdigest()[:12]
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"{digest}.json"
    fields = {
        "path": failure.case.path,
        "reason": failure.reason,
        "seed": failure.seed,
        "read_as": failure.case.data.decode("utf-8", "replace"),
        "data": base64.b64encode(failure.case.data).decode(),
    }
    path.write_text(json.dumps(fields, indent=1, ensure_ascii=False), "utf-8")
    return path


def read(path: Path) -> Failure:
    """A failure that was kept."""
    fields = json.loads(path.read_text("utf-8"))
    return Failure(Case(fields["path"], base64.b64decode(fields["data"])), fields["reason"], fields["seed"])


def progress(number: int, begun: float) -> Callable[[Score], None]:
    """Says at a terminal how far a run has come; a file or a pipe stays quiet."""

    def tell(score: Score) -> None:
        rate = score.done / max(0.1, time.monotonic() - begun)
        said = f"{score.done:,} of {number:,} cases, {rate:.0f} a second, {len(score.failures)} failures"
        print(f"\r{said} ", end="" if score.done < number else "\n", file=sys.stderr, flush=True)

    return tell if sys.stderr.isatty() else lambda score: None


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
