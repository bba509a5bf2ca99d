"""What a figure in a text rests on, as far as the text says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from studysite.figures.blocks import ENTRY, HEADING, ROW, Block, Where

Keys = tuple[str, ...]
_NOTHING = Block(Where(), "")


def keys_at(text: Sequence[Block], index: int, at: int) -> Keys:
    """The keys that a place of a block rests on.

    Its sentence cites them, or the next one of its block that cites at all; else what is around the block.
    """
    block = text[index]
    return block.cites(block.sentence(at)) or next(filter(None, _around(text, index)), ())


def _around(text: Sequence[Block], index: int) -> Iterator[Keys]:
    """What may be cited for a block elsewhere, the nearest first."""
    where = text[index].where
    before, behind = _beside(text, where, index)
    if where.note:
        yield _at_mark(text, where.note)
    elif where.kind == ROW:
        yield from (row.cites() for row in text if row.where == where)
        yield behind.cites()
        yield before.last_cited
    elif where.kind == HEADING:
        yield behind.cites()
    elif where.kind == ENTRY and before.words.rstrip().endswith(":"):
        yield before.last_cited


def _beside(text: Sequence[Block], where: Where, index: int) -> tuple[Block, Block]:
    """The blocks before and behind a block, or before and behind the table or list that it belongs to."""
    same = [number for number, each in enumerate(text) if where.group and each.where.group == where.group]
    first, last = (same[0], same[-1]) if same else (index, index)
    return text[first - 1] if first else _NOTHING, text[last + 1] if last + 1 < len(text) else _NOTHING


def _at_mark(text: Sequence[Block], note: str) -> Keys:
    """What the sentence that has a footnote's mark cites, or the next one that does."""
    for block in text:
        for mark in block.marks:
            if mark.note == note:
                return block.cites(block.sentence(max(mark.at - 1, 0)))
    return ()
