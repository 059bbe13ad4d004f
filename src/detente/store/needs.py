"""What analyses of commitments and meetings need of an article, as rows: it follows from its reading alone."""

from __future__ import annotations

from hashlib import sha256
from typing import Any
from zlib import compress

import msgspec

from detente.records import Reading

LEVEL, HASH = 6, 16  # of compression; characters of a hash
Rows = list[dict[str, Any]]


def gathered_in(reading: Reading) -> Rows:
    """Return the mentions of meetings, calls and visits of two parties in a reading."""
    from detente.analysis.accounts import told_in  # brings the words for accounts, which only what is written needs

    number = {event.id: place for place, event in enumerate(reading.events)}
    return [
        {
            "document_id": told.document_id, "place": number[told.event_id], "event_id": told.event_id, "type": told.type, "one": told.parties[0],
            "other": told.parties[1], "date": told.date, "venue": told.place, "language": told.language, "status": told.status,
            "day": told.published, "is_first": told.is_first,
        }
        for told in told_in(reading)
    ]  # fmt: skip


def followed_in(reading: Reading) -> Rows:
    """Return what ledgers need of a reading."""
    from detente.analysis.commitments import (
        facts_of,  # brings the words for commitments, which only what is written needs
    )

    facts = msgspec.json.encode(facts_of(reading), order="deterministic")
    return [{"document_id": reading.document.id, "hash": sha256(facts).hexdigest()[:HASH], "facts": compress(facts, LEVEL)}]
