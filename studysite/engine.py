"""Runs MkDocs or Zensical on the stage, as a command; neither is ever imported."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from studysite.faults import Fault
from studysite.stage import OUT

CONFIG = f"{OUT}/mkdocs.yml"
SERVED = f"{OUT}/serve.yml"
OFFLINE = f"{OUT}/offline.yml"
SITE = f"{OUT}/site"
OFFLINE_SITE = f"{OUT}/offline"
_ERRNO = re.compile(r"\[Errno \d+\] ")


class EngineError(Fault):
    """The engine stopped; carries what it said."""


@dataclass(frozen=True)
class Engine:
    """How an engine is called."""

    module: str
    build: tuple[str, ...]
    serve: tuple[str, ...]
    address: str


ENGINES: dict[str, Engine] = {
    "mkdocs": Engine(
        "mkdocs",
        ("build", "--strict", "--clean", "-f"),
        ("serve", "--livereload", "--watch-theme", "--watch", "mkdocs.yml", "-f", SERVED, "-a"),
        "127.0.0.1:8000",
    ),
    "zensical": Engine(
        "zensical",
        ("build", "--strict", "--clean", "-f"),
        ("serve", "-f", SERVED, "-a"),
        "127.0.0.1:8000",
    ),
}


def build(root: Path, name: str, config: str = CONFIG) -> None:
    """Build a site from the stage, where its set-up says. Raises EngineError with the engine's own words."""
    engine = ENGINES[name]
    done = subprocess.run(
        [sys.executable, "-m", engine.module, *engine.build, config],
        cwd=root,
        env=_environment(),
        close_fds=False,  # the lock on the project goes with it: it may outlive a build that was killed
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode != 0:
        raise EngineError(f"{name} could not build the staged pages:\n{_said(done.stdout)}")


def serve(root: Path, name: str, address: str) -> subprocess.Popen[bytes]:
    """Start the engine's own server with live reload on the stage."""
    engine = ENGINES[name]
    return subprocess.Popen(
        [sys.executable, "-m", engine.module, *engine.serve, address], cwd=root, env=_environment()
    )


def _said(output: str) -> str:
    """What an engine said, a traceback cut down to its last place and what is wrong there."""
    before, _, traceback = output.partition("Traceback (most recent call last):")
    lines = [_ERRNO.sub("", line.strip()) for line in traceback.splitlines() if line.strip()]
    places = [line for line in lines if line.startswith("File ")]
    return "\n".join([before.strip(), *places[-1:], *lines[-1:]]).strip()


def _environment() -> dict[str, str]:
    """The engine's environment: without Material's announcement of its own end, which is no error."""
    return {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
