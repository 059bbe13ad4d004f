"""Movements that govern a state: for which one they speak on a day."""

from __future__ import annotations

from functools import cache

from .load import DATA, load_tsv

Ruler = tuple[str, str, str, str]  # the movement, its state, since when (inclusive) and until when (exclusive)


@cache
def load_rulers() -> tuple[Ruler, ...]:
    """Return all movements that govern or governed a state."""
    rows = load_tsv(DATA / "actors" / "rulers.tsv", ("party", "of", "since", "until"))
    return tuple((row["party"], row["of"], row["since"], row["until"]) for row in rows)


def rulers_on(day: str) -> dict[str, str]:
    """Return the states that movements govern on a day, by movement; of no day those that do now.

    >>> rulers_on("2020-02-29"), rulers_on("2022-05-01"), rulers_on("")
    ({}, {'TALIBAN': 'AF'}, {'TALIBAN': 'AF'})
    """
    return {party: state for party, state, since, until in load_rulers() if (since <= day and (not until or day < until)) or not (day or until)}


def turns_of_rulers() -> tuple[str, ...]:
    """Return the days on which a movement begins or ceases to govern."""
    return tuple(day for _, _, since, until in load_rulers() for day in (since, until) if day)
