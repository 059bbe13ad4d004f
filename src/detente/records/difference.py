"""What two readings of one document do not have in common."""

from __future__ import annotations

from .base import Record
from .statement import Statement


class Changed(Record, frozen=True):
    """A statement that was read and is read again; `fields` names what differs, `positions` what it is taken to hold."""

    before: Statement
    after: Statement
    fields: tuple[str, ...]


class Difference(Record, frozen=True):
    """Statements of a document that a later reading has gained, lost and changed."""

    document_id: str
    path: str
    gained: tuple[Statement, ...]
    lost: tuple[Statement, ...]
    changed: tuple[Changed, ...]
