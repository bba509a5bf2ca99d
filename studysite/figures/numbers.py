"""What in a running text is a figure: a number that is told as a fact.

None is a number that belongs to a name, a date or an address of some kind. In doubt it is one: that costs a
citation, or a line in a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DIGIT = re.compile(r"\d")
_NUMBER = r"(?:\d+(?:[.,]\d+)*|\.\d+)"
_SIZE = rf"{_NUMBER}[MBT]\b"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBERED = (
    *("Day", "Week", "Month", "Unit", "Module", "Step", "Part", "Level", "Layer", "Phase", "Stage", "Round"),
    *("Study", "Experiment", "Group", "Claim", "Card", "Item", "Option", "Note"),
    *("[Ll]esson", "[Pp]age", "[Qq]uestion", "[Cc]hapter", "[Ss]ection", "[Ff]igure", "[Tt]able"),
    *("[Ee]quation", "[Aa]ppendix", "[Ff]ootnote", "[Vv]ersion", "arXiv:?"),
)
"""What is called by a number."""
_SMALL = (
    *("A", "About", "Across", "After", "All", "Among", "An", "And", "As", "At", "Before", "Below", "Between"),
    *("But", "By", "During", "Each", "Every", "Few", "For", "From", "If", "In", "Is", "It", "Its", "Least"),
    *("Less", "More", "Most", "Nearly", "No", "Of", "On", "Only", "Or", "Over", "Some", "Than", "That"),
    *("The", "Their", "Then", "These", "They", "This", "Those", "To", "Under", "Until", "Up", "We", "When"),
    *("Where", "With", "Within"),
)
"""Words that may begin a sentence and begin no name."""
_UNITS = r"(?:[%‰]|°C?|[kKMBTx×]|[kKMGT]B|ms|s|h|min|mm|cm|m|km|mg|g|kg)?"
_QUANTITY = rf"{_NUMBER}{_UNITS}"
_END = r"(?![\w%]|[.,]\d)"
"""No part of a longer number, nor a share."""
_DATED = rf"\d{{1,2}}\ (?:{_MONTHS})\b|(?:{_MONTHS})\ \d{{1,2}}(?:,\ \d{{4}})?{_END}"
_YEAR = rf"(?:19\d\d|20[0-3]\d)(?:[-–/]\d{{1,4}})*s?{_END}(?!\ per\ ?cent)"
_CALLED = rf"(?:{'|'.join(_NUMBERED)})s?\s+\d+(?:\.\d+)*(?:\s*(?:,|-|–|and|or|to)\s*\d+)*{_END}"
_NAME = rf"(?!(?:{'|'.join(_SMALL)})\b)[A-Z][\w-]*\s\d+(?:\.\d+)?(?=\s[A-Z])"
_SCANNED = re.compile(
    rf"""
      \b(?:{_DATED})                          # 25 April, April 25, 2025
    | \b{_YEAR}                               # 2025, 2024/25, 1990s
    | \b{_CALLED}                             # Day 27, Weeks 3 to 5
    | \b{_NAME}                               # Claude 3.5 Sonnet
    | \b{_SIZE}(?=\s[A-Z]+(?:[a-z\d]|-\d))    # 175B GPT-3
    | (?<=[\w,(]\s)[A-Z][\w.-]*\s{_SIZE}      # of Llama 7B
    | \(\d{{1,2}}\)                           # (1) first, (2) then
    | ^[ ]*\d{{1,3}}[.)]\s                    # 1. the first of a list
    | \[[^\[\]]*\] | \{{[^{{}}]*\}} | \^\d+     # what was meant for a citation, or for a formula
    | (?:[^\W\d_]\w*)?klzzwxh:\d+             # a mark of the parser's, where it lost its way
    | [^\W\d_](?:\w|[-\u2011/.’'](?=\w))*    # a word with all that hangs on it, as GPT-3.5
    | (?P<figure>{_QUANTITY}(?:[-–/:]{_QUANTITY})*(?:-[a-z]+)*)(?!\w)
    | \d[\w.]*                               # 2nd, 3D
    """,
    re.MULTILINE | re.VERBOSE,
)


def numbers(text: str) -> Iterator[tuple[int, str]]:
    """Yield each figure of a text, with where it begins."""
    for found in _SCANNED.finditer(text) if _DIGIT.search(text) else ():
        if found["figure"]:
            yield found.start(), found["figure"]
