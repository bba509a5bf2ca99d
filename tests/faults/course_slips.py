"""The kinds of slip in names, in the text of a lesson, in references and in the plan."""

import re

from tests.faults.lines import Lines
from tests.faults.slips import (
    BIB,
    CARDS,
    CLAIMS,
    COURSE,
    GLOSSARY,
    ITEMS,
    LESSON,
    LISTS,
    MISCONCEPTIONS,
    NEAR,
    QUIZ,
    Planted,
    slip,
)

SHAPE = "Write `@article{"


def add(file: Lines, words: str) -> int:
    """Write words behind a paragraph of a lesson."""
    at = file.any_of(file.prose())
    file.lines[at] += f" {words}"
    return at


def add_line(file: Lines, line: str) -> int:
    """Write a line of its own before a paragraph of a lesson."""
    at = file.any_of(file.prose())
    file.lines[at:at] = [line, ""]
    return at


def add_to_block(file: Lines, words: str) -> int:
    """Write words behind a text that stands as a block in a list file."""
    at = file.any_of(file.yaml(), r": \|$") + 1
    file.lines[at] += f" {words}"
    return at


# -- names that point at nothing -------------------------------------------------------------------------


@slip("unknown-claim", *ITEMS, LESSON)
def a_claim_that_is_none(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^ *claims: \[[A-Z0-9, ]+\]$")
    file.replace(at, r"\[[A-Z]\d+", "[nothing")
    return at, "Add it to content/claims.yml"


@slip("unknown-claim", LESSON)
def a_claim_of_a_section_that_is_none(file: Lines) -> Planted:
    at = file.any_of(file.headings(), 'claims="')
    file.replace(at, 'claims="', 'claims="Nothing ')
    return at, "Add it to content/claims.yml"


@slip("unknown-citation", *ITEMS, CLAIMS)
def a_source_with_a_letter_lost(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^  source: \w+$")
    name = file.lines[at].split(": ")[1]
    file.replace(at, ": .*", f": {name[:2]}{name[3:]}")
    return at, "Did you mean `"


@slip("unknown-citation", LESSON)
def a_citation_of_nothing(file: Lines) -> Planted:
    return add(file, "[@zzzz1066]"), "Add the entry to content/references.bib"


@slip("unknown-citation", LESSON)
def a_citation_with_the_wrong_year(file: Lines) -> Planted:
    at = file.any_of(file.prose(), r"\[@wen2025\]")
    file.replace(at, "@wen2025", "@wen2052")
    return at, NEAR.format("wen2025")


@slip("unknown-citation", *LISTS)
def a_citation_of_nothing_in_an_entry(file: Lines) -> Planted:
    return add_to_block(file, "[@zzzz1066]"), "Add the entry to content/references.bib"


@slip("unknown-term", LESSON)
def a_term_that_is_none(file: Lines) -> Planted:
    return add(file, "[[phlogiston]]"), "Add it to content/glossary.yml"


@slip("unknown-term", *LISTS)
def a_misspelt_term_in_an_entry(file: Lines) -> Planted:
    return add_to_block(file, "[[reward modle]]"), NEAR.format("reward model")


@slip("unknown-misconception", QUIZ, elsewhere=1)
def a_misconception_that_is_none(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), "^      shows: ")
    file.lines[at] += "s"
    return at, "Did you mean `"


@slip("unknown-section", MISCONCEPTIONS, GLOSSARY)
def a_section_that_is_none(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), "^  section: ")
    name = file.lines[at].split(": ")[1]
    file.lines[at] += "x"
    return at, NEAR.format(name)


@slip("unknown-section", MISCONCEPTIONS, GLOSSARY)
def a_section_of_another_lesson(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), "^  section: ")
    file.replace(at, ": .*", ": zzz#zz")
    return at, "Write `lesson#section`"


@slip("unknown-card", CARDS)
def a_follow_up_that_is_none(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), "^    - card: ")
    file.lines[at] += "s"
    return at, "Did you mean `"


@slip("unknown-lesson", LESSON)
def a_neighbour_that_is_none(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^(builds_on|leads_to): \[")
    file.replace(at, r"\[", "[nothing, ")
    return at, "under `planned:` in content/course.yml"


# -- the text of a lesson --------------------------------------------------------------------------------


@slip("unknown-id", LESSON)
def a_question_that_is_none(file: Lines) -> Planted:
    return add_line(file, "!quiz zzz"), "Write it in content/lessons/rlhf-limits/quiz.yml"


@slip("unknown-id", LESSON)
def a_misspelt_card_among_those_placed(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), r"^!cards why-not-more$")
    file.lines[at] += "s"
    return at, NEAR.format("why-not-more")


@slip("placed-twice", LESSON)
def a_question_placed_twice(file: Lines) -> Planted:
    places = [at for at, line in enumerate(file.lines) if line.startswith("!quiz ")]
    at = file.chance.choice(places)
    file.lines[at + 1 : at + 1] = ["", file.lines[at]]
    return at + 2, "Place it once"


@slip("unknown-directive", LESSON)
def a_misspelt_directive(file: Lines) -> Planted:
    return add_line(file, "!quizz more-votes"), NEAR.format("quiz")


@slip("empty-directive", LESSON)
def a_directive_that_places_nothing(file: Lines) -> Planted:
    return add_line(file, "!cards"), "Name one or more ids"


@slip("directive-here", *ITEMS)
def a_directive_in_an_entry(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^  (?:stem|answer): \|$") + 1
    blank = " " * (len(file.lines[at]) - len(file.lines[at].lstrip()))
    file.lines[at:at] = [f"{blank}!quiz more-votes", ""]
    return at, "Move it to the text of lesson.md"


@slip("dead-link", LESSON)
def a_link_to_a_section_that_is_none(file: Lines) -> Planted:
    return add(file, "[See](#zzz)."), "Link to `#id`"


@slip("dead-link", LESSON)
def a_link_to_a_misspelt_section(file: Lines) -> Planted:
    return add(file, "[See](#optimizer)."), NEAR.format("optimiser")


@slip("dead-link", LESSON)
def a_link_to_a_lesson_that_is_none(file: Lines) -> Planted:
    return add(file, "[See](../zzz/lesson.md)."), "`../another-lesson/lesson.md#section`"


@slip("dead-link", *ITEMS)
def a_dead_link_in_an_entry(file: Lines) -> Planted:
    return add_to_block(file, "[See](zzz.html)."), "Link to `#id`"


@slip("missing-image", LESSON)
def a_picture_that_is_not_there(file: Lines) -> Planted:
    return add_line(file, '![A loop.](figures/lop.svg "A caption")'), NEAR.format("figures/loop.svg")


@slip("missing-alt", LESSON)
def a_picture_that_says_nothing(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), r"^!\[")
    file.replace(at, r"^!\[[^\]]*\]", "![]")
    return at, "Say in the square brackets what it shows"


@slip("bad-formula", LESSON)
def tex_that_cannot_be_set(file: Lines) -> Planted:
    return add(
        file, file.chance.choice([r"$\frac{1}$", r"$x^{2$", r"$\nosuch x$", r"$\left( x$"])
    ), "Mend the TeX"


@slip("bad-formula", *ITEMS)
def tex_that_cannot_be_set_in_an_entry(file: Lines) -> Planted:
    return add_to_block(file, r"$\frac{1}$"), "Mend the TeX"


@slip("heading-level", LESSON)
def a_heading_of_the_first_level(file: Lines) -> Planted:
    return add_line(file, "# Another title {#another}"), "Write it with `##`"


@slip("heading-level", LESSON)
def a_heading_that_skips_a_level(file: Lines) -> Planted:
    at = file.any_of(file.headings())
    file.lines[at + 1 : at + 1] = ["", "#### Deep {#deep}"]
    return at + 2, "Write it with `###`"


@slip("bad-id", LESSON)
def a_section_whose_id_cannot_be_one(file: Lines) -> Planted:
    return add_line(file, "## More {#More_Of}"), "small letters, digits and single hyphens"


@slip("duplicate-id", LESSON, others=2, elsewhere=3)
def two_sections_with_one_id(file: Lines) -> Planted:
    first, at = sorted(file.chance.sample(list(file.headings()), 2))
    found = re.search(r"\{#([\w-]+)", file.lines[first])
    assert found
    file.replace(at, r" \{.*\}$", f" {{#{found[1]}}}")
    return at, "Give one of them another id"


@slip("unknown-attribute", LESSON)
def an_attribute_that_cannot_be_set(file: Lines) -> Planted:
    return add_line(file, "## More {#more onclick=x}"), "Take it out of the braces"


@slip("heading-here", *ITEMS)
def a_heading_in_an_entry(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^  (?:stem|answer): \|$") + 1
    blank = " " * (len(file.lines[at]) - len(file.lines[at].lstrip()))
    file.lines[at:at] = [f"{blank}## A heading", ""]
    return at, "Write it as **bold** text"


# -- the front matter ------------------------------------------------------------------------------------


@slip("front-matter", LESSON)
def front_matter_without_its_end(file: Lines) -> Planted:
    del file.lines[file.lines.index("---", 1)]
    return 0, "Write `---` on a line of its own after the last key"


@slip("front-matter", LESSON)
def front_matter_without_its_beginning(file: Lines) -> Planted:
    del file.lines[0]
    return 0, "Write `---`"


@slip("missing-key", LESSON)
def front_matter_without_its_title(file: Lines) -> Planted:
    file.delete(1)
    return 1, "Add `title:`"


# -- references and the plan -----------------------------------------------------------------------------


@slip("reference", BIB)
def an_entry_without_a_comma(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), r"^@\w+\{.*,$")
    file.replace(at, ",$", "")
    return at, "comma"


@slip("reference", BIB)
def a_field_without_its_comma(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), r"^  (?:author|title|year) .*,$")
    file.replace(at, ",$", "")
    return at, "comma"


@slip("reference", BIB)
def a_brace_that_is_not_closed(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), r"^  (?:author|title|year) .*\},$")
    file.replace(at, r"\},$", ",")
    return at, "Close it"


@slip("reference", BIB)
def an_entry_that_does_not_end(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines) - 12)), r"^\}$")
    del file.lines[at]
    while not file.lines[at].startswith("@"):
        at -= 1
    return at, "Close it"


@slip("reference", BIB)
def an_entry_without_its_author(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), r"^  author ")
    del file.lines[at]
    while not file.lines[at].startswith("@"):
        at -= 1
    return at, "Add `author = {…}`"


@slip("duplicate-id", BIB)
def a_key_of_two_entries(file: Lines) -> Planted:
    entries = [at for at, line in enumerate(file.lines) if line.startswith("@")]
    first, at = sorted(file.chance.sample(entries, 2))
    file.lines[at] = file.lines[first]
    return at, "Give one of them its own key"


@slip("reference", BIB)
def a_brace_too_many(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), r"^  (?:author|title) .*\},$")
    file.replace(at, r",$", "},")
    return at, "Remove the brace"


@slip("reference", BIB)
def an_entry_without_its_sign(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), r"^@")
    file.replace(at, "^@", "")
    return at, SHAPE


@slip("reference", BIB)
def a_field_without_its_equals_sign(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), r"^  (?:author|title|year) .*\},$")
    file.replace(at, " += ", " ")
    return at, "Write `name = {…},`"


@slip("reference", BIB)
def a_field_twice(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), r"^  (?:author|title|year) .*\},$")
    file.lines.insert(at + 1, file.lines[at])
    return at + 1, "Keep one of the two"


@slip("bad-day", COURSE)
def a_day_outside_the_course(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^  \d+: ")
    file.replace(at, r"\d+", "99")
    return at, "or raise `days:`"


@slip("bad-day", COURSE)
def a_day_in_words(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^  \d+: ")
    file.replace(at, r"\d+", "Monday")
    return at, "Write a whole number above zero"


@slip("unknown-lesson", COURSE)
def a_lesson_of_the_plan_that_is_none(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"lessons: \[")
    file.replace(at, r"lessons: \[", "lessons: [rlhf-limit, ")
    return at, NEAR.format("rlhf-limits")


@slip("lesson-twice", COURSE)
def a_lesson_on_two_days(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"lessons: \[")
    file.lines.insert(at + 1, "  45: {title: Again, lessons: [rlhf-limits]}")
    return at + 1, "Keep it on one day"
