"""Blocks of ours in a lesson: directives (`!quiz more-raters`)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

from studysite.markdown.document import Directive

if TYPE_CHECKING:
    from studysite.markdown.parse import Slots

DIRECTIVE_TAG = "directive"
_LINE = re.compile(r"^!([a-z]+)((?:[ \t]+[^\s!]+)*)[ \t]*$")


class _Directives(BlockProcessor):
    def __init__(self, md: Markdown, slots: Slots) -> None:
        super().__init__(md.parser)
        self.slots = slots

    def test(self, parent: etree.Element, block: str) -> bool:
        return _LINE.match(block.split("\n", 1)[0]) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        line, _, rest = blocks.pop(0).partition("\n")
        match = _LINE.match(line)
        assert match is not None
        directive = Directive(match[1], tuple(match[2].split()), line)
        etree.SubElement(parent, DIRECTIVE_TAG).text = self.slots.add(directive)
        if rest.strip():
            blocks.insert(0, rest)


class BlocksExtension(Extension):
    """Before paragraphs (10), after everything else that starts a block."""

    def __init__(self, slots: Slots) -> None:
        super().__init__()
        self.slots = slots

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the block."""
        md.parser.blockprocessors.register(_Directives(md, self.slots), "directive", 15)
