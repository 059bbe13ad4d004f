"""A document: the article of a page."""

from __future__ import annotations

from .base import Record, Span


class Caption(Record, frozen=True):
    """A picture's caption; `credit` names who made the picture."""

    start: int
    stop: int
    credit: str | None


class Document(Record, frozen=True):
    """An article. `text` is the decoded text; all offsets of a reading are into it."""

    id: str
    path: str
    url: str | None
    language: str
    script: str | None
    title: str | None
    section: tuple[str, ...]
    outlet: str | None
    credit: str | None
    published: str | None
    views: int | None
    headings: tuple[Span, ...]
    captions: tuple[Caption, ...]
    boilerplate: tuple[Span, ...]
    text_sha256: str
    text: str
