"""Text that looks like a citation, a term, a formula, a directive or a note, and is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from studysite.check.placement import TO_THE_TEXT
from studysite.check.remains import Left, left
from studysite.check.rule import Facts
from studysite.diagnostics import Problem
from studysite.markdown import CLOSE, OPEN, TOKEN, Formula
from studysite.model import Course
from studysite.model.base import SLUG

_SHOWN = 60
"""Characters of what was found that are repeated."""
_REACH = 300
"""Characters in which a bracket finds its other one."""
_BRACKET = re.compile(r"[\[\]]")


class Lookalike(NamedTuple):
    """Something that text may look like, and how it is told from what is sound."""

    code: str
    name: str
    pattern: re.Pattern[str]
    cure: Callable[[Left], str | None]
    """What is to be done; None where nothing is wrong."""


def no_lookalikes(course: Course, facts: Facts) -> Iterator[Problem]:
    """What has the sign of a construct and is none would be printed letter by letter."""
    for kind in LOOKALIKES:
        for found, point in left(facts, kind.pattern):
            cure = kind.cure(found)
            if cure is not None:
                shown = found.words if len(found.words) <= _SHOWN else f"{found.words[:_SHOWN]}…"
                message = f"`{shown}` looks like {kind.name}, and is printed letter by letter"
                yield Problem(found.passage.loc, kind.code, message, cure, point=point)


# -- citations -------------------------------------------------------------------------------------------

_CITATION = re.compile(
    r"\[@[^\[\]]{0,200}\]?"
    r"|(?<![\w@/.\\\x03])@[A-Za-z][\w-]{0,60}?(?:19|20)\d\d[a-z]?(?![\w@/-]|\.\w)"
)
"""In brackets, or bare with a year, as `@wen2025`. An address of mail has a name before the sign."""
_KEY = re.compile(f"@([^\\s;,@\\[\\]\x02{OPEN}]+)")


def _citation(found: Left) -> str | None:
    text = found.match[0]
    keys = [f"@{key}" for key in _KEY.findall(text)]
    if not text.startswith("["):
        return f"Write it in brackets: `[{text}]`."
    if not text.endswith("]"):
        return "Close the bracket behind the key, as in `[@wen2025]`."
    if len(keys) > 1:
        return f"Write the keys alone, parted by semicolons: `[{'; '.join(keys)}]`."
    if keys:
        return f"Write the key alone in the brackets, and what belongs to it behind them: `[{keys[0]}]`."
    return "Write a key of references.bib behind the sign, as in `[@wen2025]`."


# -- terms -----------------------------------------------------------------------------------------------

_TERM = re.compile(
    r"\[\[(?=[^\W\d]|\|)(?P<name>[^\[\]|]{0,100})(?P<bar>\|[^\[\]]{0,100})?(?P<end>\]{0,2})"
    r"|(?<![\[\w])\[(?P<half>[^\W\d][^\[\]]{0,100})\]\]"
)


def _term(found: Left) -> str | None:
    match, inside = found.match, found.words.strip("[]").strip()
    if match["half"] is not None:
        before = match.string[max(0, match.start() - _REACH) : match.start()]
        is_inner = before.count("[") > before.count("]")
        return None if is_inner else f"Write two brackets on each side: `[[{inside}]]`."
    if match["end"] == "]]":
        if match["bar"] and inside.endswith("|") and inside.strip("| "):
            cure = "Write behind the bar what the reader shall see, or leave the bar out"
            return f"{cure}: `[[{inside.strip('| ')}]]`."
        return "Write between the brackets plain words alone, the name of the term first."
    if _is_closed(match.string, match.start()):
        return None
    if match["end"]:
        return f"Write two brackets on each side: `[[{inside}]]`."
    return "Close it with two brackets, as in `[[reward model]]`; in a table the bar is written `\\|`."


def _is_closed(text: str, start: int) -> bool:
    """Whether each bracket from `start` on has its other one, as in `[[sic] or so]`."""
    depth = 0
    for bracket in _BRACKET.finditer(text, start, start + _REACH):
        depth += 1 if bracket[0] == "[" else -1
        if depth == 0:
            return True
    return False


# -- formulas --------------------------------------------------------------------------------------------

_TEX = r"(?:\\[A-Za-z]{2,}|\^|_\{)"
_FORMULA = re.compile(
    r"(?P<first>(?<!\$)\$\$(?P<doubled>[^$]{1,300})\$(?![\d$]))"
    rf"|(?P<last>{OPEN}\d+{CLOSE}\$(?![\d$]))"
    r"|(?P<alone>(?:(?<=\n)|^) *\$\$ *\n|\n *\$\$ *$)"
    r"|(?P<spaced>(?<![\w$])\$(?![\d$])(?P<single>[^$]{1,200})\$(?![\w$]))"
    rf"|(?<![$\w])(?P<open>\$\$(?= ?[^\s$])|\$(?=[^\s$\d])) ?[^$\s]{{0,100}}?{_TEX}"
)
"""A price has a digit behind its sign, and no TeX; `$$` is a class of restaurants as well."""


def _formula(found: Left) -> str | None:
    match = found.match
    doubled = "Write two dollar signs on each side, as in `$$x^2$$`; one that is meant to be seen is `\\$`."
    if match["first"]:
        return doubled if re.search(rf"{_TEX}|[=+<>]|^\s*\w\s*$", match["doubled"]) else None
    if match["last"]:
        token = TOKEN.match(match["last"])
        slot = found.passage.document.slots[int(token[1])] if token else None
        return doubled if isinstance(slot, Formula) else None
    if match["alone"]:
        return "Write `$$` before and behind the formula, and no empty line between them."
    if match["spaced"]:
        is_tex = re.search(_TEX, match["single"]) and match["single"] != match["single"].strip()
        return "Write no space inside the dollar signs: `$x^2$`." if is_tex else None
    return f"Close the formula with `{match['open']}`; a dollar sign that is meant to be seen is `\\$`."


# -- directives and notes --------------------------------------------------------------------------------

_DIRECTIVE = re.compile(
    r"(?:^ *! *|(?<![\w\x03])!)(?P<name>quiz(?:zes)?|cards?)\b:?(?P<ids>[^\n]{0,200})",
    re.IGNORECASE | re.MULTILINE,
)
_NOTE = re.compile(r"^ *(?:!{2,4}|\?{3}\+?) ?(?P<kind>[A-Za-z]+)[^\n]{0,200}", re.MULTILINE)


def _directive(found: Left) -> str | None:
    if not found.passage.is_lesson_text:
        return TO_THE_TEXT
    name = "quiz" if found.match["name"].lower().startswith("quiz") else "cards"
    ids = re.split(r"[ ,]+", found.match["ids"].strip(" :,"))
    named = " ".join(ids) if all(re.fullmatch(SLUG, id) for id in ids) else "id"
    return f"Write it on a line of its own, with nothing but ids behind the word: `!{name} {named}`."


def _note(found: Left) -> str | None:
    kind = found.match["kind"].lower()
    return f'Write `!!! {kind} "Its title"` alone on a line, and its text below, indented by four spaces.'


LOOKALIKES = (
    Lookalike("looks-like-citation", "a citation", _CITATION, _citation),
    Lookalike("looks-like-term", "a term", _TERM, _term),
    Lookalike("looks-like-formula", "a formula", _FORMULA, _formula),
    Lookalike("looks-like-directive", "a directive", _DIRECTIVE, _directive),
    Lookalike("looks-like-note", "a note", _NOTE, _note),
)
"""Each is one line here. A new one wants its code in studysite/codes/."""
