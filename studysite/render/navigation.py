"""The navigation: weeks > days > lessons, as MkDocs and Zensical read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from studysite.markdown import plain_text
from studysite.model import Course, Lesson
from studysite.render.address import (
    ABOUT,
    CLAIMS,
    DOWNLOADS,
    EXAM,
    FORMAT,
    GLOSSARY,
    HOME,
    INTERVIEW,
    MISCONCEPTIONS,
    PROBLEMS,
    PROGRESS,
    REFERENCES,
    SETTINGS,
    TODAY,
    TOMORROW,
    lesson_page,
    practice_page,
)
from studysite.render.calendar import weeks


def settings(course: Course, shell: Mapping[str, str]) -> dict[str, Any]:
    """What the course decides of mkdocs.yml: the site's name and its navigation."""
    return {"site_name": course.plan.title, "nav": navigation(course, shell)}


def navigation(course: Course, shell: Mapping[str, str]) -> list[Any]:
    """The value of `nav:`: only weeks with a lesson, and the shell's pages that are there.

    A page that is named by its path alone is called by its own title.
    """
    lessons = [
        {f"Week {week.number}": [entry for day in week.days for entry in _day(day.title, day.lessons)]}
        for week in weeks(course)
        if any(day.lessons for day in week.days)
    ]
    nav: list[Any] = [{"Home": HOME}] if HOME in shell else []
    nav += [{"Today": [TODAY, {"Exam": EXAM}, {"Progress": PROGRESS}, {"Settings": SETTINGS}]}]
    nav += [{"Lessons": lessons}] if lessons else []
    nav += [{"Interview": [INTERVIEW, {"Interview tomorrow": TOMORROW}]}]
    nav += [{"Claims": [CLAIMS, {"Misconceptions": MISCONCEPTIONS}]}]
    nav += [{"Glossary": GLOSSARY}, {"References": REFERENCES}]
    about: list[Any] = [ABOUT] if ABOUT in shell else []
    about += [{"Downloads": DOWNLOADS}, {"The format": FORMAT}, {"What check finds": PROBLEMS}]
    return [*nav, {"About": about}]


def _day(title: str, lessons: tuple[Lesson, ...]) -> list[Any]:
    entries = [
        {plain_text(lesson.head.title): [lesson_page(lesson), practice_page(lesson)]} for lesson in lessons
    ]
    return entries if len(entries) < 2 else [{title: entries}]
