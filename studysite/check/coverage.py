"""What the course claims is practised, and what lies in content/ is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from studysite.check.claims import claims_on_cards, taught_claims, tested_claims
from studysite.check.rule import Survey, near
from studysite.diagnostics import Loc, Problem
from studysite.layout import CONTENT, LESSONS, LISTS, PLAN, TEXTS
from studysite.pointing import Pointer
from studysite.wording import many

ITEMS, CARDS = 2, 1
"""What a claim wants at least: two questions from different sides, and a card to say it aloud."""
NONE = (taught_claims, tested_claims, claims_on_cards)
"""The rules by which a claim that has nothing of a kind is an error."""
BESIDE = ("license", "readme")
"""Names that stand beside the content in every project."""
BY_THE_WAY = {"thumbs.db", "desktop.ini"}


def practised_claims(survey: Survey) -> Iterator[Problem]:
    """Each claim has two items and a card, where it is not an error already that it has none."""
    if any(path.endswith(("/quiz.yml", "/cards.yml", "/lesson.md")) for path in survey.broken):
        return
    wrong = {found.loc for rule in NONE for found in rule(survey)}
    items = Counter(claim for question in survey.questions for claim in set(question.claims))
    cards = Counter(claim for lesson in survey.lessons for card in lesson.cards for claim in set(card))
    for claim in survey.claims:
        loc = (*claim.loc, "id")
        if loc not in wrong and (items[claim.id] < ITEMS or cards[claim.id] < CARDS):
            yield Problem(
                loc,
                "thin-claim",
                f"`{claim.id}` has {many(items[claim.id], 'question')} and {many(cards[claim.id], 'card')}",
                "Give it two questions from different sides and a card, or say under `allow:` why not.",
            )


def used_references(survey: Survey) -> Iterator[Problem]:
    """Each reference is cited somewhere."""
    if survey.broken:
        return
    used = survey.needs("citation")
    for key, loc in survey.lists.references:
        if key not in used:
            message = f"nothing cites `{key}`"
            cure = f"Cite it, as in `[@{key}]` or `source: {key}`, or delete it."
            yield Problem(loc, "unused-reference", message, cure, point=Pointer(f"{{{key}"))


def used_files(survey: Survey) -> Iterator[Problem]:
    """Each file under content/ is read, or shown on a page."""
    lessons = {lesson.folder: lesson.loc for lesson in survey.lessons}
    for path in sorted(survey.files - survey.needs("file") - {*LISTS}):
        folder = "/".join(path.split("/")[:3]) if path.startswith(f"{LESSONS}/") else CONTENT
        if path in _parts(folder) or _is_passed_over(path) or _is_unread(folder, survey):
            continue
        loc: Loc = lessons.get(folder, (PLAN,))
        known = TEXTS if folder in lessons else [PurePosixPath(name).name for name in LISTS]
        cure = near(PurePosixPath(path).name, known, "Show it in a text, or delete it.")
        yield Problem(loc, "unused-file", f"nothing uses {path}", cure)


def _parts(folder: str) -> set[str]:
    return {f"{folder}/{name}" for name in TEXTS} if folder != CONTENT else set()


def _is_passed_over(path: str) -> bool:
    """Whether a file is hidden, an editor's, put off by `_`, or about the project."""
    parts = path.split("/")
    name = parts[-1].lower()
    return (
        any(part.startswith((".", "_", "#")) for part in parts)
        or name.endswith(("~", ".swp", ".bak", ".tmp"))
        or name.startswith(BESIDE)
        or name in BY_THE_WAY
    )


def _is_unread(folder: str, survey: Survey) -> bool:
    """Whether something of a lesson could not be read, so that it cannot say what it uses."""
    return folder != CONTENT and any(path.startswith(f"{folder}/") for path in survey.broken)
