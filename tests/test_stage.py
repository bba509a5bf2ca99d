"""The stage holds what was given and nothing else, and is written only where it differs."""

import os
from pathlib import Path

import pytest
import yaml

from studysite.shell import page_path, read_shell
from studysite.stage import stage
from tests.projects import snapshot, write

SETTINGS = {"site_name": "Süß", "nav": [{"Home": "index.md"}]}
CONTENTS = {"index.md": b"# A\n", "lessons/a/index.md": b"# B\n", "assets/x.bin": b"\x00\xff"}


def times(root: Path) -> dict[str, int]:
    return {path.as_posix(): path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    """A stage whose files are all an hour old."""
    stage(tmp_path, CONTENTS.items(), SETTINGS)
    for path in (tmp_path / "out").rglob("*"):
        os.utime(path, (0, 0))
    return tmp_path


def test_everything_is_there(tmp_path: Path) -> None:
    assert stage(tmp_path, CONTENTS.items(), SETTINGS) == len(CONTENTS) + 4
    files = snapshot(tmp_path / "out")
    assert {name: data for name, data in files.items() if name.startswith("pages/")} == {
        f"pages/{name}": data for name, data in CONTENTS.items()
    }
    assert yaml.safe_load(files["nav.yml"]) == SETTINGS
    config = yaml.safe_load(files["mkdocs.yml"])
    assert config["INHERIT"] == "../mkdocs.yml"
    assert (config["docs_dir"], config["site_dir"]) == ("pages", "site")
    assert config["theme"] == {"custom_dir": "../docs/overrides"}
    served = yaml.safe_load(files["serve.yml"])
    assert {**served, "site_dir": "site"} == config | {"extra": {"is_served": True}}
    assert served["site_dir"] == "served"
    offline = yaml.safe_load(files["offline.yml"])
    assert offline["site_dir"] == "offline"
    assert {**offline, **config} == offline | {"site_dir": "site"}
    assert offline["use_directory_urls"] is False


def test_the_order_of_the_navigation_is_kept(tmp_path: Path) -> None:
    nav = [{"B": "b.md"}, {"A": [{"D": "d.md"}, {"C": "c.md"}]}]
    stage(tmp_path, [], {"site_name": "A", "nav": nav})
    assert list(yaml.safe_load((tmp_path / "out/nav.yml").read_text("utf-8")).items()) == [
        ("site_name", "A"),
        ("nav", nav),
    ]


def test_what_is_the_same_is_not_written_again(staged: Path) -> None:
    before = times(staged)
    assert stage(staged, CONTENTS.items(), SETTINGS) == 0
    assert times(staged) == before


def test_only_what_changed_is_written(staged: Path) -> None:
    before = times(staged)
    assert stage(staged, {**CONTENTS, "index.md": b"# C\n"}.items(), SETTINGS) == 1
    assert {path for path, time in times(staged).items() if before[path] != time} == {
        (staged / "out/pages/index.md").as_posix()
    }


def test_only_the_navigation_changes_when_only_it_does(staged: Path) -> None:
    assert stage(staged, CONTENTS.items(), {**SETTINGS, "nav": []}) == 1


def test_what_is_stale_is_removed_with_its_folders(staged: Path) -> None:
    assert stage(staged, [("index.md", CONTENTS["index.md"])], SETTINGS) == 2
    assert sorted(path.name for path in (staged / "out/pages").iterdir()) == ["index.md"]


def test_a_stranger_on_the_stage_is_removed(staged: Path) -> None:
    write(staged, {"out/pages/lessons/a/old/draft.md": "x", "out/pages/.hidden": "x"})
    assert stage(staged, CONTENTS.items(), SETTINGS) == 2
    assert set(snapshot(staged / "out/pages")) == set(CONTENTS)


def test_a_file_may_become_a_folder_and_a_folder_a_file(staged: Path) -> None:
    turned = {"index.md/index.md": b"a", "lessons": b"b"}
    stage(staged, turned.items(), SETTINGS)
    assert snapshot(staged / "out/pages") == turned


def test_what_the_engine_built_is_left_alone(staged: Path) -> None:
    write(staged, {"out/site/index.html": "x", "out/previous/index.html": "y"})
    stage(staged, [], SETTINGS)
    assert (staged / "out/site/index.html").exists()
    assert (staged / "out/previous/index.html").exists()


def test_a_page_that_was_tampered_with_is_mended(staged: Path) -> None:
    (staged / "out/pages/index.md").write_text("# Z\n")
    assert stage(staged, CONTENTS.items(), SETTINGS) == 1
    assert (staged / "out/pages/index.md").read_bytes() == CONTENTS["index.md"]


# -- the shell, which is staged beside the pages ---------------------------------------------------------


def test_the_shell_is_its_pages_and_its_files_without_overrides(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "docs/index.md": "# Süß\n",
            "docs/about.md": "# B\n",
            "docs/more/index.md": "# C\n",
            "docs/assets/css/a.css": "a {}",
            "docs/assets/b.png": b"\x89PNG",
            "docs/overrides/main.html": "x",
            "docs/overrides/partials/y.html": "y",
        },
    )
    pages, assets = read_shell(tmp_path)
    assert pages == {"index.md": "# Süß\n", "about/index.md": "# B\n", "more/index.md": "# C\n"}
    assert assets == {"assets/css/a.css": b"a {}", "assets/b.png": b"\x89PNG"}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("index.md", "index.md"),
        ("about.md", "about/index.md"),
        ("a/b.md", "a/b/index.md"),
        ("a/index.md", "a/index.md"),
    ],
)
def test_each_page_of_the_shell_stands_in_a_folder_of_its_own(name: str, path: str) -> None:
    assert page_path(Path(name)) == path
