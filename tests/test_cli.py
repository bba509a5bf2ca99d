"""The commands as a person types them: what they say, how they end, and never a traceback."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from studysite import cli
from tests.projects import command, new_project, run, snapshot, until, variables, write

COMMANDS = sorted(cli.main.commands)
posix_only = pytest.mark.skipif(os.name == "nt", reason="terminals and signals of POSIX")
FAULTY = {"content/lessons/kettles/cards.yml": "- id: Bad Id\n  type: concept\n"}


@pytest.fixture
def invoke(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs a command in this process, in the sample project. What would be a traceback is raised."""
    monkeypatch.setattr(cli, "ROOT", project)
    return lambda *args: CliRunner().invoke(cli.main, args, catch_exceptions=False)


# -- help ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command(option: str) -> None:
    result = CliRunner().invoke(cli.main, [option])
    assert result.exit_code == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name}  +\w", result.output, re.MULTILINE), name
    assert {"build", "check", "serve", "clean", "test"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_begins_with_what_it_does(name: str) -> None:
    result = CliRunner().invoke(cli.main, [name, "--help"])
    assert result.exit_code == 0
    assert re.search(r"\n  [A-Z].+\.", result.output)
    for parameter in cli.main.commands[name].params:
        assert not isinstance(parameter, click.Option) or parameter.help, f"{parameter.name} has no help"


@pytest.mark.parametrize(
    "args", [["nothing"], ["build", "--nothing"], ["--engine", "hugo"], ["check", "now"]]
)
def test_a_slip_of_the_fingers_is_answered_in_a_line_or_two(args: list[str]) -> None:
    result = CliRunner().invoke(cli.main, args)
    assert result.exit_code == 2
    assert "Error: " in result.output
    assert "Traceback" not in result.output


# -- check -----------------------------------------------------------------------------------------------


def test_check_of_a_sound_course(invoke: Callable[..., Result], project: Path) -> None:
    before = set(snapshot(project))
    result = invoke("check")
    assert (result.exit_code, result.output) == (
        0,
        "content: nothing to mend in 4 lessons, 8 questions, 3 cards\n",
    )
    assert {name for name in set(snapshot(project)) - before if not name.startswith(".cache/")} == set()


def test_check_tells_every_fault_and_fails(invoke: Callable[..., Result], project: Path) -> None:
    write(project, FAULTY)
    result = invoke("check")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "content/lessons/kettles/cards.yml:1:7: error[bad-id]" in result.stderr
    assert result.stderr.endswith("The site was left as it was.\n")
    assert re.search(r"^\d+ errors\. ", result.stderr, re.MULTILINE)


def test_a_warning_is_told_and_stops_nothing(invoke: Callable[..., Result], project: Path) -> None:
    quiz = project / "content/lessons/kettles/quiz.yml"
    quiz.write_text(quiz.read_text("utf-8").replace("why: Too small.", "why: Too small #1 of all"), "utf-8")
    result = invoke("check")
    assert (result.exit_code, result.stdout) == (0, "content: 1 warning in 4 lessons, 8 questions, 3 cards\n")
    assert "warning[yaml-comment]" in result.stderr


def test_check_shows_on_demand_what_a_guesser_scores(invoke: Callable[..., Result]) -> None:
    result = invoke("check", "--guesser")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "content: nothing to mend in 4 lessons, 8 questions, 3 cards\n\nWhat somebody scores"
    )
    assert re.search(r"^  kettles +2 +50 ", result.stdout, re.MULTILINE)
    (heads,) = re.findall(r"^ +(questions  chance .*)$", result.stdout, re.MULTILINE)
    assert re.findall(r"^  ([a-z]+)  +[a-z]{2,}", result.stdout, re.MULTILINE) == heads.split()


GUESSABLE = "\n".join(
    f"""- id: item-{number}
  allow: {{long-key: For this test., similar-stems: For this test.}}
  type: choice
  level: apply
  claims: [K1]
  stem: Which of the pots is it?
  options:
    - right: The one that has a spout and a lid and a handle.
    - wrong: The cup.
      why: No.
"""
    for number in range(40)
).replace(", similar-stems: For this test.", "", 1)


@posix_only
def test_at_a_terminal_a_guessable_bank_comes_with_its_scores(project: Path) -> None:
    write(project, {"content/lessons/teapots/quiz.yml": GUESSABLE})
    said = at_a_terminal(command("check"), project)
    assert "warning\x1b[0m[guessable]" in said
    assert re.search(r"^  teapots +40 +50 +100 ", said, re.MULTILINE)
    assert "What somebody scores" not in run(project, "check").stdout


# -- build and clean -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args", [(), ("build",), ("--engine", "zensical"), ("build", "--engine", "zensical")]
)
def test_a_build_says_where_the_site_is_and_what_is_in_it(
    args: tuple[str, ...], invoke: Callable[..., Result], project: Path
) -> None:
    done = invoke("--quick", *args)
    assert (done.exit_code, done.stderr) == (0, "")
    first, second, third = done.stdout.splitlines()
    assert first == "content: nothing to mend"
    assert re.fullmatch(r"Built site/ in \d+\.\d s: 4 lessons, 8 questions, 3 cards\.", second)
    assert "python3 build.py serve" in third
    assert (project / "site/index.html").is_file()
    assert (project / "site/search.json").exists() is ("zensical" in args), "the engine that was asked for"


@pytest.mark.parametrize(
    "args", [("--offline",), ("build", "--offline"), ("--offline", "build", "--engine", "zensical")]
)
def test_a_second_site_for_the_disk_is_built_where_it_is_asked_for(
    args: tuple[str, ...], invoke: Callable[..., Result], project: Path
) -> None:
    done = invoke("--quick", *args)
    assert (done.exit_code, done.stderr) == (0, "")
    _, built, _, fourth = done.stdout.splitlines()
    assert built.startswith("Built site/ and site-offline/ in ")
    assert "site-offline/index.html" in fourth
    home = (project / "site-offline/index.html").read_text("utf-8")
    assert 'href="lessons/kettles/index.html"' in home
    assert "manifest.webmanifest" not in home
    assert 'href="lessons/kettles/"' in (project / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize("command", ["serve", "check", "clean"])
def test_only_a_build_can_be_for_the_disk(command: str, invoke: Callable[..., Result]) -> None:
    done = invoke("--offline", command)
    assert done.exit_code == 2
    assert f"`{command}` makes none" in done.stderr


def test_an_authors_error_leaves_the_site_as_it_was(project: Path) -> None:
    write(project, {**FAULTY, "site/index.html": "old"})
    done = run(project, "--quick")
    assert done.returncode == 1
    assert snapshot(project / "site") == {"index.html": b"old"}
    assert "error[bad-id]" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "out").exists()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"docs/index.md": "# A\n\n{{ nothing }}\n"}, "index.md"),
        ({"docs/index.md": "# A\n\n{{ 1 / 0 }}\n"}, "index.md"),
        ({"docs/index.md": "# A\n\n[gone](gone/)\n"}, "gone"),
        ({"docs/index.md": '# A\n\n<div><a href="gone/">b</a></div>\n'}, "gone/"),
        (
            {"docs/index.md": '# A\n\n<div><img src="https://example.org/a.png" alt=""></div>\n'},
            "another origin",
        ),
        ({"docs/overrides/main.html": "{% extends"}, "main.html"),
        ({"mkdocs.yml": "INHERIT: out/nav.yml\nplugins: [\n"}, "mkdocs.yml"),
        ({"mkdocs.yml": None}, "mkdocs.yml"),
        ({"content/course.yml": None}, "content/course.yml"),
        ({"out": "a file where a folder must be"}, "out"),
        ({"docs/about.md": b"\xff\xfe"}, "about.md"),
        ({"content/lessons/kettles/figures/rise.svg": '<svg class="drawing">'}, "rise.svg"),
    ],
)
def test_whatever_is_wrong_is_told_in_words_and_leaves_the_site(
    files: dict[str, str | bytes | None], said: str, invoke: Callable[..., Result], project: Path
) -> None:
    write(project, {**files, "site/index.html": "old"})
    done = invoke("--quick")
    assert done.exit_code == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(project / "site") == {"index.html": b"old"}


def test_a_folder_without_a_project_is_told_so(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 1
    assert "content/course.yml" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_clean_deletes_what_a_build_made_and_nothing_else(tmp_path: Path) -> None:
    project = new_project(tmp_path)
    before = snapshot(project)
    made = ("site/index.html", "site-offline/index.html", "out/pages/index.md", ".cache/web/x.zip")
    write(project, dict.fromkeys(made, "x"))
    for _ in range(2):
        done = run(project, "clean")
        assert (done.returncode, done.stderr) == (0, "")
        assert snapshot(project) == before


def test_a_site_that_a_killed_build_left_behind_is_put_back_and_said(project: Path) -> None:
    write(project, {"out/previous/index.html": "old", **FAULTY})
    done = run(project, "--quick")
    assert done.returncode == 1
    assert "the site before it is back in place" in done.stderr
    assert snapshot(project / "site") == {"index.html": b"old"}


# -- terminals and pipes ---------------------------------------------------------------------------------


def test_into_a_pipe_nothing_is_coloured(project: Path) -> None:
    write(project, FAULTY)
    done = run(project, "check")
    assert "\x1b" not in done.stdout + done.stderr


@posix_only
def test_at_a_terminal_progress_is_shown_in_colour(project: Path) -> None:
    said = at_a_terminal(command("--quick"), project)
    for step in ("Reading and checking", "Rendering the pages", "Building site/", "Checking every link"):
        assert f"{step}" in said
    assert "\x1b[" in said


def at_a_terminal(args: list[str], cwd: Path) -> str:
    """What a command says to a person who sits at a terminal."""
    import pty  # which Windows lacks

    ours, theirs = pty.openpty()
    process = subprocess.Popen(args, cwd=cwd, env=variables(TERM="xterm"), stdout=theirs, stderr=theirs)
    os.close(theirs)
    said = b""
    while True:
        try:
            read = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            read = b""
        if not read:
            break
        said += read
    os.close(ours)
    assert process.wait() == 0
    return said.decode()


# -- serve -----------------------------------------------------------------------------------------------


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def page(port: int, path: str) -> str:
    """A page of a server, '' while it does not answer."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


@posix_only
@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_serve_shows_what_changes_and_keeps_the_last_good_page(
    engine: str, project: Path, tmp_path: Path
) -> None:
    port, lesson, log = free_port(), project / "content/lessons/teapots/lesson.md", tmp_path / "said.txt"
    serve = command("serve", "--engine", engine, "--address", f"127.0.0.1:{port}")
    with log.open("wb") as said:
        process = subprocess.Popen(
            serve, cwd=project, env=variables(), stdout=said, stderr=said, start_new_session=True
        )
    try:
        until(lambda: "Pots pour." in page(port, "lessons/teapots/"), process)
        assert "script-src 'self' 'unsafe-inline'" in page(port, ""), "the server's own script loads it again"
        sound = lesson.read_text("utf-8")
        lesson.write_text(sound.replace("Pots pour.", "Pots pour tea."), "utf-8")
        until(lambda: "Pots pour tea." in page(port, "lessons/teapots/"), process)
        lesson.write_text(sound.replace("minutes: 2", "minutes: many"), "utf-8")
        until(lambda: "The last good pages stay up." in log.read_text("utf-8"), process)
        assert "error[bad-value]" in log.read_text("utf-8")
        assert "Pots pour tea." in page(port, "lessons/teapots/")
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=30)
        assert "Stopped." in log.read_text("utf-8")
        assert "Traceback" not in log.read_text("utf-8")
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def test_serve_does_not_begin_with_an_error(project: Path) -> None:
    write(project, FAULTY)
    done = run(project, "serve", "--address", f"127.0.0.1:{free_port()}")
    assert done.returncode == 1
    assert "error[bad-id]" in done.stdout
    assert "Traceback" not in done.stderr


# -- test ------------------------------------------------------------------------------------------------


def test_python_m_studysite_is_build_py(project: Path) -> None:
    done = run(project, "--help")
    assert done.stdout.startswith("Usage: build.py ")
    assert sys.executable in command()
