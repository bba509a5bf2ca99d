"""Somebody's collection in Anki, into which the examples are imported; and the examples, changed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import Note

from studysite.drawing import read_drawing
from studysite.examples import read_examples
from studysite.export.anki import anki
from studysite.materials import Materials
from studysite.model import Card, Course, Item

EXAMPLES = read_examples().course
(LESSON,) = EXAMPLES.lessons
ENTITIES: tuple[Any, ...] = (*LESSON.items, *LESSON.cards)
Images = Mapping[str, bytes]
EMPTY: Images = {}
DAY = 1_796_000_000
GOOD = 3


def of_type(type_: str) -> Any:
    return next(entity for entity in ENTITIES if entity.type == type_)


def with_entities(*entities: Item | Card) -> Course:
    """The examples with these in place of those that have the same type and place."""
    changed: dict[str, Item | Card] = {
        entity.type if isinstance(entity, Item) else f"card {entity.type}": entity for entity in entities
    }
    items = tuple(changed.get(item.type, item) for item in LESSON.items)
    cards = tuple(changed.get(f"card {card.type}", card) for card in LESSON.cards)
    lesson = LESSON.model_copy(update={"items": items, "cards": cards})
    return EXAMPLES.model_copy(update={"lessons": (lesson,)})


class Scheduled(NamedTuple):
    """What Anki knows of a card that was reviewed."""

    due: int
    interval: int
    ease: int
    reps: int
    queue: int
    log: tuple[Any, ...]


class Learner:
    """Somebody's collection in Anki."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.col = Collection(str(folder / "collection.anki2"))

    def take(self, course: Course = EXAMPLES, date: int = DAY, images: Images = EMPTY) -> dict[str, int]:
        """Import a deck. Returns how many notes came, were brought up to date, or were there already."""
        drawings = {path: read_drawing(data) for path, data in images.items()}
        file = self.folder / "course.apkg"
        file.write_bytes(anki(Materials(course, images=images, drawings=drawings, date=date)).make())
        options = ImportAnkiPackageOptions(with_scheduling=False)
        done = self.col.import_anki_package(ImportAnkiPackageRequest(package_path=str(file), options=options))
        names = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype")
        return {name: len(getattr(done.log, name)) for name in names if getattr(done.log, name)}

    @property
    def notes(self) -> dict[str, Note]:
        """All notes by the ids that they show."""
        found = [self.col.get_note(id) for id in self.col.find_notes("")]
        assert len({note["Id"] for note in found}) == len(found)
        return {note["Id"]: note for note in found}

    def sides(self, id: str) -> tuple[str, str]:
        """The front and the back of the card with that id, as they are shown."""
        (card,) = self.notes[id].cards()
        return card.question(), card.answer()

    def review(self) -> None:
        """Answer some of the cards that are due, one of them until it comes back after days."""
        self.col.decks.select(self.notes["how-warm"].cards()[0].did)
        for ease in (4, 4, GOOD, 1, GOOD):
            card = self.col.sched.getCard()
            assert card is not None
            self.col.sched.answerCard(card, ease)  # type: ignore[arg-type]

    @property
    def schedule(self) -> dict[str, Scheduled]:
        """What is known of each card."""
        cards = {id: note.cards()[0] for id, note in self.notes.items()}
        log = self.col.db.all("select cid, id, ease, ivl, lastIvl, factor, type from revlog order by id")  # type: ignore[union-attr]
        return {
            id: Scheduled(
                *(card.due, card.ivl, card.factor, card.reps, card.queue),
                tuple(tuple(entry) for entry in log if entry[0] == card.id),
            )
            for id, card in cards.items()
        }
