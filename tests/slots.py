"""Slots in a short notation, in which a test can be read."""

import re

from studysite.markdown import (
    Blank,
    BlankEnd,
    Citation,
    Directive,
    Document,
    Formula,
    Heading,
    Image,
    Link,
    Slot,
    TermLink,
    Unpaired,
    fill,
    parse,
    plain,
)
from studysite.markdown.document import HeadingEnd
from studysite.model import Prose

UNTOLD = re.compile("[\ue000\ue001\x02\x03]|zxh")
"""What the parsers use among themselves and nobody may ever see."""


def shown(slot: Slot) -> str:
    """A slot as `<kind what it holds>`, a link as its target."""
    match slot:
        case Citation(keys, _, linked):
            return f"<{'cite' if linked else 'cited'} {' '.join(keys)}>"
        case TermLink(name, words, _, linked):
            return f"<{'term' if linked else 'named'} {name}|{words}>"
        case Formula(tex, display):
            return f"<{'display' if display else 'formula'} {tex}>"
        case Link(target):
            return target
        case Image(path, alt, caption, figure):
            return f"<{'figure' if figure else 'image'} {path}|{alt}|{fill(caption, shown)}>"
        case Heading(level, id, claims):
            return f"<{' '.join((f'h{level}', f'#{id}', *claims))}>"
        case HeadingEnd():
            return "</h>"
        case Blank(others):
            return f"<{'|'.join(('blank', *others))}>"
        case BlankEnd():
            return "</blank>"
        case Unpaired():
            return "<unpaired>"
        case Directive(name, arguments):
            return f"<{' '.join(('place', name, *arguments))}>"


def assert_renders(source: str, expected: str, prose: Prose = Prose.BLOCK) -> None:
    document = parse(source, prose)
    assert fill(document, shown) == expected
    assert not UNTOLD.search(" ".join((plain(document), *words(document))))


def words(document: Document) -> list[str]:
    """All that the slots of a document hold, but for captions, which have slots of their own."""
    values = [value for slot in document.slots for value in vars(slot).values()]
    held = [value for value in values if not isinstance(value, Document)]
    return [word for value in held for word in (value if isinstance(value, tuple) else [str(value)])]
