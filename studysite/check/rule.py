"""What a rule is given, and what it returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from studysite.diagnostics import Problem
from studysite.markdown import Formula
from studysite.model import Course


@dataclass(frozen=True)
class Facts:
    """What a rule may know beside the course."""

    files: frozenset[str] = frozenset()
    """Every file under content/, by its path from the project's root."""
    bad_formulas: Mapping[Formula, str] = field(default_factory=dict)
    """What is wrong with each formula that cannot be set."""
    bad_drawings: Mapping[str, str] = field(default_factory=dict)
    """What is wrong with each drawing that cannot stand on a page, by its path."""


Rule = Callable[[Course, Facts], Iterable[Problem]]


def near(name: str, known: Iterable[str], otherwise: str) -> str:
    """The cure for a name that is not known: the nearest one that is, else `otherwise`."""
    close = get_close_matches(name, list(known), 1)
    return f"Did you mean `{close[0]}`?" if close else otherwise
