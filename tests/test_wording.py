"""Words are counted and sorted as a reader expects."""

import pytest

from studysite.wording import alphabetical, initial


def test_capitals_accents_and_signs_make_no_difference_to_the_order() -> None:
    words = ["Zeit", "élan", "PPO", "ebb", "(k-shot)", "Ärger", "policy", "kin"]
    found = sorted(words, key=alphabetical)
    assert found == ["Ärger", "ebb", "élan", "kin", "(k-shot)", "policy", "PPO", "Zeit"]


TERMS = {"Élan": "E", "best-of-n": "B", "(k-shot)": "K", "→": "→"}


@pytest.mark.parametrize(("term", "letter"), TERMS.items())
def test_a_word_stands_under_its_plain_letter(term: str, letter: str) -> None:
    assert initial(term) == letter
