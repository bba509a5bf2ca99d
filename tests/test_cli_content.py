"""`check` and `ids` as a person or a program calls them: what comes out where, and how they end."""

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from studysite import checking, cli, pipeline
from studysite.faults import Fault
from studysite.layout import EDITION, IDS
from tests.projects import command, run, snapshot, until, variables, write

posix_only = pytest.mark.skipif(os.name == "nt", reason="terminals and signals of POSIX")
CARDS = "content/lessons/kettles/cards.yml"
QUIZ = "content/lessons/kettles/quiz.yml"
FAULTY = {CARDS: "- id: Bad Id\n  type: concept\n"}
Invoke = Callable[..., Result]


@pytest.fixture
def invoke(project: Path, monkeypatch: pytest.MonkeyPatch) -> Invoke:
    """Runs a command in this process, in the sample project."""
    monkeypatch.setattr(cli, "ROOT", project)
    return lambda *args: CliRunner().invoke(cli.main, args, catch_exceptions=False)


def edit(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text("utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), "utf-8")


def warn(project: Path) -> None:
    """Give the course a warning and no error."""
    edit(project, QUIZ, "why: Too small.", "why: Too small #1 of all")


def allow(project: Path) -> None:
    """Give the course a warning that it allows."""
    warn(project)
    edit(project, QUIZ, "- id: which-boil\n", "- id: which-boil\n  allow: {yaml-comment: It is a remark.}\n")


STATES: dict[str, Callable[[Path], None]] = {
    "sound": lambda project: None,
    "warning": warn,
    "allowed": allow,
    "error": lambda project: write(project, FAULTY),
}


# -- check: formats and exit codes -----------------------------------------------------------------------


def test_json_is_all_that_stands_on_standard_output(project: Path) -> None:
    write(project, FAULTY)
    done = run(project, "check", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    read = json.loads(done.stdout)
    expected = pipeline.examine(project, lambda said: None).diagnostics
    assert [(each["path"], each["line"], each["code"]) for each in read["diagnostics"]] == [
        (each.place.path, each.place.line, each.code) for each in expected
    ]
    assert read["errors"] == len(expected) > 1


def test_github_annotations_stand_on_standard_output(invoke: Invoke, project: Path) -> None:
    write(project, FAULTY)
    result = invoke("check", "--format", "github")
    assert (result.exit_code, result.stderr) == (1, "")
    assert f"::error file={CARDS},line=1,col=7,endColumn=12,title=bad-id::" in result.stdout
    assert all(line.startswith("::") for line in result.stdout.splitlines())


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize(
    ("state", "args", "code"),
    [
        ("sound", (), 0),
        ("sound", ("--strict",), 0),
        ("warning", (), 0),
        ("warning", ("--strict",), 1),
        ("allowed", ("--strict",), 0),
        ("error", (), 1),
        ("error", ("--strict",), 1),
    ],
)
def test_exit_codes_hang_on_the_content_and_on_no_format(
    state: str, args: tuple[str, ...], code: int, form: str, invoke: Invoke, project: Path
) -> None:
    STATES[state](project)
    assert invoke("check", "--format", form, *args).exit_code == code


def test_what_is_allowed_is_counted_nowhere(invoke: Invoke, project: Path) -> None:
    allow(project)
    assert json.loads(invoke("check", "--format", "json").stdout)["warnings"] == 0
    assert invoke("check", "--format", "github").output == ""
    assert invoke("check").output == "content: nothing to mend in 4 lessons, 8 questions, 3 cards\n"


def test_ids_say_nothing_of_what_is_allowed(invoke: Invoke, project: Path) -> None:
    allow(project)
    write(project, FAULTY)
    result = invoke("ids")
    assert result.exit_code == 1
    assert "[bad-id]" in result.stderr
    assert "[yaml-comment]" not in result.stderr


def test_a_guesser_is_no_part_of_the_report_for_a_program(invoke: Invoke) -> None:
    result = invoke("check", "--guesser", "--format", "json")
    assert json.loads(result.stdout)["diagnostics"] == []
    assert result.stderr.startswith("\nWhat somebody scores")


def test_of_a_course_with_errors_no_guesser_is_asked(invoke: Invoke, project: Path) -> None:
    write(project, FAULTY)
    result = invoke("check", "--guesser")
    assert result.exit_code == 1
    assert "What somebody scores" not in result.output


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault("Node is missing."), "Node is missing."),
        (OSError(5, "Input/output error"), "the system: Input/output error."),
    ],
)
@pytest.mark.parametrize("args", [("check",), ("check", "--format", "json"), ("ids",)])
def test_what_cannot_be_looked_at_has_a_code_of_its_own(
    args: tuple[str, ...], fault: Exception, said: str, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object) -> None:
        raise fault

    monkeypatch.setattr(checking, "check", fail)
    monkeypatch.setattr(pipeline, "examine_ids", fail)
    result = invoke(*args)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == f"Error: {said}\n"


@pytest.mark.parametrize("name", ["check", "ids"])
def test_help_tells_the_exit_codes(name: str, invoke: Invoke) -> None:
    said = invoke(name, "--help").output
    for code in range(4):
        assert f"\n    {code}  " in said


def test_an_unknown_format_is_a_slip(invoke: Invoke) -> None:
    result = invoke("check", "--format", "xml")
    assert result.exit_code == 2
    assert "json" in result.stderr


# -- check --watch ---------------------------------------------------------------------------------------


@pytest.fixture
def watched(project: Path, tmp_path: Path) -> Iterator[tuple["subprocess.Popen[bytes]", Path]]:
    """A process that watches, and the file to which it writes all that it says."""
    log = tmp_path / "said.txt"
    with log.open("wb") as said:
        process = subprocess.Popen(
            command("check", "--watch"), cwd=project, env=variables(), stdout=said, stderr=said
        )
    yield process, log
    if process.poll() is None:
        process.kill()
        process.wait()


@posix_only
def test_watch_checks_whatever_is_saved_until_it_is_stopped(
    watched: tuple["subprocess.Popen[bytes]", Path], project: Path
) -> None:
    process, log = watched
    sound = (project / QUIZ).read_bytes()

    def step(files: dict[str, bytes | str | None], said: str) -> None:
        seen = len(log.read_text("utf-8"))
        write(project, files)
        until(lambda: said in log.read_text("utf-8")[seen:], process)

    until(lambda: "nothing to mend" in log.read_text("utf-8"), process)
    step({QUIZ: sound[: sound.index(b"options:")]}, f"{QUIZ}:")
    step({QUIZ: b"\xff\x00"}, "error[encoding]")
    step({QUIZ: sound}, "nothing to mend")
    step({"content/course.yml": None}, "error[missing-file]")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 0
    said = log.read_text("utf-8")
    assert said.endswith("Stopped.\n")
    assert "Traceback" not in said
    assert "──" not in said, "a file needs no clock"


def test_watch_lives_on_where_a_check_cannot_be_made(
    invoke: Invoke, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def fail(*args: object) -> None:
        seen.append("asked")
        if len(seen) == 3:
            raise KeyboardInterrupt
        write(project, {QUIZ: f"# {len(seen)}"})
        raise OSError(2, "No such file or directory", QUIZ)

    monkeypatch.setattr(checking, "check", fail)
    result = invoke("check", "--watch")
    assert result.exit_code == 0
    assert result.stderr.count("No such file or directory") == 2
    assert result.stderr.endswith("Stopped.\n")


# -- ids -------------------------------------------------------------------------------------------------


def test_a_project_of_the_first_hour_is_not_asked_for_ids(invoke: Invoke, project: Path) -> None:
    assert invoke("check").output == "content: nothing to mend in 4 lessons, 8 questions, 3 cards\n"
    result = invoke("ids")
    assert result.exit_code == 0
    assert result.output.startswith("new\n  card colour-of-leaf\n  card what-is-a-kettle\n")
    assert "lists 0 ids" in result.output
    assert not (project / IDS).exists(), "to show is not to write"


def test_ids_accept_writes_the_list_and_nothing_else(invoke: Invoke, project: Path) -> None:
    before = snapshot(project / "content")
    assert invoke("ids", "--accept").exit_code == 0
    after = snapshot(project / "content")
    text = after.pop("ids.txt").decode()
    assert after.pop("edition.txt").startswith(b"# When")
    assert after == before
    assert "\nitem when-boil\n" in text
    assert invoke("ids", "--accept").output == f"{IDS} lists {text.count(chr(10)) - 2} ids.\n"
    assert (project / IDS).read_text("utf-8") == text


def test_ids_accept_dates_the_content_where_it_changed(invoke: Invoke, project: Path) -> None:
    said = invoke("ids", "--accept").output
    edition = (project / EDITION).read_text("utf-8")
    assert said.startswith(f"{EDITION}: the content is published as of {edition.split()[-2]}.\n")
    edit(project, QUIZ, "why: Too small.", "why: Far too small.")
    assert f"\n{EDITION}: the content changed" in invoke("check", "--strict").stdout
    invoke("ids")
    assert (project / EDITION).read_text("utf-8") == edition, "to show is not to write"
    invoke("ids", "--accept")
    assert (project / EDITION).read_text("utf-8") != edition
    assert EDITION not in invoke("check").output


def test_a_build_says_that_the_content_changed_and_which_date_is_none(
    invoke: Invoke, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "build", lambda *args: pipeline.Built((), None))
    invoke("ids", "--accept")
    assert EDITION not in invoke("build").output
    edit(project, QUIZ, "why: Too small.", "why: Far too small.")
    assert invoke("build").stdout.splitlines()[-1].startswith(f"{EDITION}: the content changed since its")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    result = invoke("build")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: SOURCE_DATE_EPOCH is `today`, and must be a whole number")


def test_new_ids_are_a_note_of_check_and_no_fault(invoke: Invoke, project: Path) -> None:
    invoke("ids", "--accept")
    edit(project, IDS, "item say-boil\n", "")
    result = invoke("check", "--strict")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "content: nothing to mend in 4 lessons, 8 questions, 3 cards",
        f"{IDS}: 1 new id; accept it when you publish: `python3 build.py ids --accept`.",
    ]
    assert json.loads(invoke("check", "--format", "json").stdout)["diagnostics"] == []


def test_an_id_is_renamed_and_its_old_address_still_leads_there(invoke: Invoke, project: Path) -> None:
    invoke("ids", "--accept")
    edit(project, QUIZ, "- id: which-boil", "- id: which-hold")
    assert "error[vanished-id]" in invoke("check").stderr
    result = invoke("ids")
    assert result.exit_code == 1
    assert "vanished" in result.output
    edit(project, QUIZ, "- id: which-hold", "- id: which-hold\n  was: which-boil")
    assert invoke("check").exit_code == 0
    assert invoke("ids", "--accept").exit_code == 0
    assert "item which-boil -> which-hold\n" in (project / IDS).read_text("utf-8")
    content = snapshot(project / "content")
    done = run(project, "--quick")
    assert (done.returncode, done.stderr) == (0, "")
    assert snapshot(project / "content") == content, "a build writes no ids"
    page = (project / "site/lessons/kettles/practice/index.html").read_text("utf-8")
    assert 0 < page.index('<span id="which-boil">') < page.index('id="which-hold"')


def test_what_vanished_is_retired_and_may_not_come_back(invoke: Invoke, project: Path) -> None:
    invoke("ids", "--accept")
    whole = (project / CARDS).read_text("utf-8")
    edit(project, CARDS, "    - card: what-is-a-kettle\n", "")
    edit(project, CARDS, "claims: [K1]", "claims: [K1, K2]")
    cards = (project / CARDS).read_text("utf-8")
    (project / CARDS).write_text(cards[: cards.index("- id: what-is-a-kettle")], "utf-8")
    assert "error[vanished-id]" in invoke("check").stderr
    result = invoke("ids", "--retire", "what-is-a-kettle")
    assert result.exit_code == 0
    assert "card what-is-a-kettle retired\n" in (project / IDS).read_text("utf-8")
    assert invoke("check").exit_code == 0
    (project / CARDS).write_text(whole, "utf-8")
    assert "error[retired-id]" in invoke("check").stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--retire",), "go together"),
        (("when-boil",), "go together"),
        (("--retire", "when-boil"), "still in the content"),
        (("--accept", "--retire", "nothing-like-it"), "lists no `nothing-like-it`"),
    ],
)
def test_a_slip_in_ids_is_told_and_writes_nothing(
    args: tuple[str, ...], said: str, invoke: Invoke, project: Path
) -> None:
    invoke("ids", "--accept")
    edit(project, IDS, "item say-boil\n", "")
    before = snapshot(project / "content")
    result = invoke("ids", *args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert snapshot(project / "content") == before


@pytest.mark.parametrize(
    "files",
    [
        FAULTY,
        {IDS: b"item \xff\n"},
        {IDS: "itme a\n"},
        {IDS: "item when-boil retired\n"},
        {"content/course.yml": "a"},
    ],
    ids=["content", "bytes", "line", "retired", "course"],
)
def test_nothing_is_accepted_of_a_course_that_is_not_sound(
    files: dict[str, str | bytes | None], invoke: Invoke, project: Path
) -> None:
    write(project, files)
    before = snapshot(project / "content")
    result = invoke("ids", "--accept")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[" in result.stderr
    assert "Traceback" not in result.stderr
    assert snapshot(project / "content") == before


# -- check: the list of figures --------------------------------------------------------------------------

FIGURES = {
    "content/glossary.yml": "- id: kettle\n  term: kettle\n  means: |\n    A vessel for 5 cups [@cha2001].\n"
    "    It heats 20 of them, and weighs 3 pounds.\n",
}
LISTED = """\
content/glossary.yml:4:18  5   A vessel for 5 cups. It heats 20 of them, and…                  cha2001
content/glossary.yml:5:14  20  A vessel for 5 cups. It heats 20 of them, and weighs 3 pounds.  -
content/glossary.yml:5:37  3   …heats 20 of them, and weighs 3 pounds.                         -
3 figures, 2 without a source.
"""


def test_the_list_of_figures_is_all_that_stands_on_standard_output(invoke: Invoke, project: Path) -> None:
    write(project, FIGURES)
    result = invoke("check", "--figures")
    assert (result.exit_code, result.stdout) == (0, LISTED)
    assert "[uncited-figure]: the figures `20`, `3` have no source" in result.stderr
    assert "content: 1 warning in 4 lessons" in result.stderr


def test_with_figures_a_check_ends_as_without(invoke: Invoke, project: Path) -> None:
    write(project, FIGURES)
    assert invoke("check", "--figures", "--strict").exit_code == 1
    write(project, FAULTY)
    result = invoke("check", "--figures")
    assert result.exit_code == 1
    assert result.stdout.endswith("without a source.\n")
    result = invoke("check", "--figures", "--format", "json")
    assert json.loads(result.stdout)["errors"] > 0
    assert result.stderr.endswith("without a source.\n")
