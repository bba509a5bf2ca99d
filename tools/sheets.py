"""Takes contact sheets of what is printed: run build.py first, then `python -m tools.sheets`.

Each PDF of site/downloads/ that PRINT.md shows becomes one picture in tools/pictures/print/: its first pages,
side by side.
"""

import re
import sys
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).parent.parent
DOWNLOADS = ROOT / "site" / "downloads"
FOLDER = ROOT / "tools" / "pictures" / "print"
SHOWN = ROOT / "tools" / "PRINT.md"
WIDTH = 300
"""Pixels of a page."""
ROW, MOST = 6, 18
"""Pages in a row, and on a sheet."""
GAP = 12
GROUND = "#8a8d93"
COLOURS = 24
LARGEST = 400_000


def sheet(path: Path) -> Image.Image:
    """The first pages of a PDF."""
    pages = list(pypdfium2.PdfDocument(path))[:MOST]
    pictures = [page.render(scale=WIDTH / page.get_width()).to_pil() for page in pages]
    rows = [pictures[start : start + ROW] for start in range(0, len(pictures), ROW)]
    heights = [max(picture.height for picture in row) for row in rows]
    across = max(map(len, rows))
    size = (across * (WIDTH + GAP) + GAP, sum(heights) + GAP * (len(rows) + 1))
    made, top = Image.new("RGB", size, GROUND), GAP
    for row, height in zip(rows, heights, strict=True):
        for column, picture in enumerate(row):
            made.paste(picture, (GAP + column * (WIDTH + GAP), top))
        top += height + GAP
    return made


def main() -> None:
    """Take all sheets anew."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name in re.findall(r"pictures/print/([\w-]+)\.png", SHOWN.read_text(encoding="utf-8")):
        kept = FOLDER / f"{name}.png"
        sheet(DOWNLOADS / f"{name}.pdf").quantize(COLOURS).save(kept, optimize=True)
        size = kept.stat().st_size
        if size > LARGEST:
            sys.exit(f"{kept.name} has {size} bytes, which is too much for a repository.")
        print(f"{kept.relative_to(ROOT)}: {size // 1000} kB")


if __name__ == "__main__":
    main()
