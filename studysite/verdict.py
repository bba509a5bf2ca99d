"""Brings together what was found in the parts of a course, and what is found only over all of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from studysite import dating, math
from studysite.check import BadFormula, Outline, Survey, check_course, known, unmet
from studysite.dating import Edition
from studysite.diagnostics import Diagnostic, Located, Problem, in_order, locate
from studysite.identity import note
from studysite.inspection import Inspected, look_again
from studysite.markdown import Formula
from studysite.parallel import spread
from studysite.silencing import idle, silence
from studysite.source import SourceFile, reopen
from studysite.wording import many

Say = Callable[[str], None]
"""Tells the person who waits what goes on now."""

Typesetter = Callable[[Collection[Formula], Path, Say], Mapping[Formula, math.Typeset]]
"""Sets formulas."""


@dataclass(frozen=True)
class Verdict:
    """What is found only over all parts."""

    problems: tuple[Problem, ...]
    suspects: tuple[str, ...]
    """The folders of the parts that use a name that nothing has, or a formula that cannot be set."""
    bad_formulas: Mapping[Formula, BadFormula]
    held: str
    """How many lessons, questions and cards the course has, in words."""
    note: str
    """A line on ids that content/ids.txt does not list as they are now; '' where there is nothing to say."""


def surveyed(outlines: Sequence[Outline], files: frozenset[str], broken: frozenset[str]) -> Survey:
    """The whole course as the rules over it see it; the outline of its lists comes first."""
    lists, *lessons = outlines
    place = {slug: index for index, slug in enumerate(lists.order)}
    ordered = sorted(lessons, key=lambda lesson: place.get(lesson.slug, len(place)))
    return Survey(lists, tuple(ordered), files, broken)


def judge(survey: Survey, formulas: Mapping[Formula, math.Typeset]) -> Verdict:
    """Hold the rules over all parts against a course, whose formulas were set."""
    names = known(survey)
    bad = {
        formula: BadFormula(each.error, each.offset or 0) for formula, each in formulas.items() if each.error
    }
    return Verdict(
        problems=tuple(check_course(survey)),
        suspects=tuple(
            part.folder
            for part in survey.parts
            if unmet(part, names) or not bad.keys().isdisjoint(part.formulas)
        ),
        bad_formulas=bad,
        held=_held(survey),
        note=note(survey.lists.published, survey.named),
    )


def _held(survey: Survey) -> str:
    cards = sum(len(lesson.cards) for lesson in survey.lessons)
    counts = {"lesson": len(survey.lessons), "question": len(survey.questions), "card": cards}
    return ", ".join(many(number, word) for word, number in counts.items())


def dated(inspected: Sequence[Inspected]) -> tuple[Edition | None, str]:
    """The edition of a course that was published last, and the fingerprint of what it is now."""
    edition = next((part.edition for part in inspected if part.edition is not None), None)
    return edition, dating.whole((part.folder, part.content) for part in inspected)


def conclude(
    root: Path,
    inspected: Sequence[Inspected],
    verdict: Verdict,
    survey: Callable[[], Survey],
    links: Iterable[Diagnostic],
) -> tuple[Diagnostic, ...]:
    """All that is wrong with a course, each with its place, in order, without what is allowed.

    An `allow` is idle only where every rule could look.
    """
    files = _Files(root)
    found = [*links, *(each for part in inspected for each in part.diagnostics)]
    if verdict.suspects:
        again = partial(look_again, root, known(survey()), verdict.bad_formulas)
        found += [each for part in spread(again, verdict.suspects) for each in part]
    found += locate(verdict.problems, files)
    allowed = [each for part in inspected for each in part.allowances]
    whole = not any(part.broken for part in inspected)
    unused = locate(idle(found, allowed), files) if whole else []
    return tuple(in_order(silence([*found, *unused], allowed)))


class _Files(Mapping[str, Located]):
    """The files of a course, each opened when it is asked for: where nothing is wrong, none is."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.opened: dict[str, SourceFile | None] = {}

    def __getitem__(self, path: str) -> Located:
        if path not in self.opened:
            self.opened[path] = reopen(self.root, path)
        file = self.opened[path]
        if file is None:
            raise KeyError(path)
        return file

    def __iter__(self) -> Iterator[str]:
        return iter(self.opened)

    def __len__(self) -> int:
        return len(self.opened)
