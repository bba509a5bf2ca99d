"""The page of what can be taken away."""

import pytest
from lxml import html

from studysite.examples import read_examples
from studysite.render import Download, Materials
from studysite.render.downloads import downloads_page
from studysite.render.environment import environment
from tests.pages import tree


def page(*downloads: Download) -> html.HtmlElement:
    return tree(downloads_page(environment(), Materials(read_examples().course), downloads).text)


def test_each_file_has_its_link_its_size_and_what_it_could_not_carry() -> None:
    one = Download("downloads/course.csv", "Table", "For a spreadsheet.", 86_003, ("Formulas are TeX.",))
    two = Download("downloads/bank.xml", "Bank", "For another.", 2_340_000)
    first, second = page(one, two).xpath("//div[@class='entry']")
    assert first.xpath(".//a[@download]/@href") == ["course.csv"]
    assert "86 kB" in first.text_content()
    assert "Formulas are TeX." in first.text_content()
    assert "2.3 MB" in second.text_content()
    assert len({heading.get("id") for heading in (*first.xpath("h2"), *second.xpath("h2"))}) == 2


@pytest.mark.parametrize(("bytes_", "size"), [(1, "1 kB"), (999_499, "999 kB"), (1_000_000, "1.0 MB")])
def test_a_size_is_said_as_one_speaks_of_it(bytes_: int, size: str) -> None:
    assert Download("a", "b", "c", bytes_).size == size


def test_where_nothing_can_be_taken_away_the_page_says_so() -> None:
    assert page().xpath("//div[@class='empty']")
