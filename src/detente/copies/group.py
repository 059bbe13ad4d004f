"""Clusters: documents that are copies of each other, directly or through others, whatever their order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from .fingerprint import SHARED_BANDS, Fingerprint, are_copies

DAY = len("2019-05-14")
UNKNOWN_DAY = "9999"


class Member(NamedTuple):
    """A document by the day on which it was printed, as far as it is known, and its id."""

    day: str
    id: str

    @classmethod
    def of(cls, published: str | None, id: str) -> Member:
        """Return a member; one of an unknown day comes after all others."""
        return cls((published or UNKNOWN_DAY)[:DAY], id)


def group(documents: Iterable[tuple[Member, Fingerprint]]) -> dict[str, str]:
    """Return the first document of its cluster by day and id, by the ids of all documents."""
    given = sorted(documents, key=lambda each: each[0])
    first = list(range(len(given)))  # of each, one that stands before it in its cluster, or itself
    places: dict[int, list[int]] = defaultdict(list)
    for i, (_, fingerprint) in enumerate(given):
        shared = Counter(j for band in fingerprint.bands for j in places[band])
        for j, bands in shared.items():
            one, other = _first(first, i), _first(first, j)
            if bands >= SHARED_BANDS and one != other and are_copies(fingerprint, given[j][1]):
                first[max(one, other)] = min(one, other)
        for band in fingerprint.bands:
            places[band].append(i)
    return {member.id: given[_first(first, i)][0].id for i, (member, _) in enumerate(given)}


def _first(before: list[int], i: int) -> int:
    """The first of a cluster; the way there is shortened."""
    while before[i] != i:
        before[i] = i = before[before[i]]
    return i
