"""What a browser needs to know to install the site: its name, its icons, its colours."""

from __future__ import annotations

import json

from studysite.model import Course

MANIFEST = "manifest.webmanifest"
PAPER = "#fbfaf7"
"""As --paper in docs/assets/css/roles.css."""


def manifest(course: Course) -> str:
    """The manifest of the site. Its addresses hold wherever the site lies, since they start from its own."""
    says = {
        "id": "./",
        "name": course.plan.title,
        "lang": "en",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [_icon("assets/favicon.svg", "any"), _icon("assets/icon-maskable.svg", "maskable")],
    }
    return json.dumps(says, ensure_ascii=False, indent=2) + "\n"


def _icon(path: str, purpose: str) -> dict[str, str]:
    return {"src": path, "sizes": "any", "type": "image/svg+xml", "purpose": purpose}
