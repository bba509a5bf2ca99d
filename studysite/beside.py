"""What `check` shows beside its report, where it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from studysite import guesser, report
from studysite.checking import Checked
from studysite.diagnostics import Style, has_errors
from studysite.report import Report


@dataclass(frozen=True)
class Asked:
    """In which form a check is to report, and what it is to show beside that."""

    form: str
    guessing: bool = False
    figures: bool = False
    at_terminal: bool = False
    """Whether a person reads standard output as it comes."""

    @property
    def is_text(self) -> bool:
        """Whether the report is for a person; else it has standard output for itself."""
        return self.form == "text"


def reported(checked: Checked, asked: Asked, style: Style) -> Report:
    """The report. It leaves standard output to the list of figures where that can stand there."""
    made = report.FORMATS[asked.form](checked.diagnostics, style, checked.held)
    return Report(err=made.err + made.out) if asked.figures and asked.is_text else made


def tables(root: Path, checked: Checked, asked: Asked) -> Iterator[str]:
    """Yield what is shown beside the report: what a guesser scores on a sound course, and all figures."""
    warned = any(diagnostic.code == "guessable" for diagnostic in checked.diagnostics)
    wanted = asked.guessing or (warned and asked.is_text and asked.at_terminal)
    if wanted and not has_errors(checked.diagnostics):
        yield f"\n{guesser.table(checked.guesses)}"
    if asked.figures:
        from studysite.figures import listing
        from studysite.load import load

        loaded = load(root)
        yield listing(loaded.course, loaded.files)
