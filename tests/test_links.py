"""Links that are looked for over a bounded stretch are those that the parser finds by itself."""

import random
import re

import pytest
from markdown import Markdown

from studysite.markdown.links import LinksExtension

SIGNS = ["[", "]", "](", ")", "(", "!", " ", "a", "b.md", "<", ">", '"', "'", ' "t")', "\\", "[a](b)"]
QUOTED = re.compile(r"""["'].*\(""")


@pytest.mark.parametrize("seed", range(8))
def test_every_text_comes_out_as_it_did(seed: int) -> None:
    chance = random.Random(seed)
    ours, theirs = Markdown(extensions=[LinksExtension()]), Markdown()
    texts = ("".join(chance.choices(SIGNS, k=chance.randint(1, 20))) for _ in range(600))
    for text in filter(lambda each: not QUOTED.search(each), texts):
        assert ours.reset().convert(text) == theirs.reset().convert(text), text


@pytest.mark.parametrize("text", ['[a]("(', '[a]("](', "[a]('((b) c", "![a](x'(( y)"])
def test_a_link_that_nobody_closed_is_text(text: str) -> None:
    assert Markdown(extensions=[LinksExtension()]).convert(text) == f"<p>{text}</p>"
