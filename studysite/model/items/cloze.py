"""A text with blanks to fill in."""

from __future__ import annotations

from typing import Literal

from studysite.model.base import ClozeText, Item, Markdown


class Cloze(Item):
    """Fill in the blanks of a text.

    Case, spaces, and the form of quotation marks and dashes make no difference to an answer.
    """

    type: Literal["cloze"]
    """`cloze`."""
    stem: Markdown = "Fill in what is missing."
    """What to do, or what the text is about; `Fill in what is missing.` where it is left out."""
    text: ClozeText
    """The text. `==words==` is a blank, `==words|other|another==` one with several right answers.

    The first of them may hold emphasis, code or a formula, and stands in the text afterwards; the
    others are plain text. A `==` that is none is written `\\==`; in code, formulas and links it is text.
    """
