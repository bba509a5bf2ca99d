"""Runs axe-core on a page, with every rule that it has on by default and the one on the size of targets."""

from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page

from studysite.node import install_dev
from tests.projects import ROOT

SOURCE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """options => {
    scrollTo(0, 0)  // so that the bar at the top covers nothing by chance
    return axe.run(document, {resultTypes: ["violations"], ...options})
}"""
EVERY_RULE = {"rules": {"target-size": {"enabled": True}}}
RULES_OF_COLOUR = {"runOnly": ["color-contrast", "link-in-text-block"]}
looks = pytest.mark.parametrize(("dark", "width"), [(False, 1280), (True, 320)], ids=["light", "dark phone"])
"""Each scheme and each width once: the scheme changes colours alone, and the width no colour."""


@cache
def source() -> str:
    """The library's text, installed where it is not."""
    install_dev(ROOT)
    return SOURCE.read_text("utf-8")


def violations(page: Page, where: str) -> list[str]:
    """What axe finds wrong, a line for each place; `where` says which page it is, in which state."""
    return _told(page, where, EVERY_RULE)


def violations_of_colour(page: Page, where: str) -> list[str]:
    """What axe finds wrong with the colours: they are all that another scheme changes on a page."""
    return _told(page, where, RULES_OF_COLOUR)


def _told(page: Page, where: str, options: dict[str, Any]) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(source())
    found: dict[str, Any] = page.evaluate(RUN, options)
    places = [(rule["id"], node) for rule in found["violations"] for node in rule["nodes"]]
    return [
        f"{where}: {rule}: {node['target']}: {' '.join(node['failureSummary'].split())}"
        for rule, node in places
    ]
