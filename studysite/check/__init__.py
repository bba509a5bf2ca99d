"""Rules over a course. A new rule is one function in a file here and one line in a table."""

from __future__ import annotations

from studysite.check.bank import balanced_keys, hard_to_guess
from studysite.check.blanks import blanks_are_filled
from studysite.check.claims import (
    claims_on_cards,
    shown_misconceptions,
    sourced_claims,
    taught_claims,
    tested_claims,
)
from studysite.check.coverage import practised_claims, used_files, used_references
from studysite.check.formulas import formulas_are_tex
from studysite.check.headings import no_headings_elsewhere, one_outline, section_ids
from studysite.check.identity import IDENTITY
from studysite.check.ids import ids_of_the_page, unique_ids, unique_names, unique_sections
from studysite.check.lessons import days_in_course, known_neighbours, one_day_a_lesson, planned_lessons
from studysite.check.markup import known_attributes, no_html, readable_emphasis
from studysite.check.names import (
    known_citations,
    known_claims,
    known_follow_ups,
    known_misconceptions,
    known_sections,
    known_terms,
)
from studysite.check.options import moderate_distractors, options_stand_alone, short_keys
from studysite.check.placement import placed_things
from studysite.check.rule import BadFormula, Facts, LessonRule, Rule
from studysite.check.silence import known_codes
from studysite.check.speech import answers_in_time
from studysite.check.stems import distinct_stems, positive_stems
from studysite.check.targets import images_exist, links_lead_somewhere, shown_images
from studysite.diagnostics import Problem
from studysite.model import Course, Lesson

RULES: tuple[Rule, ...] = (
    unique_ids,
    unique_names,
    ids_of_the_page,
    unique_sections,
    *IDENTITY,
    section_ids,
    one_outline,
    no_headings_elsewhere,
    planned_lessons,
    one_day_a_lesson,
    days_in_course,
    known_neighbours,
    known_claims,
    known_citations,
    known_terms,
    known_misconceptions,
    known_follow_ups,
    known_sections,
    placed_things,
    links_lead_somewhere,
    images_exist,
    formulas_are_tex,
    known_attributes,
    readable_emphasis,
    blanks_are_filled,
    taught_claims,
    sourced_claims,
    tested_claims,
    claims_on_cards,
    shown_misconceptions,
    no_html,
    known_codes,
    used_references,
    used_files,
    practised_claims,
    distinct_stems,
    balanced_keys,
    hard_to_guess,
)
LESSON_RULES: tuple[LessonRule, ...] = (
    short_keys,
    options_stand_alone,
    moderate_distractors,
    positive_stems,
    answers_in_time,
)
"""Rules that look at one lesson and nothing else."""


def check(course: Course, facts: Facts) -> list[Problem]:
    """Hold every rule against the course, and return all that they find."""
    over_all = [problem for rule in RULES for problem in rule(course, facts)]
    over_each = [problem for lesson in course.lessons for problem in check_lesson(lesson)]
    return over_all + over_each


def check_lesson(lesson: Lesson) -> list[Problem]:
    """Hold every rule that needs no more against one lesson."""
    return [problem for rule in LESSON_RULES for problem in rule(lesson)]


__all__ = [
    "IDENTITY",
    "LESSON_RULES",
    "RULES",
    "BadFormula",
    "Facts",
    "LessonRule",
    "Rule",
    "check",
    "check_lesson",
    "shown_images",
]
