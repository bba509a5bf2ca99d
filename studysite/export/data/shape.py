"""What the objects in course.json are made of. The schema is made from them, so the two cannot disagree.

A key that is added leaves VERSION as it is; one that is taken away, or means something else, raises it.
The docstring under a key is what the schema says of it.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

VERSION = 1
SCHEMA = "course.schema.json"
"""What the schema is called where it lies beside the data."""


class Shape(BaseModel):
    """An object: every key is there always, `null` or empty where there is nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Text(Shape):
    """A text, in two forms."""

    markdown: str
    """As its author wrote it."""
    html: str
    """As HTML that needs nothing else: formulas are TeX between `\\(` and `\\)`, displayed ones
    between `\\[` and `\\]`; an image's `src` is a key of `images`."""


class Blanks(Shape):
    """A text with blanks."""

    markdown: str
    """As its author wrote it: `==words==` is a blank, `==words|other==` one with several right answers."""
    html: str
    """The text with an empty `span` in place of each blank, whose `data-blank` counts them from 1."""
    filled: str
    """The text with its blanks filled, as HTML."""
    answers: list[list[str]]
    """For each blank, every answer that counts, as plain text; the first is the one in the text.
    Case, spaces, and the form of quotation marks and dashes make no difference."""
