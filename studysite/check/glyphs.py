"""Every sign of a course is in the faces that print is set in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from html import unescape
from importlib.resources import files
from typing import Any, NamedTuple
from unicodedata import category, name

import yaml

from studysite.check import seen
from studysite.check.rule import Facts
from studysite.check.targets import shown
from studysite.diagnostics import Loc, Problem
from studysite.layout import PLAN
from studysite.markdown import Formula
from studysite.model import Course, Reference
from studysite.model.items.number import Number
from studysite.passages import Passage
from studysite.pointing import Pointer

_EMOJI = "\ufe0f"
"""It asks for the sign before it as an emoji, which comes from a face of the machine."""
_FAR = re.compile(f"[^\x00-\x7f]{_EMOJI}?")
"""What must be looked up: every face has the rest."""
_ENTITY = re.compile(r"&#?\w+;")
_INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"}
_VARIANTS = range(0xFE00, ord(_EMOJI))
"""They choose how the sign before them looks, and are none themselves."""
_SHOWN = 20
"""Letters of an alphabet that are named."""
_CURE = "Write it {}: a PDF has a box there, or a face of the machine that makes it."
_WORDS, _CODE, _LABEL = "in other words or as a formula", "otherwise", "in other words"
_DRAWING = "in other words, or draw it"
Place = Callable[[str], Pointer | None]
"""Where in a text a sign stands first."""


class Faces(NamedTuple):
    """The signs that there are in print: in words, and in code."""

    text: frozenset[str]
    code: frozenset[str]


@cache
def faces() -> Faces:
    """What the table beside this file says; a test makes that of the faces themselves."""
    text = (files("studysite.check") / "faces.yml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return Faces(*(frozenset(_signs(str(table[name]))) for name in Faces._fields))


def _signs(ranges: str) -> Iterator[str]:
    for each in ranges.split():
        first, _, last = each.partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


def signs_are_in_print(course: Course, facts: Facts) -> Iterator[Problem]:
    """Print has a glyph for every sign of a text."""
    for passage in facts.passages:
        if _is_suspicious(passage):
            yield from _in_words(passage)
            yield from _in_code(passage)
    for loc, text in _labels(course):
        yield from _problems(loc, _lacking(text), _LABEL, partial(_word, text))
    for reference in course.references:
        yield from _in_reference(reference)


def drawn_signs_are_in_print(course: Course, facts: Facts) -> Iterator[Problem]:
    """So it has for what is written in a drawing."""
    lacking = {path: _lacking(text) for path, text in facts.drawn.items()}
    for passage, path, point in shown(facts) if any(lacking.values()) else ():
        if lacking.get(path):
            message = f"in {path}, {_said(lacking[path])}"
            yield Problem(passage.loc, "missing-glyph", message, _CURE.format(_DRAWING), point=point)


def _is_suspicious(passage: Passage) -> bool:
    """Whether a look at what became of a text is worth its while: at nearly all it is not."""
    text = unescape(passage.text) if "&" in passage.text else passage.text
    if text.isascii():
        return False
    far = {*_FAR.findall(text)}
    return not far <= faces().text or (seen.CODE in passage.document.html and not far <= faces().code)


def _in_words(passage: Passage) -> Iterator[Problem]:
    lacking = _lacking(seen.words(passage.document))
    return _problems(passage.loc, lacking, _WORDS, partial(_beside_formulas, passage))


def _in_code(passage: Passage) -> Iterator[Problem]:
    lines = seen.code(passage.document)
    lacking = _lacking("\n".join(lines), faces().code)
    return _problems(passage.loc, lacking, _CODE, partial(_in_line, lines), " in code")


def _in_reference(reference: Reference) -> Iterator[Problem]:
    people = (part for person in reference.authors for part in person)
    lacking = _lacking(" ".join((*people, reference.title, reference.venue, reference.year)))
    return _problems(reference.loc, lacking, _LABEL, lambda sign: Pointer(f"{{{reference.key}"))


def _labels(course: Course) -> Iterator[tuple[Loc, str]]:
    """What is printed and is no Markdown."""
    yield (PLAN, "title"), course.plan.title
    for term in course.terms:
        yield (*term.loc, "term"), term.term
    for lesson in course.lessons:
        for item in lesson.items:
            if isinstance(item, Number) and item.unit:
                yield (*item.loc, "unit"), item.unit


def _lacking(text: str, face: frozenset[str] | None = None) -> list[str]:
    """The signs of a text that a face has not (that of words, where none is named), each once."""
    if text.isascii():
        return []
    has = faces().text if face is None else face
    return [sign for sign in dict.fromkeys(_FAR.findall(text)) if sign not in has and _is_visible(sign)]


def _is_visible(sign: str) -> bool:
    return category(sign[0]) not in _INVISIBLE and ord(sign[0]) not in _VARIANTS


def _problems(
    loc: Loc, lacking: Iterable[str], cure: str, place: Place, where: str = ""
) -> Iterator[Problem]:
    """Yield a problem for each sign, and one for the letters of an alphabet, at the place of the first."""
    alike: dict[str, list[str]] = {}
    for sign in lacking:
        alike.setdefault(_alphabet(sign), []).append(sign)
    for signs in alike.values():
        yield Problem(loc, "missing-glyph", _said(signs, where), _CURE.format(cure), point=place(signs[0]))


def _alphabet(sign: str) -> str:
    """The first word of a letter's name, as CYRILLIC or CJK; a sign is by itself."""
    return name(sign[0], sign).split()[0] if category(sign[0])[0] == "L" else sign


def _said(signs: Sequence[str], where: str = "") -> str:
    first, *others = signs
    called = name(first[0], "a sign without a name").lower() + (", as an emoji" if first[1:] else "")
    more = f", nor for {len(others)} more: {' '.join(others[:_SHOWN])}" if others else ""
    return f"print has no glyph for `{first}` (U+{ord(first[0]):04X}, {called}){where}{more}"


def _beside_formulas(passage: Passage, sign: str) -> Pointer | None:
    """The first place of a sign that is in no formula."""
    text = passage.text
    for formula in passage.document.of(Formula):
        text = text.replace(formula.source, " " * len(formula.source))
    point = _word(text, sign)
    if point is None:
        named = (each[0] for each in _ENTITY.finditer(text) if unescape(each[0]) == sign)
        return next(map(Pointer, named), None)
    return replace(point, nth=passage.text[: text.index(point.needle)].count(point.needle))


def _word(text: str, sign: str) -> Pointer | None:
    """The first place of a sign, up to the end of the word in which it stands."""
    found = re.search(rf"{re.escape(sign)}[\w-]*", text)
    return Pointer(found[0]) if found else None


def _in_line(lines: Iterable[str], sign: str) -> Pointer | None:
    line = next(line for line in lines if sign in line)
    word = _word(line, sign)
    line = line.strip()
    return word and Pointer(f"`{line}", inside=word.needle, otherwise=line)
