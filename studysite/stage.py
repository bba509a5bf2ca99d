"""Pages and files -> out/, where the engine finds them. The only writer there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

OUT = "out"
PAGES = "pages"
CONFIG = """\
# Written by build.py; a change here is lost. The settings stand in ../mkdocs.yml.
INHERIT: ../mkdocs.yml
docs_dir: pages
site_dir: site
theme:
  custom_dir: ../docs/overrides
"""


def stage(root: Path, contents: Mapping[str, bytes], settings: Mapping[str, Any]) -> int:
    """Make `root`/out hold `contents` (by path under out/pages), and the engine's set-up.

    `settings` are what the course decides of mkdocs.yml: the site's name and its navigation.

    Only what differs is written, what is not named is removed. Returns how many files were touched.
    """
    out = root / OUT
    wanted = {f"{PAGES}/{path}": data for path, data in contents.items()}
    wanted["nav.yml"] = yaml.safe_dump(dict(settings), allow_unicode=True, sort_keys=False).encode()
    wanted["mkdocs.yml"] = CONFIG.encode()
    touched = _remove_stale(out, wanted)
    for path, data in wanted.items():
        touched += _write(out / path, data)
    return touched


def _write(path: Path, data: bytes) -> bool:
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _remove_stale(out: Path, wanted: Mapping[str, bytes]) -> int:
    stale = [
        path
        for path in (out / PAGES).rglob("*")
        if path.is_file() and path.relative_to(out).as_posix() not in wanted
    ]
    for path in stale:
        path.unlink()
    for folder in sorted((out / PAGES).rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return len(stale)
