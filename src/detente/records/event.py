"""Events: meetings, calls, visits and what else happened or was planned between parties."""

from __future__ import annotations

from .base import Record

STATUSES = ("held", "proposed", "agreed", "cancelled", "postponed")
PLANNED, CALLED_OFF = frozenset({"proposed", "agreed"}), frozenset({"cancelled", "postponed"})


class Event(Record, frozen=True):
    """One mention of an event; `same_as` is the id of the first mention of the same one.

    `status` is one of `STATUSES`; `date` and `duration` are ISO 8601; `code` is PLOVER's.
    """

    id: str
    type: str
    code: str | None
    start: int
    stop: int
    participants: tuple[str, ...]
    parties: tuple[str, ...]
    date: str | None
    place: str | None
    duration: str | None
    status: str
    same_as: str | None
    score: float
    method: str
