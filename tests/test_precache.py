"""What is kept of a site for reading without a network: all that pages need, under the address of each."""

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from studysite.precache import complete, edition
from tests.projects import snapshot, write

FILES = {
    "index.html": "home",
    "404.html": "lost",
    "lessons/tea/index.html": "tea",
    "lessons/tea/leaf.svg": "<svg/>",
    "glossary/index.html": "words",
    "downloads/index.html": "files",
    "assets/study.js": "1",
    "assets/decks/tea.js": "2",
    "search/search_index.json": "{}",
    "manifest.webmanifest": "{}",
    "sw.js": "work()",
}
LEFT = {
    "assets/study.js.map": "{}",
    "assets/javascripts/lunr/min/lunr.da.min.js": "3",
    "assets/stylesheets/main.min.css": "a {}",
    "downloads/course.pdf": "%PDF",
    "downloads/course.json": "{}",
    "sitemap.xml.gz": "x",
    "assets/LICENSES.txt": "x",
}
GROWING = {"lessons/tea/", "lessons/tea/leaf.svg", "assets/decks/tea.js", "search/search_index.json"}


def listed(site: Path, **more: Any) -> dict[str, Any]:
    return edition(site, "work()", **more)


def test_each_file_stands_under_its_address_with_its_digest(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, **LEFT})
    site = listed(tmp_path)
    addresses = {path.removesuffix("index.html") for path in FILES} - {"sw.js"}
    assert (set(site["now"]), site["later"]) == (addresses, {})
    assert site["now"][""] == b64encode(sha256(b"home").digest()).decode()


def test_of_a_large_site_what_grows_with_its_lessons_is_left_for_later(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    size = sum(len(text) for path, text in FILES.items() if path != "sw.js")
    assert listed(tmp_path, at_once=size)["later"] == {}
    large = listed(tmp_path, at_once=size - 1)
    assert set(large["later"]) == GROWING
    assert large["now"].keys() | large["later"].keys() == listed(tmp_path)["now"].keys()


@pytest.mark.parametrize(
    "change", [{"index.html": "other"}, {"assets/more.js": ""}, {"glossary/index.html": None}]
)
def test_any_change_makes_another_version(change: dict[str, str | None], tmp_path: Path) -> None:
    write(tmp_path, FILES)
    before = listed(tmp_path)["version"]
    assert listed(tmp_path)["version"] == before
    assert edition(tmp_path, "work(2)")["version"] != before
    write(tmp_path, change)
    assert listed(tmp_path)["version"] != before


def test_the_worker_is_told_by_one_line_in_front_of_it(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    complete(tmp_path)
    line, _, rest = (tmp_path / "sw.js").read_text("utf-8").partition("\n")
    assert rest == "work()"
    assert json.loads(line.removeprefix("const SITE = ").removesuffix(";")) == listed(tmp_path)


def test_a_site_without_a_worker_is_left_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "home"})
    complete(tmp_path)
    assert set(snapshot(tmp_path)) == {"index.html"}
