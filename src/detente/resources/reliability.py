"""Figures of a language's reliability, as the gate measured them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from detente.records import Reliability

from .load import DATA, DataError, load_toml


def reliability_file(language: str) -> Path:
    """Return where the figures of a language are kept."""
    return DATA / "languages" / language / "reliability.toml"


@cache
def load_reliability(language: str) -> Reliability | None:
    """Return the figures of a language, or None where it has none.

    >>> load_reliability("xx") is None
    True
    """
    path = reliability_file(language)
    if not path.exists():
        return None
    try:
        return msgspec.convert({"language": language, **load_toml(path)}, Reliability)
    except msgspec.ValidationError as error:
        raise DataError(f"{path}: {error}") from None
