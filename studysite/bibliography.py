"""BibTeX -> references. The parser is bibtexparser's; this file only asks for what readers need."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import Block, DuplicateBlockKeyBlock, Entry, MiddlewareErrorBlock

from studysite.diagnostics import Problem
from studysite.model import Reference

_VENUES = ("journal", "booktitle", "howpublished", "publisher", "institution")
_SHAPE = "Write `@article{key2025, author = {Family, Given and others}, title = {…}, year = {2025}}`."

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def read_references(path: str, text: str) -> tuple[list[Reference], list[Problem]]:
    """Parse the text of a .bib file; `path` is where it came from.

    Returns the references in the order of the file, and a problem for each entry that is no
    BibTeX, has no author, title or year, or has a key that was used before.
    """
    library = parse_string(
        text,
        append_middleware=[
            middlewares.LatexDecodingMiddleware(),
            middlewares.SeparateCoAuthors(),
            middlewares.SplitNameParts(),
        ],
    )
    references, problems = [], list(_failures(path, library))
    for entry in library.entries:
        missing = [name for name in ("author", "title", "year") if not _field(entry, name)]
        if missing:
            problems.append(
                Problem(
                    (path,),
                    "reference",
                    f"the entry `{entry.key}` has no `{missing[0]}`",
                    f"Add `{missing[0]} = {{…}}` to it.",
                    needle=f"{{{entry.key}",
                )
            )
        else:
            references.append(_reference(path, entry))
    return references, problems


def _failures(path: str, library: Library) -> Iterator[Problem]:
    for block in library.failed_blocks:
        needle = _first_line(block)
        if isinstance(block, DuplicateBlockKeyBlock):
            yield Problem(
                (path,),
                "duplicate-id",
                f"the key `{block.key}` is used by two entries",
                "Give one of them a key of its own.",
                needle=needle,
                nth=1,
            )
        else:
            yield Problem(
                (path,), "reference", "this entry is no BibTeX that can be read", _SHAPE, needle=needle
            )


def _first_line(block: Block) -> str:
    inner = block.ignore_error_block if isinstance(block, MiddlewareErrorBlock) else block
    return (inner.raw if inner and inner.raw else block.raw or "").strip().split("\n")[0]


def _field(entry: Entry, name: str) -> str:
    found = entry.fields_dict.get(name)
    return " ".join(str(found.value).split()) if found is not None and found.value else ""


def _reference(path: str, entry: Entry) -> Reference:
    names = entry.fields_dict["author"].value
    people = [(" ".join(name.first), " ".join([*name.von, *name.last, *name.jr])) for name in names]
    others = ("", "others")
    return Reference(
        key=entry.key,
        authors=tuple(person for person in people if person != others),
        and_others=others in people,
        title=_field(entry, "title"),
        year=_field(entry, "year"),
        venue=next((value for name in _VENUES if (value := _field(entry, name))), ""),
        arxiv=_field(entry, "eprint"),
        doi=_field(entry, "doi"),
        url=_field(entry, "url"),
        note=_field(entry, "note"),
        loc=(path, entry.key),
    )
