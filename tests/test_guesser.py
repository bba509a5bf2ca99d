"""A guesser over tiny banks, whose scores can be told by hand."""

import pytest

from studysite.arrangement import arranged
from studysite.guesser import MAJORITY, MARGIN, RULES, Score, guess, score, table
from studysite.model import Item
from studysite.model.items.choice import Choice
from studysite.model.items.multiple import Multiple
from studysite.model.items.short import Short

LONGEST, FIRST, ECHO, CAREFUL = RULES


def choice(right: str, *wrong: str, stem: str = "Which?", id: str = "a", keep_order: bool = False) -> Item:
    options = [{"right": right}, *({"wrong": text, "why": "No."} for text in wrong)]
    return Choice.model_validate(
        {
            **{"id": id, "type": "choice", "level": "apply", "claims": ["T1"], "stem": stem},
            **{"options": options, "keep_order": keep_order},
        }
    )


def multiple(right: list[str], wrong: list[str]) -> Item:
    options = [*({"right": text} for text in right), *({"wrong": text, "why": "No."} for text in wrong)]
    shared = {"id": "m", "type": "multiple", "level": "apply", "claims": ["T1"], "stem": "Which?"}
    return Multiple.model_validate({**shared, "options": options})


def scored(*items: Item) -> Score:
    found = score(guess(items))
    assert found is not None
    return found


def points(rule: str, *items: Item) -> float:
    return scored(*items).scores[rule]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("long enough", ("short", "brief"), 1),
        ("short", ("long enough", "brief"), 0),
        ("abc", ("abd", "x"), 1 / 2),
        ("abc", ("abd", "abe"), 1 / 3),
        ("**abc**", ("abcd", "x"), 0),
        (r"$\frac{\alpha}{\beta}$", ("abcd", "ab"), 0),
    ],
)
def test_the_longest_is_what_the_learner_sees_and_draws_among_equals(
    right: str, wrong: tuple[str, ...], expected: float
) -> None:
    assert points(LONGEST, choice(right, *wrong)) == pytest.approx(expected)


def test_the_first_is_the_first_as_shown() -> None:
    items = [choice("a", "b", "c", id=f"item-{number}") for number in range(12)]
    assert isinstance(items[0], Choice)
    firsts = [
        arranged(item.options, item.id, item.keep_order)[0][0] for item in items if isinstance(item, Choice)
    ]
    assert 0 < firsts.count(0) < 12
    assert points(FIRST, *items) == pytest.approx(firsts.count(0) / 12)
    assert points(FIRST, choice("a", "b", keep_order=True)) == 1


@pytest.mark.parametrize(
    ("stem", "right", "wrong", "expected"),
    [
        ("Why does *water* boil in a kettle?", "Water in a kettle is hot", ("Milk is", "Water"), 1),
        ("Why does water boil?", "Milk", ("Water", "Cream"), 0),
        ("Why does water boil?", "Milk", ("Cream", "Tea"), 1 / 3),
        ("Is it so in a pot?", "It is so in a cup", ("No", "Yes"), 1 / 3),
    ],
)
def test_words_shared_with_the_stem(stem: str, right: str, wrong: tuple[str, ...], expected: float) -> None:
    assert points(ECHO, choice(right, *wrong, stem=stem)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("often", ("always", "never"), 1),
        ("often", ("seldom", "NEVER"), 1 / 2),
        ("always", ("often", "seldom"), 0),
        ("always", ("only", "never"), 1 / 3),
        ("a wallet", ("all", "an allotment"), 1 / 2),
    ],
)
def test_absolute_words_are_avoided(right: str, wrong: tuple[str, ...], expected: float) -> None:
    assert points(CAREFUL, choice(right, *wrong)) == pytest.approx(expected)


def test_the_majority_counts_the_shares_of_all_rules() -> None:
    """Longest and careful say the key, first says another, the stem says nothing: 2 1/3 votes of 4."""
    item = choice("a long word", "never", "bcd", keep_order=False, id="x")
    votes = [guess([item])[0].scores[rule] for rule in RULES]
    assert votes == pytest.approx([1, votes[1], 1 / 3, 1 / 2])
    assert points(MAJORITY, item) == 1
    equal = choice("abc", "abd", keep_order=True)
    assert points(MAJORITY, equal) == 1, "the first decides where the others cannot"


def test_a_multiple_is_scored_by_the_option_that_a_guesser_would_tick() -> None:
    item = multiple(["long enough", "x"], ["yy", "zz"])
    found = scored(item)
    assert (found.chance, found.scores[LONGEST]) == (0.5, 1)
    assert points(LONGEST, multiple(["x"], ["long enough", "y"])) == 0
    assert scored(multiple(["x"], ["y", "z", "w"])).chance == 0.25


def test_what_tells_nothing_is_left_out() -> None:
    short = Short.model_validate(
        {
            **{"id": "s", "type": "short", "level": "apply", "claims": ["T1"], "stem": "Why?"},
            **{"answer": "So.", "points": ["a"]},
        }
    )
    assert guess([short, multiple(["a", "b"], []), multiple([], ["a", "b"])]) == []
    assert score([]) is None
    assert scored(short, choice("long enough", "b", "c")).items == 1


def test_a_bank_is_the_mean_of_its_items() -> None:
    found = scored(choice("long enough", "b"), choice("a", "long enough", "c"), choice("abcd", "bcde"))
    assert found.chance == pytest.approx((1 / 2 + 1 / 3 + 1 / 2) / 3)
    assert found.scores[LONGEST] == pytest.approx((1 + 0 + 1 / 2) / 3)
    assert found.items == 3


def test_more_than_ten_points_above_chance_are_too_many() -> None:
    rules = (*RULES, MAJORITY)
    exactly = Score(0.25, dict.fromkeys(rules, 0.25 + MARGIN / 100), 40)
    assert exactly.too_good == []
    above = Score(0.3, {LONGEST: 0.41, FIRST: 0.2, ECHO: 0.5, CAREFUL: 0.3, MAJORITY: 0.3}, 40)
    assert above.too_good == [ECHO, LONGEST]
    assert above.above(ECHO) == pytest.approx(20)


def test_the_table_has_a_line_a_quiz_and_one_for_all() -> None:
    quizzes = {
        "tea": guess([choice("long enough", "b")]),
        "milk": guess([choice("a", "long enough", keep_order=True)]),
        "sugar": [],
    }
    lines = table(quizzes).splitlines()
    assert [line.split()[0] for line in lines[2:5]] == ["tea", "milk", "all"]
    assert lines[3].split() == ["milk", "1", "50", "0", "100", "50", "50", "50"]
    assert lines[4].split()[:4] == ["all", "2", "50", "50"]
    assert [line.split()[0] for line in table({"tea": quizzes["tea"]}).splitlines()[2:3]] == ["tea"]
    assert table({"sugar": []}) == "No question has options to guess among."
