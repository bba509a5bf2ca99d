"""The quick choice of inline patterns changes nothing but the time."""

import importlib
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studysite.model import Prose

PARSE: Any = importlib.import_module("studysite.markdown.parse")
PIECES = (
    *("word", " ", "\n", "\n\n", "  \n", "- ", "> ", "    ", "|", "2", "\x02", "\x03", "\u2019", "'", '"'),
    *("*", "**", "_", "`", "``", "\\", "$", "$$", "[", "]", "[[", "]]", "[@", "[^1]", "(a)", "!["),
    *("](x.svg)", "<b>", "<https://a.b>", "<a@b.c>", "&amp;", "--", "...", "{#id}", "{", "}", "#", "!quiz a"),
    "[a]: b",
)
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def html(text: str, prose: Prose) -> tuple[str, list[Any]]:
    parser, slots = PARSE._parser(prose, quoted=True)
    return parser.convert(text), [*slots.found, *slots.tags]


@pytest.mark.parametrize("prose", list(Prose))
@given(text=texts)
@example("*[a](b 'c') `*d*` $e_f$ \\* [[g|*h*]] [@i] ![j](k.svg) <https://l.m> n_o_ -- &amp;  \n\"p\"[^1]")
def test_the_quick_parser_does_what_the_slow_one_does(prose: Prose, text: str) -> None:
    quick = html(text, prose)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PARSE, "quicken", lambda parser: None)
        assert html(text, prose) == quick


def test_no_pattern_is_tried_on_a_text_without_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    parser, _ = PARSE._parser(Prose.BLOCK, quoted=True)

    def tried(*_: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(type(parser.treeprocessors["inline"]), "_apply", tried)
    assert parser.convert("Plain words, and (more) of them.") == "<p>Plain words, and (more) of them.</p>"
    with pytest.raises(AssertionError):
        parser.convert("*Signs*")
