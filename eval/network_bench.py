"""How fast networks are made in a large store.

    network_bench.py [--documents N] [--actors N] [--on sqlite|postgresql] [--keep FILE]

Puts claims of many actors straight into the tables that networks rest on, as they stand once a store has settled, twenty a document.
A network whose sums are kept is made several times, and the medians count; others read all claims, once. By the clock and of this
process; those of actors beyond `LIMIT` fail where sums are kept. PostgreSQL works in other processes.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from shared import shared_server
from sqlalchemy import Connection, insert, text
from tables import table

from detente.analysis.counting import Counted
from detente.analysis.kinds import Kind, kind_of
from detente.analysis.network import network_of
from detente.analysis.standing import standings
from detente.records import record_id
from detente.resources.codebook import load_codebook
from detente.resources.outlets import outlet_homes
from detente.store import Store, Tied, open_store
from detente.store.derived import counts, held
from detente.store.sides import sides_of
from detente.store.tables import documents, positions, statements
from detente.store.ties import is_kept
from detente.store.wanted import ANYTHING

LIMIT = 1000  # milliseconds of the processor for a network of the actors
CLAIMS_EACH, AT_ONCE, ROUNDS = 20, 1000, 3
FIRST_DAY, DAYS, PARTIES = date(2014, 1, 1), 4000, 40
KINDS = {
    "parties, documents": kind_of("party"),
    "actors, all claims": kind_of("actor", duplicates="include"),
    "actors, documents": kind_of("actor"),
    "actors, weeks": kind_of("actor", duplicates="week"),
    "actors and topics": kind_of("actor", "two"),
    "actors, sides ignored": kind_of("actor", aggregation="ignore"),
    "outlets, documents": kind_of("outlet"),
    "parties by month": kind_of("party", every="month"),
}
Rows = list[dict[str, Any]]


def made(number: int, actors: int, topics: tuple[str, ...], outlets: tuple[str, ...]) -> tuple[dict[str, Any], Rows, Rows, Rows]:
    """Return the rows of a document, its statements, positions and what is held; the same number gives the same."""
    key, day = f"{number:012x}", (FIRST_DAY + timedelta(days=number * 7919 % DAYS)).isoformat()
    document = {
        "id": key, "path": f"/news/{number:06}.txt", "text": "", "title": key, "language": "en", "outlet": outlets[number % len(outlets)],
        "published": day, "day": day, "rest": b"", "text_sha256": key, "detente": "", "plan": "", "codebook": "",
    }  # fmt: skip
    said, told, believed = [], [], []
    for place in range(CLAIMS_EACH):
        dice = int.from_bytes(sha256(f"{number} {place}".encode()).digest()[:8])
        actor, topic, stance = dice % actors, topics[(dice >> 16) % len(topics)], (-0.5, 0.0, 0.5, 1.0)[(dice >> 32) % 4]
        name = record_id("statement", key, place)
        same = {"document_id": key, "place": place, "actor_id": f"person:actor-number-{actor}", "party": f"P{actor % PARTIES}", "topic": topic}
        said.append({"document_id": key, "place": place, "id": name, "content": "x" * 80, "rest": b"x" * 400, "act": "REJECT", "speaker": "A B"})
        told.append({**same, "id": record_id("position", name), "statement": place, "stance": stance, "score": 0.9, "method": "own-words"})
        believed.append({**same, "statement": place, "id": name, "sides": same["party"], "is_own": True, "deed": '["REJECT",-1,"",null]',
                         "sign": -1, "rank": "0005 2019-01-01 0080", "score": 0.9, "is_sure": True, "day": day, "repeats": None,
                         "utterance": name, "leads": True})  # fmt: skip
    return document, said, told, believed


def load(connection: Connection, number: int, actors: int) -> None:
    """Load documents in bulk."""
    topics, outlets = tuple(topic.id for topic in load_codebook().topics), tuple(sorted(outlet_homes()))
    rows = (made(each, actors, topics, outlets) for each in range(number))
    columns = {column.name for column in documents.columns}
    while some := tuple(itertools.islice(rows, AT_ONCE)):
        connection.execute(insert(documents), [{key: value for key, value in each[0].items() if key in columns} for each in some])
        for place, name in enumerate((statements, positions, held), 1):
            connection.execute(insert(name), [row for each in some for row in each[place]])
    connection.execute(text("ANALYZE"))


def keep_sums(connection: Connection, number: int) -> None:
    """Keep the sums that a store keeps once it has settled."""
    sums: Counter[tuple[str, str, str, str]] = Counter()
    for first in range(0, number, AT_ONCE):
        sums.update(sides_of(connection, [f"{each:012x}" for each in range(first, min(first + AT_ONCE, number))]))
    rows = [(*key, number) for key, number in sorted(sums.items())]
    connection.execute(insert(counts), [dict(zip(("kind", "scope", "topic", "key", "number"), row, strict=True)) for row in rows])


def _networks(store: Store, kind: Kind, *, with_standings: bool) -> None:
    sums = store.maps.ties(Tied(kind.rows, kind.tells_sides, kind.duplicates, kind.every))
    for period, rows in itertools.groupby(sums, key=lambda row: row[0]):
        network = network_of((Counted(*row[1:]) for row in rows), kind, period=period, most=300)
        if with_standings:
            standings(network)


def _is_kept(kind: Kind) -> bool:
    return is_kept(Tied(kind.rows, kind.tells_sides, kind.duplicates, kind.every), ANYTHING)


def _timed(do: Callable[[], None], rounds: int = ROUNDS) -> tuple[float, float]:
    taken = []
    for _ in range(rounds):
        start, busy = perf_counter(), process_time()
        do()
        taken.append((1000 * (perf_counter() - start), 1000 * (process_time() - busy)))
    clock, processor = zip(*taken, strict=True)
    return median(clock), median(processor)


def measure(store: Store) -> tuple[dict[str, float], Iterator[tuple[str, ...]]]:
    """Return the figures of the processor, and a row a kind of network."""
    _networks(store, KINDS["actors, documents"], with_standings=True)  # brings numpy and networkx
    taken = {}
    for name, kind in KINDS.items():
        taken[name] = _timed(partial(_networks, store, kind, with_standings=False), ROUNDS if _is_kept(kind) else 1)
    taken["with figures of nodes"] = _timed(partial(_networks, store, KINDS["actors, documents"], with_standings=True))
    return {name: busy for name, (_, busy) in taken.items()}, ((name, f"{clock:.0f}", f"{busy:.0f}") for name, (clock, busy) in taken.items())


def measure_at(url: str, number: int, actors: int, on: str) -> list[str]:
    """Make a store unless it is there, and print how fast its networks are."""
    with open_store(url, make=True) as store:
        if not store.status().documents:
            start = perf_counter()
            with store._writer.begin() as connection:
                load(connection, number, actors)
                keep_sums(connection, number)
            print(f"{store.where}: {number * CLAIMS_EACH:,} claims loaded in {perf_counter() - start:.0f} s\n")
        figures, rows = measure(store)
    print(table([(on, "ms", "of the processor"), *rows]), end="\n\n")
    return [f"{on}: {name}: {taken:.0f} ms, at most {LIMIT}"
            for name, taken in figures.items() if name in KINDS and KINDS[name].rows == "actor" and _is_kept(KINDS[name]) and taken > LIMIT]  # fmt: skip


def main(argv: list[str]) -> int:
    """Load and measure on SQLite, then on PostgreSQL."""
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--actors", type=int, default=300)
    options.add_argument("--on", choices=("sqlite", "postgresql"))
    options.add_argument("--keep", default="", help="a file for the store on SQLite, to measure it again")
    given = options.parse_args(argv)
    failed: list[str] = []
    if given.on != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{given.keep or Path(folder) / 'store.sqlite'}"
            failed += measure_at(url, given.documents, given.actors, "SQLite")
    if given.on != "sqlite":
        with shared_server() as url:
            if url:
                failed += measure_at(url, given.documents, given.actors, "PostgreSQL")
    print("\n".join(failed), end="\n" if failed else "")
    return bool(failed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
