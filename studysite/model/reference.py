"""A published source that lessons cite."""

from __future__ import annotations

from studysite.model.base import Allow, Loc, Record


class Reference(Record):
    """An entry of content/references.bib, as far as a reader needs it."""

    key: str
    authors: tuple[tuple[str, str], ...]
    """(given names, family name) of each; an institution has no given names."""
    and_others: bool
    title: str
    year: str
    venue: str = ""
    arxiv: str = ""
    doi: str = ""
    url: str = ""
    note: str = ""
    allow: Allow = {}
    """Warnings about this entry that are not to be shown: its field `allow = {code: reason}`."""
    loc: Loc = ()

    @property
    def label(self) -> str:
        """Author and year, as a citation in the text: 'Wen et al. 2025'."""
        families = [family for _, family in self.authors] or [self.key]
        if self.and_others or len(families) > 2:
            return f"{families[0]} et al. {self.year}"
        return f"{' and '.join(families)} {self.year}"

    @property
    def link(self) -> str:
        """Where the source can be read, or '' where nothing is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.arxiv:
            return f"https://arxiv.org/abs/{self.arxiv}"
        return self.url
