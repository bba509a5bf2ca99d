"""Images and links in Markdown: their targets, captions and words come out as their author wrote them."""

import re

import pytest

from studysite.markdown import Link, fill, parse
from tests.slots import assert_renders, shown


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("![a](b.svg)", "<figure b.svg|a|>"),
        ('![a](b.svg "c *d*")', "<figure b.svg|a|c *d*>"),
        ('![a](b.svg "c [@k] of $x$")', "<figure b.svg|a|c <cite k> of <formula x>>"),
        ("x ![a](b.svg) y", "<p>x <image b.svg|a|> y</p>"),
        ("[![a](b.svg)](#x)", '<p><a href="#x"><image b.svg|a|></a></p>'),
        ("![a & <b>](c.svg)", "<figure c.svg|a & <b>|>"),
        ("![at $x$](c.svg)", "<figure c.svg|at x|>"),
        ("![a \\* b](c\\_d.svg)", "<figure c_d.svg|a * b|>"),
        ("![a `b`](c.svg)", "<figure c.svg|a b|>"),
    ],
)
def test_images(source: str, expected: str) -> None:
    assert_renders(source, expected)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("[x](../a/lesson.md#b)", "../a/lesson.md#b"),
        ("[x](<a b.md>)", "a b.md"),
        ("[x][r]\n\n[r]: a.md", "a.md"),
        ("<https://example.org/>", "https://example.org/"),
        ("[x](https://example.org/?a=1&b=2)", "https://example.org/?a=1&b=2"),
        ("[x](https://example.org/a\\_b)", "https://example.org/a_b"),
        ("[x](https://example.org/$a$/b)", "https://example.org/$a$/b"),
        ("<https://example.org/$a$>", "https://example.org/$a$"),
        ("<a_b@example.org>", "mailto:a_b@example.org"),
    ],
)
def test_the_target_of_a_link_is_what_the_author_wrote(source: str, target: str) -> None:
    assert parse(source).of(Link) == [Link(target)]


def test_no_markup_stands_in_an_attribute() -> None:
    html = fill(parse('[x](#y "see [@a] and $b$")'), shown)
    assert re.findall(r'title="([^"]*)"', html)
    assert "<cite" not in html
    assert "<formula" not in html
