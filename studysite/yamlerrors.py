"""Says a YAML syntax error in words, with the place where it was made and its cure."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

BLOCK = "Put the text on the next line after `|`, indented by two spaces more than its key."
_OR_BLOCK = f"or {BLOCK[0].lower()}{BLOCK[1:]}"
_VALUE = re.compile(r"^\s*(?:- +)*(?:[\w-]+:\s+)?(?:- +)?")
"""What stands on a line before its value."""
_SIGNS = "*&!@`%>|{}[]\"',?-#"


@dataclass(frozen=True)
class Explained:
    """What is wrong, the cure, and where in the text."""

    message: str
    cure: str
    index: int


def explain(error: yaml.MarkedYAMLError, text: str) -> Explained:
    """Explain an error of the parser; `text` is what it read."""
    said = error.problem or "this is no YAML"
    here = min(error.problem_mark.index if error.problem_mark else 0, len(text))
    began = min(error.context_mark.index if error.context_mark else here, len(text))
    if "found another document" in said:
        return Explained("`---` begins a second document here", "Remove the line `---`.", here)
    if "tab character" in said:
        return Explained("a tab stands where YAML wants spaces", "Indent with spaces.", here)
    if "end of stream" in said and "quoted" in (error.context or ""):
        return Explained("this quotation has no end", f"Write its last quotation mark, {_OR_BLOCK}", began)
    if "flow" in (error.context or ""):
        return Explained(
            "this bracket is not closed", "Close it, or write the list with `- ` on lines.", began
        )
    if "mapping values" in said:
        return Explained("a colon and a space inside unquoted text start a new key", BLOCK, here)
    if "could not find expected ':'" in said:
        return Explained(
            "this line is neither a key nor part of a text", f"Write `key: …`, {_OR_BLOCK}", began
        )
    return _explain_beginning(said, text, here)


def _explain_beginning(said: str, text: str, here: int) -> Explained:
    """The faults of a line whose value begins with a sign, and those of its indentation."""
    start = text.rfind("\n", 0, here) + 1
    line = text[start : text.find("\n", here) if "\n" in text[here:] else None]
    before = _VALUE.match(line)
    value = start + (before.end() if before else 0)
    sign = text[value : value + 1]
    if "block sequence entries" in said:
        return Explained("text cannot begin with `- ` here", BLOCK, here)
    if sign in ("'", '"') and value < here:
        return Explained("more text stands after the quotation", BLOCK, here)
    if sign and sign in _SIGNS and value <= here:
        named = "a backquote" if sign == "`" else f"`{sign}`"
        return Explained(f"text cannot begin with {named} here", BLOCK, value)
    return Explained(
        "this line is not indented like those around it",
        "Line the key up with the others of its entry; begin an entry with `- `.",
        here,
    )
