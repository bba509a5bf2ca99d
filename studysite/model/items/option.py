"""An option of an item, with the reason that stands beside it."""

from __future__ import annotations

from typing import Self

from pydantic import ConfigDict, model_validator

from studysite.model.base import Inline, Label, Record, Slug, problem


class Option(Record):
    """A key (`right:`) or a distractor (`wrong:`), why it is so, and the misconception it shows."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["right"]}, {"required": ["wrong"]}],
            "dependencies": {"wrong": ["why"], "shows": ["wrong"]},
        }
    )

    right: Label | None = None
    """The text of an option that is right. Each option has either this or `wrong`."""
    wrong: Label | None = None
    """The text of an option that is wrong. Each option has either this or `right`."""
    why: Inline | None = None
    """Why it is right or wrong. A wrong option must say it: whoever chose it will read it."""
    shows: Slug | None = None
    """The misconception, by its id in misconceptions.yml, that choosing this wrong option reveals."""

    @model_validator(mode="after")
    def _one_verdict(self) -> Self:
        if (self.right is None) == (self.wrong is None):
            raise problem(
                "option-verdict",
                "an option is either `right:` or `wrong:`",
                "Start the option with `right: …` if it is a key, with `wrong: …` if it is a distractor.",
            )
        if self.wrong is not None and self.why is None:
            raise problem(
                "missing-reason",
                "this wrong option does not say why it is wrong",
                "Add `why:` with the reason; a learner who chose it will read it.",
                "wrong",
            )
        if self.right is not None and self.shows is not None:
            raise problem(
                "right-shows",
                "a right option shows no misconception",
                "Move `shows:` to the wrong option that reveals it.",
                "shows",
            )
        return self

    @property
    def is_right(self) -> bool:
        """Whether this option is a key."""
        return self.right is not None

    @property
    def text(self) -> str:
        """What the learner reads, as Markdown."""
        return self.right or self.wrong or ""
