import gc
from pathlib import Path

import pytest
from hypothesis import settings

from tests.projects import new_project


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="Write what comes out into tests/golden/ as what is expected. Read every line of the diff.",
    )


def pytest_configure() -> None:
    settings.register_profile("untimed", deadline=None)  # a test never times
    settings.load_profile("untimed")
    gc.disable()  # whatever is made while tests are gathered stays to the end


def pytest_collection_finish() -> None:
    """Look for garbage from here on, but not among the thousands of tests and all that they import."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Node made, shared by all projects of a session."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def project(tmp_path: Path, cache: Path) -> Path:
    """A project of the sample course, not built yet, in a path with a space and a letter beyond ASCII."""
    return new_project(tmp_path / "süß project", cache)
