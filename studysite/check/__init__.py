"""Rules over a course. A new rule is one function in a file here and one line in the table."""

from __future__ import annotations

from studysite.check.blanks import blanks_are_filled
from studysite.check.claims import (
    claims_on_cards,
    shown_misconceptions,
    sourced_claims,
    taught_claims,
    tested_claims,
)
from studysite.check.formulas import formulas_are_tex
from studysite.check.headings import no_headings_elsewhere, one_outline, section_ids
from studysite.check.identity import IDENTITY
from studysite.check.ids import ids_of_the_page, unique_ids, unique_names, unique_sections
from studysite.check.lessons import days_in_course, known_neighbours, one_day_a_lesson, planned_lessons
from studysite.check.markup import known_attributes, readable_emphasis
from studysite.check.names import (
    known_citations,
    known_claims,
    known_follow_ups,
    known_misconceptions,
    known_sections,
    known_terms,
)
from studysite.check.placement import placed_things
from studysite.check.rule import BadFormula, Facts, Rule
from studysite.check.targets import images_exist, links_lead_somewhere
from studysite.diagnostics import Problem
from studysite.model import Course

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
)


def check(course: Course, facts: Facts) -> list[Problem]:
    """Hold every rule against the course, and return all that they find."""
    return [problem for rule in RULES for problem in rule(course, facts)]


__all__ = ["IDENTITY", "RULES", "BadFormula", "Facts", "Rule", "check"]
