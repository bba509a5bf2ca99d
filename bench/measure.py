"""Runs a Python module as `python -m` does and notes what it took of the machine.

    python -m bench.measure REPORT MODULE [ARGUMENT ...]

REPORT becomes a JSON file: seconds of processor time with all that the module started, and the peak memory of
its own process and of the largest one, in bytes. Each is null where the system does not tell.
"""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path


def usage() -> dict[str, float | None]:
    if sys.platform == "win32":
        return {"cpu": None, "own": None, "largest": None}
    import resource

    own, started = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, the others kilobytes
    return {
        "cpu": own.ru_utime + own.ru_stime + started.ru_utime + started.ru_stime,
        "own": own.ru_maxrss * unit,
        "largest": max(own.ru_maxrss, started.ru_maxrss) * unit,
    }


def main() -> None:
    report, module, *arguments = sys.argv[1:]
    sys.argv = [module, *arguments]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    finally:
        Path(report).write_text(json.dumps(usage()), encoding="utf-8")


if __name__ == "__main__":
    main()
