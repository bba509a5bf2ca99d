"""HTML as strict XHTML with MathML 2."""

import pytest

from studysite.export.xhtml import xhtml


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("", ""),
        ("1 &lt; 2 &amp; 3", "1 &lt; 2 &amp; 3"),
        ("a<br>b &nbsp;c", "a<br/>b \xa0c"),
        ("a <mark id=x>b <i>c</i></mark> d", "a <span>b <i>c</i></span> d"),
        ("<figure style='x'><p>a</p></figure>\n<p>b</p>", "<div><p>a</p></div>\n<p>b</p>"),
        ('<ol start="3"><li id="x">a</ol>', "<ol><li>a</li></ol>"),
        ('<td class="x" style="y" colspan="2">a</td>', '<td class="x" colspan="2">a</td>'),
        ('<img src="a.png" alt="&quot;" onclick="x">', '<img alt="&quot;" src="a.png"/>'),
    ],
)
def test_what_is_unknown_becomes_text_in_place(html: str, made: str) -> None:
    assert xhtml(html) == made


def test_a_formula_is_one_of_mathml_2() -> None:
    core = (
        '<math tabindex="0"><mrow displaystyle="true"><mi>x</mi></mrow><mspace width="1em"></mspace></math>.'
    )
    assert xhtml(core) == (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mstyle displaystyle="true"><mrow><mi>x</mi></mrow>'
        '</mstyle><mspace width="1em"/></math>.'
    )
