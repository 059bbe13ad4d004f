"""What is exported: documents with their statements and claims, as filters let them through, and how much of the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from detente.records import Claim, Event, FailedReading
from detente.store import Chosen, Fetch, Holding, Source, Wanted
from detente.store.wanted import ANYTHING

NONE, EVIDENCE, FULL = "none", "evidence", "full"
TEXTS = (NONE, EVIDENCE, FULL)


class Names(Protocol):
    """Names for the reader: of topics and actors by id, of parties by code."""

    def topic(self, topic: str) -> str:
        """Return the topic's name."""

    def party(self, party: str) -> str:
        """Return the party's name."""

    def actor(self, actor_id: str, name: str | None = None) -> str:
        """Return the actor's name, else `name`, else the one that its id holds."""


class Whole(Protocol):
    """All that a store keeps of the documents that are exported; and of what could not be read and of addresses, if all are."""

    def holdings(self) -> Iterator[Holding]:
        """Yield the documents."""

    def unread(self) -> Iterator[tuple[FailedReading, Source]]:
        """Yield what could not be read."""

    def fetched(self) -> Iterator[Fetch]:
        """Yield how addresses answered."""


class Contents(NamedTuple):
    """What is exported. `chosen` and `claims` are read as often as a format needs them; `text` is one of `TEXTS`."""

    chosen: Callable[[], Iterator[Chosen]]
    claims: Callable[[], Iterator[Claim]]
    names: Names
    whole: Whole
    codebook: Path
    wanted: Wanted = ANYTHING
    text: str = EVIDENCE

    @property
    def is_whole(self) -> bool:
        """Whether everything is let through."""
        return self.wanted == ANYTHING


def events_of(chosen: Chosen, wanted: Wanted) -> Iterator[Event]:
    """Yield the events of a document that filters let through: of the parties, and in the days asked for."""
    published = (chosen.reading.document.published or "")[:10]
    for event in chosen.reading.events:
        day = event.date or published
        if _is_in(day, wanted) and (not wanted.parties or not set(wanted.parties).isdisjoint(event.parties)):
            yield event


def _is_in(day: str, wanted: Wanted) -> bool:
    """Whether a day, month or year is in the days asked for; one that is not known is in none."""
    since, until = wanted.since, wanted.until
    if not (since or until):
        return True
    return bool(day) and day[: len(since)] >= since[: len(day)] and (not until or day[: len(until)] <= until[: len(day)])
