"""The grammars in tests/schemas, which say what the tools that read our files expect of them."""

from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

FOLDER = Path(__file__).parent / "schemas"


@cache
def _grammar(name: str) -> Any:
    return etree.RelaxNG(etree.parse(FOLDER / f"{name}.rng"))


def faults(grammar: str, text: bytes) -> list[str]:
    """What is wrong with an XML file by a grammar."""
    kind = _grammar(grammar)
    return [] if kind.validate(etree.fromstring(text)) else [str(error) for error in kind.error_log]
