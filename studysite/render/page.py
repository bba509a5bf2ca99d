"""A page, and what its template may ask: prose in HTML, links, numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from studysite.markdown import (
    Citation,
    Directive,
    Document,
    Formula,
    Gap,
    Image,
    Link,
    Slot,
    TermLink,
    fill,
    gaps,
    hold_names,
    parse,
    plain_text,
    without_links,
)
from studysite.materials import Materials
from studysite.model import Lesson, Prose, Reference, Term
from studysite.render.address import GLOSSARY, REFERENCES, asset, href, lesson_page, practice_page
from studysite.targets import Elsewhere, Inside, from_here, link_target, on_site
from studysite.work import File


@dataclass(frozen=True)
class Page:
    """A staged page: its path under out/pages, and its text."""

    path: str
    text: str


@dataclass(frozen=True)
class Mentioned:
    """The terms and the references that a page links to, by id: their notes stand at its end."""

    terms: dict[str, Term] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)


@dataclass(frozen=True)
class View:
    """One page seen from its template: it knows where it is, so its links are relative."""

    env: Environment
    materials: Materials
    path: str
    lesson: Lesson | None = None
    mentioned: Mentioned = field(default_factory=Mentioned)

    def block(self, text: str) -> Markup:
        """Markdown paragraphs as HTML."""
        return self.html(parse(text))

    def inline(self, text: str) -> Markup:
        """One Markdown paragraph as HTML, without its `<p>`."""
        return self.html(parse(text, Prose.INLINE))

    def label(self, text: str) -> Markup:
        """An inline text inside a control, without links."""
        return self.html(parse(text, Prose.LABEL))

    def cloze(self, text: str) -> list[tuple[Document, Gap | None]]:
        """The blanks of a cloze item's text, each with what stands before it."""
        return gaps(parse(text, Prose.CLOZE))

    def cloze_label(self, text: str) -> list[tuple[Document, Gap | None]]:
        """The blanks of a cloze card's text, each with what stands before it."""
        return gaps(parse(text, Prose.CLOZE_LABEL))

    def code(self, text: str, language: str) -> Markup:
        """A text as the author writes it, coloured as code in a lesson is."""
        fence = "~" * 8
        return self.html(parse(f"{fence} {language}\n{text.rstrip()}\n{fence}"))

    def unlinked(self, text: str) -> Markup:
        """Markdown paragraphs without a link in them, for a note beside a link."""
        return self.html(without_links(parse(text)))

    def plain(self, text: str) -> str:
        """Markdown as text without markup."""
        return plain_text(text)

    def html(self, document: Document) -> Markup:
        """A document as HTML, its slots filled for this page."""
        held = replace(document, html=hold_names(document.html, self._macro("whole")))
        return Markup(fill(held, self._fill))

    def to(self, page: str, anchor: str = "") -> str:
        """The link to another staged page."""
        return href(self.path, page, anchor)

    def file(self, path: str) -> str:
        """The link to a file of the site."""
        return asset(self.path, path)

    def printed(self, form: str, lesson: str = "") -> list[File]:
        """What a lesson, or the course, has in a form, on each paper."""
        works = (file for file in self.materials.files if file.work.form == form)
        return [file for file in works if file.work.lesson == lesson]

    def cite(self, keys: Iterable[str]) -> Markup:
        """Citations as in a text."""
        return Markup(self._citation(Citation(tuple(keys), "")))

    def card(self, id: str) -> str:
        """The link to a card of any lesson."""
        lesson, _ = self.materials.course.card[id]
        return self.to(practice_page(lesson), id)

    def passage(self, section: str) -> str:
        """The link to `lesson#section`."""
        slug, _, anchor = section.partition("#")
        return self.to(lesson_page(self.materials.course.lesson[slug]), anchor)

    def section(self, claims: list[str]) -> str:
        """The link to the passage that teaches `claims`, or '' where this lesson has none."""
        section = self.lesson.section_of(claims) if self.lesson else None
        return self.to(lesson_page(self.lesson), section.id) if self.lesson and section else ""

    def page(self, template: str, **values: Any) -> Page:
        """The whole page, of a template that extends `page.md`."""
        return Page(self.path, self.render(template, **values))

    def render(self, template: str, **values: Any) -> str:
        """Render a template of ours with this view as `page`."""
        return self.env.get_template(template).render(page=self, course=self.materials.course, **values)

    def _macro(self, name: str) -> Any:
        return getattr(self.env.get_template("slots.html").module, name)

    def _fill(self, slot: Slot) -> str:
        match slot:
            case Citation():
                return f"({self._citation(slot)})"
            case TermLink():
                return self._term(slot)
            case Formula():
                return self._formula(slot)
            case Link():
                return str(escape(self.link(slot.target)))
            case Image():
                return self._image(slot)
            case Directive():
                return self._directive(slot)
            case _:
                return ""

    def _citation(self, citation: Citation) -> str:
        references = [self.materials.course.reference[key] for key in citation.keys]
        if citation.linked:
            self.mentioned.references.update((reference.key, reference) for reference in references)
        link = self.to(REFERENCES) if citation.linked else ""
        return str(self._macro("citation")(references, link))

    def _formula(self, formula: Formula) -> str:
        mathml = Markup(self.materials.formulas[formula])
        return str(self._macro("formula")(mathml)) if formula.display else mathml

    def _term(self, link: TermLink) -> str:
        term = self.materials.course.term[link.name.lower()]
        if link.linked:
            self.mentioned.terms[term.id] = term
        there = self.to(GLOSSARY, term.id) if link.linked else ""
        return str(self._macro("term")(link.shown, there))

    def link(self, target: str) -> str:
        """The final address of a link that an author wrote."""
        found = link_target(self.lesson, target)
        match found:
            case Elsewhere():
                return found.url
            case Inside():
                lesson = self.materials.course.lesson[found.slug]
                on_text = not found.anchor or found.anchor in {section.id for section in lesson.sections}
                page = lesson_page(lesson) if on_text else practice_page(lesson)
                return self.to(page, found.anchor)
            case None:
                raise KeyError(target)

    def _image(self, image: Image) -> str:
        path = from_here(self.lesson, image.path)
        drawing = self.materials.drawings.get(path, "")
        source = asset(self.path, on_site(path))
        caption = self.html(image.caption)
        return str(
            self._macro("figure" if image.figure else "image")(image, Markup(drawing), source, caption)
        )

    def _directive(self, directive: Directive) -> str:
        assert self.lesson is not None
        placeable = {entity.id: entity for entity in self.lesson.placeable[directive.name]}
        placed = [placeable[name] for name in directive.arguments]
        return self.render(f"directives/{directive.name}.html", placed=placed)
