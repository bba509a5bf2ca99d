"""Runs MkDocs or Zensical on the stage, as a command; neither is ever imported."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from studysite.stage import OUT

CONFIG = f"{OUT}/mkdocs.yml"
SITE = f"{OUT}/site"


class EngineError(Exception):
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
        ("build", "--strict", "--clean", "-f", CONFIG),
        ("serve", "--livereload", "--watch-theme", "--watch", "mkdocs.yml", "-f", CONFIG, "-a"),
        "127.0.0.1:8000",
    ),
    "zensical": Engine(
        "zensical",
        ("build", "--strict", "--clean", "-f", CONFIG),
        ("serve", "-f", CONFIG, "-a"),
        "127.0.0.1:8000",
    ),
}


def build(root: Path, name: str) -> None:
    """Build `root`/out/site from the stage. Raises EngineError with the engine's own words."""
    engine = ENGINES[name]
    done = subprocess.run(
        [sys.executable, "-m", engine.module, *engine.build],
        cwd=root,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode != 0:
        raise EngineError(f"{name} could not build the staged pages:\n{done.stdout.strip()}")


def serve(root: Path, name: str, address: str) -> subprocess.Popen[bytes]:
    """Start the engine's own server with live reload on the stage."""
    engine = ENGINES[name]
    return subprocess.Popen(
        [sys.executable, "-m", engine.module, *engine.serve, address], cwd=root, env=_environment()
    )


def _environment() -> dict[str, str]:
    """The engine's environment: without Material's announcement of its own end, which is no error."""
    return {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
