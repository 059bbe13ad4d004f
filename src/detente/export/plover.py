"""PLOVER events as JSON lines, with the names of fields that its records have (github.com/openeventdata/PLOVER).

An act of a statement goes from who speaks to the party that it is aimed at. Of an event that took place the text does not
tell who acts on whom: its sides are one compound source.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from detente.store import Chosen

from .contents import Contents
from .deeds import Deed, Side, deeds_of, letters_of, sector_of
from .rows import outlet_of
from .writing import write_text


def write(contents: Contents, path: Path) -> None:
    """Write an object a line."""
    write_text(path, _lines(contents))


def _lines(contents: Contents) -> Iterator[str]:
    for chosen in contents.chosen():
        for deed in deeds_of(chosen, contents):
            yield msgspec.json.encode(event(deed, chosen, contents)).decode() + "\n"


def event(deed: Deed, chosen: Chosen, contents: Contents) -> dict[str, Any]:
    """Return a deed as an event."""
    document = chosen.reading.document
    told = {
        "id": deed.id, "date": deed.day, "source": [_actor(side) for side in deed.of], "target": [_actor(side) for side in deed.to],
        "event": deed.act, "eventText": deed.cue, "context": list(deed.topics), "location": deed.place, "text": deed.words,
        "language": document.language, "publication": outlet_of(document, contents.names), "url": document.url,
        "version": f"D\xe9tente {chosen.reading.made_by.detente}", "coder": "D\xe9tente", "documentId": document.id,
        "kind": deed.kind, "confidence": deed.score,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value is not None}


def _actor(side: Side) -> dict[str, str]:
    found = {"actorText": side.name, "code": letters_of(side.party), "sector": sector_of(side.party)}
    return {**found, "actorId": side.actor_id} if side.actor_id else found
