"""Sentences that look like a lesson's and mean nothing: the same seed always writes the same ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import yaml

WORDS: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("words.yml").read_text(encoding="utf-8")
)
ADJECTIVES, NOUNS, VERBS = WORDS["adjective"], WORDS["noun"], WORDS["verb"]
SENTENCES = (
    "{adjective} {noun} {adverb} {verb} {adjective} {noun} {place}",
    "when {noun} {verb} {noun}, {adjective} {noun} {adverb} {verb} the {noun} that they were given",
    "in {number} of the {noun}, {adjective} {noun} {verb} {noun}, though other {noun} {adverb} {verb} them",
    "{noun} that {verb} {adjective} {noun} {place} also {verb} the {noun} behind them",
    "the {adjective} {noun} {verb} {noun}; the {noun} that remain {verb} {adjective} {noun} {place}",
    "what {noun} {verb} {place}, {adjective} {noun} {verb} again with fewer {noun} and more {noun}",
    "neither {noun} nor {adjective} {noun} {adverb} {verb} {noun} {place}, and {number} studies agree",
    "some {noun} {verb} {noun} because {adjective} {noun} {adverb} {verb} them {place}",
)
PHRASES = (
    "{adjective} {noun} {adverb} {verb} {noun}",
    "the {noun} {verb} {adjective} {noun} {place}",
    "{noun} {verb} {noun}, and {adjective} {noun} {verb} them",
    "mainly {adjective} {noun} {verb} the {noun} {place}",
)
TITLES = (
    "{adjective} {noun} and {noun}",
    "{adjective} {noun} beside {noun}",
    "{noun} without {noun}",
    "{noun} before {adjective} {noun}",
)
MARKS = ("*{}*", '"{}"', "{}'", "{} -- at least once --")
MARKED = 0.12
"""The share of sentences with a mark: texts then hold Markdown as often as in a lesson of the course."""


class Writer:
    """Writes words, sentences and paragraphs by chance, from a seed."""

    def __init__(self, seed: str) -> None:
        self.chance = Random(seed)

    def pick(self, words: Sequence[str]) -> str:
        return self.chance.choice(words)

    def title(self) -> str:
        """Three or four words, as a heading has them."""
        return self._from(TITLES)

    def phrase(self) -> str:
        """Six to ten words without a stop, as an option of a question has them."""
        return self._from(PHRASES)

    def sentence(self) -> str:
        """Some fifteen words; now and then one of them is emphasised, quoted or has an apostrophe."""
        text = f"{self._from(SENTENCES)}."
        if self.chance.random() > MARKED:
            return text
        first, word, rest = text.split(" ", 2)
        return f"{first} {self.pick(MARKS).format(word)} {rest}"

    def question(self) -> str:
        return f"{self.sentence()} Which of these {self._from(PHRASES).lower()}?"

    def paragraph(self, words: int) -> str:
        """Whole sentences until there are that many words."""
        text = self.sentence()
        while len(text.split()) < words:
            text += f" {self.sentence()}"
        return text

    def _from(self, patterns: Sequence[str]) -> str:
        words = [self._word(word) for word in self.pick(patterns).split()]
        text = " ".join(words)
        return text[0].upper() + text[1:]

    def _word(self, pattern: str) -> str:
        name, is_place, rest = pattern.partition("}")
        return f"{self.pick(WORDS[name[1:]])}{rest}" if is_place else pattern
