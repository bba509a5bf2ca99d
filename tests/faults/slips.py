"""The kinds of slip. Each plants itself into a real file by chance, and says what an author must be told."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.faults.lines import Lines

Planted = tuple[int, str]
"""The line (from 0) that must be named, and a phrase of its cure."""

LESSON, QUIZ, CARDS = "lesson.md", "quiz.yml", "cards.yml"
CLAIMS, MISCONCEPTIONS, GLOSSARY = "claims.yml", "misconceptions.yml", "glossary.yml"
COURSE, BIB = "course.yml", "references.bib"
ITEMS = (QUIZ, CARDS)
LISTS = (*ITEMS, CLAIMS, MISCONCEPTIONS, GLOSSARY)
YAML = (*LISTS, LESSON)
BLOCK = "Put the text on the next line after `|`"
NEAR = "Did you mean `{}`?"
VALUE = r"^( *(?:- )?[a-z_]+: )([^|>\[{\"'].*)$"
"""A key with a text on its line, but for lists and quotations."""
SHORT = r"^( *(?:- )?[a-z_]+: )(\S+)$"
PROSE = r"^( *(?:- )?(?:why|right|wrong|ask|short|stem|goal|says|cure|believes): )([^|\"'\[{]\S* \S+ .*)$"
"""A key with a sentence on its line."""


@dataclass(frozen=True)
class Slip:
    """A kind of slip: what plants it, where it can happen, and the code of what is to be said.

    `others` is how many diagnostics more the same file may have because of it, `elsewhere` how many files
    more have any.
    """

    plant: Callable[[Lines], Planted]
    files: tuple[str, ...]
    code: str
    others: int
    elsewhere: int

    @property
    def name(self) -> str:
        return self.plant.__name__.replace("_", "-")


SLIPS: list[Slip] = []


def slip(
    code: str, *files: str, others: int = 0, elsewhere: int = 0
) -> Callable[[Callable[[Lines], Planted]], Callable[[Lines], Planted]]:
    """Enter a planter into the table."""

    def enter(plant: Callable[[Lines], Planted]) -> Callable[[Lines], Planted]:
        SLIPS.append(Slip(plant, files, code, others, elsewhere))
        return plant

    return enter


# -- the form of YAML ------------------------------------------------------------------------------------


@slip("yaml-syntax", *YAML)
def unclosed_quotation(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), VALUE, "['\"]")
    file.replace(at, VALUE, file.chance.choice([r'\1"\2', r"\1'\2"]))
    return at, "Write its last quotation mark"


@slip("yaml-syntax", *YAML)
def tex_in_double_quotation_marks(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), PROSE, "['\"]")
    file.replace(at, r": (.*)$", r': "\1 $\\log n$"')
    return at, "Use single quotation marks"


@slip("yaml-escape", *YAML, others=1)
def tex_that_double_quotation_marks_spoil_in_silence(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), PROSE, "['\"]")
    file.replace(at, r": (.*)$", r': "\1 $\\beta$"')
    return at, "Use single quotation marks"


@slip("yaml-syntax", *YAML)
def text_after_a_quotation(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), PROSE, '"')
    file.replace(at, r": (\S+) ", r': "\1" ')
    return at, BLOCK


@slip("yaml-syntax", *YAML)
def a_tab_for_the_indentation(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^ +[a-z_]+: ")
    file.replace(at, r"^ +", "\t")
    return at, "Indent with spaces"


@slip("yaml-syntax", *LISTS)
def indented_too_little(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^ +[a-z_]+: ")
    file.replace(at, r"^ ", "")
    return at, "Line the key up"


@slip("yaml-syntax", *LISTS)
def indented_too_much(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^ +[a-z_]+: ")
    file.replace(at, r"^ ", "  ")
    return at, "Line the key up"


@slip("yaml-syntax", *YAML)
def a_colon_in_text(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), PROSE)
    file.replace(at, r": (\S+) ", r": \1: ")
    return at, BLOCK


@slip("yaml-syntax", *YAML)
def text_that_begins_with_a_sign(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), PROSE)
    sign = file.chance.choice("*@`%[{>")
    file.replace(at, r": ", f": {sign}")
    return at, BLOCK


@slip("yaml-sign", *YAML)
def text_that_begins_with_an_anchor(file: Lines) -> Planted:
    at = file.any_of(
        file.yaml(), r"^ *(?:- )?(?:why|right|wrong|ask|short|stem|goal|says|believes): [A-Z][a-z]+ \w"
    )
    file.replace(at, r": ", f": {file.chance.choice('&!')}")
    return at, BLOCK


@slip("yaml-syntax", *YAML)
def no_space_after_a_colon(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), VALUE)
    file.replace(at, ": ", ":")
    return at, "Write a space after the colon"


@slip("yaml-syntax", *YAML)
def no_colon_after_a_key(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), PROSE, "^ *- ")
    file.replace(at, ": ", " ")
    return at, "Write `key: …`"


@slip("yaml-syntax", *LISTS)
def no_space_after_a_dash(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^ *- [a-z]+: ")
    file.replace(at, "- ", "-")
    return at, "Write a space after the dash"


@slip("yaml-syntax", *YAML)
def an_unclosed_bracket(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r": \[.*\]$")
    file.replace(at, r"\]$", "")
    return at, "Close it"


@slip("yaml-syntax", *LISTS)
def a_line_of_dashes(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), "^- id: ", f"^{re.escape(file.lines[next(file.yaml())])}$")
    file.lines.insert(at, "---")
    return at, "Remove the line `---`"


@slip("yaml-syntax", *YAML)
def text_of_a_block_at_the_margin(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r": \|$") + 1
    file.replace(at, r"^ +", "")
    return at, "indent it by two spaces more than the key"


@slip("duplicate-key", *LISTS, others=8, elsewhere=2)
def an_entry_without_its_dash(file: Lines) -> Planted:
    first = next(file.yaml())
    at = file.any_of((at for at in file.yaml() if at != first), "^- id: ")
    file.replace(at, "- ", "  ")
    return at, "write `- ` before it"


@slip("yaml-comment", *YAML)
def a_comment_after_prose(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), PROSE)
    file.replace(at, r": (\S+) ", r": \1 #1 ")
    return at, "to a line of its own"


@slip("yaml-syntax", *YAML)
def a_control_character(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), VALUE)
    file.replace(at, "$", "\x07")
    return at, "Remove it"


@slip("empty-value", *ITEMS, CLAIMS, GLOSSARY, LESSON, others=1)
def a_value_that_is_missing(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^ *(?:- )?(?:why|ask|stem|goal|says|term|title): [^|]")
    file.replace(at, ": .*", ":")
    return at, "Write its text"


# -- keys ------------------------------------------------------------------------------------------------


@slip("duplicate-key", *YAML)
def a_key_twice(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^ +[a-z_]+: [^|]|^[a-z]+: \S")
    file.lines.insert(at + 1, file.lines[at])
    return at + 1, "eep one of the two"


@slip("unknown-key", *YAML, COURSE, others=1)
def a_misspelt_key(file: Lines) -> Planted:
    key = r"^( *(?:- )?)([a-z_]{4,}): "
    at = file.any_of(file.yaml(), key, "^ *(?:- )?(?:right|wrong|type|jailbreaks)")
    found = re.match(key, file.lines[at])
    assert found
    name, cut = found[2], file.chance.randrange(1, len(found[2]) - 1)
    misspelt = file.chance.choice([name[:cut] + name[cut + 1 :], name[:cut] + name[cut] + name[cut:]])
    file.replace(at, f"{name}: ", f"{misspelt}: ")
    return at, NEAR.format(f"{name}:")


@slip("unknown-key", *LISTS)
def a_key_that_is_none(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^ +[a-z_]+: ")
    file.lines.insert(at, f"{' ' * file.indent(at)}mood: calm")
    return at, "The keys here are: "


@slip("missing-key", *ITEMS, CLAIMS, MISCONCEPTIONS, GLOSSARY)
def a_key_that_is_missing(file: Lines) -> Planted:
    at = file.any_of(
        file.yaml(), r"^  (?:level|claims|stem|ask|says|evidence|against|believes|cure|term|means|type):"
    )
    key = file.lines[at].split(":")[0].strip()
    entry = file.entry(at)
    file.delete(at)
    return entry, f"Add `{key}:`"


@slip("missing-reason", QUIZ)
def a_wrong_option_without_its_reason(file: Lines) -> Planted:
    option = file.any_of(file.yaml(), "^ *- wrong: ")
    file.delete(option + 1)
    return option, "Add `why:`"


# -- values ----------------------------------------------------------------------------------------------


@slip("wrong-type", *ITEMS, CLAIMS, MISCONCEPTIONS, GLOSSARY)
def a_list_for_a_text(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), PROSE.replace("goal", "term"))
    file.replace(at, ": .*", ": [one, two]")
    return at, "Put the text on the next line"


@slip("wrong-type", *ITEMS, LESSON)
def keys_for_a_text(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), PROSE)
    file.replace(at, ": .*", ": {one: two}")
    return at, "Put the text on the next line"


@slip("wrong-type", *ITEMS, GLOSSARY, LESSON)
def a_text_for_a_list(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^ *(?:claims|also|builds_on): \[")
    file.replace(at, r": .*", ": one")
    return at, "[first, second]"


@slip("wrong-type", *ITEMS)
def a_text_for_a_list_of_entries(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), r"^ *(?:options|points|pitfalls):$")
    del file.lines[at + 1 : file.end(at)]
    file.lines[at] += " only one"
    return at, "begin each entry on a line of its own with `- `"


@slip("bad-value", QUIZ, CLAIMS)
def a_word_that_is_none_of_the_few(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), "^  (?:level|evidence): ")
    file.replace(at, ": .*", ": hard")
    return at, "Write `"


@slip("bad-value", LESSON)
def a_number_in_words(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), "^minutes: ")
    file.replace(at, ": .*", ": fifteen")
    return at, "Write a whole number"


@slip("bad-value", *ITEMS, elsewhere=1, others=3)
def a_misspelt_type(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), "^  type: ")
    name = file.lines[at].split(": ")[1]
    file.replace(at, ": .*", f": {name[0]}{name[2]}{name[1]}{name[3:]}")
    return at, NEAR.format(name)


@slip("bad-id", *ITEMS, MISCONCEPTIONS, GLOSSARY)
def an_id_that_cannot_be_one(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), "^- id: ")
    file.replace(at, ": .*", file.chance.choice([": Capital", ": two words", ": under_score"]))
    return at, "small letters, digits and single hyphens"


@slip("duplicate-id", *LISTS, elsewhere=3, others=4)
def an_id_twice(file: Lines) -> Planted:
    first, at = sorted(
        file.chance.sample([at for at in file.yaml() if file.lines[at].startswith("- id: ")], 2)
    )
    file.lines[at] = file.lines[first]
    return at, "another id"


@slip("too-few", QUIZ)
def too_few_options(file: Lines) -> Planted:
    keys = [at for at in file.yaml() if file.lines[at].startswith("    - right: ")]
    at = file.any_of((key - 1 for key in keys), "^  options:$")
    del file.lines[file.end(at + 1) : file.end(at)]
    return at, "Give it at least 2"


@slip("several-keys", QUIZ)
def two_right_options(file: Lines) -> Planted:
    at = file.any_of(_of_choices(file), "^    - wrong: ")
    file.replace(at, "wrong", "right")
    shows = at + 1
    while re.match("      [a-z]", file.lines[shows]):
        if file.lines[shows].startswith("      shows: "):
            del file.lines[shows]
        else:
            shows += 1
    options = at
    while file.lines[options] != "  options:":
        options -= 1
    inside = range(options, file.end(options))
    rights = [line for line in inside if file.lines[line].startswith("    - right: ")]
    return rights[1], "Keep one `right:`, or write `type: multiple`"


@slip("no-key", QUIZ)
def no_right_option(file: Lines) -> Planted:
    at = file.any_of(_of_choices(file), "^    - right: ")
    file.replace(at, "right", "wrong")
    if not file.lines[at + 1].startswith("      why: "):
        file.lines.insert(at + 1, "      why: It is not.")
    while file.lines[at] != "  options:":
        at -= 1
    return at, "Write `right:` in place of `wrong:`"


@slip("right-shows", QUIZ)
def a_right_option_that_shows_a_misconception(file: Lines) -> Planted:
    at = file.any_of(file.yaml(), "^    - right: ")
    end = file.end(at)
    file.lines.insert(end, "      shows: more-is-safer")
    return end, "Move `shows:`"


def _of_choices(file: Lines) -> Iterator[int]:
    choice = False
    for at in file.yaml():
        if file.lines[at].startswith("  type: "):
            choice = file.lines[at] == "  type: choice"
        if choice:
            yield at
