"""Held, proposed, agreed, cancelled or postponed: from the words around a trigger, else from its date."""

from __future__ import annotations

from detente.resources.events import EventWords
from detente.text.calendar import is_after

from .sites import Site

HELD = "held"


def status_of(site: Site, date: str | None, sent: str | None, words: EventWords) -> str:
    """Return the status of an event on a date, in a text that was sent on another."""
    if site.trigger.status:
        return site.trigger.status
    if site.trigger.type == "postponement":
        return HELD
    for status in words.statuses:
        if status.after.match(site.after) or status.before.search(site.before) or status.word.match(site.word):
            return _alone(status.name, site, words)
    return _alone("agreed", site, words) if date and sent and is_after(date, sent) else HELD


def _alone(status: str, site: Site, words: EventWords) -> str:
    """A plan of one side alone is agreed with nobody."""
    return "proposed" if status == "agreed" and site.trigger.type in words.alone else status
