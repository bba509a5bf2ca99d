"""Words that stay on one line, and those that need not."""

from typing import Any

import pytest
from lxml import html

from studysite.printing.ties import tie


def tied(text: str) -> Any:
    tree = html.document_fromstring(f"<html><body>{text}</body></html>")
    tie(tree)
    return next(tree.iter("p"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rose by 1.3 billion in two years.", "It rose by 1.3~billion in two years."),
        ("It fell (<a>Ouyang et al. 2022</a>) for everybody.", "It fell~(Ouyang et~al.~2022) for everybody."),
        ("So the evidence does not reach as far.", "So the evidence does not reach as~far."),
        ("Nothing is short in this sentence", "Nothing is short in this sentence"),
        ("He said (this) and left without another", "He said (this) and left without another"),
        ("In <code>3 steps</code> and without another", "In 3 steps and without another"),
    ],
)
def test_what_a_line_keeps_together(text: str, words: str) -> None:
    assert tied(f"<p>{text}</p>").text_content() == words.replace("~", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Try best-of-n and Llama-2-7B-Chat on HEx-PHI, say.", ["best-of-n", "Llama-2-7B-Chat", "HEx-PHI"]),
        ("A well-known over-optimisation, once again", []),
        ("The state-of-the-art-in-everything again", []),
        ("One <b>GPT-4</b> judge, a GPT-3 judge", ["GPT-4", "GPT-3"]),
        ("In <code>best-of-n</code> again", []),
    ],
)
def test_names_are_kept_whole_and_words_are_not(text: str, names: list[str]) -> None:
    paragraph = tied(f"<p>{text}</p>")
    assert [each.text for each in paragraph.iter("span") if each.get("class") == "whole"] == names
    plain = "".join(map(str, html.document_fromstring(f"<p>{text}</p>").itertext()))
    assert paragraph.text_content().replace("\N{NO-BREAK SPACE}", " ") == plain
