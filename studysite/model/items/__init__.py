"""The types of quiz item. A new one is one file here and one line in the table."""

from studysite.model.base import Item
from studysite.model.items.choice import Choice
from studysite.model.items.cloze import Cloze
from studysite.model.items.match import Match
from studysite.model.items.multiple import Multiple
from studysite.model.items.number import Number
from studysite.model.items.order import Order
from studysite.model.items.short import Short

ITEM_TYPES: dict[str, type[Item]] = {
    "choice": Choice,
    "multiple": Multiple,
    "order": Order,
    "match": Match,
    "cloze": Cloze,
    "number": Number,
    "short": Short,
}
