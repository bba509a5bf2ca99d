"""Notes the tags and comments of HTML that an author writes: they are text here, and shown as such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

if TYPE_CHECKING:
    from studysite.markdown.parse import Slots

_TAG = r"<[a-zA-Z][a-zA-Z0-9-]*(?:\s+[\w:-]+\s*=[^<>\x02]*)?\s*/?>|<!--"
"""What opens an element or a comment; what ends one says no more, and `a<b and c>d` is none."""


class _Tags(InlineProcessor):
    def __init__(self, md: Markdown, slots: Slots) -> None:
        super().__init__(_TAG, md)
        self.slots = slots

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[None, None, None]:  # type: ignore[override]
        """Keep the tag in mind, and leave it to be text."""
        self.slots.tags.append(m[0])
        return None, None, None


class TagsExtension(Extension):
    """After code, escapes, links and addresses in angle brackets (120): where HTML's pattern would be."""

    def __init__(self, slots: Slots) -> None:
        super().__init__()
        self.slots = slots

    def extendMarkdown(self, md: Markdown) -> None:
        """Put it in the place of the pattern for HTML."""
        md.inlinePatterns.register(_Tags(md, self.slots), "html", 90)
