"""The base of every record, and ids that are functions of content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import msgspec

BYTES = 6  # of a digest in an id


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
    joined = "\x1f".join(map(str, key))
    return f"{kind}:{hashlib.sha256(joined.encode()).digest()[:BYTES].hex()}"


def span_ids(kind: str, document_id: str) -> Callable[[int, int], str]:
    """Return what gives ids of spans of one document, as `record_id` does of all three, faster for many.

    >>> span_ids("mention", "document:1")(10, 20) == record_id("mention", "document:1", 10, 20)
    True
    """
    opening = hashlib.sha256(f"{document_id}\x1f".encode())

    def span_id(start: int, stop: int) -> str:
        digest = opening.copy()
        digest.update(f"{start}\x1f{stop}".encode())
        return f"{kind}:{digest.digest()[:BYTES].hex()}"

    return span_id
