"""A page: the text of an article, and what is known of it before its language is."""

from __future__ import annotations

from .base import Record


class Block(Record, frozen=True):
    """A line that is not empty. `kind` is title, section, meta, caption, heading, boilerplate or body.

    `credit` names who made the picture, where the page's own marks tell it of a caption.
    """

    kind: str
    start: int
    stop: int
    credit: str | None = None


class Page(Record, frozen=True):
    """A text with what its source says of it; of a plain text nothing is known, and the form of its lines tells.

    `blocks` are the lines of `text` that a web page's marks tell apart. `head` and `foot` are the short lines around the
    title and behind the article, which are no text of it: dates, credits, numbers of views; `zone` is that of a
    time without one. `language` is what the source names, for a text too short to tell.
    """

    text: str
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    section: tuple[str, ...] = ()
    outlet: str | None = None
    credit: str | None = None
    published: str | None = None
    views: int | None = None
    zone: str = ""
    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    language: str = ""
