"""The PDFs of a real lesson, made once for all workers."""

import os
from pathlib import Path

import pytest

from build import alone
from studysite import webbuild
from studysite.making import made
from studysite.materials import Materials
from studysite.pipeline import examine
from studysite.printing import prints
from tests.projects import ROOT, one_lesson


@pytest.fixture(scope="session")
def materials(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Materials:
    """What a real lesson is made of."""
    root = one_lesson(tmp_path_factory.mktemp("one lesson") / "project")
    (root / ".cache").symlink_to(cache)
    return examine(root, lambda said: None).materials


@pytest.fixture(scope="session")
def pdfs(materials: Materials, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every PDF of the real lesson, by name."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with alone(Path(shared) / "pdfs.lock"):
        works = list(prints(materials, webbuild.for_print(ROOT)))
        return {file.work.name: file.data for file in made(ROOT, works)}
