"""What the pages of a guide look like, held against pictures that somebody looked at.

`--rewrite-golden` takes them anew: then look at each. The faces are locked: only smoothing may differ.
"""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from studysite import math, webbuild
from studysite.examples import read_examples
from studysite.markdown import Formula
from studysite.materials import Materials
from studysite.passages import passages
from studysite.printing import prints
from tests.projects import GOLDEN, ROOT

PAGES = GOLDEN / "pages"
PIXELS_A_POINT = 1.0
MOST_ON_AVERAGE = 0.6
"""How many of 255 shades a pixel may differ on average."""
MOST_SPOTS = 0.0005
"""Which share of the pixels may differ by more than half of all shades."""


@pytest.fixture(scope="module")
def shown() -> list[Image.Image]:
    """The pages of the guide to the examples, which have everything that a lesson can have."""
    examples = read_examples()
    formulas = {formula for text in passages(examples.course) for formula in text.document.of(Formula)}
    pictures = {formula: each.picture for formula, each in math.typeset(formulas, ROOT).items()}
    known = {formula: picture for formula, picture in pictures.items() if picture}
    materials = Materials(examples.course, {}, examples.drawings, pictures=known, date=1_767_225_600)
    works = prints(materials, webbuild.for_print(ROOT))
    guide = next(work for work in works if work.name == "kettles-guide-a4.pdf")
    pages = pypdfium2.PdfDocument(guide.make())
    return [page.render(scale=PIXELS_A_POINT).to_pil().convert("L") for page in pages]


def test_the_pages_look_as_they_did(shown: list[Image.Image], pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--rewrite-golden"):
        _rewrite(shown)
    kept = [Image.open(path) for path in sorted(PAGES.glob("*.png"))]
    assert len(kept) == len(shown)
    differing = [number for number, pair in enumerate(zip(kept, shown, strict=True), 1) if differ(*pair)]
    assert differing == [], f"look at these pages, then at {PAGES.relative_to(ROOT)}"


def differ(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures differ by more than the smoothing of edges."""
    if one.size != other.size:
        return True
    difference = ImageChops.difference(one, other)
    spots = sum(difference.histogram()[128:]) / (one.width * one.height)
    return ImageStat.Stat(difference).mean[0] > MOST_ON_AVERAGE or spots > MOST_SPOTS


def test_a_line_that_moved_is_seen_and_smoothing_is_not(shown: list[Image.Image]) -> None:
    page = shown[-1]
    moved = ImageChops.offset(page, 0, 2)
    smooth = page.point(lambda shade: min(255, shade + 1))
    assert differ(page, moved)
    assert not differ(page, smooth)


def _rewrite(shown: list[Image.Image]) -> None:
    PAGES.mkdir(exist_ok=True)
    for path in PAGES.glob("*.png"):
        path.unlink()
    for number, page in enumerate(shown, 1):
        page.save(Path(PAGES, f"{number:02}.png"), optimize=True)
