"""From disk every link names a file; what is no link to a folder of the site is left as it is."""

from pathlib import Path

import pytest

from studysite.fromdisk import data_from_disk, page_from_disk, prepare
from tests.projects import snapshot, write


@pytest.mark.parametrize(
    ("link", "from_disk"),
    [
        ('<a href="../tea/">', '<a href="../tea/index.html">'),
        (
            '<a class="term" href="../tea/#boil" id="x">',
            '<a class="term" href="../tea/index.html#boil" id="x">',
        ),
        ('<a href="tea/?h=a#boil">', '<a href="tea/index.html?h=a#boil">'),
        ("<a href='./'>", "<a href='./index.html'>"),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href="..#top">', '<a href="../index.html#top">'),
        ('<a title="1 > 0" href="a/">', '<a title="1 > 0" href="a/index.html">'),
        ('<a\n  href="a/">', '<a\n  href="a/index.html">'),
        ('<p data-href="a/">', '<p data-href="a/index.html">'),
        (
            '<meta http-equiv="refresh" content="0; url=../tea/">',
            '<meta http-equiv="refresh" content="0; url=../tea/index.html">',
        ),
    ],
)
def test_a_link_to_a_folder_names_its_page(link: str, from_disk: str) -> None:
    assert page_from_disk(f"<p>{link}") == f"<p>{from_disk}"
    assert page_from_disk(from_disk) == from_disk


@pytest.mark.parametrize(
    "text",
    [
        '<a href="">',
        '<a href="#boil">',
        '<a href="?q=a/">',
        '<a href="tea.html">',
        '<a href="tea/leaf.svg">',
        '<a href="a..">',
        '<a href="https://example.org/">',
        '<a href="//example.org/a/">',
        '<a href="mailto:a@b.c/">',
        '<p>Write href="a/" or content="0; url=a/".</p>',
        '<p title="href=a/">',
        '<script id="__config" type="application/json">{"base": "../.."}</script>',
    ],
)
def test_what_names_no_folder_of_the_site_stays(text: str) -> None:
    assert page_from_disk(text) == text


@pytest.mark.parametrize(
    ("data", "from_disk"),
    [
        (r'{"html":"<a href=\"../tea/\">"}', r'{"html":"<a href=\"../tea/index.html\">"}'),
        (r'{"html":"\u003ca href=\"../tea/#boil\""}', r'{"html":"\u003ca href=\"../tea/index.html#boil\""}'),
        ('{"at":"lessons/tea/practice/"}', '{"at":"lessons/tea/practice/index.html"}'),
        ('["../../lessons/tea/#boil"]', '["../../lessons/tea/index.html#boil"]'),
        (
            r'{"text":"Tea/milk or both/ \"a/ b\", and/or."}',
            r'{"text":"Tea/milk or both/ \"a/ b\", and/or."}',
        ),
        ('{"text":"/", "more":"", "at":"a.html", "url":"https://a.b/"}', None),
    ],
)
def test_links_and_addresses_in_data_do_too(data: str, from_disk: str | None) -> None:
    assert data_from_disk(f"study.add({data});") == f"study.add({from_disk or data});"


def test_only_what_is_ours_is_changed_and_what_a_server_needs_is_gone(tmp_path: Path) -> None:
    served = {"404.html": "", "sw.js": "", "manifest.webmanifest": "{}", "assets/install.js": ""}
    data = r'"<a href=\"a/\">"'
    write(
        tmp_path,
        {**served, "assets/decks/a.js": data, "assets/study.js": data, "a/index.html": "<a href='b/'>"},
    )
    prepare(tmp_path)
    assert {path: text.decode() for path, text in snapshot(tmp_path).items()} == {
        "a/index.html": "<a href='b/index.html'>",
        "assets/decks/a.js": r'"<a href=\"a/index.html\">"',
        "assets/study.js": data,
    }
