"""Serves the site and rebuilds the stage when content/, docs/ or web/ change."""

from __future__ import annotations

import queue
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from studysite import diagnostics, engine, pipeline
from studysite.faults import Fault, told
from studysite.layout import CONTENT
from studysite.lock import alone

WATCHED = (CONTENT, "docs", "web/src")
QUIET = 0.1
"""Seconds without a further change before a rebuild: an editor saves in several steps."""
_CHANGES = {"created", "modified", "deleted", "moved"}


class _Changes(FileSystemEventHandler):
    def __init__(self, changed: queue.Queue[str]) -> None:
        self.changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES and not event.is_directory:
            self.changed.put(str(event.src_path))


def serve(root: Path, engine_name: str, address: str, say: Callable[[str], None]) -> None:
    """Serve until interrupted. What is wrong is printed, and the last good pages stay up."""
    if not restage(root, say) and not (root / engine.SERVED).exists():
        raise engine.EngineError("Nothing can be served before the errors above are mended.")
    changed: queue.Queue[str] = queue.Queue()
    observer = Observer()
    for folder in WATCHED:
        if (root / folder).is_dir():
            observer.schedule(_Changes(changed), str(root / folder), recursive=True)
    observer.start()
    server = engine.serve(root, engine_name, address)
    try:
        while server.poll() is None:
            if _wait(changed):
                restage(root, say)
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        observer.stop()
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
    course = examined.sound
    if course is None:
        say(f"{diagnostics.count(examined.diagnostics)}. The last good pages stay up.")
        return False
    with alone(root, lambda: say("Another build is at work in this folder: waiting for its end …")):
        touched = pipeline.stage_course(root, course, examined, say)
    say(f"Staged: {touched} files changed.")
    return True


def _wait(changed: queue.Queue[str]) -> bool:
    """Wait a moment for a change, then for the last of its like. Returns whether there was one."""
    seen, patience = False, 0.5
    while True:
        try:
            changed.get(timeout=patience)
        except queue.Empty:
            return seen
        seen, patience = True, QUIET
