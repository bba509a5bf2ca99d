"""Small matters of language."""

from unicodedata import normalize


def alphabetical(text: str) -> str:
    """What a text is sorted by: capitals and accents make no difference, É stands with E."""
    return "".join(sign for sign in normalize("NFKD", text.casefold()) if sign.isalnum() or sign == " ")


def initial(text: str) -> str:
    """The letter under which a list has a text."""
    return (alphabetical(text).strip() or text)[0].upper()


def many(number: int, word: str) -> str:
    """The number with its noun: '1 card', '2 cards'."""
    return f"{number} {word}{'' if number == 1 else 's'}"
