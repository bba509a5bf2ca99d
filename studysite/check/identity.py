"""Published ids stay what they were: none vanishes unsaid, and none is used again."""

from __future__ import annotations

from collections.abc import Iterator

from studysite.check.rule import CourseRule, Survey, near
from studysite.diagnostics import Loc, Problem
from studysite.identity import KINDS, Named, Published, changes, space, successors
from studysite.layout import IDS


def no_id_vanishes(survey: Survey) -> Iterator[Problem]:
    """A published id is in the content, or was declared renamed or retired."""
    if not survey.lists.published:
        return
    change = changes(survey.lists.published, survey.named)
    heirs = successors(change)
    present = {(space(each.kind), each.id): each.kind for each in survey.named}
    for gone in change.vanished:
        if any(path.endswith(KINDS[gone.kind]) for path in survey.broken):
            continue
        other = present.get((space(gone.kind), gone.id))
        yield Problem(
            gone.loc,
            "vanished-id",
            f"the {gone.kind} `{gone.id}` was published, and is no longer in the content",
            f"Give the {other} that has this id now one of its own; then restore or retire the {gone.kind}."
            if other is not None
            else _cure(gone, heirs.get(gone)),
        )


def _cure(gone: Published, heir: str | None) -> str:
    retire = f"`python3 build.py ids --retire {gone.id}`"
    if heir is not None:
        return (
            f"If it is `{heir}` now, write `was: {gone.id}` there. Else restore it, or retire it: {retire}."
        )
    return f"Restore it, write `was: {gone.id}` on what it became, or retire it: {retire}."


def no_retired_id_returns(survey: Survey) -> Iterator[Problem]:
    """A retired id is not used again, neither as an id nor in `was:`."""
    published = survey.lists.published
    retired = {(space(each.kind), each.id): each for each in published if each.now is None}
    for entity in survey.named if retired else ():
        again = f"Give the {entity.kind} another id; learners may still have what was theirs under this one."
        undo = "Delete it here, or take `retired` off that line."
        for id, loc, cure in (
            (entity.id, (*entity.loc, "id"), again),
            *((*was, undo) for was in _was(entity)),
        ):
            past = retired.get((space(entity.kind), id))
            if past is not None:
                message = f"the {past.kind} `{id}` was retired ({{there}})"
                yield Problem(loc, "retired-id", message, cure, there=past.loc)


def past_names(survey: Survey) -> Iterator[Problem]:
    """`was:` names what was published, is gone, and became one thing."""
    renamed = [each for each in survey.named if each.was]
    present = {(space(each.kind), each.id): each for each in survey.named} if renamed else {}
    listed = {each.key for each in survey.lists.published}
    claimed: dict[tuple[str, str], Loc] = {}
    for entity in renamed:
        for old, loc in _was(entity):
            key = (space(entity.kind), old)
            if key in present:
                message = f"`{old}` is still the id of the {present[key].kind} at {{there}}"
                cure = "Delete it here; `was:` names ids that are gone."
                yield Problem(loc, "was-in-use", message, cure, there=present[key].loc)
            elif key in claimed:
                message = f"`{old}` is already named by the `was:` at {{there}}"
                cure = "Keep it on what it became; one id cannot lead to two places."
                yield Problem(loc, "was-twice", message, cure, there=claimed[key])
            elif (entity.kind, old) not in listed and IDS not in survey.broken:
                known = [id for kind, id in listed if kind == entity.kind]
                message = f"no {entity.kind} `{old}` was ever published"
                cure = near(old, known, f"Delete it: {IDS} lists all that was published.")
                yield Problem(loc, "was-unknown", message, cure)
            claimed.setdefault(key, loc)


def _was(entity: Named) -> Iterator[tuple[str, Loc]]:
    for index, old in enumerate(entity.was):
        yield old, (*entity.loc, "was", index)


IDENTITY: tuple[CourseRule, ...] = (no_id_vanishes, no_retired_id_returns, past_names)
"""The rules over published ids, for who asks after nothing else."""
