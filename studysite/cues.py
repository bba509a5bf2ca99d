"""What gives an option away to somebody who knows nothing of the matter: its length and its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from studysite.markdown import is_unmarked, parse, plain
from studysite.model import Item, Prose
from studysite.model.items.choice import Choice
from studysite.model.items.multiple import Multiple
from studysite.model.items.option import Option

ABSOLUTE = (
    *("all", "always", "every", "everybody", "everyone", "everything", "none", "never", "nobody", "nothing"),
    *("no one", "only", "must", "impossible", "completely", "entirely", "totally", "absolutely"),
    "invariably",
)
"""Words that allow no exception; test-wise learners strike out what holds one."""
_ABSOLUTE = re.compile(rf"\b(?:{'|'.join(ABSOLUTE)})\b", re.IGNORECASE)
_COMMAND, _BRACE = re.compile(r"\\[a-zA-Z]+"), re.compile(r"[{}]")
LETTERS = 4
"""Shorter words are mostly those that every sentence has, and tie no option to its stem."""
_WORD = re.compile(rf"[^\W_]{{{LETTERS},}}")


def optioned(items: Sequence[Item]) -> list[Choice | Multiple]:
    """The items that are answered by choosing among options."""
    return [item for item in items if isinstance(item, Choice | Multiple)]


def keys(item: Choice | Multiple) -> list[Option]:
    """The right options of an item."""
    return [option for option in item.options if option.is_right]


def distractors(item: Choice | Multiple) -> list[Option]:
    """The wrong options of an item."""
    return [option for option in item.options if not option.is_right]


@cache
def shown(text: str, prose: Prose = Prose.LABEL) -> str:
    """A Markdown text as it is read, without its markup; quotation marks may be as they are typed."""
    return " ".join(text.split()) if is_unmarked(text, prose) else plain(parse(text, prose))


def length(option: Option) -> int:
    """How many letters and signs the learner sees, about; a command of TeX is one sign, a brace none."""
    text = shown(option.text)
    return len(_BRACE.sub("", _COMMAND.sub("x", text)) if "$" in option.text else text)


def absolute(option: Option) -> str:
    """The first absolute word of an option, '' where it has none."""
    return _absolute(shown(option.text))


@cache
def _absolute(text: str) -> str:
    found = _ABSOLUTE.search(text)
    return found[0] if found else ""


def words(text: str, prose: Prose = Prose.LABEL) -> frozenset[str]:
    """The words of a text that say something, in small letters."""
    return frozenset(_WORD.findall(shown(text, prose).lower()))
