"""The built site takes the place of site/ whole or not at all."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from studysite.publish import OFFLINE, ONLINE, OUTPUTS, Output, PublishError, publish, recover, swap
from tests.projects import POLICY, ROOT, snapshot, variables, write

OLD = {"index.html": "<p>old"}
NEW = {"index.html": f"{POLICY}<p>new", "a/index.html": f"{POLICY}<p>new"}
KILL = """
import os, signal, sys
from pathlib import Path
from studysite import publish

rename, left = Path.rename, [int(sys.argv[2])]

def deadly(self, target):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return rename(self, target)

Path.rename = deadly
publish.publish(Path(sys.argv[1]))
"""
"""Publishes and dies by SIGKILL after so many renames."""


both = pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.folder)


def sites(root: Path, output: Output = ONLINE, **folders: dict[str, str]) -> Path:
    for name, files in folders.items():
        folder = {"site": output.folder, "built": output.built, "previous": output.previous}[name]
        write(root, {f"{folder}/{path}": text for path, text in files.items()})
    return root


def shown(root: Path, output: Output = ONLINE) -> dict[str, str]:
    return {path: data.decode() for path, data in snapshot(root / output.folder).items()}


def test_the_first_site(tmp_path: Path) -> None:
    publish(sites(tmp_path, built=NEW))
    assert shown(tmp_path) == NEW
    assert not (tmp_path / ONLINE.built).exists()


@both
def test_a_new_site_takes_the_place_of_the_old_one_whole(output: Output, tmp_path: Path) -> None:
    publish(sites(tmp_path, output, built=NEW, site={**OLD, "gone/index.html": "<p>"}), [output])
    assert shown(tmp_path, output) == NEW
    assert not (tmp_path / output.previous).exists()


@both
def test_of_two_sites_none_is_published_where_one_has_faults(output: Output, tmp_path: Path) -> None:
    for each in OUTPUTS:
        built = {**NEW, "index.html": f'{POLICY}<a href="gone.html">'} if each == output else NEW
        sites(tmp_path, each, built=built, site=OLD)
    with pytest.raises(PublishError, match="leads nowhere"):
        publish(tmp_path, OUTPUTS)
    assert [shown(tmp_path, each) for each in OUTPUTS] == [OLD, OLD]


def test_each_output_is_completed_before_it_is_checked(tmp_path: Path) -> None:
    built = {"index.html": f'{POLICY}<a href="a/">', "a/index.html": POLICY, "sw.js": "work()"}
    for each in OUTPUTS:
        sites(tmp_path, each, built=built)
    publish(tmp_path, OUTPUTS)
    assert shown(tmp_path)["sw.js"].startswith("const SITE = ")
    assert shown(tmp_path)["index.html"] == built["index.html"]
    from_disk = {"index.html": f'{POLICY}<a href="a/index.html">', "a/index.html": POLICY}
    assert shown(tmp_path, OFFLINE) == from_disk


def test_what_an_earlier_swap_left_behind_is_in_nobodys_way(tmp_path: Path) -> None:
    publish(sites(tmp_path, built=NEW, site=OLD, previous={"index.html": "<p>older"}))
    assert shown(tmp_path) == NEW
    assert not (tmp_path / ONLINE.previous).exists()


def test_a_site_with_faults_is_not_published(tmp_path: Path) -> None:
    faulty = {"index.html": '<a href="gone/"></a><script src="https://example.org/a.js"></script>'}
    sites(tmp_path, built=faulty, site=OLD)
    with pytest.raises(PublishError) as raised:
        publish(tmp_path)
    assert "gone/ leads nowhere" in str(raised.value)
    assert "another origin" in str(raised.value)
    assert "no policy" in str(raised.value)
    assert shown(tmp_path) == OLD


@pytest.mark.parametrize("built", [{}, {"search.json": "[]"}])
def test_what_is_no_site_is_not_published(built: dict[str, str], tmp_path: Path) -> None:
    sites(tmp_path, site=OLD, built=built)
    with pytest.raises(PublishError):
        publish(tmp_path)
    assert shown(tmp_path) == OLD


@pytest.mark.parametrize(
    ("folders", "needed", "after"),
    [
        ({"previous": OLD}, True, OLD),
        ({"previous": OLD, "built": NEW}, True, OLD),
        ({"previous": OLD, "site": NEW}, False, NEW),
        ({"site": OLD}, False, OLD),
        ({"built": NEW}, False, {}),
        ({}, False, {}),
    ],
)
@both
def test_recovery_puts_the_last_good_site_back_where_there_is_none(
    output: Output, folders: dict[str, dict[str, str]], needed: bool, after: dict[str, str], tmp_path: Path
) -> None:
    sites(tmp_path, output, **folders)
    assert recover(tmp_path) is needed
    assert shown(tmp_path, output) == after
    assert recover(tmp_path) is False


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("renames", [0, 1])
def test_a_swap_that_is_killed_keeps_the_old_site(renames: int, tmp_path: Path) -> None:
    sites(tmp_path, built=NEW, site=OLD)
    command = [sys.executable, "-c", KILL, str(tmp_path), str(renames)]
    assert subprocess.run(command, cwd=ROOT, env=variables()).returncode == -signal.SIGKILL
    assert shown(tmp_path) == ({} if renames else OLD)
    assert recover(tmp_path) is bool(renames)
    assert shown(tmp_path) == OLD


def test_a_swap_whose_second_half_is_refused_keeps_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites(tmp_path, built=NEW, site=OLD)
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if self == tmp_path / ONLINE.built:
            raise OSError(16, "Device or resource busy", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(OSError, match="busy"):
        publish(tmp_path)
    assert shown(tmp_path) == OLD
    assert not (tmp_path / ONLINE.previous).exists()


def test_after_recovery_the_next_swap_succeeds(tmp_path: Path) -> None:
    sites(tmp_path, previous=OLD, built=NEW)
    recover(tmp_path)
    swap(tmp_path)
    assert shown(tmp_path) == NEW
