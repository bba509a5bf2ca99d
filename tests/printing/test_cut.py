"""Cards to cut out: a back behind its front, all words on the card, nothing over its edge."""

import re
from functools import cache

import pypdfium2
import pytest

from studysite.examples import read_examples
from studysite.markdown import plain_text
from studysite.materials import Materials
from studysite.model import CARD_TYPES, Card, Course
from studysite.model.cards.concept import Concept
from studysite.model.cards.interview import Interview
from studysite.printing.cut import cuts
from studysite.printing.cutsize import EDGES, FORMATS, LONG_EDGE, Edge, Format
from studysite.printing.stock import Stock
from studysite.webbuild import for_print
from studysite.work import Work
from tests.printing.cutouts import MM, Face, cut_out, read_aloud
from tests.printing.papers import Pdf
from tests.projects import ROOT

NEAR = 0.3
"""How far a sign may reach out of its box, in millimetres: some letters overhang."""
LONG = " ".join(f"Sentence {number} is one of those that make this answer long." for number in range(24))
HUGE = "Incomprehensibilities" * 9
WIDE = f"`{HUGE}` {HUGE}\n\n| {HUGE} | b |\n|---|---|\n| 1 | 2 |\n\n```\n{HUGE}\n```"
BY_NAME = {(each.name, each.paper.name): each for each in FORMATS}
BUSINESS, INDEX = BY_NAME["business", "a4"], BY_NAME["index", "a4"]
LEAST = BY_NAME["business", "letter"]
"""The format with the least room on a card."""


def changed(type_: str, id: str, **fields: object) -> Card:
    card = next(card for card in read_examples().course.lessons[0].cards if card.type == type_)
    return card.model_copy(update={"id": id, **fields})


@cache
def odd() -> Course:
    """A lesson with a card of each type, and with such as are hard to set."""
    course = read_examples().course
    (lesson,) = course.lessons
    more = (
        changed("concept", "long", answer=f"{LONG}\n\n- one\n- two"),
        changed("interview", "many", points=[LONG[:300]] * 5),
        changed("concept", "asked", ask=LONG[:600]),
        changed("concept", "wide", answer=WIDE),
        changed("cloze", "blanks", text="It takes ==five==, ==six or ten== and ==all the words==."),
        *(changed("concept", f"more-{number}") for number in range(5)),
    )
    cards = (*lesson.cards, *more)
    return course.model_copy(update={"lessons": (lesson.model_copy(update={"cards": cards}),)})


@cache
def works() -> list[Work]:
    materials = Materials(odd())
    return list(cuts(materials, Stock(materials, for_print(ROOT))))


def name(format: Format, edge: Edge) -> str:
    return f"cards-{format.name}-{format.paper.name}{edge.suffix}.pdf"


def made(format: Format, edge: Edge = LONG_EDGE) -> bytes:
    """The odd cards in a format."""
    return _made(format, edge)


@cache
def _made(format: Format, edge: Edge) -> bytes:
    return next(work for work in works() if work.name.endswith(name(format, edge))).make()


@cache
def faces(data: bytes, format: Format) -> list[Face]:
    return list(cut_out(data, format))


HEAD = re.compile(r"Card (\d+) of (\d+), (front|back)(?:, (\d+) of (\d+))?")


@cache
def cards(data: bytes, format: Format) -> dict[tuple[str, int, int], Face]:
    """The cards by their side, number and part."""
    found = {}
    for face in faces(data, format):
        if face.column >= 0:
            (head,) = HEAD.finditer(face.text)
            found[head[3], int(head[1]), int(head[4] or 1)] = face
    return found


def said(data: bytes, format: Format, side: str, number: int) -> str:
    """All that stands on a side of a card, over all its parts."""
    parts = sorted(key for key in cards(data, format) if key[:2] == (side, number))
    return " ".join(bare(cards(data, format)[key].text) for key in parts)


def bare(text: str) -> str:
    """What stands on a card below the line at its top."""
    return re.sub(f"^.*?{HEAD.pattern}", "", text)


def words(text: str) -> str:
    """A text without what a line's end may change."""
    return re.sub(r"[\s-]+", "", text)


# -- the works --------------------------------------------------------------------------------------


def test_each_format_and_edge_is_a_file_that_says_what_it_is() -> None:
    names = [work.name.removeprefix("kettles-cards-") for work in works()]
    assert names[:4] == [
        "business-a4.pdf",
        "business-a4-short-edge.pdf",
        "business-letter.pdf",
        "business-letter-short-edge.pdf",
    ]
    assert len(set(names)) == len(names) == len(FORMATS) * len(EDGES)
    titles = {work.title for work in works()}
    assert len(titles) == len(EDGES)
    for title in titles:
        assert [work.variant for work in works() if work.title == title] == [each.variant for each in FORMATS]


def test_files_of_one_size_of_card_are_made_together_and_none_is_taken_for_another() -> None:
    assert len({work.batch for work in works()}) == len({each.size for each in FORMATS})
    assert len({work.inputs for work in works()}) == len(works())


def test_a_lesson_without_cards_has_none_to_cut_out() -> None:
    course = odd()
    bare = course.model_copy(update={"lessons": (course.lessons[0].model_copy(update={"cards": ()}),)})
    materials = Materials(bare)
    assert list(cuts(materials, Stock(materials, {}))) == []


def test_a_file_is_the_same_each_time() -> None:
    works = [
        next(cuts(materials, Stock(materials, for_print(ROOT))))
        for materials in (Materials(read_examples().course), Materials(read_examples().course))
    ]
    one, other = ((work.make(), work.inputs) for work in works)
    assert one == other


def test_the_examples_have_every_type_of_card() -> None:
    assert {card.type for card in odd().lessons[0].cards} == set(CARD_TYPES)


# -- where they lie ---------------------------------------------------------------------------------


@pytest.mark.parametrize("format", FORMATS, ids=lambda each: each.variant)
def test_cards_lie_in_the_middle_and_marks_at_every_cut_but_on_no_card(format: Format) -> None:
    width, height = format.sheet
    size = format.size
    xs = {round(format.left + number * size.width, 3) for number in range(format.columns + 1)}
    ys = {round(format.top + number * size.height, 3) for number in range(format.rows + 1)}
    assert min(xs) + max(xs) == pytest.approx(width)
    assert min(ys) + max(ys) == pytest.approx(height)
    marks = list(format.marks())
    upright = [(round(x1, 3), y1, y2) for x1, y1, x2, y2 in marks if x1 == x2]
    level = [(round(y1, 3), x1, x2) for x1, y1, x2, y2 in marks if y1 == y2]
    for lines, cuts_at, ends, far in ((upright, xs, ys, height), (level, ys, xs, width)):
        assert sorted({at for at, *_ in lines}) == sorted(cuts_at)
        assert len(lines) == 2 * len(cuts_at)
        before = [(start, end) for _, start, end in lines if 4 <= start < end <= min(ends) - 1]
        behind = [(start, end) for _, start, end in lines if max(ends) + 1 <= start < end <= far - 4]
        assert len(before) == len(behind) == len(cuts_at)


@pytest.mark.parametrize("edge", EDGES, ids=lambda each: each.suffix)
def test_the_marks_are_drawn_where_they_belong_and_nothing_else_crosses_a_cut(edge: Edge) -> None:
    document = pypdfium2.PdfDocument(made(BUSINESS, edge))
    scale = 10  # points of the picture in a millimetre
    for number in (0, 1):
        picture = document[number].render(scale=scale / MM, grayscale=True).to_pil()
        dark = {(x, y) for x1, y1, x2, y2 in BUSINESS.marks() for x, y in [((x1 + x2) / 2, (y1 + y2) / 2)]}
        for x, y in dark:
            around = picture.crop([round(each * scale) for each in (x - 0.2, y - 0.2, x + 0.2, y + 0.2)])
            assert around.getextrema()[0] < 128, (number, x, y)
        right, bottom = BUSINESS.sheet[0] - BUSINESS.left, BUSINESS.sheet[1] - BUSINESS.top
        for at in range(BUSINESS.columns + 1):
            x = BUSINESS.left + at * BUSINESS.size.width
            cut = picture.crop([round(each * scale) for each in (x - 1, BUSINESS.top, x + 1, bottom)])
            assert cut.getextrema()[0] == 255
        for at in range(BUSINESS.rows + 1):
            y = BUSINESS.top + at * BUSINESS.size.height
            cut = picture.crop([round(each * scale) for each in (BUSINESS.left, y - 1, right, y + 1)])
            assert cut.getextrema()[0] == 255


@pytest.mark.parametrize("format", [BUSINESS, INDEX], ids=lambda each: each.name)
@pytest.mark.parametrize("edge", EDGES, ids=lambda each: each.suffix)
def test_each_back_lies_behind_its_front(format: Format, edge: Edge) -> None:
    """Turned over its long edge, a sheet has its left at the right; over its short edge, its top below."""
    width, height = format.sheet
    found = cards(made(format, edge), format)
    for (side, number, part), front in found.items():
        if side == "front":
            back = found["back", number, part]
            assert (front.page % 2, back.page) == (0, front.page + 1)
            left, top, right, bottom = back.box(format)
            behind = (
                (width - right, top, width - left, bottom)
                if edge is LONG_EDGE
                else (left, height - bottom, right, height - top)
            )
            assert behind == pytest.approx(front.box(format))


@pytest.mark.parametrize("edge", EDGES, ids=lambda each: each.suffix)
def test_one_turns_every_card_like_a_leaf_of_a_book(edge: Edge) -> None:
    """Where the sheet is turned over its short edge, what is upright on a card is upside down on the page."""
    for (side, *_), face in cards(made(BUSINESS, edge), BUSINESS).items():
        first, second = [sign for sign in face.signs if sign.is_drawn][:2]
        assert (first.left < second.left) is (side == "front" or edge is LONG_EDGE)


# -- what stands on them ----------------------------------------------------------------------------


def assert_set(data: bytes, format: Format) -> None:
    """Nothing stands over the edge of its card, nothing is smaller than the least size."""
    margin = format.size.margin - NEAR
    sizes = set()
    for face in cards(data, format).values():
        left, top, right, bottom = face.box(format)
        for sign in face.signs:
            if sign.is_drawn:
                assert left + margin <= sign.left < sign.right <= right - margin, (face.text, sign)
                assert top + margin <= sign.top < sign.bottom <= bottom - margin, (face.text, sign)
                sizes.add(round(sign.points, 2))
    assert min(sizes) == format.size.least
    assert max(sizes) == format.size.question


@pytest.mark.parametrize("format", [BUSINESS, INDEX], ids=lambda each: each.name)
def test_nothing_stands_over_the_edge_of_its_card_or_is_too_small(format: Format) -> None:
    assert_set(made(format), format)


@pytest.mark.parametrize("format", FORMATS, ids=lambda each: each.variant)
def test_the_real_cards_keep_to_their_edges_too(format: Format, pdfs: dict[str, bytes]) -> None:
    for data in (pdfs[f"rlhf-limits-{name(format, edge)}"] for edge in EDGES):
        assert_set(data, format)


def passages(text: str) -> list[str]:
    """A text without its formulas, which are pictures on paper."""
    return [words(plain_text(part)) for part in re.split(r"\$[^$]+\$", text)]


def right(card: Card) -> list[str]:
    """What must stand on the back of a card."""
    assert isinstance(card, Interview | Concept)
    return [card.short, *card.points] if isinstance(card, Interview) else [card.answer]


@pytest.mark.parametrize("format", [LEAST, INDEX], ids=lambda each: each.variant)
def test_every_word_of_every_card_is_there(
    format: Format, materials: Materials, pdfs: dict[str, bytes]
) -> None:
    data = pdfs[f"rlhf-limits-{name(format, LONG_EDGE)}"]
    for number, card in enumerate(materials.course.lesson["rlhf-limits"].cards, 1):
        front, back = (words(said(data, format, side, number)) for side in ("front", "back"))
        assert isinstance(card, Interview | Concept)
        assert all(passage in front for passage in passages(card.ask))
        assert all(passage in back for text in right(card) for passage in passages(text))


def test_more_than_the_core_comes_along_where_there_is_room() -> None:
    card = odd().lessons[0].cards[0]
    assert isinstance(card, Interview)
    on_index, on_business = (words(said(made(format), format, "back", 1)) for format in (INDEX, BUSINESS))
    assert words(plain_text(card.answer)) in on_index
    assert words(plain_text(card.pitfalls[0])) in on_index
    assert words(plain_text(card.answer)) not in on_business


def numbered(id: str) -> int:
    return next(at for at, card in enumerate(odd().lessons[0].cards, 1) if card.id == id)


@pytest.mark.parametrize("format", [BUSINESS, INDEX], ids=lambda each: each.name)
def test_what_is_too_long_goes_on_on_further_cards_and_nothing_is_lost(format: Format) -> None:
    number = numbered("long")
    parts = sorted(
        part for side, card, part in cards(made(format), format) if (side, card) == ("back", number)
    )
    assert parts == list(range(1, len(parts) + 1))
    assert len(parts) > 1
    backs = [cards(made(format), format)["back", number, part].text for part in parts]
    assert all(f"back, {part} of {len(parts)}" in text for part, text in zip(parts, backs, strict=True))
    assert words(LONG) in words(said(made(format), format, "back", number))
    fronts = [cards(made(format), format)["front", number, part].text for part in parts]
    assert {words(bare(text)) for text in fronts} == {words("What is steeping?")}


def test_a_question_of_any_length_is_whole_too() -> None:
    assert words(LONG[:600]) in words(said(made(BUSINESS), BUSINESS, "front", numbered("asked")))


def test_blanks_are_open_on_the_front_and_filled_on_the_back() -> None:
    front, back = (said(made(BUSINESS), BUSINESS, side, numbered("blanks")) for side in ("front", "back"))
    assert words("It takes , and .") == words(front)
    assert words("It takes five, six or ten and all the words.") == words(back)


# -- what is said about them ------------------------------------------------------------------------


@pytest.mark.parametrize("edge", EDGES, ids=lambda each: each.suffix)
def test_the_first_sheet_says_how_to_print_it(edge: Edge) -> None:
    beside = [face.text for face in faces(made(BUSINESS, edge), BUSINESS) if face.column < 0]
    assert edge.note.replace("\N{NO-BREAK SPACE}", " ") in beside[0]
    assert "This is 50 mm:" in beside[0]
    assert [text for text in beside[1:] if "Print" in text] == []


def test_a_long_title_keeps_to_one_line_above_the_cards() -> None:
    (lesson,) = odd().lessons
    head = lesson.head.model_copy(update={"title": "How to read what a vendor says of a kettle. " * 4})
    materials = Materials(odd().model_copy(update={"lessons": (lesson.model_copy(update={"head": head}),)}))
    pdf = Pdf(next(cuts(materials, Stock(materials, for_print(ROOT)))).make())
    (title,) = [line for line in pdf.lines(0) if line.bottom < 28 and line.left < 200]
    assert title.text.startswith("Cards to cut out: How to read")
    assert title.text.endswith("…")


def test_the_bar_is_as_long_as_it_says() -> None:
    page = pypdfium2.PdfDocument(made(BUSINESS))[0]
    picture = page.render(scale=10 / MM, grayscale=True).to_pil()
    below = round((BUSINESS.sheet[1] - BUSINESS.top + 3) * 10)
    rows = (
        "".join(" #"[picture.getpixel((x, y)) < 180] for x in range(picture.width))
        for y in range(below, picture.height)
    )
    longest = max(len(line) for row in rows for line in row.split())
    assert longest / 10 == pytest.approx(50, abs=0.3)


def test_it_is_read_aloud_in_order_fronts_then_backs() -> None:
    document = pypdfium2.PdfDocument(made(BUSINESS))
    fronts, backs = ([(kind, words(text)) for kind, text in read_aloud(document[at])] for at in (0, 1))
    assert fronts[:5] == [
        ("H1", words("Cards to cut out: Why black tea wants boiling water")),
        ("H2", words(f"Sheet 1 of {len(document) // 2}, fronts")),
        ("H3", words("Card 1 of 13, front")),
        ("P", words("Say it aloud")),
        ("P", words("Why must the water boil?")),
    ]
    assert backs[1:4] == [
        ("H3", words("Card 1 of 13, back")),
        ("P", words("Why black tea wants boiling water")),
        ("P", words("Less comes out of the leaves below it, and time does not make up for that.")),
    ]
