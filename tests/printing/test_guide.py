"""The study guide: everything of the lesson is in it, references say the right page, pages break well."""

import re
from collections import Counter

import pytest

from studysite.markdown import Formula, Image, plain_text
from studysite.materials import Materials
from studysite.passages import lesson_passages
from tests.printing.papers import Pdf, squeezed

EDITIONS = ("a4", "letter", "large")


@pytest.fixture(scope="module")
def guides(pdfs: dict[str, bytes]) -> dict[str, Pdf]:
    return {name: Pdf(pdfs[f"rlhf-limits-guide-{name}.pdf"]) for name in EDITIONS}


@pytest.fixture(scope="module")
def guide(guides: dict[str, Pdf]) -> Pdf:
    return guides["a4"]


def test_every_question_card_and_section_is_there(guides: dict[str, Pdf], materials: Materials) -> None:
    (lesson,) = materials.course.lessons
    for guide in guides.values():
        text = squeezed("".join(guide.texts))
        for section in lesson.sections:
            assert squeezed(section.title) in text
        for number in range(1, len(lesson.items) + 1):
            assert f"Question{number}" in text
        for card in lesson.cards:
            if card.type == "interview":
                assert squeezed(plain_text(card.ask))[:60] in text  # type: ignore[attr-defined]


def test_there_are_as_many_pictures_as_the_text_has(guide: Pdf, materials: Materials) -> None:
    (lesson,) = materials.course.lessons
    documents = [passage.document for passage in lesson_passages(lesson)]
    figures = sum(len(document.of(Image)) for document in documents)
    shown = [str(tag.Alt) for tag in guide.tagged("Figure")]
    hints = [passage.document for passage in lesson_passages(lesson) if "hint" in passage.loc]
    formulas = {
        formula.tex for document in documents if document not in hints for formula in document.of(Formula)
    }
    assert sum(alt not in formulas for alt in shown) == figures
    assert formulas <= set(shown)


def test_the_contents_say_the_right_pages(guides: dict[str, Pdf]) -> None:
    for guide in guides.values():
        contents = re.findall(r"^(.+?)[ .\u2024]+ ?(\d+)$", guide.texts[1], re.MULTILINE)
        assert len(contents) > 12
        for title, page in contents:
            assert squeezed(title) in squeezed(guide.texts[int(page) - 1])


def test_each_question_leads_to_its_key_and_the_key_back(guide: Pdf, materials: Materials) -> None:
    (lesson,) = materials.course.lessons
    leads = {str(link.Dest) for link in guide.links() if "/Dest" in link}
    assert {id for item in lesson.items for id in (item.id, f"key--{item.id}")} <= leads
    assert {f"answer--{card.id}" for card in lesson.cards} <= leads


def test_a_question_stands_on_one_page(guides: dict[str, Pdf]) -> None:
    for guide in guides.values():
        for text in guide.texts:
            assert len(re.findall(r"^Question \d+", text, re.MULTILINE)) == text.count("Key on page")


def test_no_heading_stands_at_the_foot_of_a_page(guides: dict[str, Pdf], materials: Materials) -> None:
    (lesson,) = materials.course.lessons
    headings = {section.title for section in lesson.sections} | {"Questions", "Mark one.", "Pitfalls"}
    for guide in guides.values():
        for number in range(2, len(guide.texts)):
            last = guide.lines(number)[-1]
            assert last.text not in headings


def test_no_paragraph_leaves_a_line_alone(guide: Pdf, materials: Materials) -> None:
    """A page of running text neither begins with the last line of a paragraph nor ends with its first."""
    (lesson,) = materials.course.lessons
    ends = Counter(
        squeezed(line)[-25:] for line in re.split(r"\n{2,}", lesson.text) if line and line[0].isalpha()
    )
    for number in range(3, 16):
        lines = [line for line in guide.lines(number) if line.top > 60]
        first, second = lines[0], lines[1]
        if squeezed(first.text)[-25:] in ends and second.top - first.bottom > 8:
            assert len(squeezed(first.text)) < 3, f"page {number + 1} begins with {first.text!r}"


def test_bookmarks_lead_to_chapters_and_sections(guide: Pdf, materials: Materials) -> None:
    (lesson,) = materials.course.lessons
    titles = guide.outline()
    assert {section.title for section in lesson.sections} <= set(titles)
    assert {"Glossary", "References", "Key to the questions"} <= set(titles)


def test_notes_stand_at_the_foot_of_the_page(guide: Pdf) -> None:
    (number,) = [number for number, text in enumerate(guide.texts) if "Rises of 24.1" in text]
    note = next(line for line in guide.lines(number) if "Rises of 24.1" in line.text)
    assert note.top > 0.7 * guide.shown[number].get_height()


def test_the_index_names_each_page_once(guide: Pdf) -> None:
    (text,) = [text for text in guide.texts if "Index of terms\n" in text and "best-of-n" in text]
    for pages in re.findall(r"[a-z] ((?:\d+, )*\d+)$", text, re.MULTILINE):
        assert len(set(pages.split(", "))) == len(pages.split(", "))


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_copy_of_a_student_and_the_key_make_up_the_guide(edition: str, pdfs: dict[str, bytes]) -> None:
    whole, student, key = (
        Pdf(pdfs[f"rlhf-limits-{name}-{edition}.pdf"]).texts for name in ("guide", "student", "key")
    )
    assert student[1:] + key[1:] == whole[1:]
    kinds = ("Study guide", "Student copy", "Key")
    assert [
        next(kind for kind in kinds if kind in cover) for cover in (whole[0], student[0], key[0])
    ] == list(kinds)
    assert f"frompage{len(student) + 1}on" in squeezed(student[0])
    assert f"thefirstis{len(student) + 1}here" in squeezed(key[0])
    assert not any("asked on page" in text for text in student)


def test_large_print_is_large(guides: dict[str, Pdf]) -> None:
    page = guides["large"].shown[3]
    sizes = [line.bottom - line.top for line in guides["large"].lines(3)]
    assert sorted(sizes)[len(sizes) // 2] > 12, "the height of a line's letters, in points"
    assert round(page.get_width()) == 595
