"""Names with hyphens: which are kept whole, and where."""

import pytest

from studysite.markdown import hold_names, is_name


@pytest.mark.parametrize("name", ["Llama-2-7B-Chat", "best-of-n", "GPT-4", "HEx-PHI", "state-of-the-art"])
def test_a_name_is_one(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("word", ["fine-tuning", "well-known", "over-optimisation", "a-b-c-d-e-f-g-h-i-j-k"])
def test_a_word_that_may_be_parted_is_none(word: str) -> None:
    assert not is_name(word)


@pytest.mark.parametrize(
    ("html", "held"),
    [
        ("<p>a GPT-4 judge</p>", "<p>a [GPT-4] judge</p>"),
        ("<b>GPT-3</b>, GPT-4", "<b>[GPT-3]</b>, [GPT-4]"),
        ('<a href="a-b" title="GPT-4">here</a>', '<a href="a-b" title="GPT-4">here</a>'),
        ("in <code>best-of-n</code>, best-of-n", "in <code>best-of-n</code>, [best-of-n]"),
        ('<pre class="x">GPT-4\n<b>GPT-3</b></pre>', '<pre class="x">GPT-4\n<b>GPT-3</b></pre>'),
        ("a well-known word", "a well-known word"),
    ],
)
def test_a_name_is_held_in_text_alone(html: str, held: str) -> None:
    assert hold_names(html, "[{}]".format) == held
