"""Dead links and anchors, requests to elsewhere and breaches of the policy are found, and no more."""

from pathlib import Path

import pytest

from studysite.sitecheck import faults, read_page
from tests.projects import POLICY, write

SITE = {
    "index.html": f'{POLICY}<h1 id="top">A</h1>',
    "404.html": f"{POLICY}<p>",
    "lessons/tea/index.html": f'{POLICY}<h2 id="boiling">A</h2><h2 id="süß">B</h2><a name="old"></a>',
    "lessons/tea/a b.svg": "<svg/>",
    "assets/a.css": "",
    "assets/a.js": "",
    "about.html": f'{POLICY}<i id="x">',
}


def found(root: Path, html: str, at: str = "lessons/milk/index.html") -> list[str]:
    """What is wrong with a site in which one page says `html`."""
    write(root, {**SITE, at: f"<!doctype html><head>{POLICY}</head><body>{html}"})
    return faults(root)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../tea/">',
        '<a href="../tea/#boiling">',
        '<a href="../tea/index.html#boiling">',
        '<a href="../tea/#s%C3%BC%C3%9F">',
        '<a href="../../">',
        '<a href="../..">',
        '<a href="../../#top">',
        '<a href="../../about.html#x">',
        '<a href="/about.html">',
        '<a href="/lessons/tea/#boiling">',
        '<a href="/">',
        '<a href="./"><a href="."><a href=""><a href="?q=x">',
        '<a href="#here"><b id="here">',
        '<a href="../tea/?q=1#boiling">',
        '<img src="../tea/a%20b.svg"><img src="../tea/a b.svg">',
        '<script src="../../assets/a.js"></script><link rel="stylesheet" href="../../assets/a.css">',
        '<img src="data:image/png;base64,AA==">',
        '<a href="https://example.org/x#y"><a href="http://example.org"><a href="mailto:a@b.c">',
        '<a href="//example.org/">',
        '<link rel="canonical" href="https://example.org/">',
        "<a>no address</a><p id=x>",
        '<img srcset="../tea/a%20b.svg 1x, ../../assets/a.css 2x" src="../../assets/a.js">',
    ],
)
def test_what_is_sound(html: str, tmp_path: Path) -> None:
    assert found(tmp_path, html) == []


@pytest.mark.parametrize(
    ("html", "address", "what"),
    [
        ('<a href="../milch/">', "../milch/", "leads nowhere"),
        ('<a href="../tea">', "../tea", "leads nowhere"),
        ('<a href="tea/">', "tea/", "leads nowhere"),
        ('<a href="../tea/lesson.md">', "../tea/lesson.md", "leads nowhere"),
        ('<a href="../../../">', "../../../", "leads nowhere"),
        ('<a href="../../../index.html">', "../../../index.html", "leads nowhere"),
        ('<a href="/nowhere/">', "/nowhere/", "leads nowhere"),
        ('<img src="b.png">', "b.png", "leads nowhere"),
        ('<script src="../../assets/b.js"></script>', "../../assets/b.js", "leads nowhere"),
        ('<link rel="stylesheet" href="b.css">', "b.css", "leads nowhere"),
        ('<img srcset="../tea/a%20b.svg 1x, b.png 2x">', "b.png", "leads nowhere"),
        ('<object data="b.svg"></object>', "b.svg", "leads nowhere"),
        ('<form action="nowhere/">', "nowhere/", "leads nowhere"),
        ('<a href="../tea/#boil">', "../tea/#boil", "names an anchor"),
        ('<a href="../tea/#Boiling">', "../tea/#Boiling", "names an anchor"),
        ('<a href="#gone">', "#gone", "names an anchor"),
        ('<a href="../../#boiling">', "../../#boiling", "names an anchor"),
    ],
)
def test_what_leads_nowhere(html: str, address: str, what: str, tmp_path: Path) -> None:
    (fault,) = found(tmp_path, html)
    assert fault.startswith("lessons/milk/index.html: ")
    assert f"the link {address} " in fault
    assert what in fault


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://cdn.example.org/a.js"></script>',
        '<script src="//cdn.example.org/a.js"></script>',
        '<img src="http://example.org/a.png">',
        '<link rel="stylesheet" href="https://fonts.example.org/a.css">',
        '<link rel="preconnect" href="https://fonts.example.org">',
        '<link rel="shortcut icon" href="https://example.org/a.ico">',
        '<iframe src="https://example.org/"></iframe>',
        '<video poster="https://example.org/a.png"></video>',
        '<img srcset="https://example.org/a.png 2x">',
        '<form action="https://example.org/">',
    ],
)
def test_what_another_origin_would_be_asked_for(html: str, tmp_path: Path) -> None:
    (fault,) = found(tmp_path, html)
    assert "another origin" in fault


@pytest.mark.parametrize("at", ["index.html", "404.html", "lessons/milk/practice/index.html"])
def test_every_page_is_looked_at(at: str, tmp_path: Path) -> None:
    assert [fault.partition(":")[0] for fault in found(tmp_path, '<a href="gone/">', at)] == [at]


def test_all_faults_are_said_once_each(tmp_path: Path) -> None:
    html = '<a href="b/"></a><a href="a/"></a><a href="b/"></a><img src="c.png">'
    assert len(found(tmp_path, html)) == 3


def test_an_id_is_an_anchor_wherever_it_stands(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": '<svg><path id="p"/></svg><math id="m"></math>'})
    page = read_page(tmp_path / "index.html")
    assert page is not None
    assert {"p", "m"} <= page.ids


@pytest.mark.parametrize("html", ["", "<!-- -->"])
def test_an_empty_page_is_a_fault(html: str, tmp_path: Path) -> None:
    write(tmp_path, {"index.html": f"{POLICY}<p>", "a/index.html": html})
    (fault,) = faults(tmp_path)
    assert fault.startswith("a/index.html: ")


@pytest.mark.parametrize("address", ["https://[x", "//[", "http://a:b:c/", "%zz", "#%", "a\\b"])
def test_an_address_that_is_none_stops_nothing(address: str, tmp_path: Path) -> None:
    assert len(found(tmp_path, f'<a href="{address}"></a><a href="gone/"></a>')) in (1, 2)


@pytest.mark.parametrize(
    ("css", "fault"),
    [
        ("a { background: url(b.png) }", "b.png leads nowhere"),
        ("a { background: url('https://a.example/b.png') }", "another origin"),
        ('@import "https://a.example/b.css";', "another origin"),
        ("@font-face { src: url(../assets/a.js) }", ""),
        ("a { background: url(data:image/png;base64,AA==) }", ""),
        ("/* url(b.png) is not there */", ""),
    ],
)
def test_style_sheets_are_looked_into(css: str, fault: str, tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "assets/a.css": css})
    said = faults(tmp_path)
    assert len(said) == bool(fault)
    assert all(fault in each and each.startswith("assets/a.css: ") for each in said)


@pytest.mark.parametrize("html", ["\x00", "<a href=", "text alone", "<p>\ud7ff"])
def test_a_page_that_is_hardly_one_is_no_fault(html: str, tmp_path: Path) -> None:
    write(tmp_path, {"index.html": html})
    assert [fault for fault in faults(tmp_path) if "no policy" not in fault] == []


@pytest.mark.parametrize(
    ("html", "breach"),
    [
        ("<script>1</script>", "a script stands in the page"),
        ("<script type=module>1</script>", "a script stands in the page"),
        ("<style>a {}</style>", "a sheet of styles"),
        ('<p style="color: red">', "the attribute style of the element p"),
        ("<svg><path style='fill: red'/></svg>", "the attribute style of the element path"),
        ("<button onclick=x>", "the attribute onclick of the element button"),
        ('<a href=" JavaScript:x">', "the link"),
    ],
)
@pytest.mark.parametrize("at", ["404.html", "lessons/milk/index.html"])
def test_what_the_policy_refuses_is_a_fault_of_its_page(
    html: str, breach: str, at: str, tmp_path: Path
) -> None:
    (fault,) = found(tmp_path, html, at)
    assert fault.startswith(f"{at}: ")
    assert breach in fault


def test_data_and_files_are_no_breach(tmp_path: Path) -> None:
    data = '<script type="application/json">{}</script><script src="../../assets/a.js"></script>'
    assert found(tmp_path, f"{data}<study-item only='x'></study-item>") == []


@pytest.mark.parametrize(
    "page",
    [
        "<p>none",
        f'<link rel="stylesheet" href="assets/a.css">{POLICY}<p>',
        f"<head></head><body>{POLICY}<p>",
        '<meta http-equiv="refresh" content="0; url=about.html"><p>',
    ],
)
def test_a_page_without_the_policy_above_all_that_it_loads_is_a_fault(page: str, tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "a.html": f"<!doctype html>{page}"})
    (fault,) = faults(tmp_path)
    assert fault == "a.html: it has no policy above all that it loads"
