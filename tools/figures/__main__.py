"""`python -m tools.figures` writes every figure anew."""

from tools.figures import FIGURES, place, svg

for name in FIGURES:
    place(name).parent.mkdir(parents=True, exist_ok=True)
    place(name).write_text(svg(name), encoding="utf-8", newline="\n")
