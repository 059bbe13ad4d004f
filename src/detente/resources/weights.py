"""How surely two accounts of a meeting are held against each other: numbers that were chosen over marked meetings."""

from __future__ import annotations

from functools import cache

import msgspec

from detente.records import Record

from .load import DATA, DataError, load_toml


class Weights(Record, frozen=True):
    """Least shares and how sure what is; the file tells what each is for."""

    alike: float
    alike_narrated: float
    alike_abroad: float
    named: float
    together: float
    hinted: float
    unsure: float
    link: float
    opens: float
    opens_at_large: float
    joins: float
    narrated: float
    background: float
    most_own: float


@cache
def load_weights() -> Weights:
    """Return the numbers that were chosen.

    >>> 0 < load_weights().alike < 1
    True
    """
    file = DATA / "weights" / "accounts.toml"
    try:
        return msgspec.convert(load_toml(file), Weights)
    except msgspec.ValidationError as error:
        raise DataError(f"{file}: {error}") from None
