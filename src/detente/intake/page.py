"""Markup → page: decoded, its article taken out, its lines told apart."""

from __future__ import annotations

import re

from detente.records import Block, Page

from .body import article_lines
from .charset import SAMPLE, decode_page
from .failure import IntakeError
from .host import address_of, layout_of, site_of
from .lines import Line, lines_seen
from .metadata import Metadata, published_of, read_metadata
from .structured import read_structured
from .surroundings import foot_of, head_of
from .tree import parse, strip_beside, strip_unseen

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
NOTHING = "no article was found on this page; save the page of one article, or give its text"
# Lines of the article that may repeat the title above it.
FIRST_LINES = 3
# What a page sets before a title: that the article is original, or of which series.
LABEL_LONGEST = 8


def read_markup(body: bytes, path: str, *, url: str | None = None, content_type: str = "") -> Page:
    """Return the page of a web page's bytes; raises `IntakeError` where no article is found."""
    if not body.strip():
        raise IntakeError(f"{path}: the file is empty; give it a saved web page")
    text = decode_page(body, content_type)
    if _is_binary(text):
        raise IntakeError(f"{path}: this is a binary file; give a saved web page or the text of the article")
    tree = parse(text)
    if tree is None:
        raise IntakeError(f"{path}: {NOTHING}")
    told = read_structured(tree)
    strip_unseen(tree)
    address = url or address_of(text, tree, told)
    site = site_of(address, tree)
    day = (published_of(tree, told, told.article(), site, None) or "")[:10]
    layout = layout_of(site, day, tree)
    body = tree.find("body")
    seen = lines_seen(tree if body is None else body)
    metadata = read_metadata(tree, told, site, layout, seen)
    strip_beside(tree)
    lines = _without_title(_worth_reading(article_lines(tree, layout, seen)), metadata.title)
    if not any(line.kind == "body" for line in lines):
        raise IntakeError(f"{path}: {NOTHING}")
    zone = site.zone if site else ""
    return _page(lines, metadata, address, (zone, head_of(seen, lines, metadata.title), foot_of(seen, lines)))


def _is_binary(text: str) -> bool:
    """Whether more than one character in fifty is one that no text has."""
    start = text[:SAMPLE]
    return 50 * len(_CONTROLS.findall(start)) > len(start)


def _worth_reading(lines: list[Line]) -> list[Line]:
    """The lines that hold a letter, none of them a caption given twice."""
    captions = {line.words: line for line in reversed(lines) if line.kind == "caption"}
    lettered = (line for line in lines if any(map(str.isalpha, line.words)))
    return [line for line in lettered if line.kind != "caption" or captions[line.words] is line]


def _bare(words: str) -> str:
    return "".join(filter(str.isalnum, words))


def _without_title(lines: list[Line], title: str | None) -> list[Line]:
    """The lines below the one, near their head, that says the title again."""
    bare = _bare(title or "")
    places = [place for place, line in enumerate(lines[:FIRST_LINES], 1) if _are_alike(_bare(line.words), bare)]
    return lines[places[-1] :] if bare and places else lines


def _are_alike(first: str, second: str) -> bool:
    """Whether one of two is the other, give or take a few characters before or behind it."""
    shorter, longer = sorted((first, second), key=len)
    return shorter in longer and len(longer) - len(shorter) <= LABEL_LONGEST


Around = tuple[str, tuple[str, ...], tuple[str, ...]]


def _page(lines: list[Line], told: Metadata, url: str | None, around: Around) -> Page:
    """The page of lines: each on a line of its text, under the title, which is the first of what is told."""
    whole = [Line("title", told.title), *lines] if told.title else lines
    blocks: list[Block] = []
    pieces: list[str] = []
    start = 0
    for line in whole:
        shown = f"{line.words} ({line.credit})" if line.credit else line.words
        blocks.append(Block(line.kind, start, start + len(line.words), line.credit))
        pieces.append(shown)
        start += len(shown) + 1
    return Page("\n".join(pieces) + "\n", url, tuple(blocks), *told[1:], *around)
