"""Runs axe-core on a page, with every rule that it has on by default and the one on the size of targets."""

from functools import cache
from typing import Any

from playwright.sync_api import Page

from studysite.node import install_dev
from tests.projects import ROOT

SOURCE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """() => {
    scrollTo(0, 0)  // so that the bar at the top covers nothing by chance
    return axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}})
}"""


@cache
def source() -> str:
    """The library's text, installed where it is not."""
    install_dev(ROOT)
    return SOURCE.read_text("utf-8")


def violations(page: Page, where: str) -> list[str]:
    """What axe finds wrong, a line for each place; `where` says which page it is, in which state."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(source())
    found: dict[str, Any] = page.evaluate(RUN)
    places = [(rule["id"], node) for rule in found["violations"] for node in rule["nodes"]]
    return [
        f"{where}: {rule}: {node['target']}: {' '.join(node['failureSummary'].split())}"
        for rule, node in places
    ]
