"""What a machine can do to a build: read-only folders, a full disk, two builds at once, other ends of lines.

Each ends in a plain message and with the last good site as it was.
"""

import ctypes
import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from studysite import pipeline
from studysite.diagnostics import show
from studysite.faults import told
from tests.projects import (
    SAMPLE,
    command,
    new_course,
    new_project,
    run,
    run_bound,
    snapshot,
    until,
    variables,
    write,
)
from tests.test_cli import free_port, page

posix_only = pytest.mark.skipif(os.name == "nt", reason="rights, limits and signals of POSIX")
LESSON, QUIZ = "content/lessons/kettles/lesson.md", "content/lessons/kettles/quiz.yml"
OLD = {"site/index.html": "old"}
WAITING = "Another build is at work in this folder"
HOLD = """
import sys, time
from pathlib import Path
from studysite.lock import alone

with alone(Path.cwd(), lambda: None):
    print("held", flush=True)
    time.sleep(600)
"""


def told_plainly(done: subprocess.CompletedProcess[str], root: Path) -> str:
    """What a command said that failed as it should: no traceback, and the last good site as it was."""
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "Errno" not in done.stderr
    assert snapshot(root / "site") == {"index.html": b"old"}
    return done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """A project after its first build; nobody changes it."""
    root = new_project(tmp_path_factory.mktemp("built") / "project", cache)
    done = run(root, "--quick")
    assert done.returncode == 0, done.stderr
    return root


# -- folders that may only be read -----------------------------------------------------------------------

CAPABILITY_DAC_OVERRIDE, CAPABILITY_DAC_READ_SEARCH, PR_CAPBSET_DROP = 1, 2, 24


def bound_by_rights() -> None:
    """Let the rights of files bind this process too where it is root's, to whom they mean nothing."""
    if os.geteuid() == 0:
        for capability in (CAPABILITY_DAC_OVERRIDE, CAPABILITY_DAC_READ_SEARCH):
            assert ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) == 0


@contextmanager
def read_only(*folders: Path) -> Iterator[None]:
    for folder in folders:
        folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        yield
    finally:
        for folder in folders:
            folder.chmod(stat.S_IRWXU)


@posix_only
@pytest.mark.parametrize(
    ("folders", "said"),
    [
        (["."], "out: Permission denied."),
        (["out"], "out/pages: Permission denied."),
        (["out/pages"], "out/pages/"),
        (["site"], "site to out/previous: Permission denied."),
    ],
)
def test_a_folder_that_may_only_be_read(folders: list[str], said: str, project: Path) -> None:
    write(project, OLD)
    for folder in folders:
        (project / folder).mkdir(parents=True, exist_ok=True)
    with read_only(*(project / folder for folder in folders)):
        done = run_bound(project, "--quick", before=bound_by_rights)
    assert said in told_plainly(done, project)
    assert "Change who may read and write it" in done.stderr


@posix_only
def test_content_that_may_not_be_read(project: Path) -> None:
    write(project, OLD)
    (project / QUIZ).chmod(0)
    done = run_bound(project, "--quick", before=bound_by_rights)
    assert f"{QUIZ}:1:1: error[unreadable]" in told_plainly(done, project)


@posix_only
def test_check_in_a_project_that_may_only_be_read(tmp_path: Path) -> None:
    project = new_project(tmp_path / "project")
    assert run(project, "check").returncode == 0
    shutil.rmtree(project / ".cache")
    with read_only(project):
        done = run_bound(project, "check", before=bound_by_rights)
    assert (done.returncode, done.stdout) == (
        0,
        "content: nothing to mend in 4 lessons, 8 questions, 3 cards\n",
    ), done.stderr


# -- a full disk -----------------------------------------------------------------------------------------


def no_file_above(size: int) -> Callable[[], None]:
    """A limit for files stands for a full disk: it needs no rights, and stops every process alike."""

    def bind() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return bind


@posix_only
def test_a_disk_that_is_full_while_pages_are_staged(built: Path, project: Path) -> None:
    write(project, OLD)
    assert (built / "site").is_dir(), "so that Node has nothing to write"
    said = told_plainly(run_bound(project, "--quick", before=no_file_above(500)), project)
    assert "out/pages/" in said
    assert "Make room on the disk" in said


@posix_only
def test_a_disk_that_is_full_while_the_engine_is_at_work(built: Path, project: Path) -> None:
    write(project, OLD)
    staged = max(len(data) for data in snapshot(built / "out").values())
    assert max(len(data) for data in snapshot(built / "site").values()) > staged
    said = told_plainly(run_bound(project, "--quick", before=no_file_above(staged)), project)
    assert "mkdocs could not build the staged pages" in said
    assert run(project, "--quick").returncode == 0, "once there is room"
    assert snapshot(project / "site") == snapshot(built / "site")


@posix_only
def test_a_full_disk_without_a_cache_costs_nothing_but_time(tmp_path: Path) -> None:
    project = new_project(tmp_path / "project")
    done = run_bound(project, "check", before=no_file_above(0))
    assert done.returncode == 0, done.stderr
    assert [path for path in (project / ".cache" / "math").rglob("*") if path.is_file()] == []


def test_the_words_of_the_system_are_told_with_their_place() -> None:
    root = Path("/a/b")
    full = OSError(28, "No space left on device", "/a/b/out/x")
    assert told(full, root).startswith("out/x: No space left on device. Make room")
    assert told(OSError(5, "Input/output error", "/c"), root) == "/c: Input/output error."
    assert told(OSError("odd"), root) == "odd"
    assert told(OSError(28, "No space left on device"), root).startswith("the system: ")


# -- two at once -----------------------------------------------------------------------------------------


@contextmanager
def holding(project: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that holds the lock of a project until it is killed."""
    args = [sys.executable, "-c", HOLD]
    with subprocess.Popen(args, cwd=project, env=variables(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def started(project: Path, log: Path, *args: str) -> "subprocess.Popen[bytes]":
    with log.open("wb") as said:
        return subprocess.Popen(command(*args), cwd=project, env=variables(), stdout=said, stderr=said)


@pytest.mark.parametrize("args", [("--quick",), ("clean",)])
def test_a_second_waits_says_so_and_goes_on_when_the_first_is_killed(
    args: tuple[str, ...], project: Path, tmp_path: Path
) -> None:
    write(project, {**OLD, "out/previous/index.html": "older"})
    log = tmp_path / "said.txt"
    with holding(project) as first:
        second = started(project, log, *args)
        until(lambda: WAITING in log.read_text("utf-8"), second)
        assert second.poll() is None
        assert snapshot(project / "site") == {"index.html": b"old"}
        first.kill()
        assert second.wait() == 0, log.read_text("utf-8")
    assert (project / "site" / "index.html").exists() is ("clean" not in args)


def test_two_builds_at_once_make_one_whole_site(built: Path, project: Path, tmp_path: Path) -> None:
    logs = [tmp_path / "first.txt", tmp_path / "second.txt"]
    builds = [started(project, log, "--quick") for log in logs]
    assert [build.wait() for build in builds] == [0, 0], [log.read_text("utf-8") for log in logs]
    assert snapshot(project / "site") == snapshot(built / "site")
    assert sum(WAITING in log.read_text("utf-8") for log in logs) == 1


def test_a_stage_is_brought_up_to_date_alone(project: Path) -> None:
    script = "from pathlib import Path\nfrom studysite.serving import restage\nrestage(Path.cwd(), print)\n"
    with holding(project) as first:
        args = [sys.executable, "-uc", script]
        with subprocess.Popen(
            args, cwd=project, env=variables(), stdout=subprocess.PIPE, text=True
        ) as serving:
            assert serving.stdout is not None
            lines = iter(serving.stdout.readline, "")
            assert any(WAITING in line for line in lines)
            assert not (project / "out").exists()
            first.kill()
            assert any(line.startswith("Staged: ") for line in lines)


@contextmanager
def holding_after(project: Path) -> Iterator[IO[str]]:
    """A process that has to wait for the lock before it says that it holds it."""
    script = HOLD.replace("lambda: None", 'lambda: print("waits", flush=True)')
    args = [sys.executable, "-c", script]
    with subprocess.Popen(args, cwd=project, env=variables(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "waits\n"
        try:
            yield process.stdout
        finally:
            process.kill()


@posix_only
def test_an_engine_that_outlives_its_build_keeps_the_lock(project: Path) -> None:
    script = (
        "import subprocess, sys\nfrom pathlib import Path\nfrom studysite.lock import alone\n"
        "with alone(Path.cwd(), lambda: None):\n"
        "    wait = [sys.executable, '-c', 'import time; time.sleep(600)']\n"
        "    child = subprocess.Popen(wait, close_fds=False)\n"
        "    print(child.pid, flush=True)\n    child.wait()\n"
    )
    args = [sys.executable, "-c", script]
    with subprocess.Popen(args, cwd=project, env=variables(), stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout is not None
        engine = int(build.stdout.readline())
        build.kill()
        build.wait()
        with holding_after(project) as said:
            os.kill(engine, signal.SIGKILL)
            assert said.readline() == "held\n"


@posix_only
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_build_takes_nothing_away_from_a_server(engine: str, project: Path, tmp_path: Path) -> None:
    port, log, lesson = free_port(), tmp_path / "said.txt", project / "content/lessons/teapots/lesson.md"
    address = f"127.0.0.1:{port}"
    server = started(project, log, "serve", "--engine", engine, "--address", address)
    try:
        until(lambda: "Pots pour." in page(port, "lessons/teapots/"), server)
        done = run(project, "--quick", "--engine", engine)
        assert done.returncode == 0, done.stderr
        assert "Pots pour." in page(port, "lessons/teapots/")
        lesson.write_text(lesson.read_text("utf-8").replace("Pots pour.", "Pots pour tea."), "utf-8")
        until(lambda: "Pots pour tea." in page(port, "lessons/teapots/"), server)
        assert "Pots pour." in (project / "site/lessons/teapots/index.html").read_text("utf-8")
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


# -- files that come and go ------------------------------------------------------------------------------


def test_files_that_vanish_while_they_are_read(tmp_path: Path) -> None:
    root = new_course(tmp_path / "course", {}, SAMPLE)
    names = [LESSON, QUIZ, "content/claims.yml", "content/lessons/kettles/figures/rise.svg"]
    texts = {root / name: (root / name).read_bytes() for name in names}
    over = threading.Event()

    def come_and_go() -> None:
        while not over.is_set():
            for path, data in texts.items():
                path.unlink()
                path.write_bytes(data)

    restless = threading.Thread(target=come_and_go)
    restless.start()
    try:
        for _ in range(40):
            try:
                assert all(map(show, pipeline.examine(root, lambda said: None).diagnostics))
            except OSError as error:
                assert "No such file" in told(error, root)
    finally:
        over.set()
        restless.join()


def test_a_course_without_lessons_is_built(project: Path) -> None:
    shutil.rmtree(project / "content" / "lessons")
    for name in ("misconceptions.yml", "glossary.yml", "claims.yml"):
        (project / "content" / name).unlink()
    write(project, {"content/course.yml": "title: Tea\ndays: 7\nplan: {}\n"})
    done = run(project, "--quick")
    assert done.returncode == 0, done.stderr
    assert "0 lessons, 0 questions, 0 cards" in done.stdout


# -- Windows' ends of lines ------------------------------------------------------------------------------


def as_on_windows(root: Path) -> None:
    texts = [path for path in (root / "content").rglob("*") if path.is_file()]
    for path in [*texts, *(root / "docs").glob("*.md"), root / "mkdocs.yml"]:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_windows_ends_of_lines_make_the_very_same_site(built: Path, project: Path) -> None:
    as_on_windows(project)
    assert b"\r\n" in (project / LESSON).read_bytes()
    done = run(project, "--quick")
    assert done.returncode == 0, done.stderr
    assert snapshot(project / "site") == snapshot(built / "site")


def test_windows_ends_of_lines_move_no_place(tmp_path: Path) -> None:
    said = []
    for name, end in (("unix", "\n"), ("windows", "\r\n"), ("mac", "\r")):
        root = new_course(tmp_path / name, {}, SAMPLE)
        for path, old, new in (
            (LESSON, "## ", "[@zz]\n\n## "),
            (QUIZ, "why:", "wy:"),
            ("content/claims.yml", "says: ", "says: *"),
            ("content/misconceptions.yml", "cure:", "cur:"),
        ):
            text = (root / path).read_text("utf-8").replace(old, new, 1)
            (root / path).write_bytes(text.replace("\n", end).encode())
        said.append([*map(show, pipeline.examine(root, lambda said: None).diagnostics)])
    assert len(said[0]) >= 4
    assert said[1] == said[0]
    assert said[2] == said[0]
