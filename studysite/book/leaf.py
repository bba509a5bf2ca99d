"""What a template of a document may ask: the texts of a course where all of them stand in one."""

from __future__ import annotations

from dataclasses import dataclass, field

from studysite.markdown import Formula, Image
from studysite.model import Item, Lesson
from studysite.render.address import GLOSSARY, REFERENCES, lesson_page, practice_page
from studysite.render.page import View
from studysite.targets import from_here, on_site

NOWHERE = "#nowhere"
"""Where a link leads whose target no document has."""


@dataclass(frozen=True)
class Leaf(View):
    """A page of the site as a part of a document: links lead to its places, pictures come along."""

    numbers: dict[str, int] = field(default_factory=dict)
    """The number of each question of the lesson, by its id."""

    def to(self, page: str, anchor: str = "") -> str:
        """The link to a place: to what would stand at `anchor` of a page, or to the page."""
        lists = {GLOSSARY: "term", REFERENCES: "ref"}
        if page in lists:
            return f"#{place(lists[page], anchor)}"
        for lesson in self.materials.course.lessons:
            if page == lesson_page(lesson):
                return f"#{section(lesson, anchor)}"
            if page == practice_page(lesson):
                return f"#{anchor}" if anchor else NOWHERE
        return NOWHERE

    def file(self, path: str) -> str:
        """The name of a picture among those that come along."""
        return path

    def seed(self, item: Item) -> str:
        """What the order hangs on in which the entries of an item are shown."""
        return item.id

    def aside(self, item: Item) -> str:
        """What stands across from the number of an item."""
        return item.level

    def _formula(self, formula: Formula) -> str:
        return str(self._macro("formula")(formula, self.materials.pictures.get(formula)))

    def _image(self, image: Image) -> str:
        path = from_here(self.lesson, image.path)
        macro = "figure" if image.figure else "image"
        drawn = path in self.materials.drawings
        return str(self._macro(macro)(image, on_site(path), drawn, self.html(image.caption)))


def place(kind: str, id: str) -> str:
    """The id of a place that is no question and no card. No id of an author holds two hyphens."""
    return f"{kind}--{id}" if id else kind


def section(lesson: Lesson, anchor: str = "") -> str:
    """The id of a lesson, or of a section of it."""
    return f"{lesson.slug}--{anchor}" if anchor else lesson.slug
