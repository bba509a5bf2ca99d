"""build.py's rule, each branch of it with a real environment."""

import ast
import os
import runpy
import shutil
import signal
import sys
import time
import zipfile
from importlib import machinery
from pathlib import Path

import pytest

import build
from tests.front_door import (
    ROOT,
    Project,
    Result,
    finish,
    make_active,
    make_wheel,
    new_project,
    snapshot,
    wait_for,
    waiting,
)

posix_only = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
SETTING_UP = "Setting up .venv (once, about half a minute) …\n"
WITHOUT_ENSUREPIP = """
import runpy, sys
sys.modules["ensurepip"] = None
runpy.run_path(sys.argv.pop(), run_name="__main__")
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A clean clone, in a path with a space."""
    return new_project(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, list[Result]]:
    """A project after its first two runs, begun at once: what the one that set it up said, then the other."""
    project = new_project(tmp_path_factory.mktemp("built"))
    started = [project.start("check", "--loud") for _ in range(2)]
    return project, sorted(map(finish, started), key=lambda result: SETTING_UP not in result.err)


@pytest.fixture
def ready(built: tuple[Project, list[Result]], tmp_path: Path) -> Project:
    """A project that is set up, to be changed at will."""
    original = built[0]
    shutil.copytree(original.root, tmp_path / "a project", symlinks=True)
    shutil.copytree(original.shelf, tmp_path / "shelf")
    return Project(tmp_path / "a project", tmp_path / "shelf")


@pytest.fixture
def unfit(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """The Python of an environment that has an older version than any lock, and what activating it sets."""
    make_wheel(tmp_path, "alpha", "0.9")
    return make_active(tmp_path / "mine", tmp_path / "alpha-0.9-py3-none-any.whl")


@pytest.fixture
def runs_here(project: Project) -> Project:
    """A project that needs nothing, so that any interpreter fits."""
    project.lock(0)
    return project


# -- rule 1: run where the locked versions are --------------------------------------------------------


def test_an_active_environment_that_fits_is_used(project: Project, tmp_path: Path) -> None:
    python, active = make_active(tmp_path / "mine", project.shelf / "alpha-1.0-py3-none-any.whl")
    before = sorted(path.name for path in project.root.iterdir())
    result = project.run(python=python, **active)
    assert result.said["prefix"] == str(tmp_path / "mine")
    assert result.err == ""
    assert sorted(path.name for path in project.root.iterdir()) == before


def test_an_active_environment_that_does_not_fit_is_left_alone(
    ready: Project, unfit: tuple[Path, dict[str, str]]
) -> None:
    python, active = unfit
    before = snapshot(Path(active["VIRTUAL_ENV"]))
    said = ready.run(python=python, **active).said
    assert (said["prefix"], said["alpha"]) == (str(ready.root / ".venv"), "1.0")
    assert snapshot(Path(active["VIRTUAL_ENV"])) == before


@pytest.mark.parametrize(
    ("lock", "fits"),
    [
        ("", True),
        ("Alpha==1.0 \\\n    --hash=sha256:00\n", True),
        ("alpha==1.1 \\\n    --hash=sha256:00\n", False),
        ("alpha==1.0\nbeta==1.0\n", False),
        ("alpha==1.0\nbeta==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n", True),
        ("alpha==1.1 ; sys_platform == 'win32'\n", False),
    ],
)
def test_what_fits(
    lock: str, fits: bool, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zipfile.ZipFile(project.shelf / "alpha-1.0-py3-none-any.whl").extractall(tmp_path / "packages")
    monkeypatch.syspath_prepend(tmp_path / "packages")
    (tmp_path / "lock.txt").write_text(lock, "utf-8")
    assert build.fits([tmp_path / "lock.txt"]) is fits


# -- rule 2: .venv, made where there is none ----------------------------------------------------------


def test_the_first_run_sets_up_and_says_so_in_a_line(built: tuple[Project, list[Result]]) -> None:
    project, (first, _) = built
    assert first.err == SETTING_UP
    assert first.said == {
        "args": ["check", "--loud"],
        "cwd": str(project.root),
        "prefix": str(project.root / ".venv"),
        "alpha": "1.0",
        "beta": None,
    }


def test_the_second_run_does_no_set_up(ready: Project) -> None:
    shutil.rmtree(ready.root / ".cache")  # where the lock is: nothing is waited for either
    before = snapshot(ready.root)
    started = time.monotonic()
    result = ready.run()
    assert time.monotonic() - started < 1
    assert result.said["prefix"] == str(ready.root / ".venv")
    assert result.err == ""
    assert snapshot(ready.root) == before


def test_packages_lent_by_a_variable_do_not_reach_our_environment(ready: Project, tmp_path: Path) -> None:
    make_wheel(ready.shelf, "alpha", "0.9")
    zipfile.ZipFile(ready.shelf / "alpha-0.9-py3-none-any.whl").extractall(tmp_path / "lent")
    assert ready.run(PYTHONPATH=str(tmp_path / "lent")).said["alpha"] == "1.0"


def test_a_changed_lock_makes_the_environment_anew_and_no_other(
    ready: Project, unfit: tuple[Path, dict[str, str]]
) -> None:
    python, active = unfit
    before = snapshot(Path(active["VIRTUAL_ENV"]))
    ready.lock(0, "alpha 2.0")
    (ready.root / ".venv" / "left-over").touch()
    result = ready.run(python=python, **active)
    assert (result.said["prefix"], result.said["alpha"]) == (str(ready.root / ".venv"), "2.0")
    assert "Setting up .venv again" in result.err
    assert not (ready.root / ".venv" / "left-over").exists()
    assert snapshot(Path(active["VIRTUAL_ENV"])) == before


def test_another_python_makes_the_environment_anew(ready: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    locks = [ready.root / build.LOCKS[0]]
    assert build.is_ready(ready.root / ".venv", locks)
    monkeypatch.setattr(machinery, "EXTENSION_SUFFIXES", [".cpython-399-x86_64-linux-gnu.so"])
    assert not build.is_ready(ready.root / ".venv", locks)


def test_an_environment_whose_python_has_gone_is_not_ready(ready: Project) -> None:
    build.python_of(ready.root / ".venv").unlink()
    assert not build.is_ready(ready.root / ".venv", [ready.root / build.LOCKS[0]])


@posix_only
def test_an_interrupted_set_up_is_known_as_ours_and_done_again(project: Project) -> None:
    first = project.start()
    wait_for(build.python_of(project.root / ".venv").exists)
    first.kill()  # and not the venv or pip that it started
    first.communicate()
    assert project.marked() == {build.UNFINISHED}
    (project.root / ".venv" / "left-over").touch()
    result = project.run()
    assert result.said["alpha"] == "1.0"
    assert "Setting up .venv again" in result.err
    assert "Waiting for another build.py" in result.err  # what the first one started was still at it
    assert build.UNFINISHED not in project.marked()
    assert not (project.root / ".venv" / "left-over").exists()


def test_two_at_once_set_up_once(built: tuple[Project, list[Result]]) -> None:
    assert [result.said["alpha"] for result in built[1]] == ["1.0", "1.0"]
    assert sum("half a minute" in result.err for result in built[1]) == 1


def test_a_python_without_ensurepip_is_told_the_package_and_makes_nothing(project: Project) -> None:
    result = finish(project.popen(sys.executable, "-c", WITHOUT_ENSUREPIP, project.root / "build.py"))
    assert result.code == 1
    assert result.err.endswith(f"apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv\n")
    assert result.err.count("\n") == 1
    assert not (project.root / ".venv").exists()


def test_what_no_hash_vouches_for_is_refused_in_the_words_of_pip(ready: Project) -> None:
    (ready.root / build.LOCKS[1]).write_text("beta==1.0\n", "utf-8")
    result = ready.run("test")
    assert result.code == 1
    assert "ERROR: Hashes are required" in result.err
    assert "beta==1.0 --hash=sha256:" in result.err, "all that pip said, to the end"
    assert result.err.endswith(
        "build.py has no environment to run in: pip could not install into .venv."
        " Is there a network? Then run the command again.\n"
    )


def test_a_set_up_that_cannot_install_is_unfinished(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: object) -> None:
        raise build.SetupError("There is no network.")

    monkeypatch.setattr(build, "make", lambda home: None)
    monkeypatch.setattr(build, "install", cannot)
    with pytest.raises(build.SetupError):
        build.set_up(project.root / ".venv", [project.root / build.LOCKS[0]])
    assert project.marked() == {build.UNFINISHED}


# -- the tests' own lock ------------------------------------------------------------------------------


@pytest.mark.parametrize("command", sorted(build.NEEDS_TEST))
def test_a_command_that_needs_the_test_tools_adds_them_once(ready: Project, command: str) -> None:
    (ready.root / ".venv" / "not-made-anew").touch()
    first, second, plain = ready.run(command, "-x"), ready.run(command), ready.run()
    assert first.err == "Adding the test tools to .venv (once, about half a minute) …\n"
    assert first.said["beta"] == "1.0"
    assert second.err == plain.err == ""
    assert (ready.root / ".venv" / "not-made-anew").exists()


def test_test_tools_that_cannot_be_had_leave_the_rest_usable(ready: Project) -> None:
    wheel = ready.shelf / "beta-1.0-py3-none-any.whl"
    content = wheel.read_bytes()
    wheel.unlink()
    assert ready.run("test").code == 1
    assert ready.run("test").code == 1
    assert ready.run().err == ""
    wheel.write_bytes(content)
    result = ready.run("test")
    assert result.said["beta"] == "1.0"
    assert result.err.startswith("Adding")


def test_an_interrupted_addition_leaves_the_build_usable_and_is_done_again(ready: Project) -> None:
    home, locks = ready.root / ".venv", [ready.root / lock for lock in build.LOCKS]
    build.mark(home, build.marked(home) | {build.UNFINISHED})
    assert build.is_ready(home, locks[:1])
    assert not build.is_ready(home, locks)


# -- rule 3: somebody else's .venv --------------------------------------------------------------------


def test_a_foreign_venv_stays_as_it_is(project: Project) -> None:
    make_active(project.root / ".venv", project.shelf / "alpha-1.0-py3-none-any.whl")
    before = snapshot(project.root / ".venv")
    first, second = project.run(), project.run()
    assert "since .venv is not ours and stays as it is" in first.err
    assert first.said["prefix"] == second.said["prefix"] == str(project.root / ".studysite-venv")
    assert second.err == ""
    assert snapshot(project.root / ".venv") == before


def test_two_foreign_environments_are_too_many(project: Project) -> None:
    for name in build.HOMES:
        (project.root / name).mkdir()
        (project.root / name / "pyvenv.cfg").touch()
    result = project.run()
    assert result.code == 1
    assert result.err.count("\n") == 1
    assert "Rename or remove one of them" in result.err


def test_whose_an_environment_is(tmp_path: Path) -> None:
    home = tmp_path / ".venv"
    assert build.is_ours(home), "nothing is there yet"
    home.mkdir()
    assert build.is_ours(home), "an empty folder, such as one that a container mounts"
    (home / "pyvenv.cfg").touch()
    assert not build.is_ours(home)
    build.mark(home, {build.UNFINISHED})
    assert build.is_ours(home)
    (tmp_path / "file").touch()
    assert not build.is_ours(tmp_path / "file")


def test_an_environment_as_windows_lays_it_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        python = build.python_of(tmp_path)
    assert python.parts[-2:] == ("Scripts", "python.exe")


# -- handing over -------------------------------------------------------------------------------------


def test_the_exit_code_is_passed_on(runs_here: Project) -> None:
    assert runs_here.run("fail").code == 3


@posix_only
def test_ctrl_c_is_answered_by_the_command_alone(runs_here: Project) -> None:
    with waiting(runs_here) as process:
        os.killpg(process.pid, signal.SIGINT)
        result = finish(process)
    assert (result.code, result.out, result.err) == (7, "answered by the command\n", "")


@posix_only
def test_ctrl_c_during_the_set_up_is_quiet(project: Project) -> None:
    process = project.start()
    wait_for(build.python_of(project.root / ".venv").exists)
    os.killpg(process.pid, signal.SIGINT)
    result = finish(process)
    assert (result.code, result.err) == (130, SETTING_UP)


@posix_only
def test_to_end_build_py_is_to_end_the_command(runs_here: Project) -> None:
    with waiting(runs_here) as process:
        process.terminate()
        result = finish(process)
        assert (result.code, result.err) == (128 + signal.SIGTERM, "")
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)


def test_an_older_python_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 18, "final", 0))
    with pytest.raises(SystemExit, match=r"^build.py needs Python 3\.11 or newer, and this is 3\.9\.$"):
        runpy.run_path(str(ROOT / "build.py"))


def test_an_older_python_can_read_build_py() -> None:
    ast.parse((ROOT / "build.py").read_text("utf-8"), feature_version=(3, 7))
