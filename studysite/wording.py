"""Small matters of language."""


def many(number: int, word: str) -> str:
    """The number with its noun: '1 card', '2 cards'."""
    return f"{number} {word}{'' if number == 1 else 's'}"
