"""MkDocs and Zensical run as commands on the stage; what they say of a fault is passed on."""

import subprocess
import sys
from pathlib import Path

import pytest

from studysite import engine
from studysite.stage import stage
from tests.projects import ROOT, write

PAGES = {"index.md": b"# Home\n\n[Next](next/index.md)\n", "next/index.md": b"# Next\n"}
NAV = {"site_name": "A", "nav": [{"Home": "index.md"}, {"Next": "next/index.md"}]}
CONFIG = """\
INHERIT: out/nav.yml
docs_dir: out/pages
site_dir: site
theme: {name: material, custom_dir: docs/overrides}
"""
both = pytest.mark.parametrize("name", list(engine.ENGINES))


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    write(tmp_path, {"mkdocs.yml": CONFIG, "docs/overrides/main.html": '{% extends "base.html" %}'})
    stage(tmp_path, PAGES.items(), NAV)
    return tmp_path


@both
def test_the_site_is_built_beside_the_stage(
    name: str, staged: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    engine.build(staged, name)
    for page in ("index.html", "next/index.html"):
        assert (staged / engine.SITE / page).is_file()
    assert not (staged / "site").exists()
    assert capfd.readouterr() == ("", "")


@both
def test_what_was_built_before_is_gone(name: str, staged: Path) -> None:
    write(staged, {f"{engine.SITE}/old/index.html": "x"})
    engine.build(staged, name)
    assert not (staged / engine.SITE / "old").exists()


@both
def test_a_fault_is_told_in_the_engines_words(name: str, staged: Path) -> None:
    write(staged, {"docs/overrides/main.html": '{% extends "base.html" %}{% if nonsense'})
    with pytest.raises(engine.EngineError, match=name) as raised:
        engine.build(staged, name)
    assert "main.html" in str(raised.value)


def test_a_warning_is_a_fault(staged: Path) -> None:
    stage(staged, {**PAGES, "index.md": b"# Home\n\n[Gone](gone/index.md)\n"}.items(), NAV)
    with pytest.raises(engine.EngineError, match=r"gone/index\.md"):
        engine.build(staged, "mkdocs")


def test_before_the_first_build_a_plain_engine_stops(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": CONFIG})
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode != 0
    assert "out/nav.yml" in done.stdout + done.stderr


def test_the_projects_own_settings_inherit_what_the_course_decides() -> None:
    assert (ROOT / "mkdocs.yml").read_text("utf-8").startswith("#")
    assert "INHERIT: out/nav.yml" in (ROOT / "mkdocs.yml").read_text("utf-8")
