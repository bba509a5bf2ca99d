"""Markdown becomes HTML with slots: what is ours is found by the parser, and only where it is meant."""

from html import escape

import pytest

from studysite.markdown import (
    Citation,
    Directive,
    Formula,
    Link,
    TermLink,
    fill,
    parse,
)
from studysite.model import Prose
from tests.slots import UNTOLD, assert_renders, shown, words

BLOCK, INLINE, LABEL = Prose.BLOCK, Prose.INLINE, Prose.LABEL
# -- each pattern where it is meant -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("see [@wen2025].", "<p>see <cite wen2025>.</p>"),
        ("[@a; @b]", "<p><cite a b></p>"),
        ("[@a;@b] [@c]", "<p><cite a b> <cite c></p>"),
        ("[@doi:10.1/x.y-z]", "<p><cite doi:10.1/x.y-z></p>"),
        ("**[@a]** and *[@b]*", "<p><strong><cite a></strong> and <em><cite b></em></p>"),
        ("in_[@a]_words", "<p>in_<cite a>_words</p>"),
        ("[me@example.org] [@] [ @a] [@a, p. 3]", "<p>[me@example.org] [@] [ @a] [@a, p. 3]</p>"),
    ],
)
def test_citations(source: str, expected: str) -> None:
    assert_renders(source, expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a [[rater]]'s taste", "<p>a <term rater|rater>&rsquo;s taste</p>"),
        ("[[rater|people]]", "<p><term rater|people></p>"),
        ("[[ reward\nmodel ]]", "<p><term reward model|reward model></p>"),
        ("[[a]] [[b]]", "<p><term a|a> <term b|b></p>"),
        ("[[]] [[a|]] [[a [b] c]]", "<p>[[]] [[a|]] [[a [b] c]]</p>"),
    ],
)
def test_terms(source: str, expected: str) -> None:
    assert_renders(source, expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("so $a_1*b*c_2$ holds", "<p>so <formula a_1*b*c_2> holds</p>"),
        ("$a<b$ & $c>d$", "<p><formula a<b> &amp; <formula c>d></p>"),
        (r"$\{x\} \$ \\$", r"<p><formula \{x\} \$ \\></p>"),
        ('$"q"$ and "q"', '<p><formula "q"> and &ldquo;q&rdquo;</p>'),
        ("$$x$$", "<p><display x></p>"),
        ("$$\nx \\\\\ny\n$$", "<p><display x \\\\\ny></p>"),
        ("so $$x$$ holds", "<p>so <display x> holds</p>"),
        ("*$a$* **$b$**", "<p><em><formula a></em> <strong><formula b></strong></p>"),
        ("$a$-$b$, ($c$)", "<p><formula a>-<formula b>, (<formula c>)</p>"),
    ],
)
def test_formulas(source: str, expected: str) -> None:
    assert_renders(source, expected)


@pytest.mark.parametrize(
    "text",
    [
        "costs $5",
        "costs $5 and $10",
        "US$5 or US$6 a month",
        "$20,000 and USD$30,000",
        "between $5-$10",
        "a $ sign, and another $ sign",
        "$ x $ and $x $",
    ],
)
def test_prices_are_text(text: str) -> None:
    assert_renders(text, f"<p>{text}</p>")


# -- none of them in code ------------------------------------------------------------------------------

OURS = "[@a] [[b]] [[b|c]] $d$ $$e$$"


@pytest.mark.parametrize("prose", list(Prose))
@pytest.mark.parametrize("tick", ["`", "``"])
def test_code_in_a_line_is_left_alone(tick: str, prose: Prose) -> None:
    inside = f"<code>{OURS}</code>"
    expected = f"<p>{inside}</p>" if prose.is_block else inside
    assert_renders(f"{tick}{OURS}{tick}", expected, prose)


@pytest.mark.parametrize(
    "source",
    [
        "```\n{}\n```",
        "~~~\n{}\n~~~",
        "``` text\n{}\n```",
        "before\n\n```\n{}\n```",
        "    {}",
    ],
)
@pytest.mark.parametrize("line", [OURS, "!quiz a", "## Heading", "!!! note", "<b>"])
def test_a_block_of_code_is_left_alone(source: str, line: str) -> None:
    document = parse(source.format(line))
    assert document.slots == ()
    assert line.replace("<", "&lt;").replace(">", "&gt;") in document.html


def test_code_is_coloured_by_classes() -> None:
    html = parse("```python\nx = '<b>'\n```").html
    assert html.startswith('<div class="highlight"><pre>')
    assert "&lt;b&gt;" in html
    assert "style" not in html


# -- in links, headings, tables, lists, notes ---------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[see [@a]](#x)", '<p><a href="#x">see <cited a></a></p>'),
        ("[a [[b]] c](#x)", '<p><a href="#x">a <named b|b> c</a></p>'),
        ("[a $b$ `[@c]`](#x)", '<p><a href="#x">a <formula b> <code>[@c]</code></a></p>'),
        ("[*[@a]*](#x) [@b]", '<p><a href="#x"><em><cited a></em></a> <cite b></p>'),
    ],
)
def test_inside_a_link_nothing_links(source: str, expected: str) -> None:
    assert_renders(source, expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## See [@a]", "<h2 #see>See <cited a></h>"),
        ("## The [[b|rater]] {#r}", "<h2 #r>The <named b|rater></h>"),
        ("## On $x$ {#x}", "<h2 #x>On <formula x></h>"),
        ("## `[@a]` {#c}", "<h2 #c><code>[@a]</code></h>"),
        ("### *[@a]* {#d}", "<h3 #d><em><cited a></em></h>"),
        ("## A [link](#x) {#e}", '<h2 #e>A <a href="#x">link</a></h>'),
    ],
)
def test_inside_a_heading_nothing_of_ours_links(source: str, expected: str) -> None:
    assert_renders(source, expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('## The raters {#raters claims="F1 F2"}', "<h2 #raters F1 F2>The raters</h>"),
        ("## A & <b> \\* `c` {#a}", "<h2 #a>A &amp; &lt;b&gt; * <code>c</code></h>"),
        ("## Two words", "<h2 #two-words>Two words</h>"),
        ("## A\n\n## A\n\n## A", "<h2 #a>A</h>\n<h2 #a-2>A</h>\n<h2 #a-3>A</h>"),
        ("## B {#a}\n\n## A", "<h2 #a>B</h>\n<h2 #a-2>A</h>"),
        ("## A\n\n## B {#a-2}\n\n## A", "<h2 #a>A</h>\n<h2 #a-2>B</h>\n<h2 #a-3>A</h>"),
        ("## 中文", "<h2 #section>中文</h>"),
        ("Under\n-----", "<h2 #under>Under</h>"),
        ("text\n## A", "<p>text</p>\n<h2 #a>A</h>"),
    ],
)
def test_headings(source: str, expected: str) -> None:
    assert_renders(source, expected)


def test_an_id_made_of_a_heading_reads_like_the_heading() -> None:
    assert_renders("## The [[b|rater]]", "<h2 #the-rater>The <named b|rater></h>")


def test_tables_lists_and_definitions_may_hold_all_of_them() -> None:
    table = parse("| a | b |\n| - | -: |\n| [@a] | $x$ |")
    assert [type(slot) for slot in table.slots] == [Citation, Formula]
    assert "<td><" not in table.html
    assert_renders("term\n:   of [@a]", "<dl>\n<dt>term</dt>\n<dd>of <cite a></dd>\n</dl>")
    assert_renders("- $x$\n- [[b]]", "<ul>\n<li><formula x></li>\n<li><term b|b></li>\n</ul>")


def test_a_term_in_a_table_has_its_bar_escaped() -> None:
    (term,) = parse("| a |\n| - |\n| [[b\\|c]] |").of(TermLink)
    assert (term.name, term.shown) == ("b", "c")


def test_an_admonition_may_hold_all_of_them() -> None:
    assert_renders(
        '!!! note "On [@a]"\n    $x$\n\n    !quiz q',
        '<div class="admonition note">\n<p class="admonition-title">On <cite a></p>\n'
        "<p><formula x></p>\n<place quiz q></div>",
    )


def test_a_footnote_may_hold_all_of_them() -> None:
    document = parse("a[^1]\n\n[^1]: [@a] [[b]] $x$")
    assert {type(slot) for slot in document.slots} == {Citation, TermLink, Formula}
    assert 'href="#fn:1"' in document.html
    assert 'href="#fnref:1"' in document.html
    assert document.of(Link) == []


# -- directives ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("!quiz a", "<place quiz a>"),
        ("!quiz  a\tb  ", "<place quiz a b>"),
        ("!cards a\n!quiz b", "<place cards a><place quiz b>"),
        ("!lab", "<place lab>"),
        ("x\n\n!quiz a\n\ny", "<p>x</p>\n<place quiz a><p>y</p>"),
        ("!quiz a\nx", "<place quiz a><p>x</p>"),
        ("> !quiz a", "<blockquote><place quiz a></blockquote>"),
        ("x !quiz a", "<p>x !quiz a</p>"),
        ("!Stop that", "<p>!Stop that</p>"),
        ("Wow!", "<p>Wow!</p>"),
        ("[!quiz a](#x)", '<p><a href="#x">!quiz a</a></p>'),
        ("## !quiz a {#h}", "<h2 #h>!quiz a</h>"),
        ("\\!quiz a", "<p>!quiz a</p>"),
    ],
)
def test_directives(source: str, expected: str) -> None:
    assert_renders(source, expected)


@pytest.mark.parametrize("source", ["text\n!quiz a", "text\n!quiz a\nmore", "  !quiz a", "- x\n\n  !quiz a"])
def test_a_directive_on_a_line_of_its_own_is_never_mere_text(source: str) -> None:
    assert [slot.arguments for slot in parse(source).of(Directive)] == [("a",)]


@pytest.mark.parametrize("prose", [INLINE, LABEL])
def test_a_line_of_text_places_nothing(prose: Prose) -> None:
    assert parse("!quiz a", prose).slots == ()


def test_a_text_that_is_clicked_itself_has_no_links_of_ours() -> None:
    assert_renders("[@a] *[[b]]* $c$", "<cited a> <em><named b|b></em> <formula c>", LABEL)


# -- escapes, raw HTML, odd characters -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("\\[@a] \\[[b]]", "<p>[@a] [[b]]</p>"),
        ("\\$5 and $x$", "<p>$5 and <formula x></p>"),
        ("\\$x$", "<p>$x$</p>"),
        ("\\`[@a]\\`", "<p>`<cite a>`</p>"),
        ("\\*a\\*", "<p>*a*</p>"),
    ],
)
def test_a_backslash_makes_text_of_a_sign(source: str, expected: str) -> None:
    assert_renders(source, expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a <b>c</b> d", "<p>a &lt;b&gt;c&lt;/b&gt; d</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<div>\n\n*x*\n\n</div>", "<p>&lt;div&gt;</p>\n<p><em>x</em></p>\n<p>&lt;/div&gt;</p>"),
        ("a<br>b", "<p>a&lt;br&gt;b</p>"),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
        ("&amp; &copy; &#42;", "<p>&amp; &copy; &#42;</p>"),
    ],
)
def test_raw_html_is_text(source: str, expected: str) -> None:
    assert_renders(source, expected)


@pytest.mark.parametrize(
    "text", ["\ue000", "\ue0000\ue001", "\ue0010\ue000 [@a] \ue0000\ue001", "`\ue0000\ue001`"]
)
def test_private_use_characters_never_pass_for_a_slot(text: str) -> None:
    document = parse(text)
    assert document.of(Citation) == [slot for slot in document.slots if isinstance(slot, Citation)]
    assert not UNTOLD.search(fill(document, shown))


@pytest.mark.parametrize("text", ["\x02klzzwxh:0000\x03", "\x02wzxhzdk:0\x03", "`a` \x02klzzwxh:0000\x03"])
def test_the_parsers_own_marks_never_pass_for_code(text: str) -> None:
    assert parse(text).html.count("<code>") == text.count("`a`")


@pytest.mark.parametrize("text", ["$a`b`c$", "[[`a`]]", "[[a|`b`]]", "[@`a`]", "$$a `b`$$"])
@pytest.mark.parametrize("prose", list(Prose))
def test_code_inside_a_pattern_of_ours_leaves_no_mark_of_the_parser(text: str, prose: Prose) -> None:
    document = parse(text, prose)
    assert not UNTOLD.search(" ".join((fill(document, shown), *words(document))))


@pytest.mark.parametrize(
    "text",
    [
        *("## A {claims}", "## A {claims=}", "## A {#}", "## A {id}", '## A {#a b="}', "## A {: }"),
        *(
            "![a](b.svg){title=}",
            "![a](b.svg){alt=}",
            "![a](b.svg){src}",
            "[a](b){href}",
            "[a](b){title class}",
        ),
        *("p\n{: id }", "- a\n{: class=}", "[a]()", "![]()", "[a][b]\n\n[b]: <>"),
    ],
)
def test_no_attribute_list_stops_the_parser(text: str) -> None:
    assert fill(parse(text), shown)


def test_quotation_marks_and_dashes_are_set() -> None:
    assert_renders("\"a\" 'b' -- c ...", "<p>&ldquo;a&rdquo; &lsquo;b&rsquo; &ndash; c &hellip;</p>")


# -- how much of Markdown a text may hold ---------------------------------------------------------------


@pytest.mark.parametrize("text", ["- 5", "+ 5", "* 5", "1986. A year", "# 1", "> 5", "===", "* * *", "| a |"])
def test_an_inline_text_is_one_line_of_text_whatever_it_begins_with(text: str) -> None:
    html = fill(parse(text, INLINE), shown)
    assert html == text.replace(">", "&gt;")


def test_an_inline_text_has_no_paragraph() -> None:
    assert_renders("a *b*\nc", "a <em>b</em>\nc", INLINE)
    assert_renders("", "", INLINE)


def test_a_block_has_paragraphs() -> None:
    assert_renders("a\n\nb", "<p>a</p>\n<p>b</p>", BLOCK)


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    parse("## A {#a}\n\n[@x][r][^1]\n\n[r]: b.md\n\n[^1]: n")
    assert_renders("## A\n\n[x][r][^1]", "<h2 #a>A</h>\n<p>[x][r][^1]</p>")


@pytest.mark.parametrize(
    ("source", "tags"),
    [
        ("A <b>bold</b> word", ("<b>",)),
        ('A <a href="x">y</a>, **<i>z</i>** and <br/>', ('<a href="x">', "<i>", "<br/>")),
        ("<div>\n\ntext\n\n</div>", ("<div>",)),
        ("<!-- a comment -->", ("<!--",)),
        ("[a <b>](#x)", ("<b>",)),
        ("# A <b>", ("<b>",)),
        ("`<b>` and ``<i> ` <u>``", ()),
        ("    <b>\n", ()),
        ("```html\n<script>\n```", ()),
        ("<https://example.org> and <a@example.org>", ()),
        ("$a<b>c$ and 1 < 2 > 0, a<b and c>d", ()),
        ("List <3 and <-> and <>", ()),
    ],
)
def test_tags_of_html_are_noted_where_they_are_text(source: str, tags: tuple[str, ...]) -> None:
    document = parse(source)
    assert document.tags == tags
    for tag in tags:
        assert escape(tag.split()[0].removesuffix("--")) in document.html
