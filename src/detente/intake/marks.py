"""Marks on a tree before its article is taken out: what extraction would not tell from text.

Captions, headings that are only bold, and lines that only lead elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import html

from .lines import CAPTION, CREDIT, HEADING, LEADS, SIGNS, tidy
from .tree import remove, strip_wordless

LONGEST_CAPTION = 300
LONGEST_HEADING = 60
_CAPTION_NAMES = re.compile(r"(?:^|[-_ ])(?:fig)?caption|img_descr|pic(?:ture)?[-_]?(?:text|desc|info)|photo[-_]?(?:text|desc)|image[-_]?desc", re.I)
_CREDIT_NAMES = re.compile(r"credit|copyright|photographer|byline", re.I)
_CENTRED = re.compile(r"text-align:\s*center", re.I)
NAMED = ("div", "span", "em")  # elements that their names may call captions
LINES = ("p", "li", "h2", "h3", "h4", "h5", "h6")
# What may stand around the links of a line that only leads elsewhere: a label with its colon, signs.
_LABEL = re.compile(r"(?:\w[\w' ]{0,20}[:\uff1a])?[\W_]*")
_SENTENCE_END = re.compile("[.!?\u2026:;,\u3002\uff01\uff1f\uff1a\uff1b\uff0c]$")


def mark(tree: html.HtmlElement) -> None:
    """Set a sign before every caption, every heading that is only bold and every line of links; pictures go."""
    for figure in list(tree.iter("figure")):
        _mark_figure(figure)
    for element in list(tree.iter("p", *NAMED)):
        if _is_caption(element) and element.getparent() is not None:
            _replace(element, _caption_words(element))
    for element in tree.iter("p"):
        if _is_bold(element):
            _sign(element, HEADING)
    for element in tree.iter(*LINES):
        if element.find(".//a[@href]") is not None and _only_leads(element):
            _sign(element, LEADS)
    strip_wordless(tree)


def _name(element: html.HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('itemprop') or ''}"


def _words(element: html.HtmlElement) -> str:
    return tidy(SIGNS.sub("", element.text_content()))


def _caption_words(element: html.HtmlElement) -> str:
    """A caption with its sign, and who made the picture behind another."""
    credits = [part for part in element.iterdescendants() if _CREDIT_NAMES.search(_name(part))]
    credit = _words(credits[0]) if credits else ""
    for part in credits:
        remove(part)
    return f"{CAPTION}{_words(element)}{CREDIT}{credit}"


def _replace(element: html.HtmlElement, words: str) -> None:
    """Put a plain paragraph in the place of an element."""
    paragraph = html.Element("p")
    paragraph.text = words
    paragraph.tail = element.tail
    element.getparent().replace(element, paragraph)


def _mark_figure(figure: html.HtmlElement) -> None:
    """A figure that holds a caption becomes it; one that holds text keeps it; the others go."""
    captions = [*figure.iter("figcaption")] or [part for part in figure.iter("p", "div", "span") if _is_caption(part)]
    if figure.getparent() is None:
        return
    if captions:
        _replace(figure, _caption_words(captions[0]))
    elif len(_words(figure)) <= LONGEST_CAPTION:
        remove(figure)


def _is_caption(element: html.HtmlElement) -> bool:
    """An element that its name calls a caption, a picture's own paragraph with words, or the centred one below it."""
    named = _names_caption(_name(element))
    if not named and element.tag != "p":
        return False
    placed = named or _is_centred(element) and (_holds_picture(element) or _is_under_picture(element))
    return placed and 0 < len(words := _words(element)) <= LONGEST_CAPTION and not words.startswith(CAPTION)


@lru_cache(4096)
def _names_caption(name: str) -> bool:
    return _CAPTION_NAMES.search(name) is not None


def _is_centred(element: html.HtmlElement) -> bool:
    centred = (element.get("align") or "").lower() == "center" or _CENTRED.search(element.get("style") or "")
    return bool(centred) or "center" in (element.get("class") or "")


def _holds_picture(element: html.HtmlElement | None) -> bool:
    return element is not None and element.find(".//img") is not None


def _is_under_picture(element: html.HtmlElement) -> bool:
    """Whether the element before is a picture without words; of several centred lines below it, none is a caption."""
    before, behind = element.getprevious(), element.getnext()
    under = before is not None and (before.tag == "img" or _holds_picture(before)) and not _words(before)
    return under and (behind is None or not _is_centred(behind) or _holds_picture(behind) or not _words(behind))


def _is_bold(element: html.HtmlElement) -> bool:
    """A short paragraph all of whose words are bold, without a sentence's end."""
    bold = element.find("strong")
    bold = element.find("b") if bold is None else bold
    if bold is None:
        return False
    words = _words(element)
    return 1 < len(words) <= LONGEST_HEADING and words == _words(bold) and not _SENTENCE_END.search(words)


def _only_leads(element: html.HtmlElement) -> bool:
    """Whether the words of a line are all those of links, but for a label before them."""
    rest = words = _words(element)
    for link in element.iter("a"):
        rest = rest.replace(_words(link), "", 1)
    return rest != words and _LABEL.fullmatch(rest) is not None


def _sign(element: html.HtmlElement, sign: str) -> None:
    element.text = sign + (element.text or "")
