"""What the course claims is practised, and what lies in content/ is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from studysite.check.claims import claims_on_cards, taught_claims, tested_claims
from studysite.check.names import cited, sources
from studysite.check.rule import Facts, near
from studysite.check.targets import shown_images
from studysite.diagnostics import Loc, Problem
from studysite.layout import CLAIMS, CONTENT, GLOSSARY, IDS, LESSONS, MISCONCEPTIONS, PLAN, REFERENCES
from studysite.model import Course
from studysite.pointing import Pointer
from studysite.wording import many

ITEMS, CARDS = 2, 1
"""What a claim wants at least: two questions from different sides, and a card to say it aloud."""
NONE = (taught_claims, tested_claims, claims_on_cards)
"""The rules by which a claim that has nothing of a kind is an error."""
LISTS = {PLAN, CLAIMS, MISCONCEPTIONS, GLOSSARY, REFERENCES, IDS}
PARTS = {"lesson.md", "quiz.yml", "cards.yml"}
BESIDE = ("license", "readme")
"""Names that stand beside the content in every project."""
BY_THE_WAY = {"thumbs.db", "desktop.ini"}


def practised_claims(course: Course, facts: Facts) -> Iterator[Problem]:
    """Each claim has two items and a card, where it is not an error already that it has none."""
    if any(path.endswith(("/quiz.yml", "/cards.yml", "/lesson.md")) for path in facts.broken):
        return
    wrong = {found.loc for rule in NONE for found in rule(course, facts)}
    items = Counter(claim for _, item in course.item.values() for claim in set(item.claims))
    cards = Counter(claim for _, card in course.card.values() for claim in set(card.claims))
    for claim in course.claims:
        loc = (*claim.loc, "id")
        if loc not in wrong and (items[claim.id] < ITEMS or cards[claim.id] < CARDS):
            yield Problem(
                loc,
                "thin-claim",
                f"`{claim.id}` has {many(items[claim.id], 'question')} and {many(cards[claim.id], 'card')}",
                "Give it two questions from different sides and a card, or say under `allow:` why not.",
            )


def used_references(course: Course, facts: Facts) -> Iterator[Problem]:
    """Each reference is cited somewhere."""
    if facts.broken:
        return
    used = {key for _, key, _ in (*cited(facts), *sources(course))}
    for reference in course.references:
        if reference.key not in used:
            message = f"nothing cites `{reference.key}`"
            cure = f"Cite it, as in `[@{reference.key}]` or `source: {reference.key}`, or delete it."
            point = Pointer(f"{{{reference.key}")
            yield Problem(reference.loc, "unused-reference", message, cure, point=point)


def used_files(course: Course, facts: Facts) -> Iterator[Problem]:
    """Each file under content/ is read, or shown on a page."""
    lessons = {lesson.folder: lesson.loc for lesson in course.lessons}
    for path in sorted(facts.files - shown_images(facts.passages) - LISTS):
        folder = "/".join(path.split("/")[:3]) if path.startswith(f"{LESSONS}/") else CONTENT
        if path in _parts(folder) or _is_passed_over(path) or _is_unread(folder, facts):
            continue
        loc: Loc = lessons.get(folder, (PLAN,))
        known = PARTS if folder in lessons else {PurePosixPath(name).name for name in LISTS}
        cure = near(PurePosixPath(path).name, known, "Show it in a text, or delete it.")
        yield Problem(loc, "unused-file", f"nothing uses {path}", cure)


def _parts(folder: str) -> set[str]:
    return {f"{folder}/{name}" for name in PARTS} if folder != CONTENT else set()


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


def _is_unread(folder: str, facts: Facts) -> bool:
    """Whether something of a lesson could not be read, so that it cannot say what it uses."""
    return folder != CONTENT and any(path.startswith(f"{folder}/") for path in facts.broken)
