"""Addresses, the course map, the navigation, and the hand-written pages that ask for them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from studysite.faults import ShellFault
from studysite.layout import LESSONS
from studysite.model import Course, Plan
from studysite.render import settings
from studysite.render.address import FORMAT, address, asset, href
from studysite.render.calendar import weeks
from tests.pages import LESSON, PRACTICE, course_at, pages_of, sample
from tests.projects import SAMPLE, new_course

SHELL = {"index.md": "", "about/index.md": ""}
ABOUT = [
    "about/index.md",
    {"Downloads": "downloads/index.md"},
    {"The format": "about/format/index.md"},
    {"What check finds": "about/problems/index.md"},
]


def lessons_of(nav: list[Any]) -> list[Any]:
    (weeks,) = [entry["Lessons"] for entry in nav if "Lessons" in entry]
    return list(weeks)


# -- addresses ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "there", "anchor", "link"),
    [
        ("index.md", "lessons/a/index.md", "", "lessons/a/"),
        ("lessons/a/index.md", "index.md", "", "../../"),
        ("lessons/a/index.md", "lessons/b/index.md", "c", "../b/#c"),
        ("lessons/a/index.md", "lessons/a/practice/index.md", "c", "practice/#c"),
        ("lessons/a/practice/index.md", "lessons/a/index.md", "", "../"),
        ("lessons/a/index.md", "lessons/a/index.md", "c", "#c"),
        ("lessons/a/index.md", "lessons/a/index.md", "", "./"),
        ("index.md", "index.md", "", "./"),
    ],
)
def test_links_are_relative_and_end_in_a_folder(here: str, there: str, anchor: str, link: str) -> None:
    assert href(here, there, anchor) == link


def test_files_are_linked_from_where_the_page_is_served() -> None:
    assert asset("lessons/a/index.md", "lessons/a/figures/b.svg") == "figures/b.svg"
    assert asset("lessons/a/practice/index.md", "lessons/a/figures/b.svg") == "../figures/b.svg"
    assert (address("lessons/a/index.md"), address("index.md")) == ("lessons/a/", "")


# -- the map, the navigation, the shell ------------------------------------------------------------------


def test_the_map_shows_the_days_that_are_known_and_invents_none() -> None:
    first, second = weeks(course_at(SAMPLE))
    assert [(day.number, day.state) for day in first.days] == [
        *((1, "written"), (2, "unknown"), (3, "written"), (4, "unknown")),
        *((5, "planned"), (6, "unknown"), (7, "written")),
    ]
    assert [day.number for day in second.days] == [8, 9, 10]
    assert (second.planned, second.known) == (("Biscuits",), True)
    empty = Plan.model_validate({"title": "A", "days": 8, "plan": {}})
    assert [week.known for week in weeks(Course(plan=empty))] == [False, False]


def test_the_navigation_is_weeks_and_lessons() -> None:
    nav = settings(course_at(SAMPLE), SHELL)["nav"]
    assert [next(iter(entry)) for entry in nav] == [
        *("Home", "Today", "Lessons", "Interview", "Claims", "Glossary", "References", "About"),
    ]
    week, later = lessons_of(nav)
    assert [list(week), list(later)] == [["Week 1"], ["Week 2"]]
    assert [next(iter(lesson)) for lesson in later["Week 2"]] == ["Brewing"]
    assert [next(iter(lesson.values())) for lesson in week["Week 1"]] == [
        [LESSON, PRACTICE],
        ["lessons/teapots/index.md", "lessons/teapots/practice/index.md"],
        ["lessons/pouring/index.md", "lessons/pouring/practice/index.md"],
    ]


def test_no_two_neighbours_have_one_name() -> None:
    titles = [text.split("title: ", 1)[1].split("\n")[0] for text in sample().values()]
    assert sorted(titles) == sorted(set(titles))


def test_the_navigation_has_every_page_once() -> None:
    def paths(nav: Any) -> Iterator[str]:
        for entry in nav.values() if isinstance(nav, dict) else nav:
            yield from [entry] if isinstance(entry, str) else paths(entry)

    expected = {*sample(), *SHELL, FORMAT}
    assert sorted(paths(settings(course_at(SAMPLE), SHELL)["nav"])) == sorted(expected)


def test_the_site_is_called_what_the_course_is_called() -> None:
    assert settings(course_at(SAMPLE), SHELL)["site_name"] == "The tea course"


def test_pages_that_the_shell_lacks_are_left_out() -> None:
    nav = settings(course_at(SAMPLE), {})["nav"]
    names = ["Today", "Lessons", "Interview", "Claims", "Glossary", "References", "About"]
    assert [next(iter(entry)) for entry in nav] == names
    assert nav[-1] == {"About": ABOUT[1:]}


def test_about_is_a_section_with_its_own_page_first() -> None:
    assert settings(course_at(SAMPLE), SHELL)["nav"][-1] == {"About": ABOUT}


def test_two_lessons_of_a_day_share_its_title(tmp_path: Path) -> None:
    plan = "title: T\ndays: 7\nplan:\n  1: {title: Drinks, lessons: [tea, milk]}\n"
    milk = "---\ntitle: Milk\nminutes: 1\n---\n"
    new_course(tmp_path, {"content/course.yml": plan, f"{LESSONS}/milk/lesson.md": milk})
    (week,) = lessons_of(settings(course_at(tmp_path), {})["nav"])
    assert [next(iter(day)) for day in week["Week 1"]] == ["Drinks"]


def test_a_page_of_the_shell_may_ask_for_the_course() -> None:
    text = pages_of(SAMPLE, {"index.md": "# {{ course.plan.title }}\n\n{{ weeks | length }}"})["index.md"]
    assert text == "# The tea course\n\n2"


@pytest.mark.parametrize(
    "fault", ["{{ nothing }}", "{% if %}", "{{ course.nothing }}", "{{ page.card('x') }}", "{{ 1/0 }}"]
)
def test_a_fault_of_the_shell_is_told_with_its_line(fault: str) -> None:
    with pytest.raises(ShellFault, match=r"index\.md.*\b3\b"):
        pages_of(SAMPLE, {"index.md": f"# A\n\n{fault}\n"})
