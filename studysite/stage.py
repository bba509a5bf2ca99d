"""Pages and files -> out/, where the engine finds them. The only writer there."""

from __future__ import annotations

import shutil
from collections.abc import Container, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

OUT = "out"
PAGES = "pages"
CONFIG = """\
# Written by build.py; a change here is lost. The settings stand in ../mkdocs.yml.
INHERIT: ../mkdocs.yml
docs_dir: pages
site_dir: {site}
theme:
  custom_dir: ../docs/overrides
"""
SERVED = """\
extra:
  is_served: true
"""
"""What is otherwise while somebody writes: the engine's server puts a script into each page."""
OFFLINE = """\
use_directory_urls: false
plugins: [search, offline]
extra:
  on_disk: true
  polyfills: [assets/iframe-worker.js]
"""
"""What is otherwise in a site that is opened from disk."""
CONFIGS = {
    "mkdocs.yml": CONFIG.format(site="site"),
    "serve.yml": CONFIG.format(site="served") + SERVED,
    "offline.yml": CONFIG.format(site="offline") + OFFLINE,
}
"""The engine's set-ups. Each has a place of its own: a server that builds again disturbs no build."""


def stage(root: Path, contents: Iterable[tuple[str, bytes]], settings: Mapping[str, Any]) -> int:
    """Make `root`/out hold `contents` (files by path under out/pages), and the engine's set-ups.

    `settings` are what the course decides of mkdocs.yml: the site's name and its navigation. Only what
    differs is written, what is not named is removed; one file at a time is held in memory. Returns how
    many files were touched.
    """
    out = root / OUT
    touched, staged = 0, set()
    for path, data in contents:
        staged.add(path)
        _make_way(out / PAGES, path)
        touched += _write(out / PAGES / path, data)
    named = yaml.safe_dump(dict(settings), allow_unicode=True, sort_keys=False)
    touched += _write(out / "nav.yml", named.encode())
    for config, text in CONFIGS.items():
        touched += _write(out / config, text.encode())
    return touched + _remove_stale(out / PAGES, staged)


def _write(path: Path, data: bytes) -> bool:
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_bytes(data)
    except OSError as error:
        error.filename = error.filename or str(path)  # a full disk does not say where
        raise
    return True


def _make_way(pages: Path, path: str) -> None:
    """Where a file is wanted a folder may stand, and a file where a folder is wanted."""
    if (pages / path).is_dir():
        shutil.rmtree(pages / path)
    for folder in PurePosixPath(path).parents:
        if (pages / folder).is_file():
            (pages / folder).unlink()


def _remove_stale(pages: Path, staged: Container[str]) -> int:
    found = [path for path in pages.rglob("*") if path.is_file()]
    stale = [path for path in found if path.relative_to(pages).as_posix() not in staged]
    for path in stale:
        path.unlink()
    for folder in sorted(pages.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return len(stale)
