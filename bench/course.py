"""A course of any size to measure with, made anew from a seed: always the same for the same size.

Each lesson has 1,500 words in seven sections, with citations, terms, formulas, a table, lists, a figure,
a note and a footnote, 30 items and 10 cards: somewhat less than one of the course's own lessons holds.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from bench.prose import ADJECTIVES, NOUNS, Writer

Entry = dict[str, Any]

WORDS = 1500
SECTIONS = 7
CHOICES, MULTIPLES, SHORTS = 24, 4, 2
CONCEPTS, INTERVIEWS = 6, 4
TERMS, REFERENCES, MISCONCEPTIONS = 2, 2, 2
"""How many entries each lesson adds to the course's lists; each section adds a claim."""
LEVELS = ["remember", "understand", "apply", "analyse", "evaluate"]
SHELL = ("docs", "mkdocs.yml")
TOOLS = ("web", "requirements")


def make_project(root: Path, folder: Path, lessons: int) -> None:
    """Make a project in `folder`: a course of that many lessons, all else as in the project at `root`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("content", *SHELL):
        _remove(folder / name)
    shutil.copytree(root / "docs", folder / "docs")
    shutil.copy(root / "mkdocs.yml", folder)
    for name in TOOLS:
        if not (folder / name).exists():
            (folder / name).symlink_to((root / name).resolve(), target_is_directory=True)
    write_course(folder / "content", lessons)


def write_course(content: Path, lessons: int) -> None:
    """Write the course; one lesson a day."""
    for number in range(lessons):
        folder = content / "lessons" / slug(number)
        (folder / "figures").mkdir(parents=True)
        (folder / "lesson.md").write_text(lesson_text(number, lessons), encoding="utf-8")
        (folder / "figures" / "curve.svg").write_text(drawing(number), encoding="utf-8")
        _write(folder / "quiz.yml", items(number))
        _write(folder / "cards.yml", cards(number))
    numbers = range(lessons)
    _write(content / "course.yml", plan(lessons))
    _write(content / "claims.yml", [entry for number in numbers for entry in claims(number)])
    _write(content / "misconceptions.yml", [entry for number in numbers for entry in misconceptions(number)])
    _write(content / "glossary.yml", [entry for number in numbers for entry in terms(number)])
    references = "\n".join(entry for number in numbers for entry in bibliography(number))
    (content / "references.bib").write_text(references, encoding="utf-8")


def slug(number: int) -> str:
    return f"lesson-{number + 1}"


def title(number: int) -> str:
    return Writer(f"title {number}").title()


def section_id(index: int) -> str:
    return f"part-{index + 1}"


def claim_id(number: int, index: int) -> str:
    return f"C{number + 1}-{index + 1}"


def term(number: int, index: int) -> str:
    """A name of two words that no other lesson defines, for as many lessons as there are pairs of words."""
    place = number * TERMS + index
    return f"{ADJECTIVES[place % len(ADJECTIVES)]} {NOUNS[place // len(ADJECTIVES) % len(NOUNS)]}"


def reference_key(number: int, index: int) -> str:
    return f"study{number + 1}{'abcdef'[index]}"


def misconception_id(number: int, index: int) -> str:
    return f"belief-{number + 1}-{index + 1}"


def plan(lessons: int) -> Entry:
    days = {number + 1: {"title": title(number), "lessons": [slug(number)]} for number in range(lessons)}
    return {"title": "Measures", "summary": "It means nothing.", "days": lessons, "plan": days}


def lesson_text(number: int, lessons: int) -> str:
    """The file lesson.md."""
    writer = Writer(f"lesson {number}")
    head: Entry = {
        "title": title(number),
        "summary": writer.sentence(),
        "minutes": 15,
        "builds_on": [slug(number - 1)] if number else [],
        "leads_to": [slug(number + 1)] if number + 1 < lessons else [],
        "objectives": [
            {"goal": writer.sentence(), "claims": [claim_id(number, index)]} for index in (0, 2, 4)
        ],
    }
    opening = writer.paragraph(60)
    parts = [_section(writer, number, index) for index in range(SECTIONS)]
    return f"---\n{_yaml(head)}---\n\n{opening}\n\n" + "\n".join(parts)


def _section(writer: Writer, number: int, index: int) -> str:
    claim = claim_id(number, index)
    cited, other = reference_key(number, index % REFERENCES), reference_key(max(number - 1, 0), 0)
    blocks = [
        f'## {writer.title()} {{#{section_id(index)} claims="{claim}"}}',
        f"{writer.paragraph(40)} In one study [@{cited}], [[{term(number, index % TERMS)}]] did as *much*. "
        f"{writer.sentence()}",
        _special(writer, number, index),
        f"{writer.paragraph(50)} Others **disagree** [@{other}; @{cited}].",
    ]
    if index % 2:
        blocks.append(f"!quiz {item_id(number, index)}")
    return "\n\n".join(blocks) + "\n"


def _special(writer: Writer, number: int, index: int) -> str:
    """What only this section of the lesson has."""
    phrase, sentence = writer.phrase, writer.sentence
    match index:
        case 0:
            rows = [f"| {noun} | {writer.chance.randint(1, 99)} | {phrase()} |" for noun in NOUNS[:6]]
            return "\n".join(["| What | Per cent | Why |", "| --- | ---: | --- |", *rows])
        case 1:
            return "\n".join(f"- {sentence()}" for _ in range(5))
        case 2:
            caption = f"{phrase()} [@{reference_key(number, 0)}]."
            return f'![A curve that rises and falls: {phrase()}.](figures/curve.svg "{caption}")'
        case 3:
            distance, reward = r"d = \sqrt{\mathrm{KL}}", rf"R(d) = d\,(1 - 0.{number + 1} \log d)."
            return f"With the distance ${distance}$ from the start,\n\n$${reward}$$"
        case 4:
            return f'!!! example "{phrase()}"\n    {writer.paragraph(50)}'
        case 5:
            steps = "\n".join(f"{step}. {sentence()}" for step in range(1, 5))
            back = f"See [the lesson before](../{slug(max(number - 1, 0))}/lesson.md#{section_id(3)})."
            return f"{steps}\n\n{back}[^aside]\n\n[^aside]: {sentence()}"
        case _:
            return f"{writer.paragraph(40)}\n\n!cards {card_id(number, 0)}"


def item_id(number: int, index: int) -> str:
    return f"question-{number + 1}-{index + 1}"


def card_id(number: int, index: int) -> str:
    return f"card-{number + 1}-{index + 1}"


def items(number: int) -> list[Entry]:
    """The file quiz.yml."""
    kinds = ["choice"] * CHOICES + ["multiple"] * MULTIPLES + ["short"] * SHORTS
    writer = Writer(f"items {number}")
    return [_item(writer, number, index, kind) for index, kind in enumerate(kinds)]


def _item(writer: Writer, number: int, index: int, kind: str) -> Entry:
    item: Entry = {
        "id": item_id(number, index),
        "type": kind,
        "level": LEVELS[index % len(LEVELS)],
        "claims": [claim_id(number, index % SECTIONS)],
        "stem": writer.question() + (f" Take $n = {index}$." if index % 10 == 0 else ""),
    }
    if index % 3 == 0:
        item["hint"] = writer.sentence()
    if kind == "short":
        item |= {"answer": writer.paragraph(50), "points": [writer.sentence() for _ in range(3)]}
    else:
        rights, wrongs = (2, 2) if kind == "multiple" else (1, 2)
        verdicts = ["right"] * rights + ["wrong"] * wrongs
        item["options"] = [_option(writer, verdict) for verdict in verdicts]
        item["options"][-1]["shows"] = misconception_id(number, index % MISCONCEPTIONS)
    if index % 4 == 0:
        item["explain"] = writer.paragraph(30)
    return item | {"source": reference_key(number, index % REFERENCES)}


def _option(writer: Writer, verdict: str) -> Entry:
    return {verdict: f"{writer.phrase()}.", "why": writer.sentence()}


def cards(number: int) -> list[Entry]:
    """The file cards.yml."""
    writer = Writer(f"cards {number}")
    return [_card(writer, number, index) for index in range(CONCEPTS + INTERVIEWS)]


def _card(writer: Writer, number: int, index: int) -> Entry:
    is_interview = index < INTERVIEWS
    card: Entry = {
        "id": card_id(number, index),
        "type": "interview" if is_interview else "concept",
        "claims": [claim_id(number, index % SECTIONS)],
        "ask": writer.question(),
        "answer": writer.paragraph(170 if is_interview else 30),
        "source": [reference_key(number, 0), reference_key(number, 1)],
    }
    if is_interview:
        card |= {
            "short": writer.sentence(),
            "points": [writer.sentence() for _ in range(4)],
            "pitfalls": [writer.sentence() for _ in range(2)],
            "follow_ups": [
                {"card": card_id(number, INTERVIEWS)},
                {"ask": writer.question(), "answer": writer.paragraph(30)},
            ],
        }
    return card


def claims(number: int) -> list[Entry]:
    writer = Writer(f"claims {number}")
    return [
        {
            "id": claim_id(number, index),
            "says": writer.sentence(),
            "evidence": "moderate",
            "against": writer.paragraph(30),
            "would_change_my_mind": writer.sentence(),
            "source": [reference_key(number, index % REFERENCES)],
        }
        for index in range(SECTIONS)
    ]


def misconceptions(number: int) -> list[Entry]:
    writer = Writer(f"misconceptions {number}")
    return [
        {
            "id": misconception_id(number, index),
            "believes": writer.sentence(),
            "cure": writer.paragraph(25),
            "section": f"{slug(number)}#{section_id(index)}",
        }
        for index in range(MISCONCEPTIONS)
    ]


def terms(number: int) -> list[Entry]:
    writer = Writer(f"terms {number}")
    return [
        {
            "id": f"term-{number + 1}-{index + 1}",
            "term": term(number, index),
            "means": writer.paragraph(25),
            "section": f"{slug(number)}#{section_id(index)}",
        }
        for index in range(TERMS)
    ]


def bibliography(number: int) -> list[str]:
    writer = Writer(f"references {number}")
    return [
        f"@article{{{reference_key(number, index)},\n"
        f"  author = {{{writer.pick(NOUNS).capitalize()}, Ada and others}},\n"
        f"  title = {{{writer.title()}}},\n"
        f"  journal = {{Journal of Benchmarks}},\n"
        f"  year = {{{2000 + number % 25}}},\n"
        f"  eprint = {{{2000 + number}.0000{index}}},\n}}\n"
        for index in range(REFERENCES)
    ]


def drawing(number: int) -> str:
    """A curve with its axes, as the course's figures have them."""
    chance = Writer(f"drawing {number}").chance
    points = " L".join(f"{x} {chance.randint(30, 250)}" for x in range(40, 400, 12))
    grid = "".join(
        f'  <path class="s line" d="M40 {y}L384 {y}" stroke-width="1"/>\n'
        f'  <text class="t soft" x="32" y="{y + 5}" text-anchor="end">{250 - y}</text>\n'
        for y in range(50, 251, 25)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="0 0 400 300">\n'
        f'{grid}  <path class="s accent" d="M{points}" fill="none" stroke-width="2"/>\n'
        '  <text class="t" x="200" y="290" text-anchor="middle">how far it was optimised</text>\n</svg>\n'
    )


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_yaml(value), encoding="utf-8")


def _yaml(value: Any) -> str:
    text: str = yaml.dump(value, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=110)
    return text


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
