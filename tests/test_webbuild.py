"""The files that the site takes from web/: what they are, and when they are made anew."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import threading
from pathlib import Path

import pytest

from studysite import webbuild
from studysite.node import NodeError, find_node, install_dev
from studysite.webbuild import bundle, for_formulas, for_print, for_site

ROOT = Path(__file__).parents[1]
WEB = ROOT / "web"
SCRIPT = "assets/study.js"
SCRIPTS = {
    SCRIPT: 19_000,
    "assets/today.js": 20_000,
    "assets/items.js": 4_100,
    "assets/dragged.js": 4_100,
    "assets/written.js": 2_700,
    "assets/exam.js": 14_000,
    "assets/progress.js": 35_000,
    "assets/settings.js": 25_000,
    "assets/notes.js": 6_000,
    "assets/home.js": 6_000,
    "assets/interview.js": 25_000,
    "assets/storage.js": 500,
    "assets/palette.js": 500,
    "assets/install.js": 500,
    "assets/iframe-worker.js": 1_000,
    "sw.js": 2_000,
}
"""The scripts, and how many bytes each may have when it is packed."""


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    install_dev(ROOT)
    return for_site(ROOT)


@pytest.fixture
def own_web(tmp_path: Path) -> Path:
    """A project with its own copy of web/, no cache, and the packages of this one."""
    install_dev(ROOT)
    shutil.copytree(WEB, tmp_path / "web", ignore=shutil.ignore_patterns("node_modules"))
    (tmp_path / "web" / "node_modules").symlink_to(WEB / "node_modules")
    return tmp_path


@pytest.fixture
def node_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where each call of Node is noted before the real one runs."""
    real = find_node(ROOT)
    log, folder = tmp_path / "node.log", tmp_path / "bin"
    folder.mkdir()
    for name, command in {"node": str(real.program), "npm": '" "'.join(real.npm_command)}.items():
        spy = folder / name
        spy.write_text(f'#!/bin/sh\necho "{name} $1" >> "{log}"\nexec "{command}" "$@"\n', encoding="utf-8")
        spy.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return log


def test_the_site_gets_its_scripts_three_fonts_and_their_licences(files: dict[str, bytes]) -> None:
    fonts = ["inter", "source-serif-4", "source-serif-4-italic"]
    assert sorted(files) == sorted(
        [*SCRIPTS, "assets/LICENSES.txt", *(f"assets/fonts/{name}.woff2" for name in fonts)]
    )


def test_the_fonts_are_fonts_of_a_moderate_size(files: dict[str, bytes]) -> None:
    fonts = [content for path, content in files.items() if path.endswith(".woff2")]
    assert [content[:4] for content in fonts] == [b"wOF2"] * 3
    assert all(len(content) < 60_000 for content in fonts)


def test_print_has_faces_of_its_own_which_the_site_does_not_get() -> None:
    faces = for_print(ROOT)
    assert {content[:4] for content in faces.values()} == {b"wOF2", b"wOFF"}
    sheet = (ROOT / "studysite/templates/print/css/faces.css").read_text("utf-8")
    assert set(re.findall(r"url\(([^)?]+)", sheet)) == set(faces)


def test_the_font_of_formulas_is_whole_and_not_for_the_site_as_it_is(files: dict[str, bytes]) -> None:
    assert for_formulas(ROOT)[:4] == b"wOFF"
    assert for_formulas(ROOT) not in {*files.values(), *for_print(ROOT).values()}


def test_the_licences_are_whole(files: dict[str, bytes]) -> None:
    text = files["assets/LICENSES.txt"].decode()
    families = ("source-serif-4", "inter")
    fonts = (*(f"@fontsource-variable/{name}" for name in families), "@fontsource/stix-two-math")
    for package in (*fonts, "temml", "ts-fsrs", "zod"):
        version = json.loads((WEB / "node_modules" / package / "package.json").read_bytes())["version"]
        assert f"{package} {version}" in text
    assert text.count("SIL OPEN FONT LICENSE Version 1.1") == 3
    assert text.count("MIT License") == 3


@pytest.mark.parametrize("path", SCRIPTS)
def test_a_script_is_small_classic_and_asks_for_nothing(path: str, files: dict[str, bytes]) -> None:
    script = files[path].decode()
    assert len(gzip.compress(files[path])) < SCRIPTS[path]
    assert re.fullmatch(r'("use strict";)?\(\(\)=>\{.*\}\)\(\);\s*', script, re.DOTALL)
    fetching = "" if path == "sw.js" else "fetch|"
    assert not re.search(
        rf"(?<![\w ])(import|export)\b|\b({fetching}eval|XMLHttpRequest|sourceMappingURL|https?:)\b", script
    )


@pytest.mark.parametrize(
    "usual",
    [
        [SCRIPT],
        ["assets/today.js", "assets/items.js"],
        [SCRIPT, "assets/dragged.js"],
        [SCRIPT, "assets/written.js"],
        ["assets/exam.js", "assets/dragged.js", "assets/written.js"],
        ["assets/interview.js"],
        ["assets/settings.js"],
    ],
    ids=" ".join,
)
def test_what_a_page_loads_in_all_is_small(usual: list[str], files: dict[str, bytes]) -> None:
    everywhere = ["assets/storage.js", "assets/palette.js", "assets/install.js"]
    assert sum(len(gzip.compress(files[path])) for path in (*everywhere, *usual)) < 25_000


@pytest.mark.parametrize("path", sorted(WEB.glob("src/**/*.ts")), ids=lambda path: path.name)
def test_no_source_makes_html_or_styles_from_strings(path: Path) -> None:
    """A single property may be set, as for where a note stands: the policy allows that.

    A deck is HTML that the build has made, and one file reads it.
    """
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write"
        r"|\.style\b(?!\.)|cssText|\"style\"|CSSStyleSheet"
    )
    text = path.read_text(encoding="utf-8")
    assert not re.search(forbidden, text)
    assert ("DOMParser" in text) == (path.name == "deck.ts")


def test_the_lock_names_no_registry() -> None:
    lock = (WEB / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert "registry" not in lock
    packages = json.loads(lock)["packages"]
    assert all("integrity" in entry for name, entry in packages.items() if name != "")


def test_a_second_call_runs_no_node(own_web: Path, node_log: Path) -> None:
    first = bundle(own_web)
    assert "node tools/bundle.mjs" in node_log.read_text(encoding="utf-8")
    node_log.unlink()
    assert bundle(own_web) == first
    assert not node_log.exists()


def test_a_change_of_the_source_is_seen(own_web: Path) -> None:
    before, after = b"Choose an answer first.", b"Pick one."
    assert before in bundle(own_web)[SCRIPT]
    source = own_web / "web" / "src" / "options.ts"
    source.write_bytes(source.read_bytes().replace(before, after))
    script = bundle(own_web)[SCRIPT]
    assert after in script
    assert before not in script


@pytest.mark.parametrize("name", ["package-lock.json", "package.json", "tsconfig.json", "tools/bundle.mjs"])
def test_so_is_a_change_of_what_bundles_it(name: str, own_web: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle(own_web)
    with (own_web / "web" / name).open("a", encoding="utf-8") as file:
        file.write("\n")

    def refuse(*args: object) -> None:
        raise NodeError("Node was asked for")

    monkeypatch.setattr(webbuild, "tools", refuse)
    with pytest.raises(NodeError, match="Node was asked for"):
        bundle(own_web)


def test_a_change_of_the_tests_makes_nothing_anew(own_web: Path, node_log: Path) -> None:
    bundle(own_web)
    node_log.unlink()
    (own_web / "web" / "test" / "new.test.ts").write_text("", encoding="utf-8")
    bundle(own_web)
    assert not node_log.exists()


def test_the_same_sources_give_the_same_bytes(own_web: Path, files: dict[str, bytes]) -> None:
    assert for_site(own_web) == files


def test_a_spoilt_cache_is_made_anew(own_web: Path, files: dict[str, bytes]) -> None:
    bundle(own_web)
    (kept,) = (own_web / ".cache" / "web").glob("*.zip")
    content = bytearray(kept.read_bytes())
    content[2000:2010] = b"0123456789"
    for spoilt in (bytes(content), content[:5000], b""):
        kept.write_bytes(spoilt)
        assert for_site(own_web) == files


def test_two_builds_at_once_give_the_same(own_web: Path, files: dict[str, bytes]) -> None:
    results: list[dict[str, bytes]] = []
    threads = [threading.Thread(target=lambda: results.append(for_site(own_web))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [files, files]
    assert len(list((own_web / ".cache" / "web").iterdir())) == 1


def test_a_fault_in_the_source_names_its_line(own_web: Path) -> None:
    (own_web / "web" / "src" / "dom.ts").write_text("export const = 1;\n", encoding="utf-8")
    with pytest.raises(NodeError, match=r"(?s)could not run bundle\.mjs.*dom\.ts:1:13"):
        bundle(own_web)
