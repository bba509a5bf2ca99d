"""Files become plain values, and each value knows where it stands."""

import os
from pathlib import Path

import pytest

from studysite.diagnostics import Place
from studysite.fileerrors import LARGEST
from studysite.pointing import Pointer
from studysite.source import (
    DEEPEST,
    SourceError,
    SourceFile,
    links_out,
    list_files,
    list_lessons,
    read_lesson,
    read_lines,
    read_text,
    read_yaml,
)

TEXT = """\
- id: one
  level: 1:30
  options:
    - right: No
      why: "a \\"b\\""
    - {wrong: ~, why: 'c'}
- text: |
    two lines
    of text
"""


def written(tmp_path: Path, text: str | bytes, name: str = "a.yml") -> Path:
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


@pytest.fixture
def file(tmp_path: Path) -> SourceFile:
    return read_yaml(written(tmp_path, TEXT), "a.yml")


def where(file: SourceFile, *loc: str | int, point: Pointer | None = None, on_key: bool = False) -> Place:
    return file.place(loc, point, on_key)


# -- values ---------------------------------------------------------------------------------------------


def test_every_scalar_is_text(file: SourceFile) -> None:
    assert file.value == [
        {
            "id": "one",
            "level": "1:30",
            "options": [{"right": "No", "why": 'a "b"'}, {"wrong": "~", "why": "c"}],
        },
        {"text": "two lines\nof text\n"},
    ]


@pytest.mark.parametrize("word", ["yes", "Off", "null", "0o17", "1e3", "2001-01-01", "=", ".inf", "<<x"])
def test_no_word_is_taken_for_anything_else(word: str, tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, f"- {word}\n"), "a.yml").value == [word]


def test_what_is_under_every_way(file: SourceFile) -> None:
    assert set(file.values) == {
        (),
        (0,),
        (0, "id"),
        (0, "level"),
        (0, "options"),
        *((0, "options", 0), (0, "options", 0, "right"), (0, "options", 0, "why")),
        *((0, "options", 1), (0, "options", 1, "wrong"), (0, "options", 1, "why")),
        (1,),
        (1, "text"),
    }


def test_a_span_holds_what_was_written(file: SourceFile) -> None:
    def text(*loc: str | int) -> str:
        return TEXT[file.values[loc].start : file.values[loc].end]

    assert text(0, "id") == "one"
    assert text(0, "options", 0, "why") == '"a \\"b\\""'
    assert text(0, "options", 1) == "{wrong: ~, why: 'c'}"
    assert text(1, "text").startswith("|\n    two lines")
    assert {TEXT[span.start : span.end] for loc, span in file.keys.items()} == {
        str(loc[-1]) for loc in file.keys
    }


# -- places ---------------------------------------------------------------------------------------------


def test_a_problem_stands_at_its_value(file: SourceFile) -> None:
    assert where(file, 0, "options", 1, "why") == Place("a.yml", 6, 23, "    - {wrong: ~, why: 'c'}")


def test_a_problem_may_stand_at_its_key(file: SourceFile) -> None:
    assert where(file, 0, "options", on_key=True) == Place("a.yml", 3, 3, "  options:")


@pytest.mark.parametrize("on_key", [False, True])
def test_a_missing_value_stands_at_the_nearest_thing_around_it(file: SourceFile, on_key: bool) -> None:
    place = where(file, 0, "options", 0, "shows", "deeper", on_key=on_key)
    assert (place.line, place.column) == (4, 7)


@pytest.mark.parametrize(
    ("loc", "meant"),
    [
        ((0, "level"), "1:30"),
        ((0, "options", 0, "why"), '"a \\"b\\""'),
        ((0, "options", 1), "{wrong: ~, why: 'c'}"),
        ((0, "options"), None),
        ((1, "text"), None),
        ((), None),
    ],
)
def test_a_place_has_an_end_where_it_is_on_one_line(
    file: SourceFile, loc: tuple[str | int, ...], meant: str | None
) -> None:
    place = where(file, *loc)
    found = place.excerpt[place.column - 1 : place.end - 1] if place.end else None
    assert found == meant


def test_a_place_of_words_ends_with_them_if_they_stand_there_as_they_were_asked_for(file: SourceFile) -> None:
    assert where(file, 1, "text", point=Pointer("lines")).end == 14
    assert where(file, 1, "text", point=Pointer("two", inside="lines")).end == 14
    assert where(file, 1, "text", point=Pointer("lines of")).end is None
    assert where(file, 1, "text", point=Pointer("lines", shift=2)).end is None


def test_the_loc_of_a_plain_line_is_its_index(tmp_path: Path) -> None:
    lines = read_lines(written(tmp_path, "one\r\n\n  two\n", "a.txt"), "a.txt")
    assert lines.value == ["one", "", "  two", ""]
    assert lines.place((2,)) == Place("a.txt", 3, 1, "  two")
    assert [lines.place((index,)).line for index in range(4)] == [1, 2, 3, 3]
    assert lines.place((9,)).line == 1


def test_a_problem_of_the_whole_file_stands_at_its_top(file: SourceFile) -> None:
    assert (where(file).line, where(file).column) == (1, 1)


@pytest.mark.parametrize(
    ("needle", "line", "column"), [("two", 8, 5), ("lines", 8, 9), ("of text", 9, 5), ("absent", 7, 9)]
)
def test_words_are_found_inside_their_value(file: SourceFile, needle: str, line: int, column: int) -> None:
    place = where(file, 1, "text", point=Pointer(needle))
    assert (place.line, place.column) == (line, column)


def test_columns_count_characters(tmp_path: Path) -> None:
    file = read_yaml(written(tmp_path, "- {süß: 中文🫖, b: c}\n"), "a.yml")
    assert where(file, 0, "b").column == len("- {süß: 中文🫖, b: ") + 1


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 3, 1), (99, 3, 2)]
)
def test_an_offset_is_a_line_and_a_column(offset: int, line: int, column: int) -> None:
    place = SourceFile("a", "ab\nc\nd").at(offset)
    assert (place.line, place.column) == (line, column)


# -- files ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [b"- a\n- b\n", b"- a\r\n- b\r\n", b"- a\r- b\r", b"\xef\xbb\xbf- a\n- b\n", b"- a\n- b"]
)
def test_line_ends_and_byte_order_marks_make_no_difference(data: bytes, tmp_path: Path) -> None:
    file = read_yaml(written(tmp_path, data), "a.yml")
    assert file.value == ["a", "b"]
    assert (where(file, 1).line, where(file, 1).column) == (2, 3)


@pytest.mark.parametrize("read", [read_text, read_yaml, read_lesson])
@pytest.mark.parametrize("make", ["nothing", "a folder", "latin-1"])
def test_what_cannot_be_read_is_an_error_of_ours(read: object, make: str, tmp_path: Path) -> None:
    if make == "a folder":
        (tmp_path / "a.yml").mkdir()
    elif make == "latin-1":
        written(tmp_path, "- a\n- süß\n".encode("latin-1"))
    assert callable(read)
    with pytest.raises(SourceError) as raised:
        read(tmp_path, "a.yml")
    (diagnostic,) = raised.value.diagnostics
    assert (diagnostic.place.path, diagnostic.severity) == ("a.yml", "error")
    codes = {"nothing": "missing-file", "a folder": "unreadable", "latin-1": "encoding"}
    assert diagnostic.code == codes[make]
    if make == "latin-1":
        assert (diagnostic.place.line, diagnostic.place.column) == (2, 4)


def test_a_file_of_ten_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    for size in (LARGEST, LARGEST + 1):
        with (written(tmp_path, "") / "a.yml").open("wb") as file:
            file.truncate(size)  # all zeros, which no YAML may hold
        with pytest.raises(SourceError) as raised:
            read_yaml(tmp_path, "a.yml")
        (diagnostic,) = raised.value.diagnostics
        assert diagnostic.code == ("too-large" if size > LARGEST else "yaml-syntax")
    assert "10 megabytes" in diagnostic.message


@pytest.mark.parametrize("depth", [DEEPEST - 1, DEEPEST])
def test_a_value_is_only_so_deep(depth: int, tmp_path: Path) -> None:
    text = "[" * depth + "x" + "]" * depth
    if depth < DEEPEST:
        assert str(read_yaml(written(tmp_path, text), "a.yml").value).count("[") == depth
        return
    with pytest.raises(SourceError) as raised:
        read_yaml(written(tmp_path, text), "a.yml")
    assert [diagnostic.code for diagnostic in raised.value.diagnostics] == ["yaml-depth"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_what_windows_calls_unicode_is_called_by_its_name(encoding: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="UTF-16"):
        read_yaml(written(tmp_path, "\ufeff- id: a".encode(encoding)), "a.yml")


def test_a_byte_order_mark_inside_a_file_is_warned_of(tmp_path: Path) -> None:
    file = read_lesson(written(tmp_path, "\ufeff---\na: b\n---\n\nOne.\n\ufeffTwo.\n", "a.md"), "a.md")
    (diagnostic,) = file.diagnostics
    assert (diagnostic.code, diagnostic.loc) == ("byte-order-mark", ("a.md",))
    assert (diagnostic.place.line, diagnostic.place.column) == (6, 1)


@pytest.mark.skipif(os.name == "nt", reason="links want a right there")
def test_links_that_lead_out_of_the_content_are_errors(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "lessons" / "tea").mkdir(parents=True)
    written(tmp_path, "", "secret.txt")
    written(content, "", "course.yml")
    for name, target in (
        *(("inside.yml", "course.yml"), ("lessons/pots", "tea"), ("ring", "ring")),
        *(("lessons/tea/quiz.yml", "../../../secret.txt"), ("all", ".."), ("gone", "/nowhere/at-all")),
    ):
        (content / name).symlink_to(target)
    found = links_out(tmp_path, "content")
    assert {diagnostic.code for diagnostic in found} == {"link-out"}
    assert [diagnostic.place.path for diagnostic in found] == [
        *("content/all", "content/gone", "content/lessons/tea/quiz.yml"),
    ]


def test_a_warning_knows_the_way_to_its_value(tmp_path: Path) -> None:
    file = read_yaml(written(tmp_path, "- options:\n    - {a: 1}\n    - right: Rank it #1 of all\n"), "a.yml")
    assert [diagnostic.loc for diagnostic in file.diagnostics] == [("a.yml", 0, "options", 1, "right")]


@pytest.mark.parametrize("text", ["[" * 3000 + "]" * 3000, "- " * 800 + "x", "{a: " * 800 + "}" * 800])
def test_deep_nesting_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read_yaml(written(tmp_path, text), "a.yml")


@pytest.mark.parametrize(
    ("text", "value", "columns"),
    [
        ("- Rank #1 first", "Rank", [8]),
        ("- Rank it #1 first", "Rank it", [11]),
        ("- Rank one  # first", "Rank one", [13]),
        ("- Rank  # first", "Rank", []),
        ("- 'Rank' #1", "Rank", []),
        ("- Rank#1 first", "Rank#1 first", []),
        ("- |\n  Rank #1 first", "Rank #1 first", []),
    ],
)
def test_a_comment_after_prose_is_warned_of(
    text: str, value: str, columns: list[int], tmp_path: Path
) -> None:
    file = read_yaml(written(tmp_path, text), "a.yml")
    assert file.value == [value]
    assert [(d.place.column, d.severity) for d in file.diagnostics] == [(at, "warning") for at in columns]


def test_a_repeated_key_keeps_the_first_and_says_so(tmp_path: Path) -> None:
    file = read_yaml(written(tmp_path, "- {a: 1, b: 2, a: 3}\n"), "a.yml")
    assert file.value == [{"a": "1", "b": "2"}]
    (diagnostic,) = file.diagnostics
    assert (diagnostic.code, diagnostic.place.column) == ("duplicate-key", 16)


def test_a_lesson_is_its_head_and_its_text(tmp_path: Path) -> None:
    text = "---\ntitle: A\nlist: [b]\n---\n\nText.\n\n---\n\nMore.\n"
    file = read_lesson(written(tmp_path, text, "a.md"), "a.md")
    assert file.value == {"title": "A", "list": ["b"]}
    assert file.body == "\nText.\n\n---\n\nMore.\n"
    assert (where(file, "list", 0).line, where(file, "list", 0).column) == (3, 8)
    more = where(file, "text", point=Pointer("More"))
    assert (more.line, more.column) == (10, 1)


def test_words_of_the_text_are_not_found_in_the_head(tmp_path: Path) -> None:
    file = read_lesson(written(tmp_path, "---\ntitle: A [@b]\n---\n\nAgain [@b].\n", "a.md"), "a.md")
    assert where(file, "text", point=Pointer("@b")).line == 5


@pytest.mark.parametrize("text", ["", "Text.\n", "----\na: b\n---\n", "---\na: b\n", "---\na: b\n----\n"])
def test_a_lesson_without_front_matter_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        read_lesson(written(tmp_path, text, "a.md"), "a.md")
    assert [diagnostic.code for diagnostic in raised.value.diagnostics] == ["front-matter"]


def test_folders_and_files_are_listed_in_order(tmp_path: Path) -> None:
    for name in ("content/lessons/b/x/y.svg", "content/lessons/a/lesson.md", "content/lessons/notes.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert list_lessons(tmp_path, "content/lessons") == ["content/lessons/a", "content/lessons/b"]
    assert list_lessons(tmp_path, "nowhere") == []
    assert list_files(tmp_path, "content") == [
        "content/lessons/a/lesson.md",
        "content/lessons/b/x/y.svg",
        "content/lessons/notes.md",
    ]


def test_folders_that_tools_leave_behind_are_no_lessons(tmp_path: Path) -> None:
    (tmp_path / "lessons" / ".ipynb_checkpoints").mkdir(parents=True)
    assert list_lessons(tmp_path, "lessons") == []
