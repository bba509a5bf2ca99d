"""Tables, each with the line that is its head, so that what is said of one has a place."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor

if TYPE_CHECKING:
    from studysite.markdown.parse import Slots


class _Tables(TableProcessor):
    """The parser's own, which also keeps the line with which each table begins."""

    def __init__(self, md: Markdown, slots: Slots) -> None:
        own: Any = md.parser.blockprocessors["table"]
        super().__init__(md.parser, own.config)
        self.slots = slots

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        self.slots.tables.append(blocks[0].partition("\n")[0].strip())
        super().run(parent, blocks)


class TablesExtension(Extension):
    """In the place of the parser's own."""

    def __init__(self, slots: Slots) -> None:
        super().__init__()
        self.slots = slots

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the block."""
        md.parser.blockprocessors.register(_Tables(md, self.slots), "table", 75)
