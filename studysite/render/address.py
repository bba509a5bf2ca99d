"""Where pages are: from a staged page to the address that a browser asks for.

Every page is an `index.md` in a folder of its own. Its links then hold both where it is staged and
where it is served, and Zensical, which moves links of other pages by one folder, leaves them alone.
"""

from __future__ import annotations

from posixpath import relpath

from studysite.model import Lesson

HOME = "index.md"
TODAY = "today/index.md"
SETTINGS = "settings/index.md"
EXAM = "exam/index.md"
CLAIMS = "claims/index.md"
MISCONCEPTIONS = "misconceptions/index.md"
GLOSSARY = "glossary/index.md"
REFERENCES = "references/index.md"
INTERVIEW = "interview/index.md"
TOMORROW = "interview/tomorrow/index.md"
PROGRESS = "progress/index.md"
DOWNLOADS = "downloads/index.md"
ABOUT = "about/index.md"
FORMAT = "about/format/index.md"
PROBLEMS = "about/problems/index.md"
COURSE = "assets/course.js"
DESK = {
    "Today": TODAY,
    "Interview": INTERVIEW,
    "Interview tomorrow": TOMORROW,
    "Exam": EXAM,
    "Progress": PROGRESS,
    "Settings": SETTINGS,
}
"""The pages of the learner's desk, by the names that links to them have."""


def lesson_page(lesson: Lesson) -> str:
    """The staged page of a lesson's text."""
    return f"lessons/{lesson.slug}/index.md"


def practice_page(lesson: Lesson) -> str:
    """The staged page of a lesson's items and cards."""
    return f"lessons/{lesson.slug}/practice/index.md"


def deck_file(lesson: Lesson) -> str:
    """The script that holds a lesson's items and cards."""
    return f"assets/decks/{lesson.slug}.js"


def address(page: str) -> str:
    """The address of a staged page from the site's root: '' is the home page."""
    return page.removesuffix("index.md")


def href(here: str, there: str, anchor: str = "") -> str:
    """The relative link from one staged page to another, and to an anchor on it."""
    fragment = f"#{anchor}" if anchor else ""
    if here == there and anchor:
        return fragment
    path = relpath("/" + address(there), "/" + address(here))
    return f"{path}/{fragment}"


def asset(here: str, path: str) -> str:
    """The relative link from a staged page to a file of the site."""
    return relpath("/" + path, "/" + address(here))
