"""How long an event lasts, from the words beside its trigger."""

from __future__ import annotations

import re

from detente.resources.events import EventWords, Lengths
from detente.text.calendar import number

HOUR = 60
DAY = 24 * HOUR


def duration_of(before: str, after: str, frame: str, words: EventWords) -> str | None:
    """Return how long it lasted, as ISO 8601, or nothing.

    >>> from detente.resources.events import load_events
    >>> words = load_events("zh", ())
    >>> [duration_of("", after, "talk", words) for after in ("持续了约两小时", "历时一个半小时", "坦率")]
    ['PT2H', 'PT90M', None]
    >>> duration_of("双方结束为期两天的", "", "talk", words)
    'P2D'
    """
    match = words.after["length" if frame == "lasting" else "lasted"].match(after) or words.lengths.before.search(
        before
    )
    return _iso(_minutes(match, words.lengths)) if match else None


def _minutes(match: re.Match[str], lengths: Lengths) -> int:
    count, unit = match["count"].lower(), lengths.minutes[match["unit"].lower()]
    if count == lengths.half:
        return unit // 2
    whole = lengths.numbers.get(count) or _amount(count.replace(",", "."), lengths)
    return int(whole * unit) + (unit // 2 if match["half"] or match["plus"] else 0)


def _amount(count: str, lengths: Lengths) -> float:
    return float(count) if "." in count else number(count, lengths.digits)


def _iso(minutes: int) -> str:
    if minutes % DAY == 0:
        return f"P{minutes // DAY}D"
    return f"PT{minutes // HOUR}H" if minutes % HOUR == 0 else f"PT{minutes}M"
