"""What in a text is a figure, what it rests on, and where it stands."""

from functools import cache

import pytest

from studysite.diagnostics import Place
from studysite.figures import Figure, entries, figures, listing, places
from studysite.figures.numbers import numbers
from studysite.load import Loaded, load
from studysite.model import Prose
from studysite.passages import Passage, passages
from studysite.source import SourceFile
from tests.pages import course_at
from tests.projects import ROOT, SAMPLE


def found(text: str, prose: Prose = Prose.BLOCK) -> list[Figure]:
    return figures(Passage(("text.md",), text, prose), None)


def rests(text: str) -> dict[str, str]:
    """The keys of each figure of a text, by the figure."""
    return {figure.words: " ".join(figure.keys) for figure in found(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It rose from 41.0% to 65.1 per cent", ["41.0%", "65.1"]),
        ("2 of 12 took 10,000 prompts, 0.20 dollars and .5 of it.", ["2", "12", "10,000", "0.20", ".5"]),
        ("3-5 minutes, 10x as fast, 100ms, 3/4, 5–6%", ["3-5", "10x", "100ms", "3/4", "5–6%"]),
        ("80-page reviews", ["80-page"]),
        ("models of 3M to 3B parameters, 7B models, a 7B RLHF run", ["3M", "3B", "7B", "7B"]),
        ("Across 13 Llama models, 5 GPT-4 runs and 2048 tokens", ["13", "5", "2048"]),
        ("at step 8,000 and in 2025% of cases", ["8,000", "2025%"]),
        ("Only 20 Americans", ["20"]),
        ("GPT-4, GPT-3.5, Llama-2-7B-Chat, GSM8k, HEx-PHI, A1", []),
        ("Claude 3.5 Sonnet, a Claude 3 Opus, the 175B GPT-3, a 1.3B InstructGPT, with Llama 7B", []),
        ("Day 27, Week 9, Days 3 to 5, page 12, Table 2, Section 3.1, arXiv 2210.10760", []),
        ("25 April 2025, April 25, 2025, in 2023/24, the 1990s, since 1999.", []),
        ("the 2nd of the 19th century in 3D", []),
        ("(1) first, (2) then", []),
        ("1. first\n2. then", []),
    ],
)
def test_what_is_a_figure_and_what_is_none(text: str, told: list[str]) -> None:
    assert [words for _, words in numbers(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "It is $n = 16$, `16` and [16 of it](https://example.org/16).",
        "1. First.\n2. Then.",
        "```\n16\n```",
        '!!! example "With 16"\n    It is 16.',
        "A run (invented figures) had 16.",
        "[[best of 16]]",
        "![A pot](16.svg)",
        "## Boiling {#b16}",
        "!quiz q-16",
    ],
)
def test_what_holds_a_number_and_tells_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("It is 5 [@a].", {"5": "a"}),
        ("As [@a] has it, it is 5.", {"5": "a"}),
        ("It is 5. It was less. So they say [@a; @b]. And more [@c].", {"5": "a b"}),
        ("It is 5 [@a]. It was 6.", {"5": "a", "6": ""}),
        ("It is 5. [@a]", {"5": "a"}),
        ("It is 5, e.g. In 6 pots. So [@a].", {"5": "a", "6": "a"}),
        ("It is 5.\n\nSo [@a].", {"5": ""}),
        ("It is 5 in\n\n$$\nx\n$$\n\nas they say [@a].", {"5": "a"}),
        ("It is 5 in\n\n$$\nx\n$$\n\nOthers say [@a].", {"5": ""}),
        ("Seen [@a]:\n\n- it is 5\n- it is 6 [@b]", {"5": "a", "6": "b"}),
        ("Seen [@a].\n\n- it is 5", {"5": ""}),
        ("| a |\n|---|\n| 5 |\n| 6 [@a] |", {"5": "a", "6": "a"}),
        ("Seen [@a].\n\n| a |\n|---|\n| 5 |\n\nSo [@b].", {"5": "b"}),
        ("Seen [@a].\n\n| a |\n|---|\n| 5 |", {"5": "a"}),
        ('![Some 5](a.svg "So [@a].")', {"5": "a"}),
        ('![Some 5](a.svg "So.")\n\nSaid [@a].', {"5": ""}),
        ("## Some 5 {#a}\n\nSaid [@a].", {"5": "a"}),
        ("Seen.[^n] So [@a].\n\n[^n]: It is 5.", {"5": "a"}),
        ("Seen [@a].[^n] So [@b].\n\n[^n]: It is 5.", {"5": "a"}),
        ("Term\n:   It is 5 [@a].", {"5": "a"}),
        ("A run (invented) had 5; they had 6 [@a].", {"5": "a", "6": "a"}),
    ],
)
def test_what_a_figure_rests_on(text: str, keys: dict[str, str]) -> None:
    assert rests(text) == keys


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("$n = 5$ and 5", [(1, 13)]),
        ("$5$ “5”", [(1, 6)]),
        ("in 15 pots, 1.5 or 5", [(1, 4), (1, 13), (1, 20)]),
        ("[@a5] [[kettle 5]] *about* **5** *per cent*", [(1, 30)]),
        ("It is 5.[^n]\n\n[^n]: It is 5.\n\nAnd 5 more.", [(1, 7), (5, 5), (3, 13)]),
        ("| a | b |\n|---|---|\n| 1 | 1 |\n| 11 | 1 |", [(3, 3), (3, 7), (4, 3), (4, 8)]),
        ('![A 5](5.svg "Or 5")', [(1, 5), (1, 18)]),
        ("10--20% of “5”", [(1, 1), (1, 13)]),
    ],
)
def test_where_a_figure_stands(text: str, where: list[tuple[int, int]]) -> None:
    passage = Passage(("text",), text)
    file = SourceFile("text.md", text, body=text)
    told = [file.place(("text",), point) for point in places(passage, figures(passage, None))]
    assert [(place.line, place.column) for place in told] == where


# -- the list --------------------------------------------------------------------------------------------


class Anywhere:
    def place(self, loc: object, point: object = None, on_key: bool = False) -> Place:
        return Place("content/x.yml", 7, 3)


def test_a_course_without_figures_has_an_empty_list() -> None:
    course = course_at(SAMPLE).model_copy(update={"lessons": ()})
    assert listing(course, {}) == "0 figures, none without a source."


@cache
def ours() -> Loaded:
    return load(ROOT)


def test_every_figure_of_the_real_content_has_a_source() -> None:
    known = entries(ours().course)
    told = [
        (passage.loc, figure.words, figure.keys)
        for passage in passages(ours().course)
        for figure in figures(passage, known.get(passage.loc[:2]))
    ]
    assert len(told) > 200
    assert [(loc, words) for loc, words, keys in told if not keys] == []
    cited = {key for _, _, keys in told for key in keys}
    assert cited <= ours().course.reference.keys()


def test_each_line_of_the_list_leads_to_its_figure() -> None:
    *lines, count = listing(ours().course, ours().files).split("\n")
    assert count == f"{len(lines)} figures, none without a source."
    texts = {path: file.text.split("\n") for path, file in ours().files.items()}
    for line in lines:
        address, words, *_ = line.split()
        path, row, column = address.split(":")
        there = texts[path][int(row) - 1][int(column) - 1 :]
        assert there.replace("==", "").startswith(words), line


def test_the_list_is_aligned_and_in_the_order_of_the_course() -> None:
    *lines, _ = listing(ours().course, ours().files).split("\n")
    words = max(line.index("  ") for line in lines)
    assert all(line[words : words + 2] == "  " for line in lines)
    files = list(dict.fromkeys(line.partition(":")[0].rpartition("/")[2] for line in lines))
    assert files[:3] == ["lesson.md", "quiz.yml", "cards.yml"]
    assert set(files[3:]) <= {"claims.yml", "misconceptions.yml", "glossary.yml"}
    assert len({line[:words].strip() for line in lines}) == len(lines)
