"""A document: its slots in order, its parts, its text without markup."""

import pytest

from studysite.markdown import (
    Citation,
    Directive,
    Document,
    Heading,
    fill,
    parse,
    plain,
    split,
    without_links,
)
from studysite.model import Prose
from tests.slots import shown


def test_a_document_lists_its_slots_in_the_order_of_the_text() -> None:
    document = parse('b [@one]\n\n![a [@no]](b.svg "c [@two]")\n\nd [@three]')
    assert [citation.keys[0] for citation in document.of(Citation)] == ["one", "two", "three"]


def test_split_gives_each_heading_its_text() -> None:
    opening, first, second = split(parse("a\n\n## B *c* {#b}\n\nd [@x]\n\n### E\n\n!quiz f"))
    assert (opening.heading, opening.body.html.strip()) == (None, "<p>a</p>")
    assert first.heading == Heading(2, "b", ())
    assert (first.title.html, fill(first.body, shown).strip()) == ("B <em>c</em>", "<p>d <cite x></p>")
    assert second.heading is not None
    assert (second.heading.level, second.heading.id, second.body.of(Directive)[0].name) == (3, "e", "quiz")


def test_split_of_nothing_is_one_empty_part() -> None:
    assert [part.body.html for part in split(Document(""))] == [""]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('"q" & <b> `c` *e*', "“q” & <b> c e"),
        ("[[a|b]] $x^2$ [l](#m)", "b x^2 l"),
        ("It falls [@a].", "It falls."),
        ("a [@b], c", "a, c"),
        ("(as [@b] has it)", "(as has it)"),
        ("5 : 3, or $x$ ; :b:", "5 : 3, or x ; :b:"),
        ("a\n  b", "a b"),
    ],
)
def test_plain_is_what_a_reader_would_say(source: str, expected: str) -> None:
    assert plain(parse(source, Prose.INLINE)) == expected


def test_without_links_the_text_stays() -> None:
    source = '[[a]] [@b] [c *d*](#e) $f$ <https://g.h> a < b `</a>`\n\n![i](j.png "k [[l]]")'
    assert fill(without_links(parse(source)), shown) == (
        "<p><named a|a> <cited b> c <em>d</em> <formula f> https://g.h a &lt; b <code>&lt;/a&gt;</code></p>\n"
        "<figure j.png|i|k <named l|l>>"
    )


def test_a_document_knows_the_line_with_which_each_table_begins() -> None:
    tables = ("| *a* | $b$ |\n| - | - |\n| c | `d|e` |", "> f | g\n> - | -\n> h | i")
    document = parse("\n\n".join((*tables, "```\n| no | one |\n| - | - |\n```")))
    assert document.tables == ("| *a* | $b$ |", "f | g")
    assert document.html.count("</table>") == 2
    assert parse("| a | b |\n| - | - |", Prose.INLINE).tables == ()
