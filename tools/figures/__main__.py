"""`python -m tools.figures` writes every figure anew."""

from tools.figures import FIGURES, FOLDER, svg

FOLDER.mkdir(parents=True, exist_ok=True)
for name in FIGURES:
    (FOLDER / f"{name}.svg").write_text(svg(name), encoding="utf-8", newline="\n")
