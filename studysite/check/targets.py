"""Links and images lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from posixpath import relpath

from studysite.check.rule import Facts, near, pointed
from studysite.diagnostics import Problem
from studysite.layout import CONTENT
from studysite.markdown import Image, Link
from studysite.model import Course, Lesson
from studysite.passages import Passage
from studysite.pointing import Pointer
from studysite.targets import Inside, anchors, from_here, link_target

_SHAPE = "Link to `#id`, to `../another-lesson/lesson.md#section`, or to a whole https:// address."
_PICTURES = {".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"}


def links_lead_somewhere(course: Course, facts: Facts) -> Iterator[Problem]:
    """A link is an address elsewhere, an id of this lesson, or another lesson."""
    for passage in facts.passages:
        for link, point in pointed(passage.document, Link, lambda link: f"]({link.target}"):
            if passage.prose.is_label:
                cure = "Link from the reason or the answer; a click here belongs to the control."
                message = "no link can stand in a text that is clicked itself"
                yield Problem(passage.loc, "link-here", message, cure, point=_under(point, link.target))
            fault = _fault(course, facts, passage.lesson, link.target)
            if fault is not None:
                message, cure = fault
                yield Problem(passage.loc, "dead-link", message, cure, point=_under(point, link.target))


def _fault(course: Course, facts: Facts, lesson: Lesson | None, link: str) -> tuple[str, str] | None:
    target = link_target(course, lesson, link)
    if target is None:
        if from_here(lesson, link.partition("#")[0]) in facts.broken:
            return None
        return f"the link `{link}` leads nowhere", _SHAPE
    if isinstance(target, Inside) and target.anchor and target.anchor not in anchors(target.lesson):
        if any(path.startswith(f"{target.lesson.folder}/") for path in facts.broken):
            return None
        cure = near(target.anchor, anchors(target.lesson), _SHAPE)
        return f"`{target.lesson.slug}` has no section, item or card `{target.anchor}`", cure
    return None


def images_exist(course: Course, facts: Facts) -> Iterator[Problem]:
    """An image is a picture of content/, has an alternative text, and can stand on a page."""
    for passage in facts.passages:
        for image, point in pointed(passage.document, Image, lambda image: f"]({image.path}"):
            fault = _image_fault(passage, image, facts)
            if fault is not None:
                code, message, cure = fault
                yield Problem(passage.loc, code, message, cure, point=_under(point, image.path))


def shown_images(passages: Iterable[Passage]) -> set[str]:
    """The paths of the images in some texts, from the project's root."""
    return {from_here(text.lesson, image.path) for text in passages for image in text.document.of(Image)}


def _image_fault(passage: Passage, image: Image, facts: Facts) -> tuple[str, str, str] | None:
    path = from_here(passage.lesson, image.path)
    if path not in facts.files:
        folder = passage.lesson.folder if passage.lesson else CONTENT
        pictures = [relpath(file, folder) for file in facts.files if PurePosixPath(file).suffix in _PICTURES]
        cure = near(
            image.path, pictures, "Put the file into the lesson's folder and write its path from there."
        )
        return "missing-image", f"there is no file {path}", cure
    if path in facts.too_large:
        cure = "Make a smaller picture of it: no learner waits for ten megabytes."
        return "too-large", f"{path} is larger than a file may be", cure
    if path in facts.bad_drawings:
        cure = "Mend the drawing, or take `drawing` from the class of its root to show it as it is."
        return "bad-drawing", f"{path} cannot stand on a page: {facts.bad_drawings[path]}", cure
    if not image.alt.strip():
        cure = "Say in the square brackets what it shows: `![what it shows](…)`."
        return "missing-alt", "this image has no alternative text", cure
    return None


def _under(point: Pointer, address: str) -> Pointer:
    """The caret stands under the address, not under the bracket before it."""
    return replace(point, shift=len("]("), otherwise=address)
