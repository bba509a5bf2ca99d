"""The page of all that `check` finds: the table of codes, for people."""

from __future__ import annotations

from jinja2 import Environment

from studysite.codes import entries, families
from studysite.materials import Materials
from studysite.render.address import PROBLEMS
from studysite.render.page import Page, View

_SILENCE = """\
A warning that was looked at and is right to leave is silenced where it arises, with the reason:

```yaml
- id: when-boil
  allow: {long-key: The long one is a quotation.}
```

`allow:` can stand on any question, card, claim, misconception or term, in a lesson's front matter for the
lesson and its text, in `content/course.yml` for the course as a whole, and in references.bib as
`allow = {unused-reference: why it stays}`. One that silences nothing is a warning itself.
"""


def problems_page(env: Environment, materials: Materials) -> Page:
    """The page, each code with an anchor of its own name."""
    severities = [entry.severity for entry in entries().values()]
    return View(env, materials, PROBLEMS).page(
        "problems.md",
        families=families(),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        silence=_SILENCE,
    )
