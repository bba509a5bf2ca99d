"""A published source that lessons cite."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from studysite.model.base import Allow, Loc, Record

_IN_DOI = "/:;()."
"""Signs of a DOI that are as good in an address; `<`, `>` and `#`, which it may have too, are not."""


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
    def links(self) -> tuple[tuple[str, str], ...]:
        """Where the source can be read, each place once with its name, the most lasting first."""
        known: dict[str, str] = {}
        if self.doi:
            known[f"https://doi.org/{quote(self.doi, _IN_DOI)}"] = f"doi:{self.doi}"
        if self.arxiv:
            known[f"https://arxiv.org/abs/{self.arxiv}"] = f"arXiv:{self.arxiv}"
        if self.url:
            known.setdefault(self.url, urlsplit(self.url).netloc.removeprefix("www."))
        return tuple((name, address) for address, name in known.items())
