"""Every Markdown text of a course is found, with the way to where it stands."""

from studysite.load import load
from studysite.markdown import Citation, Directive, Formula, Image
from studysite.passages import lesson_passages, passages
from tests.pages import course_at
from tests.projects import SAMPLE

COURSE = course_at(SAMPLE)
KETTLES = "content/lessons/kettles"


def test_each_way_leads_to_a_value_of_its_file() -> None:
    files = load(SAMPLE).files
    for passage in passages(COURSE):
        path, *way = passage.loc
        assert tuple(way) in files[str(path)].values, passage.loc


def test_every_kind_of_text_is_there() -> None:
    ways = {passage.loc for passage in passages(COURSE)}
    assert {
        ("content/course.yml", "summary"),
        ("content/claims.yml", 0, "says"),
        ("content/claims.yml", 1, "would_change_my_mind"),
        ("content/misconceptions.yml", 0, "cure"),
        ("content/glossary.yml", 0, "means"),
        (f"{KETTLES}/lesson.md", "text"),
        (f"{KETTLES}/lesson.md", "summary"),
        (f"{KETTLES}/lesson.md", "objectives", 0, "goal"),
        (f"{KETTLES}/quiz.yml", 0, "options", 1, "why"),
        (f"{KETTLES}/quiz.yml", 2, "points", 1),
        (f"{KETTLES}/cards.yml", 0, "follow_ups", 1, "answer"),
        (f"{KETTLES}/cards.yml", 0, "pitfalls", 0),
    } <= ways


def test_no_way_is_given_twice() -> None:
    ways = [passage.loc for passage in passages(COURSE)]
    assert len(ways) == len(set(ways))


def test_the_text_of_a_lesson_is_parsed_whole() -> None:
    (text,) = (each for each in lesson_passages(COURSE.lesson["kettles"]) if each.loc[-1] == "text")
    assert [directive.arguments for directive in text.document.of(Directive)] == [
        ("when-boil",),
        ("why-boil",),
    ]
    assert [image.path for image in text.document.of(Image)] == ["figures/rise.svg"]
    assert [citation.keys for citation in text.document.of(Citation)] == [
        ("cha2001", "tetley1990"),
        ("cha2001",),
    ]


def test_formulas_are_found_in_every_kind_of_text() -> None:
    found = [formula for passage in passages(COURSE) for formula in passage.document.of(Formula)]
    assert set(found) == {
        Formula("T = 100"),
        Formula("T"),
        Formula("T(t) = T_0 + \\frac{P}{m c} t", display=True),
    }
