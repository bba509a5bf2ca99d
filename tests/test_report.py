"""What was found, for a person, a program and GitHub: each form says all of it."""

import json
import re
from pathlib import Path

import pytest
import yaml

from studysite import pipeline
from studysite.diagnostics import Diagnostic, Place, plain, show
from studysite.report import FORMATS, Report, as_json, github, text
from tests.projects import GOLDEN, new_course

ERROR = Diagnostic(Place("a b.yml", 2, 3, "- id: x", 8), "bad-id", "this is wrong", "Do that.")
WARNING = Diagnostic(Place("a.yml", 1, 1, "x"), "raw-html", "this is odd", "Look.")
NASTY = Diagnostic(Place("100%2C,a:b\r.yml", 1, 1), "c,d", "50%0A of\r\nlines: a, b", "Do::that.\n::error::")
ALL = [WARNING, ERROR, NASTY]
COMMAND = re.compile(r"::(?P<level>error|warning) (?P<properties>[^:\n]*)::(?P<message>.*)\n")


def found_in(case: Path, root: Path) -> tuple[Diagnostic, ...]:
    files = yaml.safe_load(case.read_text("utf-8"))["files"]
    return pipeline.examine(new_course(root, files), lambda said: None).diagnostics


def unescaped(value: str) -> str:
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        value = value.replace(code, sign)
    return value


def commands(out: str) -> list[tuple[str, dict[str, str], str]]:
    """What GitHub makes of the workflow commands in `out`, which must hold nothing else."""
    found = list(COMMAND.finditer(out))
    assert "".join(match[0] for match in found) == out
    read = []
    for match in found:
        pairs = [pair.split("=", 1) for pair in match["properties"].split(",")]
        properties = {name: unescaped(value) for name, value in pairs}
        read.append((match["level"], properties, unescaped(match["message"])))
    return read


# -- for a person ---------------------------------------------------------------------------------------


def test_a_person_reads_each_and_how_many_there_are() -> None:
    assert text([WARNING, ERROR]) == Report(
        err=f"{show(WARNING)}\n\n{show(ERROR)}\n\n1 error, 1 warning. The site was left as it was.\n"
    )
    assert text([WARNING]) == Report("content: 1 warning\n", f"{show(WARNING)}\n\n")
    assert text([]) == Report("content: nothing to mend\n")
    assert text([], held="1 lesson") == Report("content: nothing to mend in 1 lesson\n")


def test_only_a_person_reads_in_colour() -> None:
    def loud(text: str, *, fg: str | None = None, bold: bool | None = None) -> str:
        return f"\x1b[1m{text}"

    assert "\x1b" in text(ALL, loud).err
    assert {name for name, form in FORMATS.items() if form(ALL, loud) == form(ALL, plain)} == {
        "json",
        "github",
    }


# -- for a program --------------------------------------------------------------------------------------


def test_a_program_reads_one_object_on_one_line() -> None:
    made = as_json(ALL)
    assert made.err == ""
    assert made.out.count("\n") == 1
    assert json.loads(made.out) == {
        "version": 1,
        "errors": 2,
        "warnings": 1,
        "diagnostics": [
            {
                "path": each.place.path,
                "line": each.place.line,
                "column": each.place.column,
                "end": 8 if each is ERROR else None,
                "code": each.code,
                "severity": each.severity,
                "message": each.message,
                "cure": each.cure,
            }
            for each in ALL
        ],
    }


def test_nothing_found_is_an_object_too() -> None:
    assert json.loads(as_json([]).out) == {"version": 1, "errors": 0, "warnings": 0, "diagnostics": []}


def test_the_example_in_the_manual_is_true(tmp_path: Path) -> None:
    """The docstring of the room documents the form: its example is what comes out."""
    import studysite.report as room

    (example,) = re.findall(r"\{\"version\".*?\]\}", str(room.__doc__), re.DOTALL)
    files = {"content/course.yml": "title: Tea\nplan:\n  1: {title: Tea, lessons: [tea]}\ndayz: 7\n"}
    found = pipeline.examine(new_course(tmp_path, files), lambda said: None).diagnostics
    shown, made = json.loads(example), json.loads(as_json(found).out)
    assert shown.keys() == made.keys()
    assert [each.keys() for each in shown["diagnostics"]] == [made["diagnostics"][0].keys()]
    (alike,) = [each for each in made["diagnostics"] if each["code"] == "unknown-key"]
    assert alike == {**shown["diagnostics"][0], "line": 4}


# -- for GitHub -----------------------------------------------------------------------------------------


def test_github_reads_a_command_each() -> None:
    assert github([ERROR, WARNING]).out == (
        "::error file=a b.yml,line=2,col=3,endColumn=7,title=bad-id::this is wrong%0Acure: Do that.\n"
        "::warning file=a.yml,line=1,col=1,title=raw-html::this is odd%0Acure: Look.\n"
    )
    assert github([]) == Report()


def test_no_sign_breaks_out_of_its_command() -> None:
    ((level, properties, message),) = commands(github([NASTY]).out)
    assert level == "error"
    assert properties == {"file": NASTY.place.path, "line": "1", "col": "1", "title": NASTY.code}
    assert message == f"{NASTY.message}\ncure: {NASTY.cure}"


# -- all of them ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["identity-lines", "a-warning-hides-no-error", "yaml-several-files", "formulas"]
)
def test_every_form_says_all_that_the_text_says(name: str, tmp_path: Path) -> None:
    found = found_in(GOLDEN / "errors" / f"{name}.yml", tmp_path)
    heads = re.findall(
        r"^(.+?):(\d+):(\d+): (error|warning)\[([\w-]+)\]: (.*)$", text(found).err, re.MULTILINE
    )
    read = [
        (
            each["path"],
            str(each["line"]),
            str(each["column"]),
            each["severity"],
            each["code"],
            each["message"],
        )
        for each in json.loads(as_json(found).out)["diagnostics"]
    ]
    annotated = [
        (p["file"], p["line"], p["col"], level, p["title"], message.rpartition("\ncure: ")[0])
        for level, p, message in commands(github(found).out)
    ]
    assert heads
    assert read == annotated == heads
