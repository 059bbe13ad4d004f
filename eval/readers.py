"""Readers of a server: so many at once, each asking again as soon as it is answered, from lists of addresses; and what they saw."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from time import monotonic, perf_counter
from typing import NamedTuple

TIMEOUT = 30  # seconds
HEADERS = {"accept-encoding": "gzip", "accept-language": "en"}
Addresses = Mapping[str, Sequence[str]]


class Answered(NamedTuple):
    """An answer: of which kind of address, in how many milliseconds, its status (0: none came), and bytes as sent."""

    kind: str
    milliseconds: float
    status: int
    size: int


def ask(port: int, addresses: Addresses, readers: int, seconds: float) -> list[Answered]:
    """Return what some readers were answered in some seconds; which addresses they ask for is the same at every run."""
    stop = monotonic() + seconds
    with ThreadPoolExecutor(readers) as pool:
        each = pool.map(lambda number: _read(port, addresses, random.Random(number), stop), range(readers))
        return [answer for answers in each for answer in answers]


def _read(port: int, addresses: Addresses, chance: random.Random, stop: float) -> list[Answered]:
    connection, found = HTTPConnection("127.0.0.1", port, timeout=TIMEOUT), list[Answered]()
    while monotonic() < stop:
        kind = chance.choice(sorted(addresses))
        found.append(get(connection, chance.choice(addresses[kind]), kind))
    connection.close()
    return found


def get(connection: HTTPConnection, address: str, kind: str) -> Answered:
    """Return how an address is answered."""
    start = perf_counter()
    try:
        connection.request("GET", address, headers=HEADERS)
        answer = connection.getresponse()
        status, size = answer.status, len(answer.read())
    except (HTTPException, OSError):
        connection.close()
        status, size = 0, 0
    return Answered(kind, 1000 * (perf_counter() - start), status, size)


def share(milliseconds: Sequence[float], of: float) -> float:
    """Return the time within which a share of answers came.

    >>> share([30.0, 10.0, 20.0, 40.0], 0.5), share([30.0, 10.0, 20.0, 40.0], 0.95)
    (20.0, 40.0)
    """
    ordered = sorted(milliseconds)
    return ordered[max(0, -int(-of * len(ordered) // 1) - 1)]
