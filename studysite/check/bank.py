"""The bank of all questions does not reward somebody who knows nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from studysite.check.rule import Survey
from studysite.diagnostics import Problem
from studysite.guesser import Guess, score
from studysite.layout import PLAN

SMALLEST = 30
"""Questions from which a bank is judged: of thirty, ten points are three; of fewer, one or two."""
DEVIATIONS = 3
"""Standard deviations from an even spread that chance passes once in some hundred banks."""
NAMED = 8
"""Questions that a warning names: enough to begin with."""
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")


def balanced_keys(survey: Survey) -> Iterator[Problem]:
    """Keys of choices stand in each place about equally often, as learners see them."""
    keys = [question.place for question in survey.questions if question.place is not None]
    if len(keys) < SMALLEST:
        return
    found = Counter(place for place, _ in keys)
    for place, name in enumerate(PLACES):
        chances = [1 / number for _, number in keys if number > place]
        expected, deviation = sum(chances), sqrt(sum(chance * (1 - chance) for chance in chances))
        if found[place] > expected + DEVIATIONS * deviation:
            yield Problem(
                (PLAN,),
                "unbalanced-keys",
                f"the {name} option is the right one in {found[place]} of {len(keys)} choices,"
                f" where {round(expected)} are to be expected",
                "Take `keep_order: true` out where the order of the options means nothing.",
            )


def hard_to_guess(survey: Survey) -> Iterator[Problem]:
    """No simple rule scores far above chance over the bank."""
    guesses = [question.guess for question in survey.questions if question.guess is not None]
    total = score(guesses)
    if total is None or total.items < SMALLEST:
        return
    for rule in total.too_good:
        yield Problem(
            (PLAN,),
            "guessable",
            f"a guesser who goes by {rule} is right in {total.scores[rule]:.0%} of {total.items} questions,"
            f" where chance gives {total.chance:.0%}: {_named(guesses, rule)}",
            "Make right and wrong options alike in form; `check --guesser` shows each quiz.",
        )


def _named(guesses: list[Guess], rule: str) -> str:
    """The questions that a rule gives away, those first where it gains most."""
    gains = {each.id: each.scores[rule] - each.chance for each in guesses}
    names = sorted((name for name, gain in gains.items() if gain > 0), key=lambda name: -gains[name])
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
