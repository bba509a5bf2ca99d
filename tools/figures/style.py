"""The stylesheet inside each file, for looking at a figure on its own; the site drops it for its own."""

import re
from pathlib import Path

SHEET = Path(__file__).parents[2] / "docs/assets/css/drawing.css"
LIGHT = {
    "paper": "#fbfaf7",
    "card": "#ffffff",
    "ink": "#1d1f23",
    "soft": "#5a606b",
    "line": "#dedad0",
    "accent": "#1f4e79",
    "tint": "#e6eef6",
    "right": "#1c6b45",
    "wrong": "#9b3324",
}
DARK = {
    "paper": "#14161a",
    "card": "#1c1f25",
    "ink": "#e7e5df",
    "soft": "#a3a8b3",
    "line": "#343842",
    "accent": "#8fbce6",
    "tint": "#1f2d3d",
    "right": "#7fcfa4",
    "wrong": "#f0a08f",
}


def preview() -> str:
    """The screen rules of drawing.css with plain values: not every viewer of SVG knows custom properties."""
    css = re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)
    screen = css.partition("@media")[0].replace("var(--font-ui)", "Inter, system-ui, sans-serif")
    screen += ".drawing { background: var(--paper); }"
    coloured = "\n".join(rule for rule in re.findall(r"[^{}]+\{[^{}]*\}", screen) if "var(--" in rule)
    light, dark = _resolve(screen, LIGHT), _resolve(coloured, DARK)
    return f"{light} @media (prefers-color-scheme: dark) {{ {dark} }}"


def _resolve(css: str, values: dict[str, str]) -> str:
    """One line of CSS with each custom property replaced by its value."""
    return " ".join(re.sub(r"var\(--(\w+)\)", lambda found: values[found[1]], css).split())
