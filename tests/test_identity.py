"""Published ids: how the list is read and written, what becomes of each. What the rules say is golden."""

from pathlib import Path

import pytest

from studysite.check import IDENTITY, Outline, Survey
from studysite.diagnostics import Problem
from studysite.identity import (
    COMPARED,
    HEAD,
    KINDS,
    Changes,
    Named,
    Published,
    RetireError,
    accept,
    changes,
    listing,
    named,
    note,
    read_ids,
    retire,
    successors,
    write_ids,
)
from studysite.layout import IDS
from studysite.load import load
from studysite.pipeline import examine_ids
from studysite.register import register
from tests.projects import GOLDEN, ROOT, SAMPLE, new_course

QUIZ = "content/lessons/tea/quiz.yml"


def item(id: str, was: str = "[]") -> str:
    fields = "type: short, level: apply, claims: [T1], stem: Why?, answer: So., points: [a]"
    return f"- {{id: {id}, was: {was}, {fields}}}\n"


def content_of(root: Path) -> list[Named]:
    return list(named(load(root).course))


def tea(root: Path, quiz: str = "") -> list[Named]:
    """What has an id in the golden course with a quiz."""
    return content_of(new_course(root, {QUIZ: quiz} if quiz else {}))


def ids(*lines: str) -> list[Published]:
    published, problems = read_ids(lines)
    assert problems == []
    return published


GOLDEN_IDS = ids(
    *("card hours-best", "card hours-why-boil", "claim T1", "claim U1"),
    *("item hours-at-four", "item hours-black-leaf", "item hours-clock", "item hours-cold-pot"),
    *("lesson hours", "lesson tea", "misconception warm-is-hot", "term kettle"),
)
"""All that the golden course has."""


# -- the list -------------------------------------------------------------------------------------------


def test_each_line_is_an_id_in_use_retired_or_renamed() -> None:
    lines = ["# A head.", "", "item a", "item b retired", "card b -> c", "claim F1", "   term   x  "]
    published, problems = read_ids(lines)
    assert problems == []
    assert published == [
        Published("item", "a", "a"),
        Published("item", "b", None),
        Published("card", "b", "c"),
        Published("claim", "F1", "F1"),
        Published("term", "x", "x"),
    ]
    assert [each.loc for each in published] == [(IDS, number) for number in range(2, 7)]


def test_what_is_written_is_read_again_and_sorted_by_kind_and_id() -> None:
    published = ids("item b retired", "card z", "item a -> c", "item c")
    text = write_ids(published)
    assert text == f"{HEAD}card z\nitem a -> c\nitem b retired\nitem c\n"
    assert sorted(map(str, ids(*text.split("\n")))) == sorted(map(str, published))


@pytest.mark.parametrize(
    "line", ["item a b", "item", "item a ->", "item a retired -> b", "a", "thing a", "=======", "é"]
)
def test_a_wrong_line_is_a_problem_at_its_place_and_costs_no_other(line: str) -> None:
    published, problems = read_ids(["item a", line, "item c"])
    assert [each.id for each in published] == ["a", "c"]
    assert [(problem.loc, problem.code) for problem in problems] == [((IDS, 1), "ids-line")]


def test_an_id_has_one_line() -> None:
    published, (problem,) = read_ids(["item a", "card a", "item a retired"])
    assert [str(each) for each in published] == ["item a", "card a"]
    assert (problem.loc, problem.code, problem.there) == ((IDS, 2), "ids-twice", (IDS, 0))


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf# a\r\nlesson tea\r\n", b"\n\n"])
def test_marks_of_an_editor_do_no_harm(data: bytes, tmp_path: Path) -> None:
    loaded = load(new_course(tmp_path, {IDS: data}))
    assert loaded.diagnostics() == []
    assert [str(each) for each in loaded.published] == (["lesson tea"] if b"tea" in data else [])


@pytest.mark.parametrize("what", ["bytes", "folder"])
def test_a_list_that_cannot_be_read_is_told_in_words(what: str, tmp_path: Path) -> None:
    root = new_course(tmp_path, {IDS: b"item \xff"} if what == "bytes" else {f"{IDS}/a": "x"})
    loaded, found = examine_ids(root)
    assert [(each.place.path, each.severity) for each in found] == [(IDS, "error")]
    assert IDS in loaded.broken()


# -- what has an id -------------------------------------------------------------------------------------


def test_everything_that_learners_or_links_are_keyed_by_has_its_kind() -> None:
    found = {(each.kind, each.id) for each in content_of(SAMPLE)}
    assert {kind for kind, _ in found} == set(KINDS)
    assert {("lesson", "kettles"), ("item", "when-boil"), ("card", "why-boil"), ("claim", "K1")} <= found


def test_our_own_list_is_written_as_the_command_would() -> None:
    text = (ROOT / IDS).read_text("utf-8")
    assert write_ids(ids(*text.split("\n"))) == text


# -- what became of it ----------------------------------------------------------------------------------


def told(change: Changes) -> dict[str, list[str]]:
    return {name: [str(each) for each in value] for name, value in vars(change).items() if value}


def test_a_course_without_a_list_has_only_new_ids(tmp_path: Path) -> None:
    change = changes([], tea(tmp_path))
    assert told(change) == {"new": sorted(map(str, GOLDEN_IDS))}
    assert note([], tea(tmp_path / "again")) == ""


def test_new_renamed_vanished_and_back(tmp_path: Path) -> None:
    content = tea(tmp_path, item("a") + item("b", "[b-old, b-older]") + item("c"))
    before = ids("item b-older -> b-old", "item b-old", "item c -> d", "item d", "item e retired")
    change = changes([*GOLDEN_IDS, *before], content)
    assert told(change) == {
        "new": ["item a", "item b"],
        "renamed": ["item b-older -> b", "item b-old -> b"],
        "vanished": ["item d"],
        "restored": ["item c"],
    }


def test_to_accept_writes_down_all_but_what_vanished(tmp_path: Path) -> None:
    content = tea(tmp_path, item("a", "old") + item("b"))
    accepted = accept([*GOLDEN_IDS, *ids("item old", "item gone", "item past retired")], content)
    assert sorted(map(str, accepted)) == sorted(
        [*map(str, GOLDEN_IDS), "item a", "item b", "item old -> a", "item gone", "item past retired"]
    )
    assert told(changes(accepted, content)) == {"vanished": ["item gone"]}
    assert accept(accepted, content) == accepted


def test_the_note_counts_what_is_to_accept(tmp_path: Path) -> None:
    content = tea(tmp_path, item("a", "old") + item("b"))
    assert note(GOLDEN_IDS, content).startswith(f"{IDS}: 2 new ids; accept them when you publish")
    assert note(ids("item old", "item b"), content).startswith(f"{IDS}: 14 changes to accept")
    assert note(accept(GOLDEN_IDS, content), content) == ""


def test_the_listing_names_all_that_is_new_or_out_of_use(tmp_path: Path) -> None:
    content = tea(tmp_path, item("a", "[old, older]"))
    before = [*GOLDEN_IDS, *ids("item old", "item older -> a", "item gone", "item past retired")]
    assert listing(before, content).split("\n") == [
        *("new", "  item a", ""),
        *("renamed", "  item old -> a", ""),
        *("vanished; `python3 build.py check` says what can be done", "  item gone", ""),
        *("renamed before", "  item older -> a", ""),
        *("retired", "  item past retired", ""),
        f"{IDS} lists {len(before)} ids. `python3 build.py ids --accept` writes 2 changes into it.",
    ]
    assert listing(GOLDEN_IDS, tea(tmp_path / "again")) == f"{IDS} lists {len(GOLDEN_IDS)} ids."


# -- retirement -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["gone", "item gone"])
def test_what_vanished_can_be_retired_once_and_for_all(name: str, tmp_path: Path) -> None:
    content, before = tea(tmp_path), [*GOLDEN_IDS, *ids("item gone")]
    after = retire(before, content, [name])
    assert told(changes(after, content)) == {}
    assert str(after[-1]) == "item gone retired"
    assert retire(after, content, [name]) == after


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tea", "`tea` is still in the content"),
        ("old", "`old` is `a` now"),
        ("gonne", "did you mean `gone`?"),
        ("quite-another", f"{IDS} lists no `quite-another`."),
        ("two", 'was a card and a term: say which, as in --retire "card two"'),
    ],
)
def test_what_cannot_be_retired_is_told_why(name: str, said: str, tmp_path: Path) -> None:
    content = tea(tmp_path, item("a", "old"))
    before = [*GOLDEN_IDS, *ids("item old", "item gone", "card two", "term two")]
    with pytest.raises(RetireError) as error:
        retire(before, content, ["gone", name])
    assert said in str(error.value)


# -- the guess ------------------------------------------------------------------------------------------


def guesses(vanished: list[str], new: list[str], kind: str = "item") -> dict[str, str]:
    gone = tuple(ids(*(f"item {id}" for id in vanished)))
    come = tuple(ids(*(f"{kind} {id}" for id in new)))
    return {each.id: heir for each, heir in successors(Changes(come, (), gone, ())).items()}


def test_the_only_new_id_or_the_one_that_is_alike_is_the_guess() -> None:
    assert guesses(["a"], ["zzz"]) == {"a": "zzz"}
    assert guesses(["a"], ["zzz"], "card") == {}
    assert guesses(["when-boil"], ["zzz", "when-boils"]) == {"when-boil": "when-boils"}
    assert guesses(["when-boil", "xxx"], ["when-boils"]) == {"when-boil": "when-boils"}
    assert guesses(["a"], []) == {}


def test_among_very_many_no_guess_is_made() -> None:
    many = [f"item-{number}" for number in range(COMPARED)]
    assert guesses(["item-x", "item-y"], many) == {}


# -- the rules, all together ----------------------------------------------------------------------------


def problems(content: list[Named], published: list[Published]) -> list[Problem]:
    lists = Outline("content", tuple(content), {}, {}, published=tuple(published))
    return [problem for rule in IDENTITY for problem in rule(Survey(lists, ()))]


@pytest.mark.parametrize("root", [SAMPLE, ROOT, GOLDEN / "course"], ids=["sample", "ours", "golden"])
def test_what_is_listed_and_there_breaks_no_rule(root: Path) -> None:
    content = content_of(root)
    assert problems(content, accept([], content)) == []
    assert problems(content, load(root).published) == []


def test_a_rename_that_was_accepted_still_needs_its_declaration(tmp_path: Path) -> None:
    """The old id's address comes from `was:`; the list only says so to its readers."""
    listed = [*GOLDEN_IDS, *ids("item old -> a", "item a")]
    assert problems(tea(tmp_path, item("a", "old")), listed) == []
    (found,) = problems(tea(tmp_path / "again", item("a")), listed)
    assert (found.code, found.loc) == ("vanished-id", (IDS, 0))


# -- the file -------------------------------------------------------------------------------------------


def test_the_register_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    root = new_course(tmp_path, {IDS: "item old\n"})
    before = {path.name for path in (root / "content").iterdir()}
    register(root, GOLDEN_IDS)
    assert (root / IDS).read_text("utf-8") == write_ids(GOLDEN_IDS)
    assert {path.name for path in (root / "content").iterdir()} == before


def test_a_register_that_cannot_be_put_in_place_stays_as_it_was(tmp_path: Path) -> None:
    root = new_course(tmp_path, {f"{IDS}/a": "a folder stands there"})
    with pytest.raises(OSError):
        register(root, GOLDEN_IDS)
    assert (root / IDS / "a").is_file()
    assert not list((root / "content").glob("*.new"))
