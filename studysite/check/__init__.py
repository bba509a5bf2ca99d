"""Rules over a course. A new rule is one function in a file here and one line in a table.

A course is looked at in parts: each lesson, and the lists that all share. Most rules see one part and
nothing else. Some ask whether a name that it uses is given anywhere; what a part asks after is what it
needs, so that they are asked again only where something is missing. A few see an outline of all parts.
"""

from __future__ import annotations

from dataclasses import replace

from studysite.check.bank import balanced_keys, hard_to_guess
from studysite.check.blanks import blanks_are_filled
from studysite.check.blocks import (
    known_notes,
    lists_are_set_apart,
    notes_are_filled,
    tables_have_even_rows,
)
from studysite.check.claims import (
    claims_on_cards,
    shown_misconceptions,
    sourced_claims,
    taught_claims,
    tested_claims,
)
from studysite.check.coverage import practised_claims, used_files, used_references
from studysite.check.figures import figures_have_sources
from studysite.check.fitting import blocks_fit
from studysite.check.footnotes import known_footnotes, used_footnotes
from studysite.check.formulas import formulas_are_tex
from studysite.check.glyphs import drawn_signs_are_in_print, signs_are_in_print
from studysite.check.headings import named_sections, no_headings_elsewhere, one_outline, section_ids
from studysite.check.identity import IDENTITY
from studysite.check.ids import ids_of_the_page, unique_ids, unique_names, unique_sections
from studysite.check.known import KINDS, Asked, Known
from studysite.check.lessons import days_in_course, known_neighbours, one_day_a_lesson, planned_lessons
from studysite.check.lookalikes import no_lookalikes
from studysite.check.markup import known_attributes, no_html, parted_ids, readable_emphasis
from studysite.check.names import (
    known_citations,
    known_claims,
    known_follow_ups,
    known_misconceptions,
    known_sections,
    known_terms,
)
from studysite.check.options import moderate_distractors, options_stand_alone, short_keys
from studysite.check.outline import known, outline, unmet
from studysite.check.placement import placed_things
from studysite.check.rule import (
    BadFormula,
    CourseRule,
    Facts,
    LessonRule,
    Outline,
    Picture,
    Rule,
    Survey,
)
from studysite.check.silence import known_codes
from studysite.check.speech import answers_in_time, cuts_in_time
from studysite.check.stems import distinct_stems, positive_stems
from studysite.check.targets import (
    captions_are_shown,
    drawings_take_colours,
    images_are_fit,
    images_are_light,
    images_exist,
    links_lead_somewhere,
    no_links_in_labels,
    shown_images,
)
from studysite.diagnostics import Problem
from studysite.model import Course, Lesson

RULES: tuple[Rule, ...] = (
    unique_names,
    ids_of_the_page,
    unique_sections,
    section_ids,
    one_outline,
    named_sections,
    no_headings_elsewhere,
    one_day_a_lesson,
    days_in_course,
    placed_things,
    no_links_in_labels,
    images_are_fit,
    images_are_light,
    captions_are_shown,
    known_footnotes,
    used_footnotes,
    notes_are_filled,
    known_notes,
    lists_are_set_apart,
    tables_have_even_rows,
    no_lookalikes,
    drawings_take_colours,
    known_attributes,
    parted_ids,
    readable_emphasis,
    blanks_are_filled,
    signs_are_in_print,
    drawn_signs_are_in_print,
    blocks_fit,
    sourced_claims,
    figures_have_sources,
    no_html,
    known_codes,
)
"""Rules that look at one part and nothing else."""
LESSON_RULES: tuple[LessonRule, ...] = (
    short_keys,
    options_stand_alone,
    moderate_distractors,
    positive_stems,
    answers_in_time,
    cuts_in_time,
)
"""Rules that look at one lesson and nothing else."""
NAME_RULES: tuple[Rule, ...] = (
    planned_lessons,
    known_neighbours,
    known_claims,
    known_citations,
    known_terms,
    known_misconceptions,
    known_follow_ups,
    known_sections,
    links_lead_somewhere,
    images_exist,
    formulas_are_tex,
)
"""Rules that look at one part and ask after names that others give, or how its formulas were set."""
COURSE_RULES: tuple[CourseRule, ...] = (
    unique_ids,
    *IDENTITY,
    taught_claims,
    tested_claims,
    claims_on_cards,
    shown_misconceptions,
    practised_claims,
    used_references,
    used_files,
    distinct_stems,
    balanced_keys,
    hard_to_guess,
)
"""Rules that must see the outlines of all parts."""


def check_part(course: Course, facts: Facts) -> list[Problem]:
    """Hold every rule against a part that looks at nothing else."""
    over_all = [problem for rule in RULES for problem in rule(course, facts)]
    return over_all + [problem for lesson in course.lessons for problem in check_lesson(lesson)]


def check_lesson(lesson: Lesson) -> list[Problem]:
    """Hold every rule that needs no more against one lesson."""
    return [problem for rule in LESSON_RULES for problem in rule(lesson)]


def check_names(course: Course, facts: Facts) -> list[Problem]:
    """Hold every rule against a part that asks after names and formulas."""
    return [problem for rule in NAME_RULES for problem in rule(course, facts)]


def check_course(survey: Survey) -> list[Problem]:
    """Hold every rule over all parts against a course."""
    return [problem for rule in COURSE_RULES for problem in rule(survey)]


def needs(course: Course, facts: Facts) -> dict[str, tuple[str, ...]]:
    """The names that a part uses, by their kind: what the rules ask after, were everything there."""
    asked = {kind: Asked() for kind in KINDS}
    check_names(course, replace(facts, known=asked))
    return {kind: tuple(sorted(each.names)) for kind, each in asked.items()}


__all__ = [
    "COURSE_RULES",
    "IDENTITY",
    "LESSON_RULES",
    "NAME_RULES",
    "RULES",
    "BadFormula",
    "CourseRule",
    "Facts",
    "Known",
    "LessonRule",
    "Outline",
    "Picture",
    "Rule",
    "Survey",
    "check_course",
    "check_lesson",
    "check_names",
    "check_part",
    "known",
    "needs",
    "outline",
    "shown_images",
    "unmet",
]
