"""What exists, the closest match to a mistyped name first."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

SHORTEST = 3  # letters of a name that is looked for inside others


class UnknownName(ValueError):
    """A name of nothing there is; the message lists what exists, the closest first."""


def close_to(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known names that look like `name`, or hold it.

    >>> close_to("korea", ("south korea", "japan"))
    ('south korea',)
    """
    names, wanted = tuple(known), name.casefold()
    similar = get_close_matches(wanted, names, n=3, cutoff=0.75)
    longer = sorted((each for each in names if len(wanted) >= SHORTEST and wanted in each), key=len)
    return tuple(dict.fromkeys((*similar, *longer)))


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return every known name, those that look like `name` first, the others in their own order.

    >>> nearest("trad", ("energy", "trade", "water"))
    ('trade', 'energy', 'water')
    """
    names = tuple(known)
    return tuple(dict.fromkeys((*close_to(name, names), *names)))
