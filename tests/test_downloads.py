"""The page of downloads."""

from dataclasses import replace

import pytest
from lxml import html

from studysite.examples import read_examples
from studysite.materials import Materials
from studysite.render.downloads import downloads_page
from studysite.render.environment import environment
from studysite.work import File, Work
from tests.pages import tree

TABLE = Work("course.csv", "Table", "For a spreadsheet.", bytes, b"", converted=("Formulas are TeX.",))
GUIDE = Work("guide-a4.pdf", "Guide", "To read.", bytes, b"", kind="paper", variant="A4")


def page(*files: File) -> html.HtmlElement:
    return tree(downloads_page(environment(), Materials(read_examples().course, files=files)).text)


def test_each_file_has_its_link_its_size_and_what_it_could_not_carry() -> None:
    other = replace(TABLE, name="bank.xml", title="Bank", converted=())
    first, second = page(File(TABLE, bytes(86_003)), File(other, bytes(2_340_000))).xpath(
        "//div[@class='entry']"
    )
    assert first.xpath(".//a[@download]/@href") == ["course.csv"]
    assert "86 kB" in first.text_content()
    assert "Formulas are TeX." in first.text_content()
    assert "2.3 MB" in second.text_content()
    assert len({heading.get("id") for heading in (*first.xpath("h3"), *second.xpath("h3"))}) == 2


def test_variants_of_a_file_stand_together_and_paper_before_tools() -> None:
    letter = replace(GUIDE, name="guide-letter.pdf", variant="Letter")
    found = page(File(TABLE, b"1"), File(GUIDE, b"1"), File(letter, b"1"))
    guide, _ = found.xpath("//div[@class='entry']")
    assert [link.text for link in guide.xpath(".//a")] == ["A4", "Letter"]


@pytest.mark.parametrize(("bytes_", "size"), [(1, "1 kB"), (999_499, "999 kB"), (1_000_000, "1.0 MB")])
def test_a_size_is_said_as_one_speaks_of_it(bytes_: int, size: str) -> None:
    assert File(TABLE, bytes(bytes_)).size == size


def test_where_nothing_can_be_taken_away_the_page_says_so() -> None:
    assert page().xpath("//div[@class='empty']")
