"""The page of downloads."""

from dataclasses import replace

import pytest
from lxml import html

from studysite.examples import read_examples
from studysite.materials import Materials
from studysite.render.downloads import downloads_page
from studysite.render.environment import environment
from studysite.work import File, Work
from tests.pages import LESSON, rendered, tree
from tests.projects import ROOT, SAMPLE

TABLE = Work("course.csv", "Table", "For a spreadsheet.", bytes, b"", converted=("Formulas are TeX.",))
GUIDE = Work("guide-a4.pdf", "Guide", "To read.", bytes, b"", kind="paper", variant="A4", form="Study guide")


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


def test_what_each_of_many_lessons_has_stands_by_lesson_and_is_explained_once() -> None:
    mine = [replace(GUIDE, name=f"{slug}-guide.pdf", lesson=slug) for slug in ("teapots", "kettles")]
    cards = replace(GUIDE, name="kettles-cards.pdf", form="Cards", says="To cut.", lesson="kettles")
    files = tuple(File(work, b"1") for work in (GUIDE, *mine, cards, TABLE))
    text = rendered(SAMPLE, files=files)["downloads/index.md"]
    whole, kettles, teapots, table = tree(text).xpath("//div[@class='entry']")
    assert [text.count(says) for says in (GUIDE.says, cards.says)] == [1, 1]
    assert whole.xpath(".//a/@href") == ["guide-a4.pdf"]
    assert kettles.xpath("h3/@id") == ["of-kettles"]
    assert [form.text for form in kettles.iter("dt")] == ["Study guide", "Cards"]
    assert teapots.xpath(".//a/@href") == ["teapots-guide.pdf"]
    assert table.xpath(".//a/@href") == ["course.csv"]


def test_a_lesson_leads_to_its_guide_and_its_other_files() -> None:
    guide = replace(GUIDE, lesson="kettles")
    key = replace(guide, name="key.pdf", form="Key")
    found = tree(rendered(SAMPLE, files=(File(key, b"1"), File(guide, b"1")))[LESSON])
    links = found.xpath("//ul[@class='facts']//a/@href")
    assert links[-2:] == ["../../downloads/guide-a4.pdf", "../../downloads/#of-kettles"]


def test_the_home_page_leads_to_the_guide_and_to_nothing_else_of_the_course_on_paper() -> None:
    guide = replace(GUIDE, name="rlhf-limits-guide.pdf", lesson="rlhf-limits")
    eve = replace(GUIDE, name="interview-tomorrow.pdf", form="Interview tomorrow")
    shell = {"index.md": (ROOT / "docs/index.md").read_text("utf-8")}
    home = tree(rendered(ROOT, shell, (File(guide, b"1"), File(eve, b"1")))["index.md"])
    (line,) = home.xpath("//p[starts-with(., 'A study guide to print')]")
    assert line.xpath("a/@href") == ["downloads/rlhf-limits-guide.pdf"]
