"""Each item and card as a note: its type, what stands in its fields, and its tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from markupsafe import Markup

from studysite.arrangement import arranged, disordered, letter, unmatched
from studysite.export.anki.blanks import blanked, spaced
from studysite.export.anki.types import CLOZE, CONCEPT, INTERVIEW, QUESTION, NoteType
from studysite.export.drawn import standing
from studysite.export.environment import environment
from studysite.export.prose import Writer
from studysite.markdown import Citation, Image, gaps, parse, plain
from studysite.materials import Materials
from studysite.model import Card, Entity, Item, Lesson, Prose, texts
from studysite.model.cards.cloze import ClozeCard
from studysite.model.cards.concept import Concept
from studysite.model.cards.interview import Interview
from studysite.model.items.cloze import Cloze
from studysite.targets import from_here

_OBEYED = re.compile(r"\[(?=sound:|anki:|/?latex\]|/?\$)", re.IGNORECASE)
"""The beginning of what Anki plays or sets, wherever it stands in a field."""

Fields = dict[str, str]
"""What stands in the fields of a note, by their names."""


@dataclass(frozen=True)
class Note:
    """A note of a type."""

    type: NoteType
    name: str
    """What it is known by for ever: the first id of what it was made from."""
    fields: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Notes:
    """Writes the notes of a course, and gathers the pictures that they show."""

    materials: Materials
    media: dict[str, bytes] = field(default_factory=dict)
    """The pictures that were placed, by their names in Anki."""

    @cached_property
    def images(self) -> Mapping[str, bytes]:
        """Every image by its path."""
        return standing(self.materials)

    def of(self, lesson: Lesson) -> Iterator[Note]:
        """Yield the notes of a lesson: its questions as they are written, then its cards."""
        entities: tuple[Item | Card, ...] = (*lesson.items, *lesson.cards)
        for entity in entities:
            yield self._note(lesson, entity)

    def _note(self, lesson: Lesson, entity: Item | Card) -> Note:
        writing = _Writing(self, lesson)
        type_, own = writing.of(entity)
        fields = {"Id": entity.id, **own, **writing.about(entity)}
        return Note(
            type_,
            [*entity.was, entity.id][0],
            tuple(_harmless(fields.get(name, "")) for name in type_.fields),
            tuple(_tags(self.materials.course.day_of[lesson.slug], lesson, entity)),
        )


def _harmless(html: str) -> str:
    return _OBEYED.sub("&#91;", html)


def _tags(day: int, lesson: Lesson, entity: Item | Card) -> Iterator[str]:
    yield f"day::{day}"
    yield f"lesson::{lesson.slug}"
    yield f"type::{entity.type}"
    yield from (f"claim::{claim}" for claim in entity.claims)
    if isinstance(entity, Item):
        yield f"level::{entity.level}"


@dataclass(frozen=True)
class _Writing:
    """Writes the fields of the notes of a lesson."""

    notes: Notes
    lesson: Lesson

    def of(self, entity: Item | Card) -> tuple[NoteType, Fields]:
        """The type of an entity's note, and what stands in the fields of that type."""
        match entity:
            case Interview():
                return INTERVIEW, self._interview(entity)
            case Concept():
                return CONCEPT, self._concept(entity)
            case ClozeCard():
                return CLOZE, self._blanks(entity, Prose.CLOZE_LABEL)
            case Cloze():
                return CLOZE, {**self._blanks(entity, Prose.CLOZE), **self._shared(entity)}
            case Item():
                return QUESTION, {**self._question(entity), **self._shared(entity)}
        raise TypeError(f"no note is known for {entity.type}")

    def about(self, entity: Item | Card) -> Fields:
        """What the fields say that every type has."""
        section = self.lesson.section_of(entity.claims)
        day = self.notes.materials.course.day_of[self.lesson.slug]
        return {
            "Level": getattr(entity, "level", ""),
            "Lesson": f"Day {day} · " + self.words.inline(self.lesson.head.title),
            "Section": Markup.escape(section.title) if section else "",
            "Sources": self._made("sources", keys=_cited(entity)),
        }

    @property
    def words(self) -> Writer:
        return Writer(self.notes.materials.course, self._picture)

    def _interview(self, card: Interview) -> Fields:
        return {
            "Question": self.words.inline(card.ask),
            "Core": self.words.inline(card.short),
            "Answer": self.words.block(card.answer),
            "Points": self._made("points", points=card.points),
            "Pitfalls": self._made("pitfalls", card=card),
            "Follow-ups": self._made("follow-ups", card=card),
            "In 15 seconds": self.words.block(card.at_15) if card.at_15 else "",
            "In 60 seconds": self.words.block(card.at_60) if card.at_60 else "",
        }

    def _concept(self, card: Concept) -> Fields:
        return {"Question": self.words.inline(card.ask), "Answer": self.words.block(card.answer)}

    def _blanks(self, entity: ClozeCard | Cloze, prose: Prose) -> Fields:
        parts = gaps(parse(entity.text, prose))
        writer = Writer(self.notes.materials.course, self._picture, spaced)
        also = self._made("also", gaps=[gap for _, gap in parts if gap])
        return {"Text": blanked(writer, parts), "Also": also}

    def _question(self, item: Item) -> Fields:
        return {
            "Choices": self._made(item.type, "choices", item=item),
            "Answer": self._made(item.type, "answers", item=item),
        }

    def _shared(self, item: Item) -> Fields:
        return {
            "Stem": self.words.block(item.stem) if "stem" in item.model_fields_set else "",
            "Hint": self.words.block(item.hint) if item.hint else "",
            "Explain": self.words.block(item.explain) if item.explain else "",
        }

    def _made(self, name: str, folder: str = "fields", /, **said: Any) -> str:
        template = environment().get_template(f"anki/{folder}/{name}.html")
        return template.render(words=self.words, course=self.notes.materials.course, **_HELP, **said).strip()

    def _picture(self, image: Image) -> Markup:
        path = from_here(self.lesson, image.path)
        data = self.notes.images[path]
        name = _name(path, data)
        self.notes.media[name] = data
        return Markup(self._made("picture", name=name, image=image))


def _name(path: str, data: bytes) -> str:
    """The name of a picture in Anki, where those of all decks lie in one folder."""
    file = PurePosixPath(path)
    stem = re.sub(r"[^A-Za-z0-9]+", "-", file.stem)
    return f"{stem}-{sha256(data).hexdigest()[:12]}{file.suffix}"


def _cited(entity: Entity) -> list[str]:
    """The keys of the references that an entity rests on or names, each once."""
    named = (
        key
        for _, text, prose in texts(entity)
        for citation in parse(text, prose).of(Citation)
        for key in citation.keys
    )
    return list(dict.fromkeys((*getattr(entity, "source", ()), *named)))


def _lettered(shown: Iterable[tuple[int, object]]) -> dict[int, str]:
    """The letter that each entry has on the front, by its place in the author's list."""
    return {place: letter(index) for index, (place, _) in enumerate(shown)}


_HELP: Mapping[str, Callable[..., object]] = {
    "arranged": arranged,
    "disordered": disordered,
    "letter": letter,
    "lettered": _lettered,
    "unmatched": unmatched,
    "plain": lambda text: plain(parse(text)),
}
