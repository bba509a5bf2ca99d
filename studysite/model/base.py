"""What every part of a course is made of: strict records, slugs, and fields that hold Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, get_args

from annotated_types import Len
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PrivateAttr, StringConstraints
from pydantic_core import PydanticCustomError

Loc = tuple[str | int, ...]
"""The way to a value: its file, then the keys and positions inside it. pydantic's word and shape."""


class Prose(Enum):
    """Marks a field whose text is Markdown, and how much of Markdown it may hold."""

    BLOCK = "block"
    INLINE = "inline"
    LABEL = "label"
    """An inline text inside a control: a click on it is the control's, so nothing in it is a link."""
    CLOZE = "cloze"
    """A block in which `==words==` is a blank."""
    CLOZE_LABEL = "cloze label"
    """A label in which `==words==` is a blank."""

    __hash__ = object.__hash__  # texts are looked up by it all the time, and that of enumerations is slow

    @property
    def is_block(self) -> bool:
        """Whether it may have paragraphs, lists, tables; else it is one paragraph."""
        return self in (Prose.BLOCK, Prose.CLOZE)

    @property
    def is_label(self) -> bool:
        """Whether it is clicked itself, and has no links."""
        return self in (Prose.LABEL, Prose.CLOZE_LABEL)

    @property
    def has_blanks(self) -> bool:
        """Whether `==` means a blank; elsewhere it is text."""
        return self in (Prose.CLOZE, Prose.CLOZE_LABEL)


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


NonEmpty = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_APOSTROPHE = re.compile(r"(?<=\w)'")


def typographic(text: str) -> str:
    """A text with the apostrophe that print has, as in `Goodhart’s law`."""
    return _APOSTROPHE.sub("\N{RIGHT SINGLE QUOTATION MARK}", text)


def _one_paragraph(text: str) -> str:
    if "\n\n" in text:
        raise problem(
            "one-paragraph",
            "this text has an empty line, and must be one paragraph",
            "Join its paragraphs into one.",
        )
    return text


Name = Annotated[NonEmpty, AfterValidator(typographic)]
"""What stands in a text as it is, without Markdown."""
Markdown = Annotated[NonEmpty, Prose.BLOCK]
Inline = Annotated[NonEmpty, AfterValidator(_one_paragraph), Prose.INLINE]
Label = Annotated[NonEmpty, AfterValidator(_one_paragraph), Prose.LABEL]
ClozeText = Annotated[NonEmpty, Prose.CLOZE]
ClozeLabel = Annotated[NonEmpty, AfterValidator(_one_paragraph), Prose.CLOZE_LABEL]
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=SLUG)]
ClaimId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$")]
Claims = Annotated[list[ClaimId], Len(min_length=1)]
Keys = Annotated[list[NonEmpty], BeforeValidator(_as_list, json_schema_input_type=NonEmpty | list[NonEmpty])]
"""One key, or a list of them: `source: casper2023` or `source: [casper2023, qi2025]`."""
Allow = dict[str, NonEmpty]
"""Warnings that were looked at and left: the reason by the warning's code."""
Level = Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
"""Levels of the revised taxonomy of Anderson and Krathwohl (2001)."""


class Record(BaseModel):
    """A mapping that an author writes. Unknown keys are errors; nothing can be changed afterwards.

    The docstring under a field is what an author reads of it, in the editor and on the page of the format.
    """

    # What checks a value is built when the first one is: a check in which nothing changed needs none.
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, defer_build=True)


class Entity(Record):
    """A record with an id of its own, which knows the way to where it was written."""

    id: Slug
    """Its name for ever: links and learners' progress hang on it.

    No other of its kind has it; questions and cards are one kind.
    """
    was: Keys = []
    """The ids that it had before, the oldest first: links to them lead here, and what was learnt is kept."""
    allow: Allow = {}
    """Warnings about this entry that are not to be shown, each with the reason: `{code: reason}`."""
    _loc: Loc = PrivateAttr(default=())

    @property
    def loc(self) -> Loc:
        """The way to this entity's mapping, file first."""
        return self._loc

    def at(self, loc: Loc) -> None:
        """Remember where this entity was written. Called once, by the loader."""
        self._loc = loc


class Item(Entity):
    """What all quiz items share. One subclass a type, each in a file of its own."""

    type: str
    """What kind of question it is."""
    level: Level
    """What the learner must do with what was taught, from recalling it to making something of it."""
    claims: Claims
    """The claims that it tests, the chief one first: it is filed under the section that teaches that one."""
    stem: Markdown
    """The question itself, whole and clear without the options."""
    hint: Markdown | None = None
    """A nudge for whoever is stuck. It can be opened before answering, so it gives nothing away."""
    explain: Markdown | None = None
    """What to take away from the whole question, shown below the reasons once it is answered."""
    source: Keys = []
    """The key, or list of keys, in references.bib of what the answer rests on."""

    @property
    def shows(self) -> tuple[str, ...]:
        """The misconceptions that its wrong answers show, of whatever kind these are."""
        return tuple(dict.fromkeys(shown for _, shown in self.shown()))

    def shown(self) -> Iterator[tuple[Loc, str]]:
        """Yield each of them where a wrong answer names it, with the way to it from the item."""
        for key, value in self.__dict__.items():
            for index, entry in enumerate(value if isinstance(value, list) else ()):
                shown = getattr(entry, "shows", None)
                if shown is not None:
                    yield (key, index, "shows"), shown


class Card(Entity):
    """What all cards share. One subclass a type, each in a file of its own."""

    type: str
    """What kind of card it is."""
    claims: Claims
    """The claims that it rehearses, the chief one first: its way back leads to where that is taught."""
    source: Keys = []
    """The key, or list of keys, in references.bib of what the answer rests on; shown below it."""


def problem(code: str, message: str, cure: str, *at: str | int) -> PydanticCustomError:
    """Build the error that a validator raises.

    `code` names the fault, `message` says what is wrong, `cure` what to do, and `at` is the way from
    the record to the faulty key (the record itself where it is left out).
    """
    context = {"code": code, "message": message, "cure": cure, "at": at}
    return PydanticCustomError("problem", "{message}", context)


def texts(record: BaseModel) -> Iterator[tuple[Loc, str, Prose]]:
    """Yield every Markdown text that its author wrote into `record`: the way to it, the text, its kind."""
    given = record.model_fields_set
    for name, kind in _fields(type(record)):
        if name in given:
            yield from _texts(getattr(record, name), kind, (name,))


def _texts(value: Any, kind: Prose | None, loc: Loc) -> Iterator[tuple[Loc, str, Prose]]:
    if isinstance(value, str):
        if kind is not None:
            yield loc, value, kind
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield from _texts(element, kind, (*loc, index))
    elif isinstance(value, BaseModel):
        for inner, text, inner_kind in texts(value):
            yield (*loc, *inner), text, inner_kind


@cache
def _fields(record: type[BaseModel]) -> tuple[tuple[str, Prose | None], ...]:
    fields = record.model_fields.items()
    kinds = ((name, field, _kind((*field.metadata, field.annotation))) for name, field in fields)
    return tuple((name, kind) for name, field, kind in kinds if kind or _has_record(field.annotation))


def _has_record(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_has_record(part) for part in get_args(annotation))


def _kind(parts: tuple[Any, ...]) -> Prose | None:
    for part in parts:
        found = part if isinstance(part, Prose) else _kind(get_args(part))
        if found is not None:
            return found
    return None
