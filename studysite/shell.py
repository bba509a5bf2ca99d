"""Reads docs/, the hand-written shell: its pages as text, its assets as bytes."""

from __future__ import annotations

from pathlib import Path, PurePath

from studysite.faults import ShellFault

OVERRIDES = "overrides"


def read_shell(root: Path) -> tuple[dict[str, str], dict[str, bytes]]:
    """The pages and the other files of `root`/docs by path, theme overrides left out.

    Raises ShellFault.
    """
    docs = root / "docs"
    pages: dict[str, str] = {}
    assets: dict[str, bytes] = {}
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(docs)
        if path.is_dir() or name.parts[0] == OVERRIDES:
            continue
        if path.suffix == ".md":
            pages[page_path(name)] = _text(path, f"docs/{name.as_posix()}")
        else:
            assets[name.as_posix()] = path.read_bytes()
    return pages, assets


def _text(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ShellFault(f"{name} is no UTF-8 text: save it as UTF-8.") from error


def page_path(name: PurePath) -> str:
    """Where a page of the shell is staged: each in a folder of its own, as `about/index.md`."""
    return (name if name.name == "index.md" else name.with_suffix("") / "index.md").as_posix()
