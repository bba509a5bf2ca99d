"""EPUB 3: the study guide as an e-book, in text that flows on any screen, without script.

Answers stand in chapters of their own, and each question leads to its answer and back. `<details>` would be
nearer at hand, but readers do not agree on it: Kobo's for Android shows no answer at all
(https://github.com/kobolabs/epub-spec/issues/31), KOReader shows it at once
(https://github.com/koreader/koreader/issues/14283), in Thorium reading aloud passes it over
(https://github.com/edrlab/thorium-reader/issues/3811), and wherever text is set in pages one that opens
upsets them (https://github.com/daisy/epub-accessibility-tests/issues/76). Every reader knows links and the
way back.

The format: https://www.w3.org/TR/epub-33/, and https://www.w3.org/TR/epub-a11y-11/ for who cannot see.
"""

from __future__ import annotations

from functools import partial

from studysite.export.epub.album import is_carried
from studysite.export.epub.package import package
from studysite.materials import Materials
from studysite.work import Work


def epub(materials: Materials) -> Work:
    """The whole course: text, questions, cards, glossary, references, key."""
    return Work(
        "course.epub",
        "E-book (EPUB)",
        "The study guide for an e-reader or a phone: each question leads to its answer, and back.",
        partial(package, materials),
        materials.digest,
        converted=tuple(_converted(materials)),
    )


def _converted(materials: Materials) -> list[str]:
    said = ["Questions are answered in your head or on paper: each leads to its answer and its reasons."]
    if materials.pictures:
        said.append("Formulas are drawings, with their TeX for who cannot see them.")
    if not all(map(is_carried, materials.images)):
        said.append("Of pictures in a format that no e-reader must know, such as AVIF, only the description.")
    return said
