"""The sample course through both engines, for real: one site, searchable, whole, and safe from a kill."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from studysite.dating import UNDATED, VARIABLE
from studysite.engine import ENGINES, SITE
from studysite.precache import WORKER
from studysite.sitecheck import faults
from tests.projects import command, new_project, run, snapshot, until, variables, write

both = pytest.mark.parametrize("name", list(ENGINES))
posix_only = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
INDEXES = {"mkdocs": ("search/search_index.json", "docs"), "zensical": ("search.json", "items")}
PRACTICES = {
    "lessons/kettles/practice/": ("when-boil", "which-boil", "say-boil", "why-boil", "what-is-a-kettle"),
    "lessons/pouring/practice/": ("make-tea", "which-vessel"),
    "lessons/brewing/practice/": ("cool-down", "colour-of-tea", "one-blank", "colour-of-leaf"),
}
"""The items and cards of each practice page."""
ITEMS = {
    "when-boil": "A marmalade-coloured kettle stands at sea level. When does its water boil?",
    "which-boil": "Which of these hold boiling water every day?",
    "say-boil": "Ask your best question.",
    "why-boil": "Why does black tea want boiling water?",
    "what-is-a-kettle": "What is a kettle?",
    "make-tea": "A pelican is thirsty. Put the steps of its tea in their order.",
    "which-vessel": "What is each of these flamingo things for?",
    "cool-down": "How far does it cool in five minutes?",
    "colour-of-tea": "Fill in what the periwinkle sign says.",
    "one-blank": "A kettle without a lid is a",
    "colour-of-leaf": "A wilted leaf turns blank in the air, then blank",
}
SECRETS = (
    *("At one hundred degrees", "zinfandel", "quokka", "By the definition", "The scale was made", "Think of"),
    *("A thimble", "A samovar", "Too small", "kettle with a tap", "How warm", "Asks for the", "Asks who"),
    *("extraction is slow", "less comes out", "Names extraction", "hotter is always", "green tea?", "Cooler"),
    *("Half of five", "−2.5", "± 0.1", "wombat", "divided by a half", "minus one half"),
    *("leaves come", "tamarind", "xylophone", "ocelot", "one duty"),
    *("brown", "amber", "don’t–know", "paler", "teaspoonist", "flibbertigibbet", "cinnabar", "sepia"),
)


@dataclass(frozen=True)
class Built:
    """A project, the engine that built its site, and the site's pages."""

    root: Path
    engine: str

    @property
    def site(self) -> Path:
        return self.root / "site"

    def page(self, path: str) -> html.HtmlElement:
        return html.fromstring((self.site / path).read_bytes())

    def pages(self) -> list[str]:
        return sorted(path.relative_to(self.site).as_posix() for path in self.site.rglob("*.html"))

    def entries(self) -> list[dict[str, Any]]:
        """What search knows: location, title, text."""
        path, key = INDEXES[self.engine]
        found: list[dict[str, Any]] = json.loads((self.site / path).read_text("utf-8"))[key]
        return found


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Callable[[str], Built]:
    """Projects of the sample course by engine, each built once; nobody may change them."""
    kept: dict[str, Built] = {}

    def build(name: str) -> Built:
        if name not in kept:
            root = new_project(tmp_path_factory.mktemp(name) / "süß project", cache)
            done = run(root, "--quick", "--engine", name)
            assert (done.returncode, done.stderr) == (0, "")
            kept[name] = Built(root, name)
        return kept[name]

    return build


@pytest.fixture
def copy(built: Callable[[str], Built], tmp_path: Path) -> Callable[[str], Built]:
    """A built project to be changed at will."""

    def copied(name: str) -> Built:
        root = tmp_path / "süß project"
        shutil.copytree(built(name).root, root, symlinks=True)
        return Built(root, name)

    return copied


# -- one site from two engines ---------------------------------------------------------------------------


def test_both_engines_make_the_same_pages(built: Callable[[str], Built]) -> None:
    pages = [built(name).pages() for name in ENGINES]
    assert pages[0] == pages[1]
    assert {"404.html", "index.html", "lessons/kettles/practice/index.html"} <= set(pages[0])


def test_both_engines_give_a_page_the_same_anchors(built: Callable[[str], Built]) -> None:
    for path in built("mkdocs").pages():
        ids = [set(built(name).page(path).xpath("//article//@id | //main//@id")) for name in ENGINES]
        assert {each for each in ids[0] if not each.startswith("__")} == {
            each for each in ids[1] if not each.startswith("__")
        }, path


def test_both_engines_give_a_page_the_same_contents(built: Callable[[str], Built]) -> None:
    for path in built("mkdocs").pages():
        contents = [outline(built(name).page(path)) for name in ENGINES]
        assert contents[0] == contents[1], path
    assert outline(built("mkdocs").page("lessons/kettles/index.html")) == [
        ("h1", "Kettles: how hot is hot?"),
        *(("h2", "Boiling"), ("h2", "Safety")),
    ]


def outline(page: html.HtmlElement) -> list[tuple[str, str]]:
    """A page's headings, the marks that engines add to them left out."""
    for mark in page.xpath("//a[@class='headerlink']"):
        mark.drop_tree()
    headings = page.xpath("//main//*[self::h1 or self::h2 or self::h3]")
    return [(heading.tag, plain(heading)) for heading in headings]


def test_both_engines_link_a_page_to_its_sections_alike(built: Callable[[str], Built]) -> None:
    for path in built("mkdocs").pages():
        links = [built(name).page(path).xpath("//main//a[starts-with(@href, '#')]/@href") for name in ENGINES]
        assert sorted(links[0]) == sorted(links[1]), path


def test_both_engines_leave_items_and_cards_as_the_templates_made_them(built: Callable[[str], Built]) -> None:
    for path in built("mkdocs").pages():
        made = [parts(built(name).page(path)) for name in ENGINES]
        assert made[0] == made[1], path
    practice = "lessons/kettles/practice/index"
    staged = html.fromstring((built("mkdocs").root / f"out/pages/{practice}.md").read_text("utf-8"))
    assert parts(staged) == parts(built("mkdocs").page(f"{practice}.html"))
    assert len(parts(staged)) == len(PRACTICES["lessons/kettles/practice/"])


@both
def test_what_stands_below_a_heading_passes_through_the_engine_as_it_is(
    name: str, built: Callable[[str], Built]
) -> None:
    which = "//div[@class='prose' or @class='entry' or @class='claim' or @class='misconception'] | //aside"
    for path in ("lessons/kettles", "lessons/teapots", "claims", "misconceptions", "glossary", "references"):
        staged = html.fromstring((built(name).root / f"out/pages/{path}/index.md").read_text("utf-8"))
        blocks = parts(staged, which)
        assert blocks == parts(built(name).page(f"{path}/index.html"), which)
        assert blocks


def parts(page: html.HtmlElement, which: str = "//study-item | //study-card") -> list[str]:
    """Parts of a page as text of HTML; white space and what only the indexers read are left out."""
    texts = [html.tostring(part, encoding="unicode", with_tail=False) for part in page.xpath(which)]
    return [re.sub(r" data-search-exclude(=\"\")?", "", re.sub(r"\s+", " ", text)) for text in texts]


def plain(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


# -- search ----------------------------------------------------------------------------------------------


@both
@pytest.mark.parametrize("item", ITEMS)
def test_each_item_is_found_once_under_its_own_address(
    name: str, item: str, built: Callable[[str], Built]
) -> None:
    found = [entry["location"] for entry in built(name).entries() if ITEMS[item] in words(entry)]
    (practice,) = (path for path, ids in PRACTICES.items() if item in ids)
    assert found == [f"{practice}#{item}"]
    assert built(name).page(f"{practice}index.html").xpath(f"count(//*[@id='{item}'])") == 1


@both
@pytest.mark.parametrize("secret", SECRETS)
def test_no_answer_and_no_reason_is_given_away(name: str, secret: str, built: Callable[[str], Built]) -> None:
    assert [entry["location"] for entry in built(name).entries() if secret in words(entry)] == []
    pages = [plain(built(name).page(f"{practice}index.html")) for practice in PRACTICES]
    assert any(secret in page for page in pages)


@both
def test_lessons_and_the_glossary_are_found(name: str, built: Callable[[str], Built]) -> None:
    known = {entry["location"]: words(entry) for entry in built(name).entries()}
    assert "Keep away." in known["lessons/kettles/#safety"]
    assert "A vessel that heats water" in known["glossary/#kettle"]
    assert "On the boiling of water" in known["references/#cha2001"]


@both
def test_claims_and_misconceptions_are_found_under_their_own_addresses_alone(
    name: str, built: Callable[[str], Built]
) -> None:
    known = {entry["location"]: words(entry) for entry in built(name).entries()}
    for said, there in (
        ("Water for black tea wants to boil.", "claims/#K1"),
        ("A blind tasting.", "claims/#K1"),
        ("Some have tried.", "claims/#K2"),
        ("Hot water is hot enough.", "misconceptions/#hot-is-enough"),
        ("Measure it.", "misconceptions/#hot-is-enough"),
    ):
        assert [location for location, text in known.items() if said in text] == [there]


@both
def test_a_note_is_on_its_page_and_found_nowhere_but_at_its_own_place(
    name: str, built: Callable[[str], Built]
) -> None:
    page = built(name).page("lessons/kettles/index.html")
    assert "A vessel that heats water" in plain(page.xpath("//aside/*[@id='term--kettle']")[0])
    found = [entry["location"] for entry in built(name).entries() if "vessel that heats" in words(entry)]
    assert found == ["glossary/#kettle"]
    cited = [entry["location"] for entry in built(name).entries() if "boiling of water" in words(entry)]
    assert cited == ["references/#cha2001"]


def test_both_engines_find_the_same(built: Callable[[str], Built]) -> None:
    found = [{entry["location"] for entry in built(name).entries()} for name in ENGINES]
    assert found[0] == found[1]


def words(entry: dict[str, Any]) -> str:
    """The title and the text of an entry without tags."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", f"{entry['title']} {entry['text']}")).split())


# -- what holds of a whole site --------------------------------------------------------------------------


@both
def test_no_link_is_dead_and_nothing_is_asked_of_others(name: str, built: Callable[[str], Built]) -> None:
    assert faults(built(name).site) == []
    for sheet in built(name).site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//|@import", sheet.read_text("utf-8")), sheet


@both
def test_no_id_stands_twice_on_a_page(name: str, built: Callable[[str], Built]) -> None:
    for path in built(name).pages():
        ids = list(map(str, built(name).page(path).xpath("//@id")))
        assert sorted(ids) == sorted(set(ids)), path


@both
def test_every_page_has_a_title_a_description_and_a_language(
    name: str, built: Callable[[str], Built]
) -> None:
    for path in built(name).pages():
        page = built(name).page(path)
        assert page.get("lang") == "en"
        assert "The tea course" in page.xpath("string(//title)")
        if path != "404.html":
            assert page.xpath("//meta[@name='description']/@content")[0]


@both
def test_the_script_stands_where_it_is_needed_alone(name: str, built: Callable[[str], Built]) -> None:
    for path in built(name).pages():
        page = built(name).page(path)
        reads = page.xpath("//aside[@class='notes']|//*[@data-lesson]")
        own = "study" if parts(page) else "notes" if reads else "home" if path == "index.html" else ""
        ours = [*sorted(set(page.xpath("//study-item/@data-script"))), own]
        names = "study.js", "notes.js", "home.js", "dragged.js", "written.js"
        scripts = [src.rpartition("/")[2] for src in page.xpath("//script/@src") if src.endswith(names)]
        assert scripts == [f"{name}.js" for name in ours if name], path


@both
def test_a_title_passes_unharmed_through_the_engine(name: str, built: Callable[[str], Built]) -> None:
    page = built(name).page("lessons/kettles/index.html")
    assert page.xpath("string(//title)").startswith("Kettles: how hot is hot?")
    assert plain(page.xpath("//h1")[0]).startswith("Kettles: how hot is hot?")


# -- the same again --------------------------------------------------------------------------------------


@both
def test_two_builds_are_identical_on_any_day(
    name: str, built: Callable[[str], Built], tmp_path: Path, cache: Path
) -> None:
    again = new_project(tmp_path / "another place", cache)
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", VARIABLE: str(UNDATED), "LC_ALL": "C"}
    assert run(again, "--quick", "--engine", name, **elsewhere).returncode == 0
    assert different(snapshot(built(name).site), snapshot(again / "site")) == set()


@both
def test_a_second_build_in_the_same_place_is_identical(name: str, copy: Callable[[str], Built]) -> None:
    project = copy(name)
    before = snapshot(project.site)
    assert run(project.root, "--quick", "--engine", name).returncode == 0
    assert different(before, snapshot(project.site)) == set()


@both
def test_a_plain_engine_at_the_root_makes_the_very_same_site(name: str, copy: Callable[[str], Built]) -> None:
    project = copy(name)
    before = snapshot(project.site)
    plainly = [sys.executable, "-m", name, "build", *(["--strict"] if name == "mkdocs" else [])]
    done = subprocess.run(plainly, cwd=project.root, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert different(before, snapshot(project.site)) == {WORKER}, "publishing adds a list to it"


def different(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


# -- a build that is cut short ---------------------------------------------------------------------------

ENDLESS = """
{% extends "base.html" %}
{% block scripts %}
{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}
{% endblock %}
"""
KILLED_BETWEEN_THE_RENAMES = """
import os, signal
from pathlib import Path
from studysite.cli import main

rename = Path.rename

def deadly(self, target):
    rename(self, target)
    if self.name == "site":
        os.kill(os.getpid(), signal.SIGKILL)

Path.rename = deadly
main(["--quick"])
"""


@posix_only
@both
def test_a_build_that_is_killed_while_the_engine_runs_leaves_the_old_site(
    name: str, copy: Callable[[str], Built]
) -> None:
    project = copy(name)
    template = project.root / "docs/overrides/main.html"
    sound, before = template.read_text("utf-8"), snapshot(project.site)
    assert not (project.root / SITE).exists()
    template.write_text(ENDLESS, "utf-8")
    killed = command("--quick", "--engine", name)
    process = subprocess.Popen(killed, cwd=project.root, env=variables(), start_new_session=True)
    until((project.root / SITE).exists, process)
    os.killpg(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert snapshot(project.site) == before
    template.write_text(sound, "utf-8")
    assert run(project.root, "--quick", "--engine", name).returncode == 0
    assert different(before, snapshot(project.site)) == set()


@posix_only
def test_a_build_that_is_killed_between_the_renames_is_put_right_by_the_next(
    copy: Callable[[str], Built],
) -> None:
    project = copy("mkdocs")
    before = snapshot(project.site)
    program = [sys.executable, "-c", KILLED_BETWEEN_THE_RENAMES]
    killed = subprocess.run(program, cwd=project.root, env=variables())
    assert killed.returncode == -signal.SIGKILL
    assert not project.site.exists()
    done = run(project.root, "--quick")
    assert (done.returncode, "back in place" in done.stderr) == (0, True)
    assert different(before, snapshot(project.site)) == set()


def test_an_authors_error_leaves_the_site_and_the_stage_as_they_were(copy: Callable[[str], Built]) -> None:
    project = copy("mkdocs")
    before = snapshot(project.site), snapshot(project.root / "out")
    write(project.root, {"content/lessons/kettles/cards.yml": "- id: Bad Id\n"})
    done = run(project.root, "--quick")
    assert (done.returncode, done.stdout) == (1, "")
    assert (snapshot(project.site), snapshot(project.root / "out")) == before
