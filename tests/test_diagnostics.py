"""How an error is joined to its place, and how it is printed."""

import pytest

from studysite.diagnostics import (
    EXCERPT,
    Diagnostic,
    Place,
    Problem,
    count,
    has_errors,
    in_order,
    locate,
    show,
)
from studysite.source import SourceFile, Span

ERROR = Diagnostic(Place("a.yml", 2, 3, "- id: x"), "bad-id", "this is wrong", "Do that.")
WARNING = Diagnostic(Place("a.yml", 1, 1, "x"), "raw-html", "this is odd", "Look.")


def test_what_is_printed() -> None:
    assert show(ERROR).split("\n") == [
        "a.yml:2:3: error[bad-id]: this is wrong",
        "  2 | - id: x",
        "    |   ^",
        "  cure: Do that.",
    ]


def test_a_place_without_a_line_shows_none() -> None:
    assert show(Diagnostic(Place("a.yml"), "c", "m", "Do.")) == "a.yml:1:1: error[c]: m\n  cure: Do."


def test_the_rule_beside_the_line_fits_its_number() -> None:
    lines = show(Diagnostic(Place("a.yml", 1234, 1, "x"), "c", "m", "Do.")).split("\n")
    assert lines[1:3] == ["  1234 | x", "       | ^"]


@pytest.mark.parametrize(
    ("length", "column"),
    [
        *((99, 1), (99, 99), (100, 50), (100, 100), (101, 1), (101, 50), (101, 51), (101, 52), (101, 101)),
        *((250, 1), (250, 50), (250, 51), (250, 52), (250, 150), (250, 199), (250, 200), (250, 250)),
    ],
)
def test_the_caret_stays_under_its_character_when_a_long_line_is_cut(length: int, column: int) -> None:
    line = "x" * (column - 1) + "!" + "x" * (length - column)
    _, excerpt, caret, _ = show(Diagnostic(Place("a", 1, column, line), "c", "m", "Do.")).split("\n")
    assert excerpt.index("!") == caret.index("^")
    assert len(excerpt) <= EXCERPT + len("  1 | ……")


def test_a_tab_takes_one_place_above_the_caret() -> None:
    _, excerpt, caret, _ = show(Diagnostic(Place("a", 1, 3, "\t\t!"), "c", "m", "Do.")).split("\n")
    assert excerpt.index("!") == caret.index("^")
    assert "\t" not in excerpt


def test_on_a_terminal_words_are_set_off_and_stay_the_same() -> None:
    said = show(ERROR, lambda text, *, fg=None, bold=None: f"<{text}>")
    assert "<error>" in said
    assert said.replace("<", "").replace(">", "") == show(ERROR)


def test_a_problem_is_joined_to_its_file() -> None:
    file = SourceFile("a.yml", "- x", yaml=Span(0, 3))
    (known, unknown) = locate(
        [Problem(("a.yml", 0), "c", "m", "Do."), Problem(("b.yml", 0), "raw-html", "m", "Do.")],
        {"a.yml": file},
    )
    assert known == Diagnostic(Place("a.yml", 1, 3, "- x"), "c", "m", "Do.")
    assert unknown == Diagnostic(Place("b.yml"), "raw-html", "m", "Do.")
    assert (known.loc, unknown.loc) == (("a.yml", 0), ("b.yml", 0))
    assert (known.severity, unknown.severity) == ("error", "warning")


def test_a_problem_may_name_another_place() -> None:
    file = SourceFile("a.yml", "- x\n- x", yaml=Span(0, 7))
    problem = Problem(("a.yml", 1), "c", "as at {there}", "Do.", there=("a.yml", 0))
    assert [found.message for found in locate([problem], {"a.yml": file})] == ["as at a.yml:1"]


def test_each_is_said_once_in_the_order_of_the_files() -> None:
    later = Diagnostic(Place("b.yml", 1, 1), "c", "m", "Do.")
    assert in_order([later, ERROR, WARNING, ERROR]) == [WARNING, ERROR, later]


@pytest.mark.parametrize(
    ("found", "said", "errors"),
    [
        ([], "nothing to mend", False),
        ([ERROR], "1 error", True),
        ([WARNING], "1 warning", False),
        ([ERROR, WARNING, ERROR], "2 errors, 1 warning", True),
    ],
)
def test_they_are_counted_and_only_errors_stop(found: list[Diagnostic], said: str, errors: bool) -> None:
    assert count(found) == said
    assert has_errors(found) is errors
