"""The types of card. A new one is one file here and one line in the table."""

from studysite.model.base import Card
from studysite.model.cards.cloze import ClozeCard
from studysite.model.cards.concept import Concept
from studysite.model.cards.interview import Interview

CARD_TYPES: dict[str, type[Card]] = {
    "interview": Interview,
    "concept": Concept,
    "cloze": ClozeCard,
}
