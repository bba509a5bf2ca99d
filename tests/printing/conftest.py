"""The PDFs of the real lessons, made once for all workers."""

import os
from pathlib import Path

import pytest

from build import alone
from studysite import webbuild
from studysite.making import made
from studysite.materials import Materials
from studysite.pipeline import examine
from studysite.printing import prints
from tests.projects import ROOT


@pytest.fixture(scope="session")
def materials() -> Materials:
    """What the real lessons are made of."""
    return examine(ROOT, lambda said: None).materials


@pytest.fixture(scope="session")
def pdfs(materials: Materials, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every PDF of the real lessons, by name."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with alone(Path(shared) / "pdfs.lock"):
        works = list(prints(materials, webbuild.for_print(ROOT)))
        return {file.work.name: file.data for file in made(ROOT, works)}
