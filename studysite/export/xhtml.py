"""HTML of the course's texts -> strict XHTML, as far as QTI knows it; of anything else the text is left.

The elements and attributes are those of the sections 'XHTML Elements' and 'MathML' of the QTI 2.1 item
information model. Formulas are MathML 2 in its own namespace.
"""

from __future__ import annotations

from lxml import etree, html
from markupsafe import Markup, escape

MATHML = "http://www.w3.org/1998/Math/MathML"
KNOWN = {
    *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "address", "hr", "br", "img"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
    *("em", "strong", "code", "sub", "sup", "span", "cite", "q", "var", "kbd", "samp", "abbr", "acronym"),
    *("b", "i", "small", "big", "tt", "dfn"),
}
LARGE = {"article", "aside", "details", "figcaption", "figure", "nav", "section", "summary"}
"""What is unknown and may hold blocks."""
ATTRIBUTES = {
    "img": {"src", "alt", "width", "height"},
    "td": {"class", "rowspan", "colspan"},
    "th": {"class", "rowspan", "colspan", "scope"},
}
UNKNOWN = {"tabindex", "voffset"}
"""Attributes of a formula that MathML 2 does not know."""
STYLES = {"displaystyle", "scriptlevel"}
"""What every element of MathML Core may say of its inside, and in MathML 2 only these:"""
STYLED = {"mstyle", "mtable"}


def xhtml(text: str) -> Markup:
    """HTML as XML: whole elements, or a line of text."""
    whole = html.fragment_fromstring(text, create_parent="div")
    return escape(whole.text or "") + Markup("").join(_written(child) for child in whole)


def _written(element: etree._Element) -> Markup:
    made = _made(element)
    made.tail = None
    return Markup(etree.tostring(made, encoding="unicode")) + escape(element.tail or "")


def _made(element: etree._Element) -> etree._Element:
    if element.tag == "math":
        return _math(element)
    tag = str(element.tag)
    known = tag if tag in KNOWN else "div" if tag in LARGE else "span"
    made = etree.Element(known)
    for name in sorted(set(element.attrib) & ATTRIBUTES.get(known, {"class"})):
        made.set(name, element.attrib[name])
    made.text, made.tail = element.text, element.tail
    made.extend([_made(child) for child in element])
    return made


def _math(element: etree._Element) -> etree._Element:
    """A formula of MathML Core as one of MathML 2."""
    made = etree.Element(f"{{{MATHML}}}{element.tag}", nsmap={None: MATHML})  # type: ignore[dict-item]
    styles = set() if element.tag in STYLED else STYLES & set(element.attrib)
    for name in sorted(set(element.attrib) - UNKNOWN - styles):
        made.set(name, element.attrib[name])
    made.text = element.text
    made.extend([_math(child) for child in element])
    around = made
    if styles and element.tag != "math":
        around = etree.Element(
            f"{{{MATHML}}}mstyle", {name: str(element.attrib[name]) for name in sorted(styles)}
        )
        around.append(made)
    around.tail = element.tail
    return around
