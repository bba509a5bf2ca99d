"""Keeps a formula and the signs that touch it on one line, as if it were letters."""

from __future__ import annotations

import re

from lxml import etree, html

_TOUCHING = re.compile(r"\S+")


def hold(formula: etree._Element) -> None:
    """Put a formula and what touches it into one span, which a style sheet does not break."""
    tail, parent = formula.tail or "", formula.getparent()
    touching = _TOUCHING.match(tail)
    if touching and parent is not None:
        whole = html.Element("span", {"class": "whole"})
        parent.replace(formula, whole)
        whole.append(formula)
        formula.tail, whole.tail = touching[0], tail[touching.end() :]
