"""Links that are looked for over a bounded stretch are those that the parser finds by itself."""

import random

import pytest
from markdown import Markdown

from studysite.markdown.links import LinksExtension

SIGNS = ["[", "]", "](", ")", "(", "!", " ", "a", "b.md", "<", ">", '"', "'", ' "t")', "\\", "[a](b)"]


@pytest.mark.parametrize("seed", range(8))
def test_every_text_comes_out_as_it_did(seed: int) -> None:
    chance = random.Random(seed)
    ours, theirs = Markdown(extensions=[LinksExtension()]), Markdown()
    for _ in range(150):
        text = "".join(chance.choice(SIGNS) for _ in range(chance.randint(1, 20)))
        assert ours.reset().convert(text) == theirs.reset().convert(text), text
