"""Slips of somebody who writes a first lesson, and knows YAML or another tool better than this one."""

from tests.faults.lines import Lines
from tests.faults.slips import LESSON, Planted, slip


@slip("parted-ids", LESSON)
def claims_with_a_comma(file: Lines) -> Planted:
    at = file.any_of(file.headings(), r'claims="\w+ ')
    file.replace(at, r'claims="(\w+) ', r'claims="\1, ')
    return at, "Leave blanks alone between them"


@slip("parted-ids", LESSON)
def a_question_with_a_comma_after_it(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), "^!quiz ")
    file.lines[at] += ","
    return at, f"`{file.lines[at][:-1]}`"


@slip("unknown-id", LESSON)
def a_question_placed_as_a_card(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), "^!quiz ")
    right = file.lines[at]
    file.replace(at, "!quiz", "!cards")
    return at, f"is a question: write `{right}`"


@slip("unknown-id", LESSON)
def a_card_placed_as_a_question(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), "^!cards ")
    right = file.lines[at]
    file.replace(at, "!cards", "!quiz")
    return at, f"is a card: write `{right}`"


@slip("unknown-attribute", LESSON)
def claims_in_the_singular(file: Lines) -> Planted:
    at = file.any_of(file.headings(), 'claims="')
    file.replace(at, "claims=", "claim=")
    return at, "Did you mean `claims=`?"
