"""A change of a file is noticed once, whatever else happens there."""

import shutil
import threading
from pathlib import Path

import pytest

from studysite import watching
from studysite.watching import repeat
from tests.projects import write


def until(changed: object) -> bool:
    """Whether a change is noticed within some waits; a busy machine may need more than one."""
    assert callable(changed)
    return any(changed() for _ in range(20))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, {"content/a.yml": "a", "content/deep/b.yml": "b", "other/c.yml": "c"})
    return tmp_path


@pytest.mark.parametrize("what", ["write", "new", "deep", "delete", "rename"])
def test_whatever_happens_to_a_file_is_noticed(what: str, root: Path) -> None:
    content = root / "content"
    with watching.watching(root, ["content"]) as changed:
        assert not changed()
        match what:
            case "write":
                (content / "a.yml").write_text("b", "utf-8")
            case "new":
                (content / "new.yml").write_text("b", "utf-8")
            case "deep":
                (content / "deep" / "b.yml").write_text("c", "utf-8")
            case "delete":
                (content / "a.yml").unlink()
            case _:
                (content / "a.yml").rename(content / "z.yml")
        assert until(changed)
        assert not changed()


def test_reading_and_what_stands_elsewhere_are_no_change(root: Path) -> None:
    with watching.watching(root, ["content", "not-there"]) as changed:
        (root / "content/a.yml").read_text("utf-8")
        (root / "other/c.yml").write_text("d", "utf-8")
        assert not changed()


@pytest.mark.parametrize("gone", [0.0, 0.1])
def test_a_folder_may_go_and_come_back(gone: float, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes back is another folder, which is watched as the first one was."""
    acts: list[bool] = []
    content = root / "content"

    shutil.copytree(content, root / "copy")

    def come_back() -> None:
        (root / "copy").rename(content)

    def act() -> None:
        acts.append(content.is_dir())
        if len(acts) == 1:
            content.rename(root / "away")
            threading.Timer(gone, come_back).start() if gone else come_back()
        elif acts[-1] and (content / "a.yml").read_text("utf-8") == "changed":
            raise KeyboardInterrupt
        elif acts[-1]:
            write(root, {"content/a.yml": "changed"})

    monkeypatch.setattr(watching, "PATIENCE", 0.05)
    with pytest.raises(KeyboardInterrupt):
        repeat(root, "content", act)
    assert len(acts) >= 3


def test_a_folder_that_is_not_there_is_waited_for(tmp_path: Path) -> None:
    acts: list[bool] = []

    def act() -> None:
        acts.append((tmp_path / "content").is_dir())
        if len(acts) == 2:
            raise KeyboardInterrupt
        (tmp_path / "content").mkdir()

    with pytest.raises(KeyboardInterrupt):
        repeat(tmp_path, "content", act)
    assert acts == [False, True]
