"""A renamed lesson is found at its old addresses, by both engines and without script."""

from pathlib import Path

import pytest
from lxml import html

from studysite import engine
from studysite.layout import IDS
from studysite.sitecheck import faults
from tests.pages import pages_of
from tests.projects import ROOT, SAMPLE, new_course, run, write

HEAD = "content/lessons/kettles/lesson.md"
RENAMED = HEAD, (SAMPLE / HEAD).read_text("utf-8").replace("---\n", "---\nwas: [pots, old-pots]\n", 1)
FILES = {IDS: "lesson pots\nlesson old-pots\n", RENAMED[0]: RENAMED[1]}


def test_each_old_address_leads_to_the_page_that_it_was(tmp_path: Path) -> None:
    pages = pages_of(new_course(tmp_path, FILES, SAMPLE))
    for old in ("pots", "old-pots"):
        for folder, back in (("", "../kettles/"), ("practice/", "../../kettles/practice/")):
            page = html.fromstring(pages[f"lessons/{old}/{folder}index.html"])
            assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={back}"]
            assert page.xpath("//meta[@http-equiv='Content-Security-Policy']")
            assert page.xpath("//a/@href") == [back]
            assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert sum(path.endswith(".html") for path in pages) == 4


def test_what_a_learner_did_under_an_old_name_is_found_wherever_the_lesson_is_named(tmp_path: Path) -> None:
    shell = {"index.md": (ROOT / "docs" / "index.md").read_text("utf-8")}
    pages = pages_of(new_course(tmp_path, FILES, SAMPLE), shell)
    names = "kettles pots old-pots"
    assert f'data-lesson="{names}"' in pages["lessons/kettles/index.md"]
    assert f'lesson: "{names}"' in pages["lessons/kettles/index.md"]
    assert pages["index.md"].count(f'data-lessons="{names}"') == 2, "on the map and in the list"


def test_a_lesson_that_never_moved_has_one_address() -> None:
    assert not [path for path in pages_of(SAMPLE) if path.endswith(".html")]


@pytest.mark.parametrize("name", list(engine.ENGINES))
def test_the_site_has_the_old_address_and_nobody_lists_it(name: str, project: Path) -> None:
    write(project, FILES)
    done = run(project, "--quick", "--engine", name)
    assert done.returncode == 0, done.stderr
    site = project / "site"
    assert "0; url=../kettles/" in (site / "lessons/pots/index.html").read_text("utf-8")
    assert faults(site) == []
    listed = [path for path in site.rglob("*") if path.suffix in (".json", ".xml") and path.is_file()]
    assert listed
    assert not [path for path in listed if "lessons/pots/" in path.read_text("utf-8")]
