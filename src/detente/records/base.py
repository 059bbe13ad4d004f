"""The base of every record, and ids that are functions of content."""

from __future__ import annotations

import hashlib

import msgspec


class Record(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """An immutable value. Constructors do not validate: decode at every edge."""


class Span(Record, frozen=True):
    """A half-open range of code points in a document's text as published."""

    start: int
    stop: int


def record_id(kind: str, *key: object) -> str:
    """Return an id that two runs on two machines agree on.

    >>> record_id("statement", "document:1", 10, 20)
    'statement:9da171d7ba95'
    """
    return _hashed(kind, "\x1f".join(map(str, key)))


def span_id(kind: str, document_id: str, start: int, stop: int) -> str:
    """Return the id of what is told of a span of a document: as `record_id` of these, faster.

    >>> span_id("mention", "document:1", 10, 20) == record_id("mention", "document:1", 10, 20)
    True
    """
    return _hashed(kind, f"{document_id}\x1f{start}\x1f{stop}")


def _hashed(kind: str, key: str) -> str:
    return f"{kind}:{hashlib.sha256(key.encode()).hexdigest()[:12]}"
