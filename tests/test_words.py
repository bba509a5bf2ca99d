"""What is said to authors in several places is said in the same words."""

import re

import pytest

from studysite.authoring import description
from studysite.codes import entries
from studysite.examples import read_examples
from studysite.layout import CLAIMS, GLOSSARY, MISCONCEPTIONS
from studysite.markdown import Formula
from studysite.model import Claim
from studysite.passages import passages
from studysite.render import format_page
from studysite.render.address import CLAIMS as CLAIMS_PAGE
from tests.pages import sample, tree
from tests.projects import ROOT

UNIQUE = re.compile(r"No two questions .*? of a card\.")


def plain(text: str) -> str:
    return " ".join(text.replace("\n#", " ").replace("’", "'").split())


def head(path: str) -> str:
    """The comments with which a list begins."""
    return (ROOT / path).read_text("utf-8").partition("\n\n")[0]


def about_format() -> str:
    examples = read_examples()
    formulas = {each: "" for text in passages(examples.course) for each in text.document.of(Formula)}
    return plain(str(tree(format_page(examples, formulas).text).text_content()))


@pytest.mark.parametrize("path", [CLAIMS, GLOSSARY, MISCONCEPTIONS])
def test_what_must_be_unique_is_said_alike(path: str) -> None:
    (rule,) = UNIQUE.findall(plain(entries()["duplicate-id"].why))
    assert UNIQUE.findall(plain(head(path))) == [rule]
    assert UNIQUE.findall(about_format()) == [rule]


def test_each_grade_of_evidence_means_the_same_everywhere() -> None:
    said = plain(description(Claim, "evidence"))
    comment = plain(head(CLAIMS))
    rows = tree(sample()[CLAIMS_PAGE]).xpath("//*[@class='grades']/div")
    assert len(rows) == 4
    for row in rows:
        grade, meaning = (plain(str(cell.text_content())) for cell in row)
        assert f"`{grade.lower()}`: {meaning}" in said
        assert f" {grade.lower()}: {meaning}" in comment
