"""The scripts of question types that few pages ask for: each page loads those that its questions need."""

from __future__ import annotations

import re

SCRIPTS = {"order": "dragged", "match": "dragged", "cloze": "written", "number": "written"}
"""Which script of web/src/ brings a type. The others come with whatever asks questions."""

_NEEDED = re.compile(r'<study-item\b[^>]* data-script="([^"]*)"')


def scripts_in(body: str) -> list[str]:
    """What the questions of a page need, by name."""
    return sorted(set(_NEEDED.findall(body)))
