"""Texts in both of their forms, with the pictures that they show."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar
from urllib.parse import quote

from markupsafe import Markup

from studysite.export.data.shape import Blanks, Text
from studysite.export.environment import environment
from studysite.export.pictures import Pictures
from studysite.export.prose import Writer
from studysite.markdown import gaps, parse
from studysite.materials import Materials
from studysite.model import Lesson, Prose

IMAGES = "images"
MEDIA = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
}

S = TypeVar("S")
T = TypeVar("T")


def maybe(write: Callable[[S], T], value: S | None) -> T | None:
    """What is written of a value, where there is one."""
    return None if value is None else write(value)


@dataclass(frozen=True)
class Words:
    """Texts of a lesson, or of the lists that all lessons share, in both forms."""

    writer: Writer
    pictures: Pictures

    @classmethod
    def of(cls, materials: Materials, lesson: Lesson | None) -> Words:
        """Words that take the pictures along that their HTML shows."""
        pictures = Pictures(materials.images, IMAGES, lesson)
        return cls(Writer(materials.course, pictures.put), pictures)

    def block(self, text: str) -> Text:
        """Paragraphs."""
        return Text(markdown=text, html=self.writer.block(text))

    def inline(self, text: str) -> Text:
        """One paragraph, without its own tags."""
        return Text(markdown=text, html=self.writer.inline(text))

    def label(self, text: str) -> Text:
        """An inline text that may stand inside a button."""
        return Text(markdown=text, html=self.writer.label(text))

    def blanks(self, text: str, prose: Prose) -> Blanks:
        """A text with blanks."""
        blank = environment().get_template("data/blank.html")
        document = parse(text, prose)
        parts = gaps(document)
        return Blanks(
            markdown=text,
            html="".join(
                self.writer.html(before) + (Markup(blank.render(number=gap.number)) if gap else "")
                for before, gap in parts
            ),
            filled=self.writer.html(document),
            answers=[list(gap.accepted) for _, gap in parts if gap],
        )

    def images(self) -> Iterable[tuple[str, str]]:
        """What the HTML shows, by its `src`, as addresses that hold the picture itself."""
        for name, data in self.pictures.placed():
            media = MEDIA[PurePosixPath(name).suffix.lower()]
            yield quote(f"{IMAGES}/{name}"), f"data:{media};base64,{b64encode(data).decode()}"
