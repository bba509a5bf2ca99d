"""Short fingerprints of what a learner reads, so that a log can tell 'edited since you answered'.

They stand in the pages as `data-edition`. The id of an entity, its claims, its level and its sources
may change without touching them; so may the order of its options, line breaks, and the model itself
where it learns a key that may be left out.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from studysite.model import Card, Item

ASIDE = {"id", "was", "allow", "claims", "level", "source", "keep_order"}
"""What is said about an item or a card, and is no part of what it asks and answers."""
LENGTH = 8


def edition(entity: Item | Card) -> str:
    """The fingerprint of an item or a card."""
    content = entity.model_dump(mode="json", exclude=ASIDE, exclude_defaults=True)
    return _fingerprint(_canonical(content))


def edition_of(text: str) -> str:
    """The fingerprint of an option: of its text alone, since a learner chose it for that."""
    return _fingerprint(_canonical(text))


def _canonical(value: Any) -> str:
    """A value as text: words one space apart, records that stand in a list (options, pairs) sorted.

    A list of plain texts keeps its order, which may be the answer.
    """
    if isinstance(value, dict):
        return json.dumps({key: _canonical(inner) for key, inner in value.items()}, sort_keys=True)
    if isinstance(value, list):
        inner = [_canonical(each) for each in value]
        return json.dumps(sorted(inner) if any(isinstance(each, dict) for each in value) else inner)
    return " ".join(str(value).split())


def _fingerprint(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:LENGTH]
