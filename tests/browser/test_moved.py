"""The old addresses of a renamed lesson lead on in a real browser, under the policy that they carry."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from build import alone
from studysite import pipeline
from studysite.layout import IDS
from tests.browser.sites import COURSE, LESSON, PRACTICE, Site, build_once, served
from tests.browser.windows import Visit
from tests.projects import SAMPLE, new_course, write

HEAD = "content/lessons/kettles/lesson.md"


@pytest.fixture(scope="module")
def moved(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The small course, in which a lesson had another name before."""
    course = new_course(tmp_path_factory.mktemp("moved"), {}, SAMPLE)
    renamed = (course / HEAD).read_text("utf-8").replace("---\n", "---\nwas: [pots]\n", 1)
    write(course, {IDS: "lesson pots\n", HEAD: renamed})
    home = shared / "moved site"
    with alone(home.with_suffix(".lock")):
        folder = build_once(course / "content", home, "mkdocs", pipeline.nothing)
    with served(folder) as origin:
        yield Site(folder / COURSE, origin)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(("old", "now"), [("lessons/pots/", LESSON), ("lessons/pots/practice/", PRACTICE)])
def test_an_old_address_leads_to_the_lesson(
    old: str, now: str, script: bool, moved: Site, visit: Visit
) -> None:
    page = visit(moved, old, script=script)
    expect(page).to_have_url(moved.address + now)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kettles")
