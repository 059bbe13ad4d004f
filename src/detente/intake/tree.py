"""Markup → tree: bounded in depth, without what no reader sees."""

from __future__ import annotations

import re

from lxml import etree, html

# A tag that is a block of its own ends a line; the rest of the wrappers only group.
_BLOCK = re.compile(r"</?(?:div|section|article|main|aside|table|tbody|tr|td|ul|ol|li|dl|dd|dt|blockquote|center|form)\b[^>]*>", re.I)
_INLINE = re.compile(r"</?(?:span|font|b|i|u|em|strong|small|big|a|ins|del|sub|sup|tt|code)\b[^>]*>", re.I)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
UNSEEN = ("script", "style", "noscript", "svg", "iframe", "template", "object", "embed", "select", "button")
# Code that a page shows, and calls to subscribe; a longer element is more than the call.
CODE_OR_CALL = "//pre[code] | //*[contains(@class,'ewsletter')]"
LONGEST_CALL = 600
# Line ends without anything between; a page that is drawn with thousands of them costs as much as one of so many words.
_BREAKS = re.compile(r"(?:<br\s*/?>\s*){3,}", re.I)
# Elements that hold no text of an article.
WORDLESS = ("nav", "img", "picture", "video", "audio", "canvas", "map", "link", "meta", "input")


def parse(text: str) -> html.HtmlElement | None:
    """Return the tree of a page, or nothing when it has no element; one that is nested too deeply is flattened."""
    text = _BREAKS.sub("<br><br>", _NO_TEXT.sub("", _XML_DECLARATION.sub("", text)))
    tree, whole = _parse(text, huge=False)
    if not whole:
        tree, whole = _parse(_INLINE.sub("", _BLOCK.sub("<p>", text)), huge=True)
    return tree


def _parse(text: str, *, huge: bool) -> tuple[html.HtmlElement | None, bool]:
    """The tree, and whether the parser kept within its limits of depth and size."""
    parser = html.HTMLParser(huge_tree=huge, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        tree = None
    return tree, not any("XML_PARSE_HUGE" in entry.message for entry in parser.error_log)


def strip_unseen(tree: html.HtmlElement) -> None:
    """Take out of a tree what no reader sees as text: scripts, styles, controls."""
    etree.strip_elements(tree, *UNSEEN, with_tail=False)


def strip_wordless(tree: html.HtmlElement) -> None:
    """Take out of a tree what holds no text of an article, when nothing is to be learnt from it any more."""
    etree.strip_elements(tree, *WORDLESS, with_tail=False)
    for block in tree.xpath(CODE_OR_CALL):
        if len(block.text_content()) <= LONGEST_CALL or block.tag == "pre":
            remove(block)


def remove(element: html.HtmlElement) -> None:
    """Take an element out of its tree; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()
