"""Checks a course for its author: only the parts that changed since the last time are looked at again."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path

from studysite import dating, math
from studysite.check import Outline, Survey
from studysite.diagnostics import Diagnostic
from studysite.guesser import Guess
from studysite.inspection import digest, inspect
from studysite.kept import Kept, KeptPart, mark_of
from studysite.layout import CONTENT
from studysite.load import parts
from studysite.parallel import spread
from studysite.source import links_out, list_files
from studysite.verdict import Say, Typesetter, conclude, dated, judge, surveyed


@dataclass(frozen=True)
class Checked:
    """What is wrong with a course, in order, and what else its author may ask."""

    diagnostics: tuple[Diagnostic, ...]
    held: str
    """How many lessons, questions and cards the course has, in words."""
    note: str
    """A line on each of ids.txt and edition.txt that is not as the content is now; '' where both are."""
    _look: _Look

    @property
    def guesses(self) -> dict[str, list[Guess]]:
        """What a guesser does with each question, by the name of the lesson."""
        return {
            lesson.slug: [question.guess for question in lesson.questions if question.guess is not None]
            for lesson in self._look.survey.lessons
        }


def check(root: Path, say: Say, typeset: Typesetter = math.typeset) -> Checked:
    """Hold every rule against `root`/content. Raises NodeError where formulas need Node."""
    kept = Kept(root)
    look = _Look(root, kept)
    verdict = kept.verdict(look.mark)
    if verdict is None:
        formulas = {formula for part in look.survey.parts for formula in part.formulas}
        verdict = judge(look.survey, typeset(formulas, root, say))
        kept.keep_verdict(look.mark, verdict)
    inspected = [part.inspected for part in look.parts.values()]
    found = conclude(root, inspected, verdict, lambda: look.survey, links_out(root, CONTENT))
    note = verdict.note + dating.note(*dated(inspected))
    return Checked(found, verdict.held, note, look)


class _Look:
    """A look at all parts of a course; their outlines are fetched when somebody asks for them."""

    def __init__(self, root: Path, kept: Kept) -> None:
        self.root = root
        self.kept = kept
        self.files = frozenset(list_files(root, CONTENT))
        self.fresh: dict[str, bytes] = {}
        """The outlines of the parts that were looked at now, pickled, by their marks."""
        folders = parts(root)
        same = {folder for folder in folders if _is_as_it_was(root, kept.parts.get(folder))}
        looked = self._inspect([folder for folder in folders if folder not in same])
        self.parts = {
            folder: looked[folder] if folder in looked else kept.parts[folder] for folder in folders
        }
        if looked or kept.parts.keys() != self.parts.keys():
            self._keep()

    @cached_property
    def mark(self) -> str:
        """What tells all that a verdict hangs on from every other."""
        marks = [f"{folder} {part.mark}" for folder, part in self.parts.items()]
        said = (marks, sorted(self.files), sorted(self._broken), math.fingerprint(self.root))
        return sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def survey(self) -> Survey:
        """The whole course as the rules over it see it."""
        outlines: list[Outline] = [pickle.loads(self.outlines[part.mark]) for part in self.parts.values()]
        return surveyed(outlines, self.files, self._broken)

    @cached_property
    def outlines(self) -> Mapping[str, bytes]:
        """The outline of each part, pickled, by its mark. One may have been lost where two checks met."""
        known = {**self.kept.outlines(), **self.fresh}
        lost = [folder for folder, part in self.parts.items() if part.mark not in known]
        self.parts |= self._inspect(lost)
        return {**known, **self.fresh}

    @property
    def _broken(self) -> frozenset[str]:
        return frozenset[str]().union(*(part.inspected.broken for part in self.parts.values()))

    def _inspect(self, folders: list[str]) -> dict[str, KeptPart]:
        looked = {}
        for part, outline in spread(partial(_inspect, self.root), folders):
            looked[part.inspected.folder] = part
            self.fresh[part.mark] = outline
        return looked

    def _keep(self) -> None:
        """Keep what was found, and the outlines where one of them is new."""
        if not self.fresh.keys() <= {part.mark for part in self.kept.parts.values()}:
            self.kept.keep_outlines({part.mark: self.outlines[part.mark] for part in self.parts.values()})
        self.kept.keep_parts(self.parts)


def _is_as_it_was(root: Path, part: KeptPart | None) -> bool:
    return part is not None and all(
        digest(root, path) == before for path, before in part.inspected.digests.items()
    )


def _inspect(root: Path, folder: str) -> tuple[KeptPart, bytes]:
    """What another process sends home: the outline pickled, since it is seldom looked at."""
    inspection = inspect(root, folder)
    part = KeptPart(inspection.inspected, mark_of(inspection.outline))
    return part, pickle.dumps(inspection.outline, pickle.HIGHEST_PROTOCOL)
