"""What a rule says of the width of code and tables is held against the page that is made of them."""

import re
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from random import Random
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from studysite import webbuild
from studysite.check import Facts
from studysite.check.fitting import LARGE, NORMAL, blocks_fit
from studysite.check.widths import WIDTHS
from studysite.codes import entries
from studysite.load import UNPLANNED
from studysite.markdown import parse
from studysite.model import Head, Lesson
from studysite.passages import Passage
from studysite.printing.paper import EDITIONS
from studysite.printing.press import Sheets, lay_out
from tests.projects import ROOT

CSS = files("studysite") / "templates/print/css"
FACES = ("Face", "Code")
WORDS = (
    *("Recommendation", "temperature", "*Misunderstandings*", "WWW", "mammals", "well-illustrated", "2019"),
    *("`kettle.boil(now)`", "and/or", "naïve", "**responsible**", "GPT-4", "100%", "a", "Tee–Ei", "RLHF"),
)
WHOLE = "x" * 61
WHOLE_TABLES = "table { break-inside: avoid }"
POINTS = 0.75
"""A pixel of CSS."""


def tables() -> Iterator[str]:
    """Tables of many widths, by chance from a fixed seed."""
    chance = Random("tables")
    for number in range(24):
        rows = [[chance.choice(WORDS) for _ in range(4 + number % 3)] for _ in range(2)]
        rows.insert(1, ["---"] * len(rows[0]))
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


TABLES = tuple(tables())
CODE = (WHOLE, f"{WHOLE}x", f"{WHOLE[:30]} {WHOLE[:30]}")


def passage(text: str) -> Passage:
    head = Head.model_validate({"title": "Tea", "minutes": 1})
    lesson = Lesson(slug="tea", folder="content/lessons/tea", head=head, text=text)
    return Passage((*lesson.loc, "text"), text, lesson=lesson)


def told(text: str) -> bool:
    return bool(list(blocks_fit(UNPLANNED, Facts((passage(text),)))))


@pytest.fixture(scope="module")
def fonts() -> dict[str, bytes]:
    return webbuild.for_print(ROOT)


@pytest.fixture(scope="module")
def boxes(fonts: dict[str, bytes]) -> dict[str, dict[str, list[Any]]]:
    """What is laid out of each kind in each edition: paragraphs, tables, and code."""
    code = (f"```\n{line}\n```" for line in CODE)
    html = parse("\n\n".join(("One paragraph.", *TABLES, *code))).html
    links = "".join(f'<link rel="stylesheet" href="{name}.css">' for name in ("faces", "book", "page"))
    page = f'<html lang="en"><head>{links}</head><body><div class="prose">{html}</div></body></html>'
    return {paper.name: laid(Sheets(page, sheets(paper.name, fonts))) for paper in EDITIONS}


def sheets(paper: str, fonts: dict[str, bytes]) -> dict[str, bytes]:
    """The real sheets, with no more faces than are used here: to read all takes seconds."""
    every = (CSS / "faces.css").read_text().splitlines(keepends=True)
    faces = "".join(rule for rule in every if re.search(f'"({"|".join(FACES)})"', rule))
    styles = {
        f"{name}.css": (CSS / f"{file}.css").read_bytes()
        for name, file in (("book", "book"), ("paper", "paper"), ("page", paper))
    }
    return {**fonts, **styles, "faces.css": f"{faces}{WHOLE_TABLES}".encode()}


def laid(sheets: Sheets) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {"p": [], "table": [], "pre": []}
    for page in lay_out(sheets, sheets.html).pages:
        for box in page._page_box.descendants():
            if box.element_tag in found and type(box).__name__ in ("BlockBox", "TableBox"):
                found[box.element_tag].append(box)
    found["table"] = [box for box in found["table"] if type(box).__name__ == "TableBox"]
    return found


def test_a_page_is_as_wide_as_the_rule_has_it(boxes: dict[str, dict[str, list[Any]]]) -> None:
    widths = {name: found["p"][0].width * POINTS for name, found in boxes.items()}
    assert min(widths["a4"], widths["letter"]) - 0.1 < NORMAL.text <= min(widths["a4"], widths["letter"])
    assert widths["large"] - 0.1 < LARGE.text <= widths["large"]
    for name, edition in (("a4", NORMAL), ("letter", NORMAL), ("large", LARGE)):
        assert boxes[name]["table"][0].style["font_size"] * POINTS == pytest.approx(edition.table)


def test_no_table_is_wider_than_the_page_without_a_word(boxes: dict[str, dict[str, list[Any]]]) -> None:
    fits = [
        all(found["table"][at].width <= found["p"][0].width + 0.1 for found in boxes.values())
        for at in range(len(TABLES))
    ]
    warned = [told(table) for table in TABLES]
    assert not [table for table, fit, warn in zip(TABLES, fits, warned, strict=True) if not fit and not warn]
    needless = [table for table, fit, warn in zip(TABLES, fits, warned, strict=True) if fit and warn]
    assert 6 <= fits.count(True) <= 18
    assert len(needless) <= 6


def test_code_is_folded_where_the_rule_says_so(boxes: dict[str, dict[str, list[Any]]]) -> None:
    for name in ("a4", "letter"):
        lines = [len(box.children) for box in boxes[name]["pre"]]
        assert lines == [2 if told(f"```\n{line}\n```") else 1 for line in CODE] == [1, 2, 1]
    first = next(box.text for box in boxes["large"]["pre"][0].descendants() if hasattr(box, "text"))
    said = re.findall(r"(?<=holds )\d+", entries()["wide-code"].why)
    assert [f"{len(WHOLE)}", f"{len(first)}"] == said


def test_no_letter_is_wider_than_it_is_taken_to_be(fonts: dict[str, bytes]) -> None:
    font = TTFont(BytesIO(fonts["fonts/sans.woff2"]))
    letters, glyphs = font.getBestCmap(), font.getGlyphSet(location={"wght": 600, "opsz": 14})
    real = {
        sign: glyphs[letters[ord(sign)]].width / font["head"].unitsPerEm
        for sign in WIDTHS
        if ord(sign) in letters
    }
    assert len(real) > 100
    assert {sign for sign, width in real.items() if width > WIDTHS[sign]} == set()
    assert sum(WIDTHS[sign] for sign in real) < 1.2 * sum(real.values())
