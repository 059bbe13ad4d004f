"""Days as columns hold them, in ISO 8601 and as exactly as they are known."""

from __future__ import annotations

from typing import Any

LAST = "z"  # stands behind whatever a day goes on with


def in_days(day: Any, since: str, until: str) -> list[Any]:
    """Return the conditions that a day is known and within a period (empty: open), whose ends may be months or years.

    A day that is known less exactly than an end is compared as it is written. The conditions are ranges, so that an index of
    days can lead.
    """
    found = [day > ""] if since or until else []
    if since:
        found.append(day >= since)
    if until:
        found.append(day < until + LAST)
    return found
