"""The lines of a real file, and the places in it at which a slip of a certain kind can happen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

_BLOCK = re.compile(r"^( *)(?:- +)*[\w-]+: *[|>]$")
_FENCE = re.compile(r"^ *(```|\$\$)")


class NoPlace(Exception):
    """Nothing in the file can go wrong in this way."""


@dataclass
class Lines:
    """A file to be spoilt: its lines without their ends, and chance to choose among them."""

    lines: list[str]
    chance: Random

    @property
    def text(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)

    def yaml(self) -> Iterator[int]:
        """The lines of YAML that are no comment and not inside a block of text."""
        first, last = (1, self.lines.index("---", 1)) if self.lines[0] == "---" else (0, len(self.lines))
        deeper: int | None = None
        for at in range(first, last):
            line = self.lines[at]
            indent = len(line) - len(line.lstrip())
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            if deeper is not None and indent > deeper:
                continue
            block = _BLOCK.match(line)
            deeper = len(block[1]) + (2 if line.lstrip().startswith("- ") else 0) if block else None
            yield at

    def prose(self) -> Iterator[int]:
        """The lines of a lesson that are paragraphs of its text."""
        inside = False
        for at in range(self.lines.index("---", 1) + 1, len(self.lines)):
            if _FENCE.match(self.lines[at]):
                inside = not inside
            elif not inside and re.match(r"[A-Z][^|]+[.?]$", self.lines[at]):
                yield at

    def headings(self) -> Iterator[int]:
        """The lines of a lesson that are headings with an id."""
        yield from (at for at, line in enumerate(self.lines) if re.match(r"##+ .*\{#", line))

    def any_of(self, places: Iterator[int], like: str = "", unlike: str = r"(?!)") -> int:
        """One of `places` by chance, whose line is `like` that and not `unlike` this."""
        found = [
            at for at in places if re.search(like, self.lines[at]) and not re.search(unlike, self.lines[at])
        ]
        if not found:
            raise NoPlace
        return self.chance.choice(found)

    def replace(self, at: int, old: str, new: str) -> None:
        """Put `new` (a template of `re`) in the place of the first `old` on a line."""
        changed = re.sub(old, new, self.lines[at], count=1)
        assert changed != self.lines[at], f"nothing was spoilt in {self.lines[at]!r}"
        self.lines[at] = changed

    def indent(self, at: int) -> int:
        """The column at which the key of a line stands, the dash of an entry left out."""
        found = re.match(r" *(?:- +)*", self.lines[at])
        return len(found[0]) if found else 0

    def end(self, at: int) -> int:
        """The first line after the value of the key on line `at`."""
        column = self.indent(at)
        for line in range(at + 1, len(self.lines)):
            text = self.lines[line]
            if text.strip() and len(text) - len(text.lstrip()) <= column:
                return line
        return len(self.lines)

    def entry(self, at: int) -> int:
        """The line on which the mapping begins that holds the key on line `at`."""
        column = self.indent(at)
        while not (self.lines[at].lstrip().startswith("- ") and self.indent(at) == column):
            at -= 1
        return at

    def delete(self, at: int) -> None:
        """Delete a key with its value."""
        del self.lines[at : self.end(at)]
