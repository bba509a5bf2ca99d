"""BibTeX -> references. The parser is bibtexparser's; this file only asks for what readers need."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import NameParts, NormalizeFieldKeys, SeparateCoAuthors, SplitNameParts
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    MiddlewareErrorBlock,
)
from pylatexenc.latex2text import LatexNodes2Text

from studysite.diagnostics import Problem
from studysite.model import Reference
from studysite.pointing import Pointer

_LATEX = LatexNodes2Text(keep_braced_groups=False, math_mode="verbatim")
_SIGN = re.compile(r"[^\w\s.,:;()]")
_VENUES = ("journal", "booktitle", "howpublished", "publisher", "institution")
_SHAPE = "Write `@article{key2025, author = {Family, Given and others}, title = {…}, year = {2025}}`."

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def read_references(path: str, text: str) -> tuple[list[Reference], list[Problem]]:
    """Parse the text of a .bib file; `path` is where it came from.

    Returns the references in the order of the file, and a problem for each entry that is no
    BibTeX, has no author, title or year, or has a key that was used before.
    """
    names = [NormalizeFieldKeys(), SeparateCoAuthors(), SplitNameParts()]
    library = parse_string(text, append_middleware=names)
    references, problems = [], list(_failures(path, library))
    for entry in library.entries:
        faults = list(_faults(path, entry))
        problems += faults
        if not faults:
            references.append(_reference(path, entry))
    return references, problems


def _failures(path: str, library: Library) -> Iterator[Problem]:
    for block in library.failed_blocks:
        point = Pointer(_first_line(block))
        match block:
            case DuplicateBlockKeyBlock():
                message, cure = (
                    f"the key `{block.key}` is used by two entries",
                    "Give one of them its own key.",
                )
                yield Problem((path,), "duplicate-id", message, cure, point=replace(point, nth=1))
            case DuplicateFieldKeyBlock():
                fields = ", ".join(f"`{name}`" for name in sorted(block.duplicate_keys))
                message = f"this entry has {fields} twice"
                yield Problem((path,), "reference", message, "Keep one of the two.", point=point)
            case _:
                message = "this entry is no BibTeX that can be read"
                yield Problem((path,), "reference", message, _SHAPE, point=point)


def _faults(path: str, entry: Entry) -> Iterator[Problem]:
    if not entry.key:
        point = Pointer(_first_line(entry))
        yield Problem((path,), "reference", "this entry has no key", _SHAPE, point=point)
    for name in ("author", "title", "year") if entry.key else ():
        if not _raw(entry, name):
            message, cure = f"the entry `{entry.key}` has no `{name}`", f"Add `{name} = {{…}}` to it."
            yield Problem((path,), "reference", message, cure, point=Pointer(f"{{{entry.key}"))
    if entry.key and "allow" in entry.fields_dict and not _allowed(entry):
        message, cure = (
            f"the `allow` of `{entry.key}` has no code with a reason",
            "Write `allow = {unused-reference: why it stays}`.",
        )
        yield Problem((path,), "reference", message, cure, point=Pointer(f"{{{entry.key}"))


def _allowed(entry: Entry) -> dict[str, str]:
    """The warning that an entry may give, with the reason; nothing where the one or the other is missing."""
    code, _, reason = (part.strip() for part in _raw(entry, "allow").partition(":"))
    return {code: reason} if code and reason else {}


def _first_line(block: Block) -> str:
    inner = block.ignore_error_block if isinstance(block, MiddlewareErrorBlock) else block
    return (inner.raw if inner and inner.raw else block.raw or "").strip().split("\n")[0]


def _raw(entry: Entry, name: str) -> str:
    """A field as it stands, '' where there is nothing in it: an address, whose signs are no LaTeX."""
    found = entry.fields_dict.get(name)
    return " ".join(str(found.value).split()) if found is not None and found.value else ""


def _words(text: str) -> str:
    """LaTeX as text; a bare `%` or `&` is itself, as everywhere outside LaTeX."""
    if not _SIGN.search(text):
        return " ".join(text.split())
    escaped = re.sub(r"(?<!\\)([%&])", r"\\\1", text)
    return " ".join(_LATEX.latex_to_text(escaped).split())


def _reference(path: str, entry: Entry) -> Reference:
    people = [_person(name) for name in entry.fields_dict["author"].value]
    others = ("", "others")
    return Reference(
        key=entry.key,
        authors=tuple(person for person in people if person != others),
        and_others=others in people,
        title=_words(_raw(entry, "title")),
        year=_words(_raw(entry, "year")),
        venue=next((_words(value) for name in _VENUES if (value := _raw(entry, name))), ""),
        arxiv=_raw(entry, "eprint"),
        doi=_raw(entry, "doi"),
        url=_raw(entry, "url"),
        note=_words(_raw(entry, "note")),
        allow=_allowed(entry),
        loc=(path, entry.key),
    )


def _person(name: NameParts) -> tuple[str, str]:
    return _words(" ".join(name.first)), _words(" ".join([*name.von, *name.last, *name.jr]))
