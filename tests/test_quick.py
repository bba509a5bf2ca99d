"""The quick choice of inline patterns changes nothing but the time."""

import importlib
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studysite.markdown import Document, plain
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


# -- texts that are not parsed at all -------------------------------------------------------------------

QUIET = st.lists(
    st.sampled_from(("Word", "word", "5", " ", "\n", "'", '"', "--", "-", "...", ".", ":", "(", ")", ";")),
    max_size=20,
).map("".join)


def parsed(text: str, prose: Prose) -> Document:
    document: Document = PARSE._parse(text, prose)
    return document


@pytest.mark.parametrize("prose", list(Prose))
@given(text=st.one_of(texts, QUIET).map(str.strip).filter(bool))
@example("\"Well,\" she said -- 'no'...")
@example('"- a"')
@example("a\n---")
@example("a\n'1. b'")
def test_a_text_without_markup_is_one_paragraph_of_what_was_typed(prose: Prose, text: str) -> None:
    if not PARSE.is_unmarked(text, prose):
        return
    document = parsed(text, prose)
    assert (document.slots, document.refused, document.tags) == ((), (), ())
    assert re.findall("<[^>]*>", document.html) == (["<p>", "</p>"] if prose.is_block else [])
    assert letters(plain(document)) == letters(text)
    if PARSE.is_plain(text, prose):
        assert PARSE.parse(text, prose).html == document.html


def letters(text: str) -> list[str]:
    """The words of a text, whatever its quotation marks and dashes look like."""
    return re.findall(r"\w+", text)


def test_most_texts_are_without_markup() -> None:
    assert PARSE.is_unmarked("It's \"so\" -- isn't it?\nYes...", Prose.BLOCK)
    assert not PARSE.is_plain("It's so", Prose.BLOCK)
    assert PARSE.is_plain("It is so: 5 (or 6) per cent, or 7/8?", Prose.BLOCK)
    assert not PARSE.is_unmarked("1. It is so", Prose.BLOCK)
    assert PARSE.is_unmarked("1. It is so", Prose.INLINE)
