"""Tree → the lines of its article: by what is known of the site, else by trafilatura."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from lxml import html

from detente.resources.sites import SiteLayout

from .lines import Line, lines_of
from .marks import mark
from .tree import remove

# Lines as long as a sentence; shorter ones are mostly links and labels.
SENTENCE = 40
# An extraction with less than this share of a page's sentences is tried again with other methods,
ENOUGH = 0.5
# ... but not one with as many characters of sentences as a short article.
MUCH = 600
# What is found with less regard to precision must be so many times as much to be believed: then the careful methods took
# the article's element for one of comments or links.
FAR_MORE = 3
# What a site's own layout must give to be believed, in characters.
LEAST = 20

logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def article_lines(tree: html.HtmlElement, layout: SiteLayout | None, seen: list[str]) -> list[Line]:
    """Return the lines of the article, without its title where that stands apart from it; `seen` are all of the page's."""
    drop = layout.drop if layout else ""
    if layout and layout.body and _size(found := _by_layout(tree, layout.body, drop)) >= LEAST:
        return found
    mark(tree)
    _remove_all(tree, drop)
    enough = min(MUCH, ENOUGH * _sentences(seen))
    found = _by_trafilatura(tree, fast=True)
    if _told(found) < enough:
        found = max(found, _by_trafilatura(tree, fast=False), key=_told)
    if _told(found) < enough:
        bolder = _by_trafilatura(tree, fast=True, favor_precision=False)
        found = bolder if _told(bolder) > FAR_MORE * _told(found) else found
    return found


def _size(lines: list[Line]) -> int:
    return sum(len(line.words) for line in lines)


def _sentences(lines: Iterable[str]) -> int:
    """How many characters of lines are those of sentences."""
    return sum(len(words) for words in lines if len(words) >= SENTENCE)


def _told(lines: list[Line]) -> int:
    return _sentences(line.words for line in lines)


def _remove_all(tree: html.HtmlElement, drop: str) -> None:
    for unwanted in tree.xpath(drop) if drop else ():
        remove(unwanted)


def _by_layout(tree: html.HtmlElement, body: str, drop: str) -> list[Line]:
    for element in tree.xpath(body):
        mark(element)
    _remove_all(tree, drop)
    return [line for element in tree.xpath(body) for line in lines_of(element)]


def _by_trafilatura(tree: html.HtmlElement, *, fast: bool, favor_precision: bool = True) -> list[Line]:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, favor_precision=favor_precision, fast=fast)
    body = getattr(found, "body", None)
    return [] if body is None else list(lines_of(body))
