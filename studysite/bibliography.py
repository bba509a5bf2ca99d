"""BibTeX -> references. The parser is bibtexparser's; this file only asks for what readers need."""

from __future__ import annotations

import logging
import re
from collections.abc import Container, Iterator
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urlsplit

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import NameParts, NormalizeFieldKeys, SeparateCoAuthors, SplitNameParts
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    MiddlewareErrorBlock,
    ParsingFailedBlock,
)
from pylatexenc.latex2text import LatexNodes2Text

from studysite import bibtexerrors
from studysite.diagnostics import Problem
from studysite.model import Reference, typographic
from studysite.pointing import Pointer

_LATEX = LatexNodes2Text(keep_braced_groups=False, math_mode="verbatim")
_SIGN = re.compile(r"[^\w\s.,:;()]")
_VENUES = ("journal", "booktitle", "howpublished", "publisher", "institution")
_ARXIV = re.compile(r"^(?:https?://arxiv\.org/abs/|arxiv:)", re.IGNORECASE)
_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
"""What people paste before the number itself."""
_NO_AT = re.compile(r"^[a-z]+\{[^\s,{}]+,\s*$", re.MULTILINE)
_REST = re.compile(r",?\s*[\w-]+\s*=")
_BARE = "no-enclosing"
_NO_BIBTEX = "this entry is no BibTeX that can be read"
_SHAPE = "Write `@article{key2025, author = {Family, Given and others}, title = {…}, year = {2025}}`."

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def read_references(path: str, text: str) -> tuple[list[Reference], list[Problem]]:
    """Parse the text of a .bib file; `path` is where it came from.

    Returns the references in the order of the file, and a problem for each entry that is no
    BibTeX, has no author, title or year, or has a key that was used before.
    """
    names = [NormalizeFieldKeys(), SeparateCoAuthors(), SplitNameParts()]
    library = parse_string(text, append_middleware=names)
    references, problems = [], [*_failures(path, library), *_strays(path, library)]
    cut_short = _cut_short(library)
    for entry in library.entries:
        faults = list(_faults(path, entry, cut_short))
        problems += faults
        if not faults:
            references.append(_reference(path, entry))
    return references, problems


def _failures(path: str, library: Library) -> Iterator[Problem]:
    for block in library.failed_blocks:
        match block:
            case DuplicateBlockKeyBlock():
                message, cure = (
                    f"the key `{block.key}` is used by two entries",
                    "Give one of them its own key.",
                )
                yield Problem((path,), "duplicate-id", message, cure, point=replace(_at(block), nth=1))
            case DuplicateFieldKeyBlock():
                fields = sorted(block.duplicate_keys)
                message = f"this entry has {', '.join(f'`{name}`' for name in fields)} twice"
                point = _at(block, bibtexerrors.again(_written(block), fields[0]))
                yield Problem((path,), "reference", message, "Keep one of the two.", point=point)
            case _:
                said = bibtexerrors.explain(_written(block))
                yield _slip(path, block, said or bibtexerrors.Explained(_NO_BIBTEX, _SHAPE, 0))


def _strays(path: str, library: Library) -> Iterator[Problem]:
    """What was taken for a comment between two entries, and is an entry."""
    for before, block in pairwise((None, *library.blocks)):
        if isinstance(block, ImplicitComment) and not isinstance(before, ParsingFailedBlock):
            entry = _NO_AT.search(_written(block))
            if entry is not None:
                message = "this entry does not begin with `@`"
                yield Problem((path,), "reference", message, _SHAPE, point=Pointer(entry[0].strip()))


def _cut_short(library: Library) -> set[str]:
    """The keys of entries behind whose last brace another field stands."""
    return {
        entry.key
        for entry, rest in pairwise(library.blocks)
        if isinstance(entry, Entry) and isinstance(rest, ImplicitComment) and _REST.match(_written(rest))
    }


def _faults(path: str, entry: Entry, cut_short: Container[str]) -> Iterator[Problem]:
    if not entry.key:
        yield Problem((path,), "reference", "this entry has no key", _SHAPE, point=_at(entry))
        return
    if entry.key in cut_short:
        message = "this brace ends the entry, and another field stands behind it"
        point = _at(entry, len(_written(entry)) - 1)
        yield Problem((path,), "reference", message, "Remove the brace.", point=point)
        return
    lacking = [name for name in ("author", "title", "year") if not _raw(entry, name)]
    bare = any(field.enclosing == _BARE for field in entry.fields)
    said = bibtexerrors.explain(_written(entry)) if lacking or bare else None
    if said is not None:  # a field may have swallowed the next one
        yield _slip(path, entry, said)
        return
    for name in lacking:
        message, cure = f"the entry `{entry.key}` has no `{name}`", f"Add `{name} = {{…}}` to it."
        yield Problem((path,), "reference", message, cure, point=Pointer(f"{{{entry.key}"))
    url = _raw(entry, "url")
    if url and not _is_address(url):
        message = f"the `url` of the entry `{entry.key}` is no address of a page"
        cure = "Write it whole, as in `url = {https://example.org/paper}`."
        yield Problem((path,), "reference", message, cure, point=Pointer(url))
    if "allow" in entry.fields_dict and not _allowed(entry):
        message = f"the `allow` of `{entry.key}` has no code with a reason"
        cure = "Write `allow = {unused-reference: why it stays}`."
        yield Problem((path,), "reference", message, cure, point=Pointer(f"{{{entry.key}"))


def _allowed(entry: Entry) -> dict[str, str]:
    """The warning that an entry may give, with the reason; nothing where the one or the other is missing."""
    code, _, reason = (part.strip() for part in _raw(entry, "allow").partition(":"))
    return {code: reason} if code and reason else {}


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("https", "http") and bool(parts.netloc)


def _slip(path: str, block: Block, said: bibtexerrors.Explained) -> Problem:
    return Problem((path,), "reference", said.message, said.cure, point=_at(block, said.index))


def _at(block: Block, index: int = 0) -> Pointer:
    """The place of a character of a block."""
    written = _written(block)
    return Pointer(written.split("\n")[0], shift=len("".join(written[:index].split())))


def _written(block: Block) -> str:
    inner = block.ignore_error_block if isinstance(block, MiddlewareErrorBlock) else block
    return (inner.raw if inner and inner.raw else block.raw or "").strip()


def _raw(entry: Entry, name: str) -> str:
    """A field as it stands, '' where there is nothing in it: an address, whose signs are no LaTeX."""
    found = entry.fields_dict.get(name)
    return " ".join(str(found.value).split()) if found is not None and found.value else ""


def _words(text: str) -> str:
    """LaTeX as text; a bare `%` or `&` is itself, as everywhere outside LaTeX."""
    if _SIGN.search(text):
        text = _LATEX.latex_to_text(re.sub(r"(?<!\\)([%&])", r"\\\1", text))
    return typographic(" ".join(text.split()))


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
        arxiv=_ARXIV.sub("", _raw(entry, "eprint")),
        doi=_DOI.sub("", _raw(entry, "doi")),
        url=_raw(entry, "url"),
        note=_words(_raw(entry, "note")),
        allow=_allowed(entry),
        loc=(path, entry.key),
    )


def _person(name: NameParts) -> tuple[str, str]:
    return _words(" ".join(name.first)), _words(" ".join([*name.von, *name.last, *name.jr]))
