"""The pictures that texts take along into another tool."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from studysite.export.environment import environment
from studysite.markdown import Image
from studysite.model import Lesson
from studysite.targets import from_here, on_site


@dataclass
class Pictures:
    """The images of a course, and those of a lesson's texts that were placed and not taken along yet.

    `place` is where the other tool finds a picture that comes with a text.
    """

    images: Mapping[str, bytes]
    place: str
    lesson: Lesson | None
    _placed: dict[str, bytes] = field(default_factory=dict)

    def put(self, image: Image) -> Markup:
        """The picture in a text."""
        path = from_here(self.lesson, image.path)
        name = on_site(path).replace("/", "-")
        self._placed[name] = self.images[path]
        template = environment().get_template("picture.html")
        return Markup(template.render(place=self.place, name=name, image=image))

    def taken(self) -> list[tuple[str, str]]:
        """As `placed`, the bytes in base 64."""
        return [(name, b64encode(data).decode()) for name, data in self.placed()]

    def placed(self) -> list[tuple[str, bytes]]:
        """Names and bytes of what was placed since this was last asked."""
        placed = list(self._placed.items())
        self._placed.clear()
        return placed
