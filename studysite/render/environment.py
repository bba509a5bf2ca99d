"""The Jinja environment of our templates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from studysite.arrangement import arranged, disordered, letter, unmatched
from studysite.edition import edition, edition_of
from studysite.model import Lesson
from studysite.render import address
from studysite.render.scripts import SCRIPTS, scripts_in
from studysite.wording import initial, many
from studysite.work import EVE, GUIDE

_TAG = re.compile(r"(<[^>]*>)")
_SPECIAL = re.compile(r"([\\`*_{}\[\]#])")


@cache
def environment(folder: str = "templates") -> Environment:
    """Templates escape what they print, and fail on a name that is not there."""
    env = Environment(
        loader=PackageLoader("studysite", folder),
        autoescape=True,
        undefined=StrictUndefined,
        comment_start_string="{##",  # `{#id}` is an attribute list of Markdown
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["as_markdown"] = as_markdown
    env.filters["as_number"] = as_number
    env.filters["blank_size"] = blank_size
    env.filters["initial"] = initial
    env.filters["names"] = names
    env.filters["scripts_in"] = scripts_in
    env.globals.update(
        arranged=arranged,
        disordered=disordered,
        edition=edition,
        edition_of=edition_of,
        unmatched=unmatched,
        letter=letter,
        many=many,
        lesson_page=address.lesson_page,
        practice_page=address.practice_page,
        EVE=EVE,
        GUIDE=GUIDE,
        HOME=address.HOME,
        TODAY=address.TODAY,
        TOMORROW=address.TOMORROW,
        CLAIMS=address.CLAIMS,
        DESK=address.DESK,
        DOWNLOADS=address.DOWNLOADS,
        EXAM=address.EXAM,
        MISCONCEPTIONS=address.MISCONCEPTIONS,
        GLOSSARY=address.GLOSSARY,
        REFERENCES=address.REFERENCES,
        PROBLEMS=address.PROBLEMS,
        SCRIPTS=SCRIPTS,
    )
    return env


def as_markdown(html: str) -> Markup:
    """Inline HTML (text is escaped first) so that an engine's Markdown leaves it as it is."""
    pieces = _TAG.split(str(escape(html)))
    pieces[::2] = [_SPECIAL.sub(r"\\\1", words) for words in pieces[::2]]
    return Markup("".join(pieces))


def as_number(value: Decimal) -> str:
    """A number with its author's digits and a true minus."""
    return str(value).replace("E+", "e").replace("E", "e").replace("-", "\u2212")


def names(lessons: Iterable[Lesson]) -> str:
    """The ids that each lesson has and had, as the script reads them: `kettles pots, teapots`."""
    return ", ".join(" ".join((lesson.slug, *lesson.head.was)) for lesson in lessons)


def blank_size(accepted: tuple[str, ...]) -> int:
    """How many letters wide a blank's field is: in three steps, lest it tell the word by its length."""
    longest = max(map(len, accepted))
    return next((size for size in (8, 16) if longest + 2 <= size), 24)
