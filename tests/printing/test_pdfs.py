"""Every PDF of the real lessons: tagged and readable by machines, whole, nothing beyond the page."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.printing.papers import Pdf

MARGIN = 14.0
"""Points of paper that stay white at each edge: what a printer cannot print on."""


@pytest.fixture(scope="module")
def every(pdfs: dict[str, bytes]) -> dict[str, Pdf]:
    return {name: Pdf(data) for name, data in pdfs.items()}


@pytest.fixture(scope="module")
def faults(every: dict[str, Pdf]) -> Callable[[Callable[[Pdf], object]], dict[str, object]]:
    """What a search finds in which of the PDFs."""
    return lambda find: {name: found for name, pdf in every.items() if (found := find(pdf))}


Faults = Callable[[Callable[[Pdf], object]], dict[str, object]]


def test_each_says_its_standard_its_language_and_its_title(every: dict[str, Pdf]) -> None:
    for pdf in every.values():
        with pdf.file.open_metadata() as said:
            assert said["pdfuaid:part"] == "1"
            assert said["dc:title"]
        assert pdf.file.Root.Lang == "en"
        assert pdf.file.Root.MarkInfo.Marked
        assert pdf.file.Root.ViewerPreferences.DisplayDocTitle
    titles = [str(pdf.file.docinfo["/Title"]) for pdf in every.values()]
    assert all(titles)


def test_every_picture_says_what_it_shows(faults: Faults) -> None:
    assert faults(lambda pdf: [tag for tag in pdf.tagged("Figure") if not str(tag.get("/Alt", ""))]) == {}


def test_no_heading_skips_a_level(faults: Faults) -> None:
    def skips(pdf: Pdf) -> list[tuple[int, int]]:
        levels = [0, *(int(str(tag.S)[2]) for tag in pdf.tags() if re.fullmatch(r"/H[1-6]", str(tag.S)))]
        return [(one, next_) for one, next_ in pairwise(levels) if next_ > one + 1]

    assert faults(skips) == {}


def test_the_head_of_a_table_says_what_it_heads(faults: Faults) -> None:
    assert faults(lambda pdf: [tag for tag in pdf.tagged("TH") if tag.A.get("/Scope") != "/Column"]) == {}


def test_every_font_is_embedded_and_from_the_locked_packages(faults: Faults) -> None:
    ours = re.compile(r"/[A-Z]{6}\+(Text|Face|Title|Code|Signs)(-|$)")

    def strangers(pdf: Pdf) -> set[str]:
        found = set()
        for font in pdf.fonts():
            descriptor = font.DescendantFonts[0].FontDescriptor
            if not ours.match(str(font.BaseFont)) or not {"/FontFile2", "/FontFile3"} & set(
                descriptor.keys()
            ):
                found.add(str(font.BaseFont))
        return found

    assert faults(strangers) == {}


def test_every_link_leads_somewhere(faults: Faults) -> None:
    def dead(pdf: Pdf) -> list[str]:
        places = pdf.places()
        inner = [str(link.Dest) for link in pdf.links() if "/Dest" in link]
        outer = [str(link.A.URI) for link in pdf.links() if "/A" in link]
        return [place for place in inner if place not in places] + [
            address for address in outer if not address.startswith("https://")
        ]

    assert faults(dead) == {}


def test_no_text_comes_near_the_edge(faults: Faults) -> None:
    assert faults(lambda pdf: pdf.strays(MARGIN)) == {}


def test_the_printed_number_of_a_page_is_its_number_in_a_reader(every: dict[str, Pdf]) -> None:
    for pdf in every.values():
        for number in range(len(pdf.shown)):
            head = [line.text for line in pdf.lines(number) if line.top < 90 and line.text.isdigit()]
            assert not head or head[0] == str(pdf.first + number)


def test_none_has_an_empty_page(faults: Faults) -> None:
    assert faults(lambda pdf: [number for number, text in enumerate(pdf.texts, 1) if not text.strip()]) == {}


def test_a_reference_names_the_page_that_it_leads_to(faults: Faults) -> None:
    def wrong(pdf: Pdf) -> list[tuple[str, int]]:
        told = [(link, re.search(r"(?:page\s+|(?: \.){3,} ?)(\d+)$", words)) for link, words in pdf.linked()]
        pages = [(link, int(found[1])) for link, found in told if found]
        return [(str(link.Dest), page) for link, page in pages if pdf.numbers[str(link.Dest)] != page]

    assert faults(wrong) == {}
