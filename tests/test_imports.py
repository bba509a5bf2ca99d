"""The shape of the code: who may know whom, what a pure room may reach for, how long a file may be."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import build

ROOT = Path(build.__file__).parent
PACKAGE = ROOT / "studysite"
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("*.py"))
ROOMS = {Path(path).parts[1].removesuffix(".py") for path in MODULES}

ALLOWED: dict[str, set[str]] = {
    "__init__": set(),
    "bibtexerrors": set(),
    "breaches": set(),
    "drawing": set(),
    "cache": set(),
    "faults": set(),
    "fromdisk": set(),
    "layout": set(),
    "lock": set(),
    "model": set(),
    "parallel": set(),
    "picture": set(),
    "pointing": set(),
    "precache": set(),
    "raster": set(),
    "sentences": set(),
    "stage": set(),
    "woff": set(),
    "wording": set(),
    "work": set(),
    "yamlerrors": set(),
    "codes": set(),
    "diagnostics": {"codes", "pointing", "wording"},
    "engine": {"faults", "stage"},
    "fileerrors": {"diagnostics", "wording", "yamlerrors"},
    "markdown": {"model"},
    "node": {"faults"},
    "materials": {"markdown", "model", "picture", "work"},
    "making": {"cache", "parallel", "work"},
    "shell": {"faults"},
    "sitecheck": {"breaches", "parallel"},
    "targets": {"layout", "model"},
    "dating": {"diagnostics", "faults", "layout", "model"},
    "edition": {"model"},
    "identity": {"diagnostics", "faults", "layout", "model", "wording"},
    "register": {"dating", "identity", "layout"},
    "report": {"diagnostics"},
    "watching": set(),
    "bibliography": {"bibtexerrors", "diagnostics", "model", "pointing"},
    "math": {"cache", "markdown", "node", "picture"},
    "mathfont": {"woff"},
    "passages": {"layout", "markdown", "model"},
    "arrangement": {"model"},
    "cues": {"markdown", "model"},
    "guesser": {"arrangement", "cues", "model"},
    "silencing": {"codes", "diagnostics", "layout", "model", "pointing"},
    "authoring": {"layout", "model"},
    "schemas": {"authoring", "export"},
    "publish": {"engine", "faults", "fromdisk", "precache", "sitecheck", "stage"},
    "source": {"diagnostics", "fileerrors", "pointing", "yamlerrors"},
    "testing": {"node"},
    "validate": {"diagnostics", "model"},
    "webbuild": {"cache", "node"},
    "check": {
        *("arrangement", "codes", "cues", "diagnostics", "figures", "guesser", "identity", "layout"),
        *("markdown", "model", "passages", "pointing", "silencing", "targets", "wording"),
    },
    "load": {
        *("bibliography", "dating", "diagnostics", "identity", "layout", "markdown", "model"),
        *("parallel", "passages", "source", "validate"),
    },
    "examples": {
        *("authoring", "diagnostics", "drawing", "faults", "load", "markdown", "model", "source"),
    },
    "render": {
        *("arrangement", "authoring", "codes", "edition", "faults", "markdown", "materials", "model"),
        *("passages", "targets", "wording", "work"),
    },
    "book": {"markdown", "materials", "model", "render", "targets"},
    "printing": {
        *("arrangement", "book", "drawing", "faults", "markdown", "materials", "model", "passages"),
        *("render", "sentences", "targets", "woff", "wording", "work"),
    },
    "export": {
        *("arrangement", "book", "drawing", "markdown", "materials", "model", "render", "targets"),
        *("wording", "work"),
    },
    "figures": {"diagnostics", "markdown", "model", "passages", "pointing", "sentences", "wording"},
    "beside": {"checking", "diagnostics", "figures", "guesser", "load", "report"},
    "inspection": {
        *("check", "dating", "diagnostics", "drawing", "fileerrors", "layout", "load", "markdown"),
        *("raster", "silencing"),
    },
    "verdict": {
        *("check", "dating", "diagnostics", "identity", "inspection", "markdown", "math", "parallel"),
        *("silencing", "source", "wording"),
    },
    "kept": {"cache", "check", "inspection", "verdict"},
    "checking": {
        *("check", "dating", "diagnostics", "guesser", "inspection", "kept", "layout", "load", "math"),
        *("parallel", "source", "verdict"),
    },
    "pipeline": {
        *("check", "dating", "diagnostics", "engine", "examples", "export", "identity", "inspection"),
        *("layout", "load", "making", "markdown", "materials", "math", "mathfont", "model", "parallel"),
        *("passages", "picture"),
        *("printing", "publish", "render", "shell", "silencing", "source", "stage", "targets", "verdict"),
        *("webbuild", "work"),
    },
    "examining": {"faults", "materials", "model", "printing", "webbuild", "wording"},
    "serving": {"diagnostics", "engine", "faults", "layout", "lock", "pipeline", "watching"},
    "cli": {
        *("beside", "checking", "codes", "diagnostics", "engine", "examining", "examples", "faults"),
        *("identity", "layout"),
        *("lock", "model", "pipeline", "publish", "register", "report", "schemas", "serving"),
        *("testing", "watching", "wording", "work"),
    },
    "__main__": {"cli"},
}
"""Room to the rooms that it may import. A new arrow is a decision: it is written here first."""

NEVER = (
    *(("model", room) for room in ALLOWED if room != "model"),
    *(("check", room) for room in ("render", "printing", "export")),
    *(("render", room) for room in ("source", "load", "stage", "pipeline")),
    ("stage", "model"),
    *((room, "cli") for room in ALLOWED if room != "__main__"),
)
"""What may not be, not even by way of a third room."""

ENGINES = {"mkdocs", "material", "zensical", "pymdownx"}
PURE = (
    *(
        "model",
        "layout",
        "wording",
        "diagnostics",
        "pointing",
        "markdown",
        "targets",
        "passages",
        "validate",
        "check",
    ),
    *("arrangement", "authoring", "bibliography", "book", "codes", "cues", "dating", "drawing", "edition"),
    *("export", "figures", "fileerrors", "guesser", "identity", "materials", "mathfont", "picture", "raster"),
    *("render", "report", "schemas", "sentences", "silencing", "woff", "work"),
)
OUTER_WORLD = {
    *("os", "io", "sys", "pathlib", "shutil", "tempfile", "glob", "subprocess", "socket", "urllib.request"),
    *("time", "datetime", "random", "secrets", "uuid", "threading", "locale", "platform"),
}
HARMLESS = {
    *("pathlib.PurePosixPath", "io.StringIO", "io.BytesIO", "time.gmtime"),
    *("datetime.UTC", "datetime.datetime", "uuid.NAMESPACE_URL", "uuid.uuid5"),
}
"""What stays within the process; of dates, only that of a moment that is given, of ids, that of a name."""
CLOCKS = {"now", "today", "utcnow"}
"""What of a date that is harmless asks the clock."""


def imports(path: str) -> Iterator[str]:
    """The full name of everything that a module imports, wherever in it."""
    for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(path: str) -> str:
    return Path(path).parts[1].removesuffix(".py")


def arrows(path: str) -> set[str]:
    """The other rooms that a module knows."""
    known = {name.split(".")[1] for name in imports(path) if name.startswith("studysite.")}
    return known - {room_of(path)}


def reach(room: str, allowed: Mapping[str, set[str]]) -> set[str]:
    """Every room that a room knows, directly or by way of others."""
    found: set[str] = set()
    waiting = [room]
    while waiting:
        new = allowed.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def test_every_room_has_its_line_and_every_line_a_room() -> None:
    assert set(ALLOWED) == ROOMS


@pytest.mark.parametrize("path", MODULES)
def test_a_module_knows_only_what_its_room_may(path: str) -> None:
    assert arrows(path) <= ALLOWED[room_of(path)]


@pytest.mark.parametrize("room", sorted(ALLOWED))
def test_no_arrow_is_allowed_that_nobody_needs(room: str) -> None:
    used = {arrow for path in MODULES if room_of(path) == room for arrow in arrows(path)}
    assert used == ALLOWED[room]


def test_what_may_never_be_is_not_allowed_by_a_detour_either() -> None:
    assert [(room, other) for room, other in NEVER if other in reach(room, ALLOWED)] == []


def test_no_two_rooms_know_each_other() -> None:
    assert [room for room in ALLOWED if room in reach(room, ALLOWED)] == []


@pytest.mark.parametrize("path", [*MODULES, "build.py"])
def test_no_engine_is_imported(path: str) -> None:
    assert {name.split(".")[0] for name in imports(path)} & ENGINES == set()


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) in PURE])
def test_a_pure_room_reaches_for_no_disk_no_clock_no_chance(path: str) -> None:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert {name for name in imports(path) if OUTER_WORLD & {name, name.rpartition(".")[0]}} <= HARMLESS
    assert names & {"open", "print", "input", "exec", "eval"} == set()
    called = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert CLOCKS & {func.attr for func in called if isinstance(func, ast.Attribute)} == set()


# -- the size and the language of a file ---------------------------------------------------------------

LONGEST = 400
TAG = re.compile(r"(?<!\?P)</?[a-z][a-z0-9-]*(?=[\s/>]|$)")
"""A tag, which the name of a group in a regular expression, `(?P<name>…)`, is not."""
TAGS_ALLOWED = {
    # An inline text is a paragraph without its own tags: these two are taken off what the parser made.
    "studysite/markdown/parse.py": {"^<p[^>]*>|</p>$"},
    # What the footnotes extension made, to be left out of a title.
    "studysite/markdown/document.py": {'<sup id="fnref.*?</sup>'},
    # Jinja's own name for a template that came as a text.
    "studysite/render/shell.py": {"<template>"},
}
OURS = sorted(
    path.relative_to(ROOT).as_posix()
    for folder, pattern in (
        *(("studysite", "*.py"), ("tests", "*.py"), ("tools", "*.py"), ("bench", "*.py")),
        *(("web/src", "*.ts"), ("web/test", "*.ts"), ("web/tools", "*.mjs"), ("docs/assets", "*.css")),
    )
    for path in (ROOT / folder).rglob(pattern)
)


def strings(path: str) -> Iterator[str]:
    """Every string of a module that is no docstring, the parts of f-strings among them."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


@pytest.mark.parametrize("path", [*OURS, "build.py"])
def test_no_file_is_too_long_to_read_in_one_go(path: str) -> None:
    assert (ROOT / path).read_text("utf-8").count("\n") <= LONGEST


@pytest.mark.parametrize("path", MODULES)
def test_html_stands_in_templates_and_not_in_python(path: str) -> None:
    assert {text for text in strings(path) if TAG.search(text)} == TAGS_ALLOWED.get(path, set())


def test_the_rule_over_tags_sees_what_it_should() -> None:
    assert all(TAG.search(text) for text in ("<p>", "a</p>", '<a href="', "<br/>", "<study-item", "<h2 "))
    assert not any(TAG.search(text) for text in ("a < b", "<", "a <b@c.d> e", "<{", "1 <2", "(?P<b>c)"))
