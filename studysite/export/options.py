"""Options as other tools have them: what is offered, and what each brings of the mark."""

from __future__ import annotations

from collections.abc import Iterable

from studysite.arrangement import arranged
from studysite.model import Item
from studysite.model.items.choice import Choice
from studysite.model.items.multiple import Multiple
from studysite.model.items.option import Option

NONE = Option(right="None of them")
"""Added where no option is right: elsewhere, to choose nothing is not to answer."""

ADDED = "Where no option is right, one is added that says so."


def offered(item: Choice | Multiple) -> list[Option]:
    """The options in the order in which the site shows them, one of them right at least."""
    options = [option for _, option in arranged(item.options, item.id, item.keep_order)]
    return options if any(option.is_right for option in options) else [*options, NONE]


def is_added(items: Iterable[Item]) -> bool:
    """Whether one was added to any of some items."""
    return any(isinstance(item, Multiple) and NONE in offered(item) for item in items)


def share(item: Choice | Multiple, option: Option) -> float:
    """The part of the mark that an option brings. Where several may be right, a wrong one costs."""
    alike = sum(each.is_right == option.is_right for each in offered(item))
    if option.is_right:
        return 1 / alike
    return 0.0 if isinstance(item, Choice) else -1 / alike
