"""Slips in a text that leave a construct as text: each is named once, at its words, and nothing sound is."""

import pytest

from studysite.check import RULES, Facts
from studysite.check.blocks import NOTES
from studysite.diagnostics import Problem
from studysite.examples import read_examples
from studysite.load import UNPLANNED
from studysite.model import Head, Lesson, Prose
from studysite.passages import Passage
from studysite.pointing import find

ROOMS = ("blocks", "footnotes", "lookalikes", "headings", "targets")
"""The files whose rules look at what a text makes of its signs."""
LESSON = Lesson(slug="tea", folder="content/lessons/tea", head=Head(title="Tea", minutes=3), text="")


def said(text: str, prose: Prose = Prose.BLOCK) -> list[Problem]:
    """What is said of a lesson's text; of a label's or a reason's where the prose is no block."""
    loc = (*LESSON.loc, "text" if prose.is_block else "title")
    facts = Facts(passages=(Passage(loc, text, prose, LESSON),))
    rules = [rule for rule in RULES if rule.__module__.rpartition(".")[2] in ROOMS]
    return [problem for rule in rules for problem in rule(UNPLANNED, facts)]


def place(text: str, problem: Problem) -> str:
    """The text from where the caret stands."""
    assert problem.point is not None
    at = find(text, 0, len(text), problem.point)
    assert at is not None
    return text[at:]


SLIPS = [
    (
        "looks-like-citation",
        "As [@a2020; @b2020] and [@a2020, @b2020] say",
        "[@a2020, ",
        "`[@a2020; @b2020]`",
    ),
    ("looks-like-citation", "so [@wen, p. 600], too", "[@wen, ", "`[@wen]`"),
    ("looks-like-citation", "so [@wen and `x`], too", "[@wen and", "`[@wen]`"),
    ("looks-like-citation", "[@wen2025] as *[see* @wen2025 has it", "@wen2025 has", "`[@wen2025]`"),
    ("looks-like-citation", "(@le-roux1999b)", "@le-", "`[@le-roux1999b]`"),
    ("looks-like-citation", '![a](b.svg "by [@a, p. 1]")', "[@a,", "`[@a]`"),
    ("looks-like-citation", "x[^n]\n\n[^n]: so [@a, p. 1]", "[@a,", "`[@a]`"),
    ("looks-like-citation", "[@]", "[@]", "a key of references.bib"),
    ("looks-like-citation", "ends [@wen", "[@wen", "Close the bracket"),
    ("looks-like-term", "a [[tea]] and [[tea] too", "[[tea] ", "`[[tea]]`"),
    ("looks-like-term", "a [[tea]] and [[tea|]] too", "[[tea|]]", "`[[tea]]`"),
    ("looks-like-term", "a [[tea]] and [[|pot]] too", "[[|pot]]", "plain words"),
    ("looks-like-term", "a [[tea `x`]]", "[[tea `", "plain words"),
    ("looks-like-term", "a [[tea]] and [tea]] too", "[tea]] too", "`[[tea]]`"),
    ("looks-like-term", "a [[tea]]\n\nends [[tea", "[[tea", "Close it"),
    ("looks-like-formula", "so $$x$$ and $$x$ here", "$$x$ ", "`$$x^2$$`"),
    ("looks-like-formula", "$$\n\\frac{a}{b}\n$\n", "$$\n", "`$$x^2$$`"),
    ("looks-like-formula", "$x$ and $y$$ here", "$y$$", "`$$x^2$$`"),
    ("looks-like-formula", "so $ x^2 $ is", "$ x^2", "no space"),
    ("looks-like-formula", "so $\\beta is", "$\\beta", "with `$`"),
    ("looks-like-formula", "so $$\\beta is", "$$\\beta", "with `$$`"),
    ("looks-like-formula", "$$\na = b\n\nand more", "$$\n", "no empty line"),
    ("looks-like-directive", "!quiz a\n\n!quiz: a b", "!quiz: a", "`!quiz a b`"),
    ("looks-like-directive", "!Cards a, b", "!Cards", "`!cards a b`"),
    ("looks-like-directive", "word\n! quiz a", "! quiz", "`!quiz a`"),
    ("looks-like-directive", "Now !quiz one of these.", "!quiz one", "`!quiz id`"),
    ("looks-like-note", "!!! note: Steam", "!!! note", '`!!! note "Its title"`'),
    ("looks-like-note", "??? tip", "??? tip", '`!!! tip "Its title"`'),
    ("unknown-footnote", "a[^mlik] c[^milk]\n\n[^milk]: e", "[^mlik]", "`milk`"),
    ("unknown-footnote", "a[^nowhere] c[^d]\n\n[^d]: e", "[^nowhere]", "`[^nowhere]: …`"),
    ("unused-footnote", "a[^b]\n\n[^b]: c\n[^d]: e", "[^d]: e", "`[^d]`"),
    ("unused-footnote", "`[^b]`\n\n[^b]: c", "[^b]: c", "`[^b]`"),
    ("empty-note", "!!! note\n\n    a\n\n!!! note\nb", "!!! note\nb", "four spaces"),
    ("empty-note", '!!! danger ""', "!!! danger", "four spaces"),
    ("unknown-note", "!!! exampel\n    a", "!!! exampel", "`example`"),
    ("unknown-note", "!!! tip\n    a", "!!! tip", "or `danger`"),
    ("unknown-note", "!!! note very hot\n    a", "!!! note", '`!!! note "Very hot"`'),
    ("list-in-paragraph", "so:\n- a", "- a", "empty line"),
    ("list-in-paragraph", "so\n- `a`\n- b\n- c\n- d", "- `a`", "empty line"),
    ("list-in-paragraph", "so\n1. a\n   b\n2. c", "1. a", "empty line"),
    ("table-in-paragraph", "| a | b |\n| - |\n| c | d |", "| - |", "the same columns"),
    ("table-in-paragraph", "so:\n| a | b |\n| - | - |", "| - |", "empty line"),
    ("lost-caption", '![a](b.svg "c")\n\nd ![a](b.svg "c")', 'b.svg "c")', "empty line"),
    ("unnamed-section", "## A {#a}\n\n## A `b` {claims=C}", "## A `b`", '`{#a-b claims="C"}`'),
    ("unnamed-section", "## A_b\n", "## A_b", "`{#a-b}`"),
]
"""A code; a text; what stands at the caret; a part of the cure."""


@pytest.mark.parametrize(("code", "text", "at", "cure"), SLIPS)
def test_a_slip_is_named_once_at_its_words_with_its_cure(code: str, text: str, at: str, cure: str) -> None:
    problems = said(text)
    assert [problem.code for problem in problems] == [code]
    assert place(text, problems[0]).startswith(at)
    assert cure in problems[0].cure


@pytest.mark.parametrize(
    "text",
    [
        *("[@a2020]", "[@a; @b]", "\\[@a, p. 1]", "`[@a, p. 1]`", "    [@a, p. 1]", "```\n[@a, p. 1]\n```"),
        *(
            "a@b2020.org",
            "<https://a.b/@c2020>",
            "https://a.b/@c2020",
            "@home and @b.c",
            "@c2020.example.org",
        ),
        *(
            "[[a]]",
            "[[a|b]]",
            "| a |\n| - |\n| [[a\\|b]] |",
            "\\[[a]",
            "`[[a]`",
            "[[sic] or so]",
            "cells[i[j]]",
        ),
        *("$[[a, b], [c, d]]$", "[[1, 2], [3, 4]]", "[[a, b], [c, d]]", "[of [one]]", "[[a](#b)"),
        *(
            "$x$, $$y$$",
            "$5, or $6",
            "\\$x^2",
            "`$x^2`",
            "a $$ place for $20",
            "from $$ to $ a head",
            "US$ or A$",
        ),
        *(
            "$HOME and $a_b",
            "| a | b |\n| - | - |\n| c | $$ |",
            "5$ for x^2, 6$ for y^2",
            "$$\na\n\\\\\nb\n$$",
        ),
        *("!quiz a", "What a quiz! Cards!", "`!quiz: a`", "    !quiz: a", "Hooray! Quiz time", "!!!"),
        *("a[^b]\n\n[^b]: c", "a[^b] d[^b]\n\n[^b]: c[^e]\n\n[^e]: f", "`[^a-z]`", "\\[^a]", "$[^a]$"),
        *('!!! note "A"\n    b', "!!! Warning\n\n    - a\n", "!!! example\n    !!! danger\n        a"),
        *(
            "- a\n- b",
            "a - b\n- c",
            "a\n- b - c",
            "a was in\n1999. b",
            "rank\n1. b",
            "so:\n\n- a",
            "- a\n\n    b:\n\n    - c",
        ),
        *("a\n-1 and\n-2", "## A {#a}\n- b\n- c", "```\nso:\n- a\n```", "$$\na:\n- b\n- c\n$$", "so:\n\\- a"),
        *("| a | b |\n| - | - |", "a | b\n- | -", "a | b\nc | d", "| a |\n| - |"),
        *('![a](b.svg "c")', "d ![a](b.svg)", "## A {#a}", "## A {#a claims=B}"),
    ],
)
def test_what_is_sound_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_the_first_heading_is_told_of_as_such_alone() -> None:
    lesson = LESSON.model_copy(update={"text": "# Tea"})
    facts = Facts(passages=(Passage((*LESSON.loc, "text"), "# Tea", lesson=lesson),))
    assert [problem for rule in RULES for problem in rule(UNPLANNED, facts)] == []


@pytest.mark.parametrize("prose", [Prose.INLINE, Prose.LABEL])
def test_a_text_that_is_one_paragraph_has_no_lists_and_no_footnotes(prose: Prose) -> None:
    assert said("so:\n- a\n- b\n\n| a | b |\n| - |", prose) == []
    (problem,) = said("a[^b]", prose)
    assert (problem.code, problem.cure[-29:]) == ("unknown-footnote", "only lesson.md has footnotes.")
    (problem,) = said("see !quiz a", prose)
    assert problem.code == "looks-like-directive"
    assert problem.cure.startswith("Move it to the text of lesson.md")


def test_slips_that_are_alike_are_told_each_at_its_place() -> None:
    text = "[@a, p. 1] `[@a, p. 1]` [@a, p. 1]\n\n[@a, p. 1]"
    places = [len(text) - len(place(text, problem)) for problem in said(text)]
    assert places == [0, 24, 36]


def test_what_stands_alone_on_its_line_is_told_from_what_begins_alike() -> None:
    text = "[[tea]] is\n\n[[tea]"
    (problem,) = said(text)
    assert place(text, problem) == "[[tea]"


def test_the_page_of_the_format_names_the_kinds_of_note() -> None:
    (note,) = (construct for construct in read_examples().constructs if construct.id == "note")
    assert all(f"`{kind}`" in note.says for kind in NOTES)
