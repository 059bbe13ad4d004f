"""The large bench: searches, maps, relations in time, evidence, networks and removing in a large store, on two databases.

    large.py [--documents N] [--on sqlite|postgresql] [--only searches|maps|networks|removing]… [--keep FILE]

One store is loaded on each database, and all is measured in it; each table is printed as soon as it is known, SQLite and PostgreSQL
side by side. SQLite is held to the limits by the processor's time of this process, which other programs disturb least; PostgreSQL,
which works in other processes, by the clock, so let nothing else run.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import map_bench
import network_bench
import search_bench
from bulk import fill
from parts import documents_made
from shared import shared_server
from tables import table
from timing import Measured, Timed, once

from detente.store import open_store

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
# Milliseconds, at most.
LIMITS = {
    search_bench.ALL: 50, "map of two parties": 150, "relations by month": 150, "evidence of the largest cell": 5,
    "evidence of the smallest cell": 5, "actors, documents": 1000, "actors and topics": 1000, "actors, sides ignored": 1000,
}  # fmt: skip


def removing(url: str) -> Measured:
    """Return how long it takes to remove one document, and a hundred."""
    found: Measured = {}
    with open_store(url) as store:
        for numbers in (range(1), range(1, 101)):
            names = [f"/news/{number:06}.txt" for number in numbers]
            found[f"removing {len(names)}"] = Timed("", *once(lambda names=names: store.remove(names)))
    return found


GROUPS: dict[str, Callable[[str], Measured]] = {
    "searches": search_bench.measure, "maps": map_bench.measure, "networks": network_bench.measure, "removing": removing,
}  # fmt: skip


def is_beyond(name: str, on: str, taken: Timed) -> bool:
    """Return whether what was measured is beyond its limit."""
    return name in LIMITS and (taken.processor if on == SQLITE else taken.clock) > LIMITS[name]


def rows_of(group: str, found: Mapping[str, Measured]) -> Iterator[tuple[str, ...]]:
    """Yield what was measured as a table, the databases side by side."""
    yield group, "", *(word for on in found for word in (f"{on} ms", "of the processor")), "at most", ""
    for name, first in next(iter(found.values())).items():
        taken = {on: measured[name] for on, measured in found.items()}
        beyond = [on for on in taken if is_beyond(name, on, taken[on])]
        figures = (f"{each:.1f}" for on in taken for each in taken[on][1:])
        yield name, first.told, *figures, str(LIMITS.get(name, "")), " ".join(("BEYOND", *beyond)) if beyond else ""


def run(stores: Mapping[str, str], groups: list[str]) -> int:
    """Measure in stores, by the names of their databases; return 1 when a figure is beyond its limit."""
    failed = False
    for group in groups:
        rows = list(rows_of(group, {on: GROUPS[group](url) for on, url in stores.items()}))
        print(table(rows), end="\n\n", flush=True)
        failed |= any(row[-1] for row in rows[1:])
    return int(failed)


def main(argv: list[str]) -> int:
    """Load a store on each database, and measure."""
    options = argparse.ArgumentParser(description="Measure in a large store, on SQLite and PostgreSQL.")
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--on", choices=("sqlite", "postgresql"))
    options.add_argument("--only", choices=tuple(GROUPS), action="append", help="this table, and others that are named so, in place of all")
    options.add_argument("--keep", default="", help="a file for the store on SQLite, to measure it again; nothing is removed from it")
    given = options.parse_args(argv)
    groups = given.only or [group for group in GROUPS if not (given.keep and group == "removing")]
    with ExitStack() as stack:
        stores: dict[str, str] = {}
        if given.on != "postgresql":
            stores[SQLITE] = f"sqlite:///{given.keep or Path(stack.enter_context(tempfile.TemporaryDirectory())) / 'store.sqlite'}"
        if given.on != "sqlite" and (url := stack.enter_context(shared_server())):
            stores[POSTGRESQL] = url
        make = cache(documents_made)
        for url in stores.values():
            fill(url, given.documents, make)
        make.cache_clear()
        print(f"SQLite {sqlite3.sqlite_version}\n", flush=True)
        return run(stores, groups)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
