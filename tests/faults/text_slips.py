"""The kinds of slip that leave something as text, letter by letter, in the text of a lesson."""

from tests.faults.course_slips import add, add_line, add_to_block
from tests.faults.lines import Lines
from tests.faults.slips import ITEMS, LESSON, Planted, slip


def add_lines(file: Lines, *lines: str) -> int:
    """Write lines before a paragraph of a lesson, with an empty line behind them."""
    at = file.any_of(file.prose())
    file.lines[at:at] = [*lines, ""]
    return at


@slip("looks-like-citation", LESSON)
def citations_parted_by_a_comma(file: Lines) -> Planted:
    return add(file, "[@wen2025, @qi2025]"), "`[@wen2025; @qi2025]`"


@slip("looks-like-citation", LESSON)
def a_citation_with_a_page(file: Lines) -> Planted:
    return add(file, "[@wen2025, p. 7]"), "`[@wen2025]`"


@slip("looks-like-citation", LESSON)
def a_citation_without_brackets(file: Lines) -> Planted:
    return add(file, "As @wen2025 has it."), "`[@wen2025]`"


@slip("looks-like-citation", *ITEMS)
def a_citation_with_a_page_in_a_reason(file: Lines) -> Planted:
    return add_to_block(file, "[@wen2025, p. 7]"), "`[@wen2025]`"


@slip("looks-like-term", LESSON)
def a_term_with_a_bracket_lost(file: Lines) -> Planted:
    at = file.any_of(file.prose(), r"\[\[[a-z ]+\]\]", r"\[\[.*\[\[")
    file.replace(at, r"\]\]", "]")
    return at, "Write two brackets on each side"


@slip("looks-like-term", LESSON)
def a_term_with_nothing_behind_its_bar(file: Lines) -> Planted:
    return add(file, "[[policy|]]"), "`[[policy]]`"


@slip("looks-like-formula", LESSON)
def a_formula_with_a_dollar_lost(file: Lines) -> Planted:
    return add_line(file, "$$x^2 = y$"), "`$$x^2$$`"


@slip("looks-like-formula", LESSON)
def a_formula_with_spaces_inside(file: Lines) -> Planted:
    return add(file, "So is $ x^2 $ here."), "no space"


@slip("looks-like-directive", LESSON)
def a_directive_with_a_colon(file: Lines) -> Planted:
    return add_line(file, "!quiz: more-votes"), "`!quiz more-votes`"


@slip("looks-like-directive", LESSON)
def a_directive_with_a_capital(file: Lines) -> Planted:
    return add_line(file, "!Cards more-votes"), "`!cards more-votes`"


@slip("looks-like-note", LESSON)
def a_note_whose_title_has_a_colon(file: Lines) -> Planted:
    return add_line(file, "!!! note: Mind this"), '`!!! note "Its title"`'


@slip("unknown-note", LESSON)
def a_note_of_no_kind(file: Lines) -> Planted:
    return add_lines(file, '!!! tip "Mind this"', "    It matters."), "`note`, `example`"


@slip("empty-note", LESSON)
def a_note_whose_text_is_not_indented(file: Lines) -> Planted:
    return add_line(file, "!!! note"), "four spaces"


@slip("unknown-footnote", LESSON)
def a_mark_without_a_footnote(file: Lines) -> Planted:
    return add(file, "So it is.[^zzzz]"), "`[^zzzz]: …`"


@slip("unused-footnote", LESSON)
def a_footnote_without_a_mark(file: Lines) -> Planted:
    return add_line(file, "[^zzzz]: So it is."), "`[^zzzz]`"


@slip("list-in-paragraph", LESSON)
def a_list_without_an_empty_line(file: Lines) -> Planted:
    return add_lines(file, "It wants three things:", "- time,", "- care.") + 1, "empty line"


@slip("table-in-paragraph", LESSON)
def a_table_with_a_column_too_few(file: Lines) -> Planted:
    return add_lines(file, "| a | b |", "| - |", "| c | d |") + 1, "the same columns"


@slip("lost-caption", LESSON)
def words_beside_a_figure(file: Lines) -> Planted:
    at = file.any_of(iter(range(len(file.lines))), r"^!\[")
    file.lines[at] += " See there."
    return at, "empty line"


@slip("unnamed-section", LESSON)
def a_heading_without_an_id(file: Lines) -> Planted:
    return add_line(file, "### What follows"), "`{#what-follows}`"


# -- on paper --------------------------------------------------------------------------------------------


@slip("missing-glyph", LESSON)
def a_sign_of_a_telephone(file: Lines) -> Planted:
    return add(file, "It is done ✔."), "in other words or as a formula"


@slip("missing-glyph", *ITEMS)
def an_emoji_in_an_entry(file: Lines) -> Planted:
    return add_to_block(file, "It is done 🎉."), "in other words or as a formula"


@slip("wide-code", LESSON)
def code_as_wide_as_a_screen(file: Lines) -> Planted:
    return add_lines(file, "```python", f"print({'1 + ' * 18}1)", "```") + 1, "Break it where it reads well"


@slip("wide-table", LESSON)
def a_table_of_long_words(file: Lines) -> Planted:
    row = f"| {'overoptimisation | ' * 5}"
    return add_lines(file, row, f"| {'--- | ' * 5}", row), "fewer columns"
