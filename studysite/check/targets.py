"""Links and images lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from studysite.check.rule import Facts, near
from studysite.diagnostics import Problem
from studysite.markdown import Image, Link
from studysite.model import Course, Lesson
from studysite.passages import passages
from studysite.targets import Inside, anchors, from_here, link_target

_SHAPE = "Link to `#id`, to `../another-lesson/lesson.md#section`, or to a whole https:// address."


def links_lead_somewhere(course: Course, facts: Facts) -> Iterator[Problem]:
    """A link is an address elsewhere, an id of this lesson, or another lesson."""
    for passage in passages(course):
        for link in passage.document.of(Link):
            fault = _fault(course, passage.lesson, link.target)
            if fault is not None:
                message, cure = fault
                yield Problem(passage.loc, "dead-link", message, cure, needle=f"]({link.target}")


def images_exist(course: Course, facts: Facts) -> Iterator[Problem]:
    """An image is a file of the lesson's folder, and has an alternative text."""
    for passage in passages(course):
        for image in passage.document.of(Image):
            needle = f"]({image.path}"
            path = from_here(passage.lesson, image.path)
            if path not in facts.files:
                cure = near(
                    path, facts.files, "Put the file into the lesson's folder and write its path from there."
                )
                yield Problem(passage.loc, "missing-image", f"there is no file {path}", cure, needle=needle)
            elif path in facts.bad_drawings:
                yield Problem(
                    passage.loc,
                    "bad-drawing",
                    f"{path} cannot stand on a page: {facts.bad_drawings[path]}",
                    'Mend the drawing, or take `class="drawing"` from its root to show it as it is.',
                    needle=needle,
                )
            elif not image.alt.strip():
                yield Problem(
                    passage.loc,
                    "missing-alt",
                    "this image has no alternative text",
                    "Say in the square brackets what it shows: `![what it shows](…)`.",
                    needle=needle,
                )


def _fault(course: Course, lesson: Lesson | None, link: str) -> tuple[str, str] | None:
    target = link_target(course, lesson, link)
    if target is None:
        return f"the link `{link}` leads nowhere", _SHAPE
    if isinstance(target, Inside) and target.anchor and target.anchor not in anchors(target.lesson):
        cure = near(target.anchor, anchors(target.lesson), _SHAPE)
        return f"`{target.lesson.slug}` has no section, item or card `{target.anchor}`", cure
    return None
