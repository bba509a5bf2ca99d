"""The table of codes: what the sources can emit stands in it, and each of its codes has been seen to fire."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from studysite import cli
from studysite.codes import FAMILIES, entries, explain, families, nearest, severity_of
from tests.pages import sample, tree
from tests.projects import GOLDEN, ROOT

CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
SHOWN = re.compile(r"(?:error|warning)\[([a-z0-9-]+)\]: ")
UNITS = {
    "guessable": "test_bank.py",
    "link-out": "test_source.py",
    "too-large": "test_source.py",
    "unbalanced-keys": "test_bank.py",
    "unreadable": "test_source.py",
    "yaml-depth": "test_source.py",
}
"""Codes that no golden case can fire, by the file of the test that does: they want a bank, or a disk."""


@cache
def trees() -> tuple[ast.Module, ...]:
    paths = sorted((ROOT / "studysite").rglob("*.py"))
    return tuple(ast.parse(path.read_text("utf-8")) for path in paths if "codes" not in path.parts)


def takers() -> dict[str, int]:
    """Everything that is called with a code, by its name, and in which place the code stands."""
    found: dict[str, int] = {}
    for node in (node for module in trees() for node in ast.walk(module)):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg != "self"]
        elif isinstance(node, ast.ClassDef):
            names = [part.target.id for part in node.body if _is_field(part)]  # type: ignore[attr-defined]
        else:
            continue
        if "code" in names:
            found[node.name] = names.index("code")
    return found


def _is_field(node: ast.stmt) -> bool:
    return isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)


def emitted() -> Iterator[str]:
    """The code of each call of a taker, and of each triple of code, message and cure."""
    places = takers()
    for node in (node for module in trees() for node in ast.walk(module)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            at = places.get(name, len(node.args))
            yield from _codes(node.args[at : at + 1])
            yield from _codes([word.value for word in node.keywords if name in places and word.arg == "code"])
        elif isinstance(node, ast.Tuple) and len(node.elts) == 3 and _is_said(node.elts[1]):
            yield from _codes(node.elts[:1])


def _is_said(node: ast.expr) -> bool:
    """Whether a part of a triple is a message: a text with blanks, or one that is put together."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and " " in str(node.value))


def _codes(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value


def test_what_takes_a_code_is_found() -> None:
    assert {"Problem": 1, "Diagnostic": 1, "problem": 0}.items() <= takers().items()
    assert {"bad-id", "no-key", "missing-key", "missing-alt", "yaml-comment", "long-key"} <= set(emitted())


def test_every_code_that_can_be_emitted_stands_in_the_table() -> None:
    assert set(emitted()) - set(entries()) == set()


def test_every_code_of_the_table_can_be_emitted() -> None:
    assert set(entries()) - set(emitted()) == set()


def test_no_code_stands_in_the_table_twice() -> None:
    assert sum(len(family.entries) for family in families()) == len(entries())
    files = {path.stem for path in (ROOT / "studysite" / "codes").glob("*.yml")}
    assert files == set(FAMILIES)


@pytest.mark.parametrize("code", sorted(entries()))
def test_an_entry_is_whole(code: str) -> None:
    entry = entries()[code]
    assert CODE.fullmatch(code)
    assert entry.severity in ("error", "warning")
    assert entry.title[0].isupper()
    assert entry.title[-1] != "."
    assert len(entry.why.split()) >= 10, "why it matters and how to mend it"
    assert entry.bad.strip() != entry.good.strip()


@pytest.mark.parametrize("code", sorted(entries()))
def test_every_code_has_been_seen_to_fire(code: str) -> None:
    cases = [path.read_text("utf-8") for path in (GOLDEN / "errors").glob("*.yml")]
    shown = {found for case in cases for found in SHOWN.findall(case)}
    assert (code in shown) is (code not in UNITS), (
        "in a golden case, or in the test that is named, not in both"
    )
    if code in UNITS:
        assert f'"{code}"' in (Path(__file__).parent / UNITS[code]).read_text("utf-8")


def test_the_table_says_how_grave_a_problem_is() -> None:
    assert (severity_of("no-key"), severity_of("long-key")) == ("error", "warning")
    assert severity_of("not-in-the-table") == "error"


def test_the_nearest_code() -> None:
    assert (nearest("long-keys"), nearest("xyz")) == ("long-key", None)


# -- where it is shown -----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", sorted(entries()))
def test_an_entry_is_explained(code: str) -> None:
    entry = entries()[code]
    said = explain(entry)
    assert said.startswith(f"{entry.severity}[{code}]: {entry.title}\n\n")
    for text in (entry.why, entry.bad, entry.good):
        for line in text.splitlines():
            assert line in said


def test_check_explains_a_code_and_checks_nothing() -> None:
    result = CliRunner().invoke(cli.main, ["check", "--explain", "long-key"])
    assert (result.exit_code, result.output) == (0, explain(entries()["long-key"]) + "\n")


@pytest.mark.parametrize(("code", "cure"), [("longkey", "Did you mean `long-key`?"), ("xyz", "")])
def test_an_unknown_code_is_answered_with_the_nearest(code: str, cure: str) -> None:
    result = CliRunner().invoke(cli.main, ["check", "--explain", code])
    assert result.exit_code == 2
    assert f"there is no code `{code}`" in result.output
    assert cure in result.output


def test_the_page_has_every_code_under_its_own_anchor_with_both_examples() -> None:
    page = tree(sample()["about/problems/index.md"])
    problems = {str(each.xpath("h3/@id")[0]): each for each in page.xpath("//section[@class='problem']")}
    assert list(problems) == list(entries())
    for code, section in problems.items():
        entry = entries()[code]
        words = " ".join(section.text_content().split())
        assert entry.severity in words
        assert " ".join(entry.title.replace("'", "’").split()) in words.replace("'", "’")
        bad, good = section.xpath(".//pre")
        assert (bad.text_content().strip(), good.text_content().strip()) == (
            entry.bad.strip(),
            entry.good.strip(),
        )
