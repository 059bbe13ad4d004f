"""How right ledgers of commitments and comparisons of accounts were on unseen meetings, as `eval/unseen.py` measured it."""

from __future__ import annotations

from functools import cache

import msgspec

from detente.records import Meetings

from .load import DATA, DataError, load_toml

MEASURED = DATA / "weights" / "meetings.toml"


@cache
def load_meetings() -> Meetings:
    """Return what was measured.

    >>> sorted(load_meetings().accounts)
    ['both', 'contradicted', 'one']
    """
    try:
        return msgspec.convert(load_toml(MEASURED), Meetings)
    except msgspec.ValidationError as error:
        raise DataError(f"{MEASURED}: {error}") from None
