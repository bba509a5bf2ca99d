"""What counts as an answer, as it is typed on a keyboard too."""

from __future__ import annotations

from collections.abc import Iterable

CASELESS = "In blanks, capitals make no difference; spaces and any other sign do."
"""What such a tool makes of answers that are typed."""
_SIGNS = {
    "'": "\u2018\u2019\u201a\u2032",
    '"': "\u201c\u201d\u201e\u2033",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212",
}
"""What keyboards have, and the signs of print for which it stands."""
_KEYS = str.maketrans({sign: key for key, signs in _SIGNS.items() for sign in signs})


def typed(answers: Iterable[str]) -> list[str]:
    """Answers for a tool that passes over capitals alone: beside each, what keyboards have for its signs."""
    found: dict[str, str] = {}
    for answer in answers:
        for form in (answer, answer.translate(_KEYS)):
            found.setdefault(form.casefold(), form)
    return list(found.values())
