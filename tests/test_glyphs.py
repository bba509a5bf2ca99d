"""What print can show: the table beside the rule is that of the faces, and nothing is passed over."""

import re
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from textwrap import fill

import pytest
from fontTools.ttLib import TTFont

from studysite import webbuild
from studysite.check import Facts
from studysite.check.glyphs import Faces, faces, signs_are_in_print
from studysite.layout import GLOSSARY, PLAN
from studysite.markdown import is_unmarked
from studysite.model import Course, Plan, Prose, Term
from tests.projects import ROOT

CSS = files("studysite") / "templates/print/css"
TABLE = ROOT / "studysite" / "check" / "faces.yml"
HEAD = """\
# The characters that print has a glyph for, in words and in code, as ranges of code points.
# Made of the faces themselves: `build.py test --rewrite-golden` does it again when they change.
"""
EMOJI = frozenset(map(ord, "◽◾⚪⚫⬛⬜⭐"))
"""What Pango takes from the machine's face for emoji, where it has one, though one of ours has it too."""
LATIN = "".join(map(chr, range(0xA1, 0x250)))


def stacks() -> dict[str, list[str]]:
    """The families that words and code are set in, as the style sheet lists them."""
    found = re.findall(r'(--serif|--sans|--code): ("[^;]*)', (CSS / "book.css").read_text())
    return {name: re.findall('"([^"]+)"', families) for name, families in found}


def upright() -> dict[str, str]:
    """The file of each family."""
    rules = re.findall(
        r'font-family: "([^"]+)"; src: url\(([^)?]+)[^)]*\)(?!.*italic;)', (CSS / "faces.css").read_text()
    )
    return dict(rules)


@pytest.fixture(scope="module")
def real() -> Faces:
    """What the faces have: words may be set in either of two, so both must have a character."""
    fonts = webbuild.for_print(ROOT)
    has = {family: points(fonts[file]) for family, file in upright().items()}
    serif, sans, code = (set().union(*(has[family] for family in stack)) for stack in stacks().values())
    return Faces(*(frozenset(map(chr, each)) for each in (serif & sans, code)))


def points(font: bytes) -> set[int]:
    """The code points that a font is asked for: none of old terminals, and no emoji."""
    return {point for point in TTFont(BytesIO(font)).getBestCmap() if point >= ord(" ")} - EMOJI


def ranges(signs: frozenset[str]) -> str:
    """The code points of characters as `20-7e a0`."""
    points = sorted(map(ord, signs))
    breaks = [0, *(at for at, (one, other) in enumerate(pairwise(points), 1) if other > one + 1), len(points)]
    spans = [(points[first], points[end - 1]) for first, end in pairwise(breaks)]
    return " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in spans)


def test_the_table_is_that_of_the_faces(real: Faces, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--rewrite-golden"):
        lines = (fill(ranges(signs), 110, initial_indent="  ", subsequent_indent="  ") for signs in real)
        names = zip(Faces._fields, lines, strict=True)
        TABLE.write_text(HEAD + "".join(f"{name}: >-\n{text}\n" for name, text in names), "utf-8")
        faces.cache_clear()
    assert faces() == real


def test_no_text_is_passed_over_that_has_a_sign_which_print_lacks() -> None:
    passed = {sign for sign in LATIN if is_unmarked(f"a{sign}", Prose.INLINE)}
    assert passed > set("äéßčřșț")
    assert passed <= faces().text


def test_titles_and_terms_are_looked_at_too() -> None:
    term = Term.model_validate({"id": "pot", "term": "Pot ☕", "means": "A pot."})
    term.at((GLOSSARY, 0))
    course = Course(plan=Plan(title="Tea 茶", days=1, plan={}), terms=(term,))
    found = list(signs_are_in_print(course, Facts()))
    assert [problem.loc for problem in found] == [(PLAN, "title"), (GLOSSARY, 0, "term")]
    assert [problem.point.needle for problem in found if problem.point] == ["茶", "☕"]
