"""The types of note: their fields, which are for ever, and the card that is made of these.

A note type is known to Anki by its number and its fields. One that gets a field more is another type there,
and the notes that learners have are brought up to date no longer. So each has fields to spare, and a change
here is a change of templates alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from studysite.export.environment import environment

TAIL = ("Level", "Lesson", "Section", "Sources", "Link", "Extra 1", "Extra 2", "Extra 3", "Extra 4")
"""Fields of every type. `Link` and those behind it are spare: empty until something is to be put there."""


@dataclass(frozen=True)
class NoteType:
    """A type of note, whose templates stand in the folder of its name."""

    name: str
    number: int
    """What it is known by: any number that no other type has, and always the same."""
    own: tuple[str, ...]
    is_cloze: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its fields in their order. The first tells a note from every other."""
        return ("Id", *self.own, *TAIL)

    @property
    def title(self) -> str:
        """What it is called in Anki."""
        return f"Study site: {self.name}"

    def side(self, side: str) -> str:
        """What Anki fills for the front or the back."""
        return environment().get_template(f"anki/cards/{self.name}-{side}.html").render()


QUESTION = NoteType("question", 1_790_000_001, ("Stem", "Choices", "Hint", "Answer", "Explain"))
CONCEPT = NoteType("concept", 1_790_000_002, ("Question", "Answer"))
INTERVIEW = NoteType(
    "interview",
    1_790_000_003,
    ("Question", "Core", "Answer", "Points", "Pitfalls", "Follow-ups", "In 15 seconds", "In 60 seconds"),
)
CLOZE = NoteType("cloze", 1_790_000_004, ("Text", "Stem", "Hint", "Also", "Explain"), is_cloze=True)
TYPES = (QUESTION, CONCEPT, INTERVIEW, CLOZE)


def style() -> str:
    """The style of all cards."""
    return environment().get_template("anki/cards.css").render()
