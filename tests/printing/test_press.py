"""The press: the same bytes each time, nothing from elsewhere, and a machine that cannot print is told so."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from studysite import webbuild
from studysite.printing import press
from studysite.printing.press import PrintError, Sheets, Span, cannot_print, lay_out, pdf, spill
from tests.printing.papers import Pdf
from tests.projects import ROOT, new_project, run

CSS = (ROOT / "studysite/templates/print/css/faces.css").read_bytes()
HEAD = '<html lang="en"><head><title>T</title><link rel="stylesheet" href="faces.css"></head>'
PAGE = '<p id="{id}" style="break-before: page; font-family: Text">Page {id}, see {see}</p>'
SEE = '<span data-of="{to}">0</span>'
TEXT = HEAD + "".join(
    PAGE.format(id=id, see=SEE.format(to=to)) for id, to in (("a", "c"), ("b", "a c c"), ("c", "b"))
)


def sheets(text: str = TEXT) -> Sheets:
    return Sheets(text, {"faces.css": CSS, **webbuild.for_print(ROOT)})


def test_page_numbers_are_those_of_the_pages_each_named_once() -> None:
    assert [text.strip() for text in Pdf(pdf(sheets(), "T")).texts] == [
        "Page a, see 3",
        "Page b, see 1, 3",
        "Page c, see 2",
    ]


def test_a_cover_comes_first_and_is_not_counted() -> None:
    made = Pdf(pdf(sheets(), "Some pages", Span("b", "c", cover="c")))
    assert [text.split(",")[0] for text in made.texts] == ["Page c", "Page b"]
    assert made.numbers["b"] == 2
    assert str(made.file.Root.PageLabels.Nums[1].P) == "Cover"


@pytest.mark.parametrize(
    ("span", "pages"), [(Span(), "abc"), (Span(end="c"), "ab"), (Span(start="c"), "c"), (Span("b", "c"), "b")]
)
def test_a_span_has_its_pages_and_keeps_their_numbers(span: Span, pages: str) -> None:
    made = Pdf(pdf(sheets(), "Some pages", span))
    assert [text.split(",")[0] for text in made.texts] == [f"Page {id}" for id in pages]
    assert made.first == "abc".index(pages[0]) + 1
    assert str(made.file.docinfo["/Title"]) == "Some pages"


def test_what_does_not_come_with_a_document_is_not_fetched() -> None:
    with pytest.raises(PrintError, match=r"secret\.png does not come with the document"):
        pdf(sheets(f'{TEXT}<img src="file:///secret.png" alt="x">'), "T")


def test_two_processes_make_the_same_bytes_on_any_day(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom tests.printing.test_press import pdf, sheets\n"
        "sys.stdout.buffer.write(pdf(sheets(), 'T'))"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert made[0].startswith(b"%PDF-1.7")
    assert made[0] == made[1]


def test_what_stands_beyond_so_many_pages_is_counted() -> None:
    document = lay_out(sheets(), TEXT)
    assert [spill(document, pages) for pages in (1, 2, 3)] == [2, 1, 0]


def test_nothing_is_left_in_the_folder_for_what_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press._forget()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pdf(sheets(), "T")
    assert list(tmp_path.iterdir())
    press._forget()
    assert list(tmp_path.iterdir()) == []


NO_PANGO = "raise OSError(\"cannot load library 'libpango-1.0-0'\")\n"


def test_without_pango_the_site_is_built_and_no_link_is_dead(tmp_path: Path) -> None:
    project = new_project(tmp_path / "project")
    shim = tmp_path / "shim"
    shim.mkdir()
    (shim / "weasyprint.py").write_text(NO_PANGO, "utf-8")
    done = run(project, PYTHONPATH=os.pathsep.join((str(shim), str(ROOT))))
    assert done.returncode == 0
    assert "libpango" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    site = project / "site"
    assert list(site.rglob("*.pdf")) == []
    assert not any(".pdf" in page.read_text("utf-8") for page in site.rglob("*.html"))
    assert (site / "downloads" / "course.csv").is_file()


def test_with_pango_nothing_is_to_be_said() -> None:
    assert cannot_print() is None
