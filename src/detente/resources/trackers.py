"""Parameters of addresses that tell nothing about a page: `data/web/trackers.tsv`."""

from __future__ import annotations

from functools import cache

from .load import DATA, load_tsv

COLUMNS = ("parameter", "example", "source")


def is_tracker(parameter: str) -> bool:
    """Return whether a parameter only says by which way a reader came.

    >>> is_tracker("utm_source"), is_tracker("id"), is_tracker("spm")
    (True, False, True)
    """
    names, prefixes = _load()
    return parameter.lower() in names or parameter.lower().startswith(prefixes)


@cache
def _load() -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole names, and how names begin."""
    rows = [row["parameter"] for row in load_tsv(DATA / "web" / "trackers.tsv", COLUMNS)]
    whole = frozenset(row for row in rows if not row.endswith("*"))
    return whole, tuple(row.removesuffix("*") for row in rows if row.endswith("*"))
