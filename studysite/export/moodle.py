"""Moodle XML: the question bank for Moodle, and for what reads its format.

The format is described at https://docs.moodle.org/en/Moodle_XML_format; a category is a lesson.
"""

from __future__ import annotations

import re
from functools import partial

from markupsafe import Markup

from studysite.export.environment import environment
from studysite.export.options import offered, share
from studysite.export.pictures import Pictures
from studysite.export.prose import Writer
from studysite.markdown import parse, plain
from studysite.materials import Materials
from studysite.model.items.choice import Choice
from studysite.model.items.multiple import Multiple
from studysite.model.items.option import Option
from studysite.work import Work

PLACE = "@@PLUGINFILE@@"
"""Where a text in Moodle finds the pictures that come with it."""
_SPECIAL = re.compile(r'[}#~/"\\=]')


def moodle(materials: Materials) -> Work:
    """Every question, with a reason for each option."""
    types = {item.type for lesson in materials.course.lessons for item in lesson.items}
    return Work(
        "moodle.xml",
        "Moodle question bank",
        "Every question for a Moodle course, a category for each lesson: import it as “Moodle XML format”.",
        partial(_bank, materials),
        materials.digest,
        converted=tuple(sentence for type_, sentence in _CONVERTED.items() if type_ in types),
    )


def _bank(materials: Materials) -> bytes:
    template = environment().get_template("moodle/quiz.xml")
    text = template.render(
        course=materials.course,
        album=partial(Pictures, materials.images, PLACE),
        writer=partial(Writer, materials.course),
        plain=lambda text: plain(parse(text)),
        blank=blank,
        fraction=fraction,
        offered=offered,
    )
    return text.encode()


def fraction(item: Choice | Multiple, option: Option) -> str:
    """The percentage of the mark that an option brings."""
    return f"{100 * share(item, option):.5f}".rstrip("0").rstrip(".")


def blank(words: str) -> Markup:
    """An answer within a text with blanks, its signs told from those that part answers."""
    return Markup.escape(_SPECIAL.sub(lambda sign: "\\" + sign[0], words))


_CONVERTED = {
    "order": "Questions that ask for an order are matched step by step with a place.",
    "match": "The reasons of pairs stand together in the feedback, and what is chosen from is plain text.",
    "short": "Questions with a written answer are essays: the model answer is for whoever grades them.",
}
