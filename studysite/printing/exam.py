"""An exam on paper, and its key apart: the same questions in each form, in another order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from studysite.book import Leaf
from studysite.markdown import plain_text
from studysite.materials import Materials
from studysite.model import Item, Lesson
from studysite.printing.draw import drawn, in_order, item_seed
from studysite.printing.environment import environment
from studysite.printing.finish import finished
from studysite.printing.points import rules, worth
from studysite.render.address import lesson_page
from studysite.wording import many


@dataclass(frozen=True)
class Sheet(Leaf):
    """A part of an exam: it says what a question is worth, and arranges its entries by the form."""

    seeds: Mapping[str, str] = field(default_factory=dict)
    """What the entries of each item are arranged by."""

    def seed(self, item: Item) -> str:
        """What the order of the entries hangs on: the seed and the form."""
        return self.seeds[item.id]

    def aside(self, item: Item) -> str:
        """What a question is worth."""
        return many(worth(item), "point")


@dataclass(frozen=True)
class Exam:
    """A paper as it was asked for; its lessons have as many questions, or more."""

    materials: Materials
    lessons: tuple[Lesson, ...]
    questions: int
    seed: int
    form: str
    minutes: int | None = None

    @cached_property
    def items(self) -> list[Item]:
        """Its questions in the order of its form."""
        seed = str(self.seed)
        return in_order(drawn(self.lessons, self.questions, seed), seed, self.form)

    @cached_property
    def points(self) -> int:
        """What all of it is worth."""
        return sum(map(worth, self.items))

    @property
    def length(self) -> str:
        """How long it is, in words."""
        parts = [many(len(self.items), "question"), many(self.points, "point")]
        return ", ".join([*parts, many(self.minutes, "minute")] if self.minutes else parts)

    @property
    def rules(self) -> list[str]:
        """How its points are given."""
        return rules(self.items)

    @property
    def subjects(self) -> list[str]:
        """The lessons that it is about."""
        return [plain_text(lesson.head.title) for lesson in self.lessons]

    @cached_property
    def number(self) -> str:
        """What tells it from any other paper: it changes with each question and its order."""
        content = "\n".join(f"{self._seeds[item.id]} {item.model_dump_json()}" for item in self.items)
        return sha256(content.encode()).hexdigest()[:6]

    @property
    def mark(self) -> str:
        """What stands on each page, so that paper and key find each other."""
        return f"Form {self.form} · Seed {self.seed} · No. {self.number}"

    @property
    def name(self) -> str:
        """What its files are called."""
        about = self.lessons[0].slug if len(self.lessons) == 1 else f"{len(self.lessons)}-lessons"
        return f"{about}-{self.questions}-questions-seed-{self.seed}-form-{self.form}"

    def page(self, item: Item) -> Sheet:
        """The leaf that writes an item."""
        return self._pages[self.materials.course.item[item.id][0].slug]

    def paper(self) -> str:
        """The HTML of what is handed out."""
        return self._written("exam.html", f"Exam, form {self.form}")

    def key(self) -> str:
        """The HTML of what is not."""
        return self._written("exam-key.html", f"Key to the exam, form {self.form}")

    def _written(self, template: str, title: str) -> str:
        env = environment()
        return finished(
            env.get_template(template).render(exam=self, course=self.materials.course, title=title)
        )

    @cached_property
    def _seeds(self) -> dict[str, str]:
        return {item.id: item_seed(item, str(self.seed), self.form) for item in self.items}

    @cached_property
    def _pages(self) -> dict[str, Sheet]:
        numbers = {item.id: number for number, item in enumerate(self.items, 1)}
        return {
            lesson.slug: Sheet(
                environment(),
                self.materials,
                lesson_page(lesson),
                lesson,
                numbers=numbers,
                seeds=self._seeds,
            )
            for lesson in self.lessons
        }
