"""Formulas: TeX to MathML without style attributes, and to SVG of outlines alone.

All that are new go through Node in one call; each is kept in .cache/math, which may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from studysite.cache import keep
from studysite.markdown import Formula
from studysite.node import Say, quiet, tools
from studysite.picture import Picture

SOURCES = (
    *("package-lock.json", "tools/math.mjs", "tools/math-tree.mjs", "tools/math-classes.json"),
    *("tools/math-picture.mjs", "tools/math-outlines.mjs", "tools/math-macros.mjs"),
)


@dataclass(frozen=True)
class Typeset:
    """A formula's MathML and picture; or what is wrong with it and, where known, at which character."""

    mathml: str
    error: str | None = None
    offset: int | None = None
    picture: Picture | None = None


def typeset(formulas: Collection[Formula], root: Path, say: Say = quiet) -> dict[Formula, Typeset]:
    """Each formula set, or its error. Node runs for new formulas only; raises NodeError where it cannot."""
    if not formulas:
        return {}
    kept_in = root / ".cache" / "math" / f"{fingerprint(root)}.json"
    known = _read(kept_in)
    new = _missing(formulas, known)
    if new:
        made = _run(new, root, say)
        # Another build may have added some since; it is kept unless both write at the very same moment.
        _keep({**_read(kept_in), **made}, kept_in)
        known = {**known, **made}
    return {formula: known[_key(formula)] for formula in formulas}


def _missing(formulas: Iterable[Formula], known: Mapping[str, Typeset]) -> list[Formula]:
    return [formula for formula in dict.fromkeys(formulas) if _key(formula) not in known]


def _run(formulas: list[Formula], root: Path, say: Say) -> dict[str, Typeset]:
    node = tools(root, say)
    asked = [{"tex": formula.tex, "display": formula.display} for formula in formulas]
    said = node.run(["tools/math.mjs"], cwd=root / "web", stdin=json.dumps(asked))
    results = [_typeset(entry) for entry in json.loads(said)]
    return {_key(formula): result for formula, result in zip(formulas, results, strict=True)}


def _typeset(entry: dict[str, Any]) -> Typeset:
    picture = entry.get("picture")
    return Typeset(**{"mathml": "", **entry, "picture": picture and Picture(**picture)})


def _key(formula: Formula) -> str:
    return ("display " if formula.display else "inline ") + formula.tex


def fingerprint(root: Path) -> str:
    """Names the tools: with other tools, every formula is set anew."""
    digest = hashlib.sha256()
    for name in SOURCES:
        digest.update((root / "web" / name).read_bytes())
    return digest.hexdigest()[:16]


def _read(kept: Path) -> dict[str, Typeset]:
    """The formulas of earlier builds; none where the file is missing or spoilt."""
    try:
        entries = json.loads(kept.read_text(encoding="utf-8"))
        return {key: _typeset(entry) for key, entry in entries.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _keep(known: Mapping[str, Typeset], kept: Path) -> None:
    entries = {key: asdict(value) for key, value in known.items()}
    keep(json.dumps(entries, ensure_ascii=False, indent=0).encode("utf-8", "surrogatepass"), kept)
