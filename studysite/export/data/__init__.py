"""course.json: the whole course as data, with its schema beside it, for whoever builds something of it."""

from __future__ import annotations

import json
from functools import partial

from studysite.export.data.course import CourseData
from studysite.export.data.shape import SCHEMA
from studysite.export.data.write import written
from studysite.materials import Materials
from studysite.work import Work

TITLE = "Course as data (JSON)"
SAYS = "All lessons, questions, cards and lists in one file with a documented schema: for an app or a script."
DRAFT = "https://json-schema.org/draft/2020-12/schema"


def data(materials: Materials) -> Work:
    """The data."""
    return Work(
        "course.json",
        TITLE,
        SAYS,
        partial(_data, materials),
        materials.digest,
        converted=("In the HTML, citations and terms are plain words, and no link leads anywhere.",),
    )


def schema(materials: Materials) -> Work:
    """What the data are made of, the same for every course."""
    text = schema_text().encode()
    return Work(SCHEMA, TITLE, SAYS, partial(bytes, text), text, variant="schema")


def schema_text() -> str:
    """The schema, as it is kept and given away."""
    made = CourseData.model_json_schema(by_alias=True, mode="serialization")
    made = {"$schema": DRAFT, "title": TITLE, **{key: made[key] for key in made if key != "title"}}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _data(materials: Materials) -> bytes:
    return written(materials).model_dump_json(by_alias=True, indent=1).encode()


__all__ = ["data", "schema", "schema_text"]
