"""Clusters: documents that are copies of each other, directly or through others, whatever their order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from .fingerprint import SHARED_BANDS, Fingerprint, are_copies
from .printed import Member


def group(documents: Iterable[tuple[str, Fingerprint]], printed: Callable[[str], Member]) -> dict[str, str]:
    """Return the document of its cluster that was printed first, by the ids of all documents.

    `printed` tells when one was; it is asked only of copies.
    """
    given = tuple(documents)
    before = list(range(len(given)))  # of each, one that stands before it in its cluster, or itself
    places: dict[int, list[int]] = defaultdict(list)
    for i, (_, fingerprint) in enumerate(given):
        shared = Counter(j for band in fingerprint.bands for j in places[band])
        for j, bands in shared.items():
            one, other = _first(before, i), _first(before, j)
            if bands >= SHARED_BANDS and one != other and are_copies(fingerprint, given[j][1]):
                before[max(one, other)] = min(one, other)
        for band in fingerprint.bands:
            places[band].append(i)
    clusters: dict[int, list[str]] = defaultdict(list)
    for i, (key, _) in enumerate(given):
        clusters[_first(before, i)].append(key)
    return {key: first for keys in clusters.values() for first in [_printed_first(keys, printed)] for key in keys}


def _printed_first(keys: list[str], printed: Callable[[str], Member]) -> str:
    return min(map(printed, keys)).id if len(keys) > 1 else keys[0]


def _first(before: list[int], i: int) -> int:
    """The first of a cluster; the way there is shortened."""
    while before[i] != i:
        before[i] = i = before[before[i]]
    return i
