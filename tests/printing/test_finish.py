"""A document is made fit for paper: notes where they are called, links told, dead ends gone."""

from lxml import html

from studysite.printing.finish import finished
from tests.printing.papers import untied


def chapter(text: str) -> html.HtmlElement:
    page = f'<section class="chapter"><div class="prose">{text}</div></section><p id="there">There</p>'
    return html.document_fromstring(untied(finished(f"<html><body>{page}</body></html>")))


def test_a_link_of_a_text_says_the_page_that_it_leads_to() -> None:
    (said,) = chapter('<p>See <a href="#there">there</a>, then go.</p>').xpath("//span[@class='see']")
    assert said.text_content() == " (page )"
    assert said.xpath("span/@data-of") == ["there"]
    assert said.tail == ", then go."


def test_terms_and_sources_say_no_page() -> None:
    term = '<a class="term" href="#there">a word</a>'
    source = '<span class="cite"><a href="#there">Somebody 2020</a></span>'
    assert chapter(f"<p>{term} {source}</p>").xpath("//span[@class='see']") == []


def test_what_leads_nowhere_is_plain_text_or_gone() -> None:
    page = chapter('<p>A <a href="#gone">word</a>.<a class="on-page" href="#gone">Key on page 3</a></p>')
    assert page.xpath("string(//p)") == "A word."
    assert page.xpath("//a") == []


def test_an_address_far_away_stands_at_the_foot() -> None:
    page = chapter(
        '<p><a href="https://e.org/a">A paper</a> says so, at <a href="https://e.org">https://e.org</a>.</p>'
    )
    assert page.xpath("//span[@class='at-foot']/text()") == ["https://e.org/a"]


def test_a_note_stands_where_it_is_called() -> None:
    call = '<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup>'
    back = '<a class="footnote-backref" href="#fnref:a">back</a>'
    note = f'<div class="footnote"><hr><ol><li id="fn:a"><p>A <em>note</em>. {back}</p></li></ol></div>'
    page = chapter(f"<p>Text{call} goes on.</p>{note}")
    assert " ".join(page.xpath("string(//p[1])").split()) == "TextA note. goes on."
    assert page.xpath("//div[@class='footnote']") == []


def test_a_formula_and_its_comma_stay_together() -> None:
    (whole,) = chapter('<p>At <img class="math" src="f.svg" alt="x">, it boils.</p>').xpath(
        "//span[@class='whole']"
    )
    assert whole.text_content() == ","
