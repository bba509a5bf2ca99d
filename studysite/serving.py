"""Serves the site and rebuilds the stage when content/, docs/ or web/ change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from studysite import diagnostics, engine, pipeline
from studysite.faults import Fault, told
from studysite.layout import CONTENT
from studysite.lock import alone
from studysite.watching import watching

WATCHED = (CONTENT, "docs", "web/src")


def serve(root: Path, engine_name: str, address: str, say: Callable[[str], None]) -> None:
    """Serve until interrupted. What is wrong is printed, and the last good pages stay up."""
    if not restage(root, say) and not (root / engine.SERVED).exists():
        raise engine.EngineError("Nothing can be served before the errors above are mended.")
    with watching(root, WATCHED) as changed:
        server = engine.serve(root, engine_name, address)
        try:
            while server.poll() is None:
                if changed():
                    restage(root, say)
        except KeyboardInterrupt:
            say("Stopped.")
        finally:
            server.terminate()
            server.wait()


def restage(root: Path, say: Callable[[str], None]) -> bool:
    """Check the content and bring the stage up to date. Returns whether that could be done."""
    try:
        return _restage(root, say)
    except (Fault, OSError) as fault:
        say(f"{told(fault, root)}\nThe last good pages stay up.")
        return False


def _restage(root: Path, say: Callable[[str], None]) -> bool:
    examined = pipeline.examine(root, say)
    for diagnostic in examined.diagnostics:
        say(diagnostics.show(diagnostic) + "\n")
    if examined.sound is None:
        say(f"{diagnostics.count(examined.diagnostics)}. The last good pages stay up.")
        return False
    with alone(root, lambda: say("Another build is at work in this folder: waiting for its end …")):
        touched = pipeline.stage_course(root, examined, say)
    say(f"Staged: {touched} files changed.")
    return True
