"""What a course is. Nothing in here knows how it is read, checked or shown."""

from studysite.model.base import Card, Entity, Item, Loc, Prose, Record, texts, typographic
from studysite.model.cards import CARD_TYPES
from studysite.model.course import Claim, Course, Day, Misconception, Plan, Term
from studysite.model.items import ITEM_TYPES
from studysite.model.lesson import Head, Lesson, Objective, Section
from studysite.model.reference import Reference

__all__ = [
    "CARD_TYPES",
    "ITEM_TYPES",
    "Card",
    "Claim",
    "Course",
    "Day",
    "Entity",
    "Head",
    "Item",
    "Lesson",
    "Loc",
    "Misconception",
    "Objective",
    "Plan",
    "Prose",
    "Record",
    "Reference",
    "Section",
    "Term",
    "texts",
    "typographic",
]
