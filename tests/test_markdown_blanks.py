"""`==words==` is a blank in the text of a cloze, and nothing else anywhere else."""

import pytest

from studysite.markdown import Blank, Formula, Unpaired, fill, gaps, parse, plain
from studysite.model import Prose
from tests.slots import assert_renders, shown

CLOZE, CLOZE_LABEL = Prose.CLOZE, Prose.CLOZE_LABEL


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a ==b== c", "a <blank>b</blank> c"),
        ("==a== ==b==, (==c==)", "<blank>a</blank> <blank>b</blank>, (<blank>c</blank>)"),
        ("==a b\nc==", "<blank>a b\nc</blank>"),
        ("==a|b|c d==", "<blank|b|c d>a</blank>"),
        ("==a | b==", "<blank|b>a</blank>"),
        ("in==a==word", "in<blank>a</blank>word"),
        (
            "==*a*|b== ==**c**== ==_d_==",
            "<blank|b><em>a</em></blank> <blank><strong>c</strong></blank> <blank><em>d</em></blank>",
        ),
        ("*a ==b== c* **==d==**", "<em>a <blank>b</blank> c</em> <strong><blank>d</blank></strong>"),
        ("==`a == b|c`|d==", "<blank|d><code>a == b|c</code></blank>"),
        ("==$|x|$|y== ==a|$z$==", "<blank|y><formula |x|></blank> <blank|z>a</blank>"),
        ("==[[kettle]]== ==[@a]==", "<blank><named kettle|kettle></blank> <blank><cited a></blank>"),
        ("==a|2*3*4|<b>|&amp;|`c<d`==", "<blank|2*3*4|<b>|&|c<d>a</blank>"),
    ],
)
def test_blanks(source: str, expected: str) -> None:
    assert_renders(source, expected, CLOZE_LABEL)
    assert_renders(source, f"<p>{expected.replace('cited', 'cite').replace('named', 'term')}</p>", CLOZE)


@pytest.mark.parametrize(
    "text",
    [
        "`a ==b== c`",
        "$a ==b== c$",
        "[a ==b== c](#x)",
        "[*a ==b==*](#x)",
        "![a ==b==](b.svg)",
        "<https://a.org/==b==>",
    ],
)
@pytest.mark.parametrize("prose", [CLOZE, CLOZE_LABEL])
def test_in_code_formulas_links_and_images_two_signs_are_text(text: str, prose: Prose) -> None:
    document = parse(text, prose)
    assert [slot for slot in document.slots if isinstance(slot, Blank | Unpaired)] == []
    assert "==b==" in fill(document, shown)


@pytest.mark.parametrize("source", ["```\n==a==\n```", "    ==a==", "x\n\n~~~ text\n==a==\n~~~"])
def test_in_a_block_of_code_two_signs_are_text(source: str) -> None:
    assert parse(source, CLOZE).slots == ()


def test_a_heading_a_list_and_a_table_may_hold_a_blank() -> None:
    assert_renders("## A ==b== {#c}", "<h2 #c>A <blank>b</blank></h>", CLOZE)
    assert_renders("- ==a==\n- b", "<ul>\n<li><blank>a</blank></li>\n<li>b</li>\n</ul>", CLOZE)
    table = parse("| a |\n| - |\n| ==b\\|c== |", CLOZE)
    ((_, gap), _) = gaps(table)
    assert gap is not None
    assert gap.accepted == ("b", "c")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a == b and c == d", "a <unpaired> b and c <unpaired> d"),
        ("==a", "<unpaired>a"),
        ("==a= ==b==", "<unpaired>a= <blank>b</blank>"),
        ("==a== b==", "<blank>a</blank> b<unpaired>"),
        ("====", "<blank></blank>"),
        ("==|a==", "<blank|a></blank>"),
        ("==a|==", "<blank|>a</blank>"),
        (r"\==a==", "==a<unpaired>"),
        (r"\==a\==", "==a=="),
        ("a = b", "a = b"),
    ],
)
def test_a_sign_that_begins_or_ends_no_blank_is_told_apart(source: str, expected: str) -> None:
    assert_renders(source, expected, CLOZE_LABEL)


@pytest.mark.parametrize("prose", [Prose.BLOCK, Prose.INLINE, Prose.LABEL])
def test_elsewhere_two_signs_are_text(prose: Prose) -> None:
    html = fill(parse("a ==b== c", prose), shown)
    assert html.removeprefix("<p>").removesuffix("</p>") == "a ==b== c"


def test_the_gaps_of_a_text_and_what_stands_between_them() -> None:
    first, second, (end, nothing) = gaps(parse("A ==*b*|c== is $d$ ==“e”== f.", CLOZE))
    assert [fill(text, shown) for text in (first[0], second[0], end)] == [
        "<p>A ",
        " is <formula d> ",
        " f.</p>",
    ]
    assert nothing is None
    assert first[1] is not None
    assert second[1] is not None
    assert (first[1].number, fill(first[1].words, shown), first[1].accepted) == (1, "<em>b</em>", ("b", "c"))
    assert (second[1].number, second[1].accepted) == (2, ("“e”",))


def test_what_a_blank_holds_is_among_the_slots_of_its_text() -> None:
    assert parse("==$a$==", CLOZE).of(Formula) == [Formula("a")]
    assert plain(parse("A ==*b*|c== d", CLOZE_LABEL)) == "A b d"
