"""Blocks of ours in a lesson: directives (`!quiz more-raters`)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

from studysite.markdown.document import Directive, listed

if TYPE_CHECKING:
    from studysite.markdown.parse import Slots

DIRECTIVE_TAG = "directive"
_LINE = re.compile(r"^ {0,3}!([a-z]+)((?:[ \t]+[^\s!]+)*)[ \t]*$", re.MULTILINE)


class _Directives(BlockProcessor):
    def __init__(self, md: Markdown, slots: Slots) -> None:
        super().__init__(md.parser)
        self.slots = slots

    def test(self, parent: etree.Element, block: str) -> bool:
        return _LINE.search(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        match = _LINE.search(block)
        assert match is not None
        before, rest = block[: match.start()], block[match.end() :]
        if before.strip():
            self.parser.parseBlocks(parent, [before])
        directive = Directive(match[1], listed(match[2]), match[0].strip())
        etree.SubElement(parent, DIRECTIVE_TAG).text = self.slots.add(directive)
        if rest.strip():
            blocks.insert(0, rest.removeprefix("\n"))


class BlocksExtension(Extension):
    """Before paragraphs (10), after everything else that starts a block."""

    def __init__(self, slots: Slots) -> None:
        super().__init__()
        self.slots = slots

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the block."""
        md.parser.blockprocessors.register(_Directives(md, self.slots), "directive", 15)
