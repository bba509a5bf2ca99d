"""What templates may print, and how titles pass through an engine's Markdown unharmed."""

import re
from pathlib import Path

import markdown
import pytest
from jinja2 import UndefinedError
from lxml import html
from markupsafe import Markup

from studysite.render.environment import as_markdown, environment, names
from tests.pages import TEA, TEA_SOURCE, course_at, pages_of
from tests.projects import SAMPLE, new_course


def lesson_page(root: Path, text: str, title: str = "A") -> str:
    """The staged page of a lesson with that text."""
    files = {TEA_SOURCE: f"---\ntitle: {title}\nminutes: 1\n---\n\n{text}\n\n## Boiling {{#boiling}}\n"}
    return pages_of(new_course(root, files))[TEA]


def test_templates_fail_on_names_that_are_not_there() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nothing }}").render()


def test_templates_escape_what_they_print() -> None:
    assert environment().from_string("{{ text }}").render(text="<b>") == "&lt;b&gt;"


# -- titles ---------------------------------------------------------------------------------------------

TITLES = [
    "C#",
    "a *b* _c_ `d`",
    "1. a",
    "- a",
    "[a](b)",
    "a {#b}",
    "a & <b> \"c\" 'd'",
    "a \\* b",
    "# a",
    "a: b",
    "a $x$",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_no_markdown_for_the_engine(title: str) -> None:
    made = markdown.markdown(f"# {as_markdown(title)}", extensions=["attr_list", "toc"])
    assert html.fromstring(made).xpath("string()") == title


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("On $x_1^{2}$", "On (x_1^{2})"),
        ("A *b* `c_d` & <e>", "A b c_d & <e>"),
        ("C\\#", "C#"),
        ("[a](#boiling) b", "a b"),
        ("See [@cha2001]", "See (Cha 2001)"),
    ],
)
def test_a_heading_comes_out_of_the_engine_as_the_parser_made_it(
    heading: str, shown: str, tmp_path: Path
) -> None:
    text = lesson_page(tmp_path, f"## {heading} {{#other}}")
    line = re.findall(r"^## .*$", text, re.MULTILINE)[0]
    made = html.fromstring(markdown.markdown(line, extensions=["attr_list", "toc"]))
    assert (made.tag, made.get("id"), made.xpath("string()")) == ("h2", "other", shown)


def test_tags_in_a_heading_stay_as_they_are() -> None:
    inline = Markup('<a href="#a_b">*c*</a> <math alttext="x_1^{2} \\*"><mi>x</mi></math> # d')
    made = html.fromstring(markdown.markdown(f"## {as_markdown(inline)}", extensions=["attr_list"]))
    assert made.xpath("string(a/@href)") == "#a_b"
    assert made.xpath("string(math/@alttext)") == "x_1^{2} \\*"
    assert made.xpath("string()") == "*c* x # d"


def test_braces_of_a_template_are_text(tmp_path: Path) -> None:
    text = lesson_page(tmp_path, "{{ 7 * 7 }} {% include 'x' %} {## x ##}", title="'{{ 7 }}'")
    assert "{{ 7 * 7 }} {% include" in text
    assert 'title: "{{ 7 }}"' in text


def test_the_script_reads_all_names_of_a_lesson_and_lessons_apart() -> None:
    course = course_at(SAMPLE)
    head = course.lesson["kettles"].head.model_copy(update={"was": ["pots", "pans"]})
    kettles = course.lesson["kettles"].model_copy(update={"head": head})
    assert names([kettles]) == "kettles pots pans"
    assert names([kettles, course.lesson["teapots"]]) == "kettles pots pans, teapots"
