"""A course with slips of the fingers in it is read, checked and told of; what passes can be rendered.

The slips are made by chance from fixed seeds, so that every run makes the same ones.
"""

import random
from pathlib import Path

import pytest

from studysite import diagnostics, pipeline
from studysite.markdown import Blank, fill, gaps, parse, plain, split
from studysite.materials import Materials
from studysite.model import Prose
from studysite.render import render
from tests.projects import SAMPLE, new_course
from tests.slots import shown

SIGNS = [
    *(
        "\n",
        "  ",
        "\t",
        "- ",
        ": ",
        ":",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        "|",
        ">",
        "#",
        " #",
        "&a ",
        "*a",
        "!x ",
    ),
    *(
        "@",
        "%",
        "---\n",
        "~",
        "null",
        "\x07",
        "ü",
        "🫖",
        "<b>",
        "`",
        "``",
        "\\",
        "&",
        "1:30",
        "{: .x}",
        "[^1]",
    ),
    *("id: ", "type: ", "right: ", "why: ", "[@cha2001]", "[[kettle]]", "!quiz say-boil\n", "## A {#a}\n"),
    *("](#x)", "![a](b.svg)", "!!! note\n", "@book{", "}\n", "**", "_", "{claims}", "{#a b=}"),
    *("==", "==a|b==", "==", "\\"),
]


def slip(text: str, chance: random.Random) -> str:
    """A text after one slip: a sign too many, some letters lost, a line moved or lost."""
    at, kind, lines = chance.randrange(len(text) + 1), chance.random(), text.splitlines(keepends=True)
    if kind < 0.45:
        return text[:at] + chance.choice(SIGNS) + text[at:]
    if kind < 0.75:
        return text[:at] + text[at + chance.randint(1, 12) :]
    line = lines.pop(chance.randrange(len(lines))) if lines else ""
    if kind < 0.9:
        lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines)


@pytest.fixture
def sample(tmp_path: Path) -> dict[Path, str]:
    """The texts of the sample course, without formulas, which Node would have to set, and figures in them."""
    root = new_course(tmp_path, {}, SAMPLE)
    texts = {
        path: path.read_text("utf-8").replace("$T = 100$", "hundred").replace("$", "")
        for path in sorted((root / "content").rglob("*"))
        if path.is_file() and path.suffix != ".svg"
    }
    for path, text in texts.items():
        path.write_text(text, "utf-8")
    return texts


@pytest.mark.parametrize("seed", range(12))
def test_no_slip_stops_the_command_with_a_traceback(
    seed: int, sample: dict[Path, str], tmp_path: Path
) -> None:
    chance = random.Random(seed)
    assert pipeline.examine(tmp_path, lambda said: None).diagnostics == ()
    for _ in range(20):
        touched = chance.sample(sorted(sample), chance.choice([1, 1, 2]))
        for path in touched:
            text = sample[path]
            for _ in range(chance.choice([1, 1, 2, 3])):
                text = slip(text, chance)
            path.write_text(text, "utf-8")
        examined = pipeline.examine(tmp_path, lambda said: None)
        assert all(map(diagnostics.show, examined.diagnostics))
        assert examined.sound is not None or examined.diagnostics
        if examined.sound is not None:
            render(Materials(examined.sound, examined.formulas, examined.drawings), {})
        for path in touched:
            path.write_text(sample[path], "utf-8")


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("prose", list(Prose))
def test_no_text_stops_the_parser(prose: Prose, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(60):
        text = "".join(chance.choice([*SIGNS, "$", "$$", "x", "\n\n"]) for _ in range(chance.randint(1, 14)))
        document = parse(text, prose)
        html = fill(document, shown)
        assert "\ue000" not in html
        assert "\ue001" not in html
        assert plain(document) is not None
        assert split(document)
        assert len(gaps(document)) == 1 + len(document.of(Blank))
