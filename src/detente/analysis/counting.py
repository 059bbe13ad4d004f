"""How often who took which side on what: claims counted once where they repeat each other, period by period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from detente.records import Claim

from .kinds import Kind

WHOLE = ""


class Counted(NamedTuple):
    """How many claims of one row agree with a topic (1), reject it (-1), or neither where sides are not told apart (0)."""

    row: str
    topic: str
    agreement: int
    number: int


ROW: dict[str, Callable[[Claim], str]] = {
    "actor": lambda claim: claim.actor_id,
    "party": lambda claim: claim.party,
    "outlet": lambda claim: claim.outlet or "",
}
SAME: dict[str, Callable[[Claim], str]] = {
    "include": lambda claim: claim.utterance,
    "document": lambda claim: claim.document_id,
    "week": lambda claim: week_of(claim.day),
    "month": lambda claim: claim.day[:7],
    "year": lambda claim: claim.day[:4],
    "across": lambda claim: WHOLE,
}


def counted(claims: Iterable[Claim], kind: Kind) -> dict[str, list[Counted]]:
    """Return the sums by period, in order; a store gives the same by `maps.ties`.

    Of claims that are the same (row, topic, side, and whatever tells duplicates) the first one counts, in its period. An
    utterance counts once for a row; of outlets once for each that reports it without copying. Claims without a day are in
    no period.
    """
    first: dict[tuple[str, str, int, str], str] = {}
    for claim in claims:
        key = (ROW[kind.rows](claim), claim.topic, claim.agreement if kind.tells_sides else 0, SAME[kind.duplicates](claim))
        if key[0] and _counts(claim, kind) and (claim.day or not kind.every):
            first[key] = min(first.get(key, claim.day), claim.day)
    sums = Counter((period_of(day, kind.every), *key[:3]) for key, day in first.items())
    found: dict[str, list[Counted]] = {}
    for (period, row, topic, agreement), number in sorted(sums.items()):
        found.setdefault(period, []).append(Counted(row, topic, agreement, number))
    return found


def _counts(claim: Claim, kind: Kind) -> bool:
    if kind.tells_sides and not claim.agreement:
        return False
    if kind.rows == "outlet":
        return claim.is_own and claim.report == claim.document_id
    return claim.leads


def period_of(day: str, every: str) -> str:
    """Return the period of a day: a month, a quarter, a year, or the only one.

    >>> period_of("2031-05-06", "month"), period_of("2031-05-06", "quarter"), period_of("2031", "quarter")
    ('2031-05', '2031-Q2', '2031')
    """
    if every == "quarter" and len(day) >= 7:
        return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"
    return day[: {"month": 7, "quarter": 7, "year": 4}.get(every, 0)]


def week_of(day: str) -> str:
    """Return a number for the calendar week of a day, which begins on Monday (ISO 8601); what is no whole day stays as it is.

    >>> week_of("2031-05-11") == week_of("2031-05-05"), week_of("2031-05-12") == week_of("2031-05-05"), week_of("2031-05")
    (True, False, '2031-05')
    """
    return str((date.fromisoformat(day).toordinal() - 1) // 7) if len(day) == 10 else day
