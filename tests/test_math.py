"""Formulas become MathML that a strict page may show, or an error that an author can act on."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from studysite import math
from studysite.markdown import Formula
from studysite.math import Typeset, typeset
from studysite.node import Node, find_node, install_dev
from tests.formulas import FORMULAS, ROOT, inline, with_tools

STYLE_SHEET = (ROOT / "docs" / "assets" / "css" / "math.css").read_text(encoding="utf-8")
CLASSES = json.loads((ROOT / "web" / "tools" / "math-classes.json").read_text(encoding="utf-8"))

CORE = {
    *(
        "math",
        "mrow",
        "mi",
        "mn",
        "mo",
        "ms",
        "mtext",
        "mspace",
        "mfrac",
        "msqrt",
        "mroot",
        "mstyle",
        "mpadded",
    ),
    *("mphantom", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts"),
    *("mtable", "mtr", "mtd"),
}


@pytest.fixture(scope="module", autouse=True)
def packages() -> None:
    install_dev(ROOT)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return with_tools(tmp_path)


@pytest.fixture(scope="module")
def shared(packages: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose cache holds the long lists below, made in one call."""
    root = with_tools(tmp_path_factory.mktemp("shared"))
    everything = [
        *FORMULAS,
        *map(inline, FORMULAS),
        *(tex for tex, *_ in MEANINGS),
        *(tex for tex, *_ in ERRORS),
    ]
    typeset([Formula(tex, display) for tex in everything for display in (True, False)], root)
    return root


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many formulas each call of Node was given."""
    counts: list[int] = []
    real = Node.run

    def run(self: Node, args: list[str], *, cwd: Path, stdin: str | None = None) -> str:
        counts.append(len(json.loads(stdin or "[]")))
        return real(self, args, cwd=cwd, stdin=stdin)

    monkeypatch.setattr(Node, "run", run)
    return counts


def one(root: Path, tex: str, display: bool = False) -> Typeset:
    return typeset([Formula(tex, display)], root)[Formula(tex, display)]


def tree(result: Typeset) -> Any:
    assert result.error is None
    return etree.fromstring(result.mathml)


@pytest.mark.parametrize("display", [True, False])
@pytest.mark.parametrize("tex", FORMULAS)
def test_a_formula_needs_nothing_but_the_style_sheet(shared: Path, tex: str, display: bool) -> None:
    result = tree(one(shared, tex if display else inline(tex), display))
    assert {element.tag for element in result.iter()} <= CORE
    forbidden = {"style", "mathcolor", "mathbackground", "href", "id"}
    assert not forbidden & {name for element in result.iter() for name in element.attrib}
    classes = {name for element in result.iter() for name in element.get("class", "").split()}
    assert [name for name in sorted(classes) if not has_rule(name)] == []


def has_rule(name: str) -> bool:
    """Whether the style sheet knows a class."""
    return re.search(rf"\.{re.escape(name)}(?![\w-])", STYLE_SHEET) is not None


def test_every_class_that_a_formula_may_get_has_a_rule() -> None:
    names = {name for kind in CLASSES.values() for name in kind.values()} - {""}
    assert [name for name in sorted(names) if not has_rule(name)] == []


def test_every_rule_is_for_a_class_that_a_formula_may_get() -> None:
    rules = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/", "", STYLE_SHEET, flags=re.DOTALL)))
    names = {name for kind in CLASSES.values() for name in kind.values()}
    assert rules - names == {"math-display", "math-inline", "math-scroll"}


def test_display_and_inline(root: Path) -> None:
    block, inline = tree(one(root, r"\sum_i x", True)), tree(one(root, r"\sum_i x"))
    assert (block.get("display"), block.get("class")) == ("block", "math-display")
    assert (inline.get("display"), inline.get("class")) == (None, "math-inline")
    assert block.find(".//munder") is not None
    assert inline.find(".//msub") is not None


def test_the_tex_is_kept_as_the_alternative_text(root: Path) -> None:
    tex = r"a < b \& \text{" + '"quoted"}'
    assert tree(one(root, tex)).get("alttext") == tex


def test_only_a_long_display_formula_can_be_focused(root: Path) -> None:
    long = "a+b+c+d+e+f+g+h+i+j+k+l"
    assert tree(one(root, long, True)).get("tabindex") == "0"
    assert tree(one(root, long)).get("tabindex") is None
    assert tree(one(root, "a+b", True)).get("tabindex") is None


MEANINGS = [
    (r"\frac{a}{b}", ["mfrac", ["mi", "a"], ["mi", "b"]]),
    (r"\mathbb{E}_x", ["msub", ["mi", "\N{MATHEMATICAL DOUBLE-STRUCK CAPITAL E}"], ["mi", "x"]]),
    (r"\boldsymbol{\theta}", ["mi", "𝜽"]),
    (r"x \mapsto y^2", ["mrow", ["mi", "x"], ["mo", "↦"], ["msup", ["mi", "y"], ["mn.tml-sml-pad", "2"]]]),
    (r"\sqrt[3]{2}", ["mroot", ["mn", "2"], ["mn", "3"]]),
    (r"\overline{x}", ["mrow.math-rule-over", ["mi", "x"]]),
    (r"\cancel{x}", ["mrow.math-strike-up", ["mi", "x"]]),
    (r"\boxed{x}", ["mrow.math-boxed", ["mi", "x"]]),
    (r"a\!b", ["mrow", ["mi", "a"], ["mrow.math-back-3"], ["mi", "b"]]),
]


@pytest.mark.parametrize(("tex", "meaning"), MEANINGS, ids=[tex for tex, _ in MEANINGS])
def test_what_a_formula_says(shared: Path, tex: str, meaning: list[Any]) -> None:
    assert outline(tree(one(shared, tex))[0]) == meaning


def outline(element: Any) -> list[Any]:
    marked = f"{element.tag}.{element.get('class')}" if element.get("class") else element.tag
    return [marked, *([element.text] if element.text else []), *map(outline, element)]


ERRORS = [
    (r"a + \undefined", 4, r"There is no command \undefined."),
    (r"\text{😀} \nope", 9, r"There is no command \nope."),
    (r"\frac{a}", 8, "The formula ends where an argument or its } is still missing."),
    (r"\left( x", 8, r"The formula ends before its \right."),
    (r"a & b", 2, "& has no place here: nothing before it opens what it belongs to."),
    (r"x^2^3", 3, "Double superscript."),
    (r"x_", None, "Something is missing: look at each _ and ^ and at what follows the commands."),
    (
        r"a \\ b",
        None,
        r"A line break needs an environment: put the lines into \begin{aligned} … \end{aligned}.",
    ),
    (r"\begin{align} a &= b \end{align}", None, "Formulas are not numbered by themselves here"),
    (r"\begin{equation} a \end{equation}", None, "Formulas are not numbered by themselves here"),
    (r"a \label{b} \ref{b}", None, r"\label and \ref do not reach from one formula to another"),
    (r"\textcolor{red}{x}", None, "A colour in a formula would not follow the reader's light or dark scheme"),
    (
        r"{\color{#123456} x}",
        None,
        "A colour in a formula would not follow the reader's light or dark scheme",
    ),
    (
        r"\colorbox{yellow}{x}",
        None,
        "A colour in a formula would not follow the reader's light or dark scheme",
    ),
    (r"\rule{1em}{1em}", None, "A filled block"),
    (r"\leftmodels", None, "This formula needs the style “transform:scaleX(-1)”"),
    (r"\mathllap{x}", None, "This formula needs the style “position:relative”"),
    (r"\cancelto{0}{x}", None, "This formula needs the class"),
    (r"\large x", None, r"Command \large is invalid in math mode."),
    (r"\style{color:red}{x}", 0, "disabled in strict mode"),
    (r"\href{https://example.org}{x}", 0, r"There is no command \href."),
    (r"é", 0, 'Accented Unicode text character "é" used in math mode.'),
    ("  ", None, "There is nothing between the signs that mark a formula."),
]


@pytest.mark.parametrize(("tex", "offset", "words"), ERRORS, ids=[tex for tex, *_ in ERRORS])
def test_what_cannot_be_shown_is_an_error(shared: Path, tex: str, offset: int | None, words: str) -> None:
    result = one(shared, tex, True)
    assert result.mathml == ""
    assert result.error is not None
    assert words in result.error
    assert result.offset == offset


def test_an_error_leaves_the_others_whole(root: Path) -> None:
    good, bad = Formula("a", False), Formula(r"\bad", False)
    results = typeset({good, bad}, root)
    assert results[good].error is None
    assert results[bad].error is not None


def test_a_macro_is_known_to_its_own_formula_only(root: Path) -> None:
    defines, uses = Formula(r"\gdef\x{y} \x", False), Formula(r"\x", False)
    results = typeset([defines, uses], root)
    assert results[defines].error is None
    assert results[uses].error == r"There is no command \x."


def test_all_new_formulas_go_through_node_in_one_call(root: Path, runs: list[int]) -> None:
    first = [Formula(f"x_{n}", display) for n in range(20) for display in (True, False)]
    assert list(typeset([*first, *first], root)) == first
    typeset([*first, Formula("new", False)], root)
    assert runs == [40, 1]


def test_a_second_run_needs_no_node_even_for_errors(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    formulas = [Formula(r"\frac{a}{b}", True), Formula(r"\bad", False)]
    first = typeset(formulas, root)
    find_node(ROOT)

    def refuse(*args: object) -> None:
        raise AssertionError("Node was asked for")

    monkeypatch.setattr(math, "tools", refuse)
    assert typeset(formulas, root) == first
    assert typeset([], root) == {}
    with pytest.raises(AssertionError, match="Node was asked for"):
        typeset([Formula("new", False)], root)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"inline a": 1}', b'{"inline a": {"other": 1}}', b"\xff\xfe"]
)
def test_a_spoilt_cache_is_made_anew(root: Path, content: bytes) -> None:
    expected = one(root, "a")
    (kept,) = (root / ".cache" / "math").iterdir()
    kept.write_bytes(content)
    assert one(root, "a") == expected
    assert json.loads(kept.read_text(encoding="utf-8"))


def test_other_tools_set_every_formula_anew(tmp_path: Path, runs: list[int]) -> None:
    tools = tmp_path / "web" / "tools"
    tools.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        (tmp_path / "web" / name).write_bytes((ROOT / "web" / name).read_bytes())
    for source in (ROOT / "web" / "tools").glob("math*"):
        (tools / source.name).write_bytes(source.read_bytes())
    (tmp_path / "web" / "node_modules").symlink_to(ROOT / "web" / "node_modules")
    one(tmp_path, "a")
    one(tmp_path, "a")
    with (tools / "math.mjs").open("a", encoding="utf-8") as script:
        script.write("// changed\n")
    one(tmp_path, "a")
    assert runs == [1, 1]


def test_two_builds_at_once_spoil_nothing(root: Path) -> None:
    wanted = [[Formula(f"{letter}_{n}", False) for n in range(30)] for letter in "ab"]
    results: list[dict[Formula, Typeset]] = []
    threads = [
        threading.Thread(target=lambda part=part: results.append(typeset(part, root))) for part in wanted
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(len(result) for result in results) == [30, 30]
    (kept,) = (root / ".cache" / "math").iterdir()
    assert len(json.loads(kept.read_text(encoding="utf-8"))) >= 30
