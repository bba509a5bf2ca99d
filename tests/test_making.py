"""Files to take away are made once from the same inputs, each by its own, some together."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from studysite import making
from studysite.cache import trim
from studysite.making import KEPT, is_kept, made
from studysite.work import File, Work, by_title
from tests.projects import ROOT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project, as far as making needs one."""
    for lock in making.LOCKS:
        (tmp_path / lock).parent.mkdir(exist_ok=True)
        (tmp_path / lock).write_bytes((ROOT / lock).read_bytes())
    return tmp_path


class Calls:
    """What was made, in order, noted where other processes can note it too."""

    def __init__(self, log: Path) -> None:
        self.log = log

    def note(self, name: str) -> None:
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"{name}\n")

    @property
    def made(self) -> list[str]:
        return self.log.read_text("utf-8").split()


@pytest.fixture
def calls(tmp_path_factory: pytest.TempPathFactory) -> Calls:
    return Calls(tmp_path_factory.mktemp("calls") / "log")


@pytest.fixture
def work(calls: Calls) -> Callable[..., Work]:
    """A work that tells when it is made."""

    def one(name: str, inputs: bytes = b"", batch: bytes = b"") -> Work:
        def make() -> bytes:
            calls.note(name)
            return f"{name} of {inputs!r}".encode()

        return Work(name, name, "", make, inputs, batch=batch)

    return one


def test_what_was_made_is_not_made_again(root: Path, work: Callable[..., Work], calls: Calls) -> None:
    works = [work("a.csv"), work("b.pdf", b"1")]
    first = [file.data for file in made(root, works)]
    assert first == [b"a.csv of b''", b"b.pdf of b'1'"]
    assert [file.data for file in made(root, works)] == first
    assert sorted(calls.made) == ["a.csv", "b.pdf"]


def test_only_what_has_other_inputs_is_made_anew(root: Path, work: Callable[..., Work], calls: Calls) -> None:
    list(made(root, [work("a.csv"), work("b.pdf", b"1")]))
    assert is_kept(root, work("a.csv"))
    assert not is_kept(root, work("b.pdf", b"2"))
    assert [file.data for file in made(root, [work("a.csv"), work("b.pdf", b"2")])][1] == b"b.pdf of b'2'"
    assert sorted(calls.made) == ["a.csv", "b.pdf", "b.pdf"]


def test_with_other_tools_everything_is_made_anew(
    root: Path, work: Callable[..., Work], calls: Calls
) -> None:
    list(made(root, [work("a.csv")]))
    (root / making.LOCKS[0]).write_text("weasyprint==71.0\n", "utf-8")
    making._tools.cache_clear()
    list(made(root, [work("a.csv")]))
    assert calls.made == ["a.csv", "a.csv"]


def test_files_come_in_the_order_of_their_works_whatever_is_made_together(
    root: Path, work: Callable[..., Work], calls: Calls
) -> None:
    works = [work("a", b"1"), work("b", b"2", b"x"), work("c", b"3"), work("d", b"4", b"x")]
    assert [file.work.name for file in made(root, works)] == ["a", "b", "c", "d"]
    assert sorted(calls.made) == ["a", "b", "c", "d"]
    assert calls.made.index("d") > calls.made.index("b")


def test_a_folder_that_cannot_be_written_keeps_nothing_and_harms_nothing(
    root: Path, work: Callable[..., Work]
) -> None:
    (root / ".cache").write_text("no folder", "utf-8")
    assert [file.data for file in made(root, [work("a.csv")])] == [b"a.csv of b''"]


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    for age, name in enumerate(("new", "older", "oldest")):
        (tmp_path / name).write_bytes(b"x" * 10)
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    trim(tmp_path, 20)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "older"]


def test_what_is_used_again_stays(root: Path, work: Callable[..., Work]) -> None:
    list(made(root, [work("a")]))
    (kept,) = (root / KEPT).iterdir()
    os.utime(kept, (0, 0))
    list(made(root, [work("a")]))
    assert kept.stat().st_mtime > 0


def test_variants_of_one_title_stand_together(work: Callable[..., Work]) -> None:
    files = [
        File(replace(work(name), title=title), b"") for name, title in (("a", "G"), ("b", "K"), ("c", "G"))
    ]
    assert {title: [file.work.name for file in group] for title, group in by_title(files).items()} == {
        "G": ["a", "c"],
        "K": ["b"],
    }


def test_what_is_stopped_goes_on_where_it_was(root: Path, work: Callable[..., Work], calls: Calls) -> None:
    def stop() -> bytes:
        raise KeyboardInterrupt

    stopped = replace(work("c.pdf"), make=stop)
    works = [work("a.pdf", b"1", b"both"), work("b.pdf", b"2", b"both"), stopped]
    with pytest.raises(KeyboardInterrupt):
        list(made(root, works))
    assert [is_kept(root, each) for each in works] == [True, True, False]


def test_what_cannot_be_read_is_made_anew(root: Path, work: Callable[..., Work], calls: Calls) -> None:
    list(made(root, [work("a.csv")]))
    (home,) = (root / KEPT).iterdir()
    home.unlink()
    home.mkdir()
    assert [file.data for file in made(root, [work("a.csv")])] == [b"a.csv of b''"]
