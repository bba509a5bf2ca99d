"""The caret stands under the words that are meant."""

import pytest

from studysite.pointing import Pointer, find


@pytest.mark.parametrize(
    ("text", "pointer", "found"),
    [
        ("see [@a] here", Pointer("@a"), "@a] here"),
        ("[@ab] and [@a]", Pointer("@a"), "@a]"),
        ("[@a-b] and [@a]", Pointer("@a"), "@a]"),
        ("[a](#xy) [b](#x)", Pointer("](#x", shift=2), "#x)"),
        ("one two one two", Pointer("one", nth=1), "one two"),
        ("one two", Pointer("one", nth=5), "one two"),
        ("`[@a]` then [@a]", Pointer("@a"), "@a]"),
        ("``x ` [@a]`` then [@a]", Pointer("@a"), "@a]"),
        ("```\n[@a]\n```\n[@a]", Pointer("@a"), "@a]"),
        ("~~~ x\n[@a]\n~~~\n[@a]", Pointer("@a"), "@a]"),
        ("only `[@a]`", Pointer("@a"), "@a]`"),
        ("[[reward\n    model]]", Pointer("[[reward model]]"), "[[reward\n    model]]"),
        ('## A {#a claims="T1 T2"}', Pointer("#a", inside="T2"), 'T2"}'),
        ('## A {#a claims="T12 T1"}', Pointer("#a", inside="T1"), 'T1"}'),
        ("!quiz ab a\n!quiz a", Pointer("!quiz ab a", inside="a"), "a\n!quiz a"),
        ("$x$ and $x + y$", Pointer("$x + y$", shift=3), "y$"),
        ("$$\n    x + \\no\n    $$", Pointer("$$ x + \\no $$", shift=4), "\\no\n    $$"),
        ("> $$x\n> + \\no$$", Pointer("$$x + \\no$$", shift=4), "\\no$$"),
        ("> a\n > b > c d", Pointer("a b > c d", shift=3), "c d"),
        ("!quiz a b\n!quiz a", Pointer("!quiz a", whole_line=True), "!quiz a"),
        ("a.b axb", Pointer("a.b"), "a.b axb"),
        ("fine $\\frac{1}$", Pointer("\\frac{1}"), "\\frac{1}$"),
    ],
)
def test_where_the_words_are(text: str, pointer: Pointer, found: str) -> None:
    at = find(text, 0, len(text), pointer)
    assert at is not None
    assert text[at:] == found


def test_words_outside_the_value_are_not_found() -> None:
    assert find("x one", 0, 1, Pointer("one")) is None
    assert find("one x", 3, 5, Pointer("one")) is None
    assert find("x", 0, 1, Pointer("one")) is None


def test_words_inside_others_are_looked_for_on_their_line_alone() -> None:
    assert find("## A {#a}\nT2", 0, 12, Pointer("#a", inside="T2")) == 6
