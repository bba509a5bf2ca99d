"""What the site needs of web/: scripts and fonts, made by esbuild when something there changed.

The result is kept in .cache/web, which may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

from studysite.cache import keep
from studysite.node import Say, quiet, tools

SOURCES = ("package.json", "package-lock.json", "tsconfig.json", "tools/bundle.mjs", "src/**/*.ts")


PRINT = "print/"
"""Where what only print needs stands among the files of web/."""
FORMULAS = "formulas/font.woff"
"""There stands the font of formulas, whole; the site gets what it needs of it."""


def for_site(root: Path, say: Say = quiet) -> dict[str, bytes]:
    """Every file that the site takes from web/, by its path there. Raises NodeError where Node cannot."""
    return {path: data for path, data in bundle(root, say).items() if not path.startswith((PRINT, FORMULAS))}


def for_print(root: Path, say: Say = quiet) -> dict[str, bytes]:
    """The fonts that PDFs are set in, by the names that style sheets have for them. Raises NodeError."""
    files = bundle(root, say)
    return {path.removeprefix(PRINT): data for path, data in files.items() if path.startswith(PRINT)}


def for_formulas(root: Path, say: Say = quiet) -> bytes:
    """The font of formulas, with all its signs. Raises NodeError where Node cannot."""
    return bundle(root, say)[FORMULAS]


def bundle(root: Path, say: Say = quiet) -> dict[str, bytes]:
    """Every file that is made in web/, by its path. Raises NodeError where Node cannot."""
    kept = root / ".cache" / "web" / f"{_fingerprint(root / 'web')}.zip"
    files = _read(kept)
    if files is None:
        files = _make(root, say)
        _keep(files, kept)
    return files


def _fingerprint(web: Path) -> str:
    """Names the content of all that the bundle is made of."""
    digest = hashlib.sha256()
    for file in sorted(found for pattern in SOURCES for found in web.glob(pattern)):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(web).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:16]


def _make(root: Path, say: Say) -> dict[str, bytes]:
    node = tools(root, say)
    with tempfile.TemporaryDirectory() as out:
        node.run(["tools/bundle.mjs", out], cwd=root / "web")
        made = sorted(path for path in Path(out).rglob("*") if path.is_file())
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in made}


def _read(kept: Path) -> dict[str, bytes] | None:
    """What an earlier build made; None where there is nothing, or nothing whole."""
    try:
        with zipfile.ZipFile(kept) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (OSError, zipfile.BadZipFile):
        return None


def _keep(files: dict[str, bytes], kept: Path) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    keep(packed.getvalue(), kept)
