"""Moodle XML: the question bank for Moodle, and for what reads its format.

The format is described at https://docs.moodle.org/en/Moodle_XML_format; a category is a lesson.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from studysite.export.drawn import standing
from studysite.export.environment import environment
from studysite.export.keyboard import CASELESS, typed
from studysite.export.options import ADDED, is_added, offered, share
from studysite.export.pictures import Pictures
from studysite.export.prose import Writer, dated, in_words
from studysite.materials import Materials
from studysite.model import Course
from studysite.model.items.choice import Choice
from studysite.model.items.multiple import Multiple
from studysite.model.items.option import Option
from studysite.model.items.short import Short
from studysite.work import Work

PLACE = "@@PLUGINFILE@@"
"""Where a text in Moodle finds the pictures that come with it."""
GRADES = (5, 10, 11.11111, 12.5, 14.28571, 16.66667, 20, 25, 30, 33.33333, 40, 50, 60, 66.66667, 75, 100)
"""The percentages that an import takes, as far as equal shares come near them; it refuses any other."""
_SPECIAL = re.compile(r"""[}#~\\<>&"']""")


def moodle(materials: Materials) -> Work:
    """Every question, with a reason for each option."""
    return Work(
        "moodle.xml",
        "Moodle question bank",
        "Every question for a Moodle course, a category for each lesson: import it as “Moodle XML format”.",
        partial(_bank, materials),
        materials.digest,
        converted=tuple(_converted(materials.course)),
    )


def _bank(materials: Materials) -> bytes:
    template = environment().get_template("moodle/quiz.xml")
    text = template.render(
        course=materials.course,
        album=partial(Pictures, standing(materials), PLACE),
        writer=partial(Writer, materials.course),
        plain=in_words,
        dated=partial(dated, materials.course),
        blank=blank,
        fraction=fraction,
        offered=offered,
        typed=typed,
    )
    return text.encode()


def fraction(item: Choice | Multiple, option: Option) -> str:
    """The percentage of the mark that an option brings: one of those that Moodle knows."""
    wanted = 100 * share(item, option)
    if not wanted:
        return "0"
    nearest = min(GRADES, key=lambda grade: abs(grade - abs(wanted)))
    return f"{'-' if wanted < 0 else ''}{nearest:.5f}".rstrip("0").rstrip(".")


def blank(words: str) -> Markup:
    """An answer within a text with blanks, its signs told from those that part answers or mean any text.

    Moodle undoes few backslashes there, but every reference to a character.
    """
    return Markup(_SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};", words.replace("*", "\\*")))


def _converted(course: Course) -> Iterator[str]:
    items = [item for lesson in course.lessons for item in lesson.items]
    types = {item.type for item in items}
    yield from (sentence for type_, sentence in _BY_TYPE.items() if type_ in types)
    if any(isinstance(item, Short) and item.hint for item in items):
        yield "Hints of questions with a written answer are left out: an essay has none."
    if is_added(items):
        yield ADDED


_BY_TYPE = {
    "order": "Questions that ask for an order are matched step by step with a place.",
    "match": "The reasons of pairs stand together in the feedback, and what is chosen from is plain text.",
    "cloze": CASELESS,
    "short": "Questions with a written answer are essays: the model answer is for whoever grades them.",
}
