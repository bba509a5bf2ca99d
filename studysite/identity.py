"""Which ids were ever published, and what became of each.

An id is kept for ever where a learner's browser, an export or a link is keyed by it: those of lessons,
items, cards, claims, misconceptions and terms. Not those of sections: nothing is stored under them, a
link to one that is gone still opens its lesson, and headings must be free to change. Nor the keys of
references, which belong to the bibliography.

content/ids.txt lists them, a line each. `source` reads it, `register` writes it, the rules are in
`check.identity`; here is what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import NamedTuple

from studysite.diagnostics import Loc, Problem
from studysite.faults import Fault
from studysite.layout import CLAIMS, GLOSSARY, IDS, MISCONCEPTIONS
from studysite.model import Course, Entity
from studysite.wording import many

KINDS = {
    "card": ("/cards.yml", "/lesson.md"),
    "claim": (CLAIMS,),
    "item": ("/quiz.yml", "/lesson.md"),
    "lesson": ("/lesson.md",),
    "misconception": (MISCONCEPTIONS,),
    "term": (GLOSSARY,),
}
"""Each kind of id, and how the paths end of the files that must be read for one to be seen."""
HEAD = """\
# Every id that was ever published. What learners did, cards they exported and links hang on them, so none is
# used again. Written by `python3 build.py ids`, whose --help says how an id is renamed or retired.
"""
COMPARED = 10_000
"""As many pairs of ids are compared; where more vanished and came at once, nobody wants a guess."""
_PRACTISED = ("card", "item")
_LINE = re.compile(r"(?P<kind>\S+) (?P<id>[\w-]+)(?P<retired> retired)?(?: -> (?P<now>[\w-]+))?")
_SHAPE = "Write `item its-id`, `item its-id retired` or `item its-id -> new-id`."
_MERGE = re.compile(r"<{7}|={7}|>{7}|\|{7}")


class RetireError(Fault):
    """An id cannot be retired; the message says why."""


@dataclass(frozen=True)
class Published:
    """An id that was published: the id it has now, which is its own, another's, or None once retired."""

    kind: str
    id: str
    now: str | None
    loc: Loc = field(default=(), compare=False)
    """The way to its line."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from every other."""
        return self.kind, self.id

    def __str__(self) -> str:
        if self.now is None:
            return f"{self.kind} {self.id} retired"
        return f"{self.kind} {self.id}" + (f" -> {self.now}" if self.now != self.id else "")


class Named(NamedTuple):
    """An entity of the content: its kind, its id, the ids it had before, and the way to it."""

    kind: str
    id: str
    was: tuple[str, ...]
    loc: Loc

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from every other."""
        return self.kind, self.id


@dataclass(frozen=True)
class Changes:
    """What is not in content/ids.txt as the content has it now, and what vanished in between."""

    new: tuple[Published, ...]
    renamed: tuple[Published, ...]
    vanished: tuple[Published, ...]
    restored: tuple[Published, ...]

    @property
    def pending(self) -> tuple[Published, ...]:
        """What content/ids.txt does not list as it is now."""
        return (*self.new, *self.renamed, *self.restored)


def named(course: Course) -> Iterator[Named]:
    """Yield everything in a course whose id is kept."""
    for lesson in course.lessons:
        yield Named("lesson", lesson.slug, tuple(lesson.head.was), lesson.loc)
    items = (item for lesson in course.lessons for item in lesson.items)
    cards = (card for lesson in course.lessons for card in lesson.cards)
    lists: tuple[tuple[str, Iterable[Entity]], ...] = (
        *(("item", items), ("card", cards), ("claim", course.claims)),
        *(("misconception", course.misconceptions), ("term", course.terms)),
    )
    for kind, entities in lists:
        for entity in entities:
            yield Named(kind, entity.id, tuple(entity.was), entity.loc)


def space(kind: str) -> str:
    """The kinds among which an id is unique: items and cards share theirs."""
    return "practice" if kind in _PRACTISED else kind


def read_ids(lines: Sequence[str]) -> tuple[list[Published], list[Problem]]:
    """Read the lines of content/ids.txt: what was published, and a problem for each line that is wrong."""
    published: dict[tuple[str, str], Published] = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines):
        words, loc = " ".join(line.split()), (IDS, number)
        if not words or words.startswith("#"):
            continue
        found = _read(words, loc)
        if isinstance(found, Problem):
            problems.append(found)
        elif found.key in published:
            message = f"`{found.kind} {found.id}` stands here a second time (first at {{there}})"
            first = published[found.key].loc
            problems.append(Problem(loc, "ids-twice", message, "Keep the line that is true.", there=first))
        else:
            published[found.key] = found
    return list(published.values()), problems


def _read(line: str, loc: Loc) -> Published | Problem:
    match = _LINE.fullmatch(line)
    if _MERGE.match(line):
        message = "an unfinished merge stands here"
        return Problem(loc, "ids-line", message, "Keep the ids of both sides, a line each.")
    if match is None or (match["retired"] and match["now"]):
        return Problem(loc, "ids-line", "this line lists no id", _SHAPE)
    if match["kind"] not in KINDS:
        near = get_close_matches(match["kind"], KINDS, 1)
        cure = f"Did you mean `{near[0]}`?" if near else f"The kinds are: {', '.join(KINDS)}."
        return Problem(loc, "ids-line", f"there is no kind of id `{match['kind']}`", cure)
    now = None if match["retired"] else match["now"] or match["id"]
    return Published(match["kind"], match["id"], now, loc)


def write_ids(published: Iterable[Published]) -> str:
    """The text of content/ids.txt."""
    return HEAD + "".join(f"{each}\n" for each in sorted(published, key=lambda each: each.key))


def heirs(content: Iterable[Named]) -> dict[tuple[str, str], str]:
    """The id that each renamed one has now, by the kind and the old id, as `was:` declares it."""
    return {(each.kind, old): each.id for each in content for old in each.was}


def changes(published: Sequence[Published], content: Sequence[Named]) -> Changes:
    """What happened to the content since content/ids.txt was written."""
    listed = {each.key for each in published}
    present, heir = {each.key for each in content}, heirs(content)
    kept = [each for each in published if each.now is not None]
    gone = [each for each in kept if each.key not in present]
    return Changes(
        new=tuple(Published(kind, id, id) for kind, id in sorted(present - listed)),
        renamed=tuple(
            replace(each, now=heir[each.key])
            for each in gone
            if each.key in heir and each.now != heir[each.key]
        ),
        vanished=tuple(each for each in gone if each.key not in heir),
        restored=tuple(
            replace(each, now=each.id) for each in kept if each.key in present and each.now != each.id
        ),
    )


def accept(published: Sequence[Published], content: Sequence[Named]) -> list[Published]:
    """`published` with what is new, renamed and restored; what vanished stays as it was."""
    by_key = {each.key: each for each in (*published, *changes(published, content).pending)}
    return list(by_key.values())


def retire(published: Sequence[Published], content: Sequence[Named], names: Iterable[str]) -> list[Published]:
    """`published` with vanished ids retired; a name is an id, or its kind and it. Raises RetireError."""
    by_key = {each.key: each for each in published}
    for name in names:
        gone = _to_retire(name, published, content)
        by_key[gone.key] = replace(gone, now=None)
    return list(by_key.values())


def _to_retire(name: str, published: Sequence[Published], content: Sequence[Named]) -> Published:
    matching = [each for each in published if name in (each.id, f"{each.kind} {each.id}")]
    vanished = set(changes(published, content).vanished)
    fitting = [each for each in matching if each in vanished or each.now is None]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        kinds = " and a ".join(each.kind for each in fitting)
        raise RetireError(f'`{name}` was a {kinds}: say which, as in --retire "{fitting[0].kind} {name}"')
    if not matching:
        near = get_close_matches(name, [each.id for each in published], 1)
        raise RetireError(f"{IDS} lists no `{name}`" + (f": did you mean `{near[0]}`?" if near else "."))
    heir = heirs(content).get(matching[0].key)
    if heir is not None:
        raise RetireError(f"`{name}` is `{heir}` now, whose `was:` names it: delete that first.")
    raise RetireError(f"`{name}` is still in the content: delete it there first.")


def successors(change: Changes) -> dict[Published, str]:
    """The new id that each vanished one probably has now: the only new one, or one that is like it."""
    found: dict[Published, str] = {}
    for kind in KINDS:
        new = [each.id for each in change.new if each.kind == kind]
        vanished = [each for each in change.vanished if each.kind == kind]
        if len(new) == len(vanished) == 1:
            found[vanished[0]] = new[0]
        elif len(new) * len(vanished) <= COMPARED:
            near = {gone: get_close_matches(gone.id, new, 1) for gone in vanished}
            found |= {gone: ids[0] for gone, ids in near.items() if ids}
    return found


def note(published: Sequence[Published], content: Sequence[Named]) -> str:
    """A line on how many ids are not listed as they are now; '' where all are, or none was published."""
    change = changes(published, content) if published else Changes((), (), (), ())
    if not change.pending:
        return ""
    if change.pending == change.new:
        them = "it" if len(change.new) == 1 else "them"
        return (
            f"{IDS}: {many(len(change.new), 'new id')}; "
            f"accept {them} when you publish: `python3 build.py ids --accept`.\n"
        )
    return f"{IDS}: {many(len(change.pending), 'change')} to accept; `python3 build.py ids` shows what.\n"


def listing(published: Sequence[Published], content: Sequence[Named]) -> str:
    """What a person wants to know of the ids: what is not listed as it is now, and what is out of use."""
    change = changes(published, content)
    known = [each for each in accept(published, content) if each not in change.renamed]
    parts = {
        "new": change.new,
        "renamed": change.renamed,
        "back in the content": change.restored,
        "vanished; `python3 build.py check` says what can be done": change.vanished,
        "renamed before": [each for each in known if each.now not in (None, each.id)],
        "retired": [each for each in published if each.now is None],
    }
    lines = [
        line for name, ids in parts.items() if ids for line in (name, *(f"  {each}" for each in ids), "")
    ]
    lines.append(f"{IDS} lists {many(len(published), 'id')}.")
    if change.pending:
        lines[-1] += f" `python3 build.py ids --accept` writes {many(len(change.pending), 'change')} into it."
    return "\n".join(lines)
