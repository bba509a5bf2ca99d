"""The manifest names the course and leads to what is there, and its colours are those of the pages."""

import json
import re

from studysite.load import load
from studysite.render import manifest
from tests.projects import ROOT, SAMPLE


def test_a_site_says_how_it_is_installed() -> None:
    says = json.loads(manifest(load(SAMPLE).course))
    assert says["name"] == "The tea course"
    assert {says["id"], says["start_url"], says["scope"]} == {"./"}
    assert {icon["purpose"] for icon in says["icons"]} == {"any", "maskable"}
    for icon in says["icons"]:
        assert (ROOT / "docs" / icon["src"]).is_file()


def test_the_colours_around_a_page_are_those_of_its_paper() -> None:
    roles = (ROOT / "docs/assets/css/roles.css").read_text("utf-8")
    (papers,) = re.findall(r"--paper: light-dark\((#\w+), (#\w+)\)", roles)
    frame = (ROOT / "docs/overrides/main.html").read_text("utf-8")
    assert re.findall(r'name="theme-color" content="(#\w+)"', frame) == list(papers)
    says = json.loads(manifest(load(SAMPLE).course))
    assert says["theme_color"] == says["background_color"] == papers[0]
