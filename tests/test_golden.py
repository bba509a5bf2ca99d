"""Every file in golden/ is a case: what an author wrote, and what comes of it, letter by letter.

`pytest --rewrite-golden` writes what comes out as what is expected.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from studysite import diagnostics, pipeline
from studysite.materials import Materials
from studysite.render import render
from tests.projects import GOLDEN, new_course

ERRORS = sorted((GOLDEN / "errors").glob("*.yml"))
PAGES = sorted((GOLDEN / "pages").glob("*.yml"))
LESSON = "content/lessons/tea/lesson.md"
HEAD = "---\ntitle: Tea\nminutes: 3\n---\n\n"


def files_of(case: dict[str, Any]) -> dict[str, Any]:
    """The files of a case, which are laid over the golden course."""
    text = {LESSON: HEAD + case["markdown"]} if "markdown" in case else {}
    return {**case.get("files", {}), **text}


def examined(root: Path, case: dict[str, Any]) -> pipeline.Examined:
    return pipeline.examine(new_course(root, files_of(case)), lambda said: None)


def compare(path: Path, key: str, came_out: str, rewrite: bool) -> None:
    """Hold what came out against the last key of a case, or write it there."""
    if rewrite:
        kept, _, _ = path.read_text("utf-8").partition(f"\n{key}:")
        lines = "".join(f"  {line}\n" if line else "\n" for line in came_out.splitlines())
        path.write_text(f"{kept}\n{key}: |2\n{lines}", "utf-8")
    assert came_out == yaml.safe_load(path.read_text("utf-8"))[key]


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_errors(path: Path, tmp_path: Path, rewrite: bool) -> None:
    found = examined(tmp_path, yaml.safe_load(path.read_text("utf-8"))).diagnostics
    said = [*map(diagnostics.show, found), diagnostics.count(found)]
    compare(path, "problems", "\n\n".join(said) + "\n", rewrite)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path, tmp_path: Path, rewrite: bool) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    found = examined(tmp_path, case)
    assert found.sound is not None, "\n".join(map(diagnostics.show, found.diagnostics))
    pages = {
        page.path: page.text for page in render(Materials(found.sound, found.formulas, found.drawings), {})
    }
    text = pages[case["page"]] if "page" in case else prose(pages["lessons/tea/index.md"])
    compare(path, "staged", text.rstrip("\n") + "\n", rewrite)


def prose(page: str) -> str:
    """What became of the lesson's own text: what stands before and after it is in `lesson.yml`."""
    return page[page.index('<div class="prose">') : page.index('<div class="next"')]


def test_there_are_cases() -> None:
    assert len(ERRORS) >= 35
    assert PAGES
