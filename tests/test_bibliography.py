"""BibTeX becomes references, and what cannot be read becomes a problem with its place."""

import pytest

from studysite.bibliography import read_references
from studysite.diagnostics import Problem
from studysite.model import Reference
from studysite.pointing import Pointer

DOI, ARXIV = "https://doi.org/10.1/", "https://arxiv.org/abs/"
FIELDS = {"author": "{Cha, Ming}", "title": "{On tea}", "year": "{2001}"}


def entry(key: str = "cha2001", **fields: str) -> str:
    """An entry with the fields that are required; BibTeX values stand in braces of their own."""
    lines = [f"  {name} = {value},\n" for name, value in (FIELDS | fields).items() if value]
    return f"@article{{{key},\n{''.join(lines)}}}\n"


def read(text: str) -> list[Reference]:
    references, problems = read_references("r.bib", text)
    assert problems == []
    return references


def problems(text: str) -> list[Problem]:
    return read_references("r.bib", text)[1]


def test_an_entry_becomes_a_reference() -> None:
    (reference,) = read(
        entry(journal="{Journal of Tea}", eprint="{0101.1}", doi="{10.1/x}", url="{https://a.b}", note="{N}")
    )
    assert reference == Reference(
        key="cha2001",
        authors=(("Ming", "Cha"),),
        and_others=False,
        title="On tea",
        year="2001",
        venue="Journal of Tea",
        arxiv="0101.1",
        doi="10.1/x",
        url="https://a.b",
        note="N",
        loc=("r.bib", "cha2001"),
    )


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ("Ming Cha", [("Ming", "Cha")]),
        ("Cha, Ming Li", [("Ming Li", "Cha")]),
        ("Jan van der Berg", [("Jan", "van der Berg")]),
        ("King, Jr, Martin", [("Martin", "King Jr")]),
        ("M{\\\"u}ller, J{\\'e}r{\\^o}me", [("Jérôme", "Müller")]),
        ("Cha, Ming and Tetley, Ann", [("Ming", "Cha"), ("Ann", "Tetley")]),
        ("{OpenAI}", [("", "OpenAI")]),
        ("{Future of Life Institute}", [("", "Future of Life Institute")]),
        ("{Tea and Coffee Ltd}", [("", "Tea and Coffee Ltd")]),
        ("{Institute of Tea} and Cha, Ming", [("", "Institute of Tea"), ("Ming", "Cha")]),
    ],
)
def test_authors(author: str, authors: list[tuple[str, str]]) -> None:
    (reference,) = read(entry(author=f"{{{author}}}"))
    assert list(reference.authors) == authors


@pytest.mark.parametrize(
    ("author", "label"),
    [
        ("Cha, Ming", "Cha 2001"),
        ("Cha, Ming and Tetley, Ann", "Cha and Tetley 2001"),
        ("Cha, Ming and Tetley, Ann and Lipton, Tom", "Cha et al. 2001"),
        ("Cha, Ming and others", "Cha et al. 2001"),
        ("{Google DeepMind}", "Google DeepMind 2001"),
    ],
)
def test_the_label_of_a_citation(author: str, label: str) -> None:
    assert [reference.label for reference in read(entry(author=f"{{{author}}}"))] == [label]


@pytest.mark.parametrize(
    ("fields", "links"),
    [
        (
            {"doi": "{10.1/a_b}", "eprint": "{1.2}", "url": "{https://www.a.b/c}"},
            [
                ("doi:10.1/a_b", "https://doi.org/10.1/a_b"),
                ("arXiv:1.2", "https://arxiv.org/abs/1.2"),
                ("a.b", "https://www.a.b/c"),
            ],
        ),
        (
            {"doi": "{10.1/(a)1:2<3::4>5;6#7}"},
            [("doi:10.1/(a)1:2<3::4>5;6#7", f"{DOI}(a)1:2%3C3::4%3E5;6%237")],
        ),
        ({"doi": "{https://dx.doi.org/10.1/a}"}, [("doi:10.1/a", f"{DOI}a")]),
        ({"doi": "{doi: 10.1/a}"}, [("doi:10.1/a", f"{DOI}a")]),
        ({"eprint": "{arXiv:1.2}"}, [("arXiv:1.2", f"{ARXIV}1.2")]),
        ({"eprint": "{https://arxiv.org/abs/1.2}"}, [("arXiv:1.2", f"{ARXIV}1.2")]),
        ({"eprint": "{hep-th/9901001v3}"}, [("arXiv:hep-th/9901001v3", f"{ARXIV}hep-th/9901001v3")]),
        ({"eprint": "{1.2}", "url": f"{{{ARXIV}1.2}}"}, [("arXiv:1.2", f"{ARXIV}1.2")]),
        ({"doi": "{10.1/a}", "url": f"{{{DOI}a}}"}, [("doi:10.1/a", f"{DOI}a")]),
        ({"url": "{https://a.b/c?d=e&f_g}"}, [("a.b", "https://a.b/c?d=e&f_g")]),
        ({"url": "{https://a.b/~c/50%25#d}"}, [("a.b", "https://a.b/~c/50%25#d")]),
        ({}, []),
    ],
)
def test_where_it_can_be_read(fields: dict[str, str], links: list[tuple[str, str]]) -> None:
    (reference,) = read(entry(**fields))
    assert list(reference.links) == links


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("{The {RLHF} of {\\'e}t{\\'e}}", "The RLHF of été"),
        ("{Two\n    lines}", "Two lines"),
        ("{Salt \\& water, 50\\% of \\$5}", "Salt & water, 50% of $5"),
        ("{Q&A on 50% of it}", "Q&A on 50% of it"),
        ('"In {Quotes}"', "In Quotes"),
        ("{A <b>bold</b> claim}", "A <b>bold</b> claim"),
    ],
)
def test_titles(title: str, read_as: str) -> None:
    assert [reference.title for reference in read(entry(title=title))] == [read_as]


def test_the_venue_is_the_first_that_is_known() -> None:
    (reference,) = read(entry(publisher="{Caddy}", booktitle="{Tea 2001}"))
    assert reference.venue == "Tea 2001"


def test_strings_comments_and_capital_letters_are_bibtex_too() -> None:
    text = (
        "@string{j = {Journal}}\n% a note\n@comment{x}\n"
        "@ARTICLE{a, AUTHOR={Cha, M}, Title={T}, year=2001, journal=j}\n"
    )
    assert [(reference.key, reference.venue, reference.year) for reference in read(text)] == [
        ("a", "Journal", "2001")
    ]


def test_references_keep_the_order_of_the_file() -> None:
    assert [reference.key for reference in read(entry("b") + entry("a") + entry("c"))] == ["b", "a", "c"]


def test_nothing_is_no_fault() -> None:
    assert read("") == []


@pytest.mark.parametrize("name", sorted(FIELDS))
@pytest.mark.parametrize("value", ["", "{}", "{ }"])
def test_a_missing_field_is_named_at_its_entry(name: str, value: str) -> None:
    (problem,) = problems(entry("a") + entry("b", **{name: value}))
    assert f"`{name}`" in problem.message
    assert "`b`" in problem.message
    assert problem.point == Pointer("{b")


def test_one_broken_entry_costs_no_other() -> None:
    references, found = read_references("r.bib", entry("a") + "@article{b,\n  title = {x\n\n" + entry("c"))
    assert "a" in {reference.key for reference in references}
    assert [problem.point for problem in found] == [Pointer("@article{b,")]


def test_a_key_that_is_used_twice() -> None:
    (problem,) = problems(entry("a") + entry("a"))
    assert problem.code == "duplicate-id"
    assert problem.point is not None and problem.point.nth == 1
    assert "`a`" in problem.message


def test_a_field_that_is_given_twice_is_named() -> None:
    (problem,) = problems("@article{a, author={Cha, M}, title={T}, title={U}, year={2001}}")
    assert "title" in problem.message


def test_an_entry_without_a_key_is_not_said_to_be_another() -> None:
    found = problems(entry("a") + "@article{, author={Cha, M}, title={T}, year={2001}}\n")
    line = "@article{, author={Cha, M}, title={T}, year={2001}}"
    assert [problem.point for problem in found] == [Pointer(line)]


@pytest.mark.parametrize(
    ("field", "allow"),
    [
        ("{unused-reference: It is: well known}", {"unused-reference": "It is: well known"}),
        ("{ unused-reference :\n   read it }", {"unused-reference": "read it"}),
        ("", {}),
    ],
)
def test_an_entry_may_allow_a_warning(field: str, allow: dict[str, str]) -> None:
    assert [reference.allow for reference in read(entry(allow=field))] == [allow]


@pytest.mark.parametrize("field", ["{unused-reference}", "{unused-reference:}", "{: read it}", "{}"])
def test_an_allow_has_a_code_and_a_reason(field: str) -> None:
    assert [problem.code for problem in problems(entry(allow=field))] == ["reference"]
