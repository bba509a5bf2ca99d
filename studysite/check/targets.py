"""Links and images lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from posixpath import relpath

from studysite.check.known import Known
from studysite.check.rule import Facts, Picture, near, pointed
from studysite.diagnostics import Problem
from studysite.layout import CONTENT
from studysite.markdown import Image, Link
from studysite.model import Course, Lesson
from studysite.passages import Passage
from studysite.pointing import Pointer
from studysite.targets import Elsewhere, from_here, link_target

_SHAPE = "Link to `#id`, to `../another-lesson/lesson.md#section`, or to a whole https:// address."
_BY_CLASS = "Colour it by class, as in `t`, `s ink`, `f tint`; `check --explain drawing-colour` lists all."
_LIGHTER = "Make it 2,000 pixels wide, which fill a printed line, and a photograph a JPEG or WebP."
HEAVY = 1_500_000
"""Bytes of an image that a page, a deck and a book can bear."""
WIDE = 4000
"""Pixels along a side: twice what the widest printed line has at 300 dots an inch."""
_PICTURES = {".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"}


def links_lead_somewhere(course: Course, facts: Facts) -> Iterator[Problem]:
    """A link is an address elsewhere, an id of this lesson, or another lesson."""
    for passage, link, point in _links(facts):
        fault = _fault(facts.known, passage.lesson, link.target)
        if fault is not None:
            message, cure = fault
            yield Problem(passage.loc, "dead-link", message, cure, point=point)


def no_links_in_labels(course: Course, facts: Facts) -> Iterator[Problem]:
    """What is clicked itself has no link in it."""
    for passage, _, point in _links(facts):
        if passage.prose.is_label:
            cure = "Link from the reason or the answer; a click here belongs to the control."
            message = "no link can stand in a text that is clicked itself"
            yield Problem(passage.loc, "link-here", message, cure, point=point)


def _links(facts: Facts) -> Iterator[tuple[Passage, Link, Pointer]]:
    for passage in facts.passages:
        for link, point in pointed(passage.document, Link, lambda link: f"]({link.target}"):
            yield passage, link, _under(point, link.target)


def _fault(known: Known, lesson: Lesson | None, link: str) -> tuple[str, str] | None:
    target = link_target(lesson, link)
    if isinstance(target, Elsewhere):
        return None
    slug, anchor = (target.slug, target.anchor) if target is not None else (link, "")
    if slug not in known["lesson"]:
        return f"the link `{link}` leads nowhere", _SHAPE
    if anchor and f"{slug}#{anchor}" not in known["anchor"]:
        anchors = [name.partition("#")[2] for name in known["anchor"] if name.startswith(f"{slug}#")]
        return f"`{slug}` has no section, item or card `{anchor}`", near(anchor, anchors, _SHAPE)
    return None


def images_exist(course: Course, facts: Facts) -> Iterator[Problem]:
    """An image is a file of content/."""
    known = facts.known["file"]
    for passage, image, point in _images(facts):
        path = from_here(passage.lesson, image.path)
        if path not in known:
            folder = passage.lesson.folder if passage.lesson else CONTENT
            pictures = [relpath(file, folder) for file in known if PurePosixPath(file).suffix in _PICTURES]
            otherwise = "Put the file into the lesson's folder and write its path from there."
            cure = near(image.path, pictures, otherwise)
            yield Problem(passage.loc, "missing-image", f"there is no file {path}", cure, point=point)


def images_are_fit(course: Course, facts: Facts) -> Iterator[Problem]:
    """An image has an alternative text, and can stand on a page."""
    for passage, image, point in _images(facts):
        fault = _image_fault(from_here(passage.lesson, image.path), image, facts)
        if fault is not None:
            code, message, cure = fault
            yield Problem(passage.loc, code, message, cure, point=point)


def captions_are_shown(course: Course, facts: Facts) -> Iterator[Problem]:
    """A caption belongs to a figure, which stands alone in its paragraph."""
    for passage, image, point in _images(facts):
        if image.caption.html.strip() and not image.figure:
            message = "the caption of this image is not shown: it does not stand alone in a paragraph"
            cure = "Write an empty line before and after the image, or take its caption out."
            yield Problem(passage.loc, "lost-caption", message, cure, point=point)


def drawings_take_colours(course: Course, facts: Facts) -> Iterator[Problem]:
    """What stands in a drawing has the site's colours, and is seen in light and in dark."""
    for passage, path, point in shown(facts):
        faults = facts.off_colours.get(path)
        if faults:
            more = f", and {len(faults) - 1} more like it" if faults[1:] else ""
            message = f"in {path}, {faults[0]}{more}"
            yield Problem(passage.loc, "drawing-colour", message, _BY_CLASS, point=point)


def images_are_light(course: Course, facts: Facts) -> Iterator[Problem]:
    """No image is larger than what is seen of it."""
    over = {path: " and ".join(_over(picture)) for path, picture in facts.pictures.items()}
    for passage, path, point in shown(facts) if any(over.values()) else ():
        if over.get(path):
            message = f"{path} is larger than anybody sees: {over[path]}"
            yield Problem(passage.loc, "large-image", message, _LIGHTER, point=point)


def _over(picture: Picture) -> Iterator[str]:
    """What of an image is beyond its limit."""
    if max(picture.width, picture.height) > WIDE:
        yield f"{picture.width:,} by {picture.height:,} pixels"
    if picture.weight > HEAVY:
        yield f"{picture.weight / 1e6:.1f} MB"


def shown(facts: Facts) -> Iterator[tuple[Passage, str, Pointer]]:
    """Yield each image of a part by its path from the project's root, with its text and its place there."""
    for passage, image, point in _images(facts):
        yield passage, from_here(passage.lesson, image.path), point


def _images(facts: Facts) -> Iterator[tuple[Passage, Image, Pointer]]:
    for passage in facts.passages:
        for image, point in pointed(passage.document, Image, lambda image: f"]({image.path}"):
            yield passage, image, _under(point, image.path)


def shown_images(passages: Iterable[Passage]) -> set[str]:
    """The paths of the images in some texts, from the project's root."""
    return {from_here(text.lesson, image.path) for text in passages for image in text.document.of(Image)}


def _image_fault(path: str, image: Image, facts: Facts) -> tuple[str, str, str] | None:
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
