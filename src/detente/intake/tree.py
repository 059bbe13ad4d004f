"""Markup → tree: bounded in depth, without what no reader sees."""

from __future__ import annotations

import re

from lxml import etree, html

# A tag that is a block of its own ends a line; the rest of the wrappers only group.
_BLOCK = re.compile(r"</?(?:div|section|article|main|aside|table|tbody|tr|td|ul|ol|li|dl|dd|dt|blockquote|center|form)\b[^>]*>", re.I)
_INLINE = re.compile(r"</?(?:span|font|b|i|u|em|strong|small|big|a|ins|del|sub|sup|tt|code)\b[^>]*>", re.I)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BREAKS = re.compile(rb"(?:<br\s*/?>\s*){3,}", re.IGNORECASE)
# Line ends from which on it costs less to take out those with nothing between than to carry them along.
MANY_BREAKS = 1000
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\f\r"})
_NO_CHARACTERS = ("\ufffe", "\uffff")
UNSEEN = ("script", "style", "noscript", "svg", "iframe", "template", "object", "embed", "select", "button")
# Code that a page shows, and calls to subscribe; a longer element is more than the call.
CODE_OR_CALL = "//pre[code] | //@class[contains(.,'ewsletter')]/.."
LONGEST_CALL = 600
# Every element of one class: what lxml.html does for forms and links is not needed, and costs a call an element.
_PLAIN = etree.ElementDefaultClassLookup(element=html.HtmlElement)
# Elements that stand beside an article, and those that hold no words.
BESIDE = ("nav", "aside", "footer", "menu", "dialog", "link", "meta", "input")
WORDLESS = ("img", "picture", "video", "audio", "canvas", "map")


def parse(text: str) -> html.HtmlElement | None:
    """Return the tree of a page, or nothing when it has no element; one that is nested too deeply is flattened."""
    text = _XML_DECLARATION.sub("", text)
    tree, whole = _parse(_cleaned(text), huge=False)
    if not whole:
        tree, whole = _parse(_cleaned(_INLINE.sub("", _BLOCK.sub("<p>", text))), huge=True)
    return tree


def _cleaned(text: str) -> bytes:
    """Text as bytes for the parser, without characters that it takes for the end."""
    for character in _NO_CHARACTERS:
        text = text.replace(character, "")
    body = text.encode(errors="replace").translate(None, _CONTROLS)
    return _BREAKS.sub(b"<br><br>", body) if body.count(b"<br") + body.count(b"<BR") > MANY_BREAKS else body


def _parse(body: bytes, *, huge: bool) -> tuple[html.HtmlElement | None, bool]:
    """The tree, and whether the parser kept within its limits of depth and size."""
    parser = html.HTMLParser(huge_tree=huge, encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_PLAIN)
    try:
        tree = html.document_fromstring(body, parser=parser)
    except etree.ParserError:
        tree = None
    return tree, not any("XML_PARSE_HUGE" in entry.message for entry in parser.error_log)


def strip_unseen(tree: html.HtmlElement) -> None:
    """Take out of a tree what no reader sees as text: scripts, styles, controls."""
    etree.strip_elements(tree, *UNSEEN, with_tail=False)


def strip_beside(tree: html.HtmlElement) -> None:
    """Take out of a tree what stands beside an article, when nothing is to be learnt from it any more."""
    etree.strip_elements(tree, *BESIDE, with_tail=False)
    for block in tree.xpath(CODE_OR_CALL):
        if len(block.text_content()) <= LONGEST_CALL or block.tag == "pre":
            remove(block)


def strip_wordless(tree: html.HtmlElement) -> None:
    """Take the pictures out of a tree."""
    etree.strip_elements(tree, *WORDLESS, with_tail=False)


def remove(element: html.HtmlElement) -> None:
    """Take an element out of its tree; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()
