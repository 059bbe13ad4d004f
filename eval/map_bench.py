"""How fast maps are drawn, and the evidence of their cells read, in a large store.

    map_bench.py [--documents N] [--on sqlite|postgresql] [--keep FILE]

Makes documents as `search_bench.py` does, with what maps rest on beside, loads them in bulk, and loads what came of them
again and again under later days. A map is drawn several times; the medians count, by the clock and of this
process. Figures beyond `LIMITS` fail; of PostgreSQL, which works in other processes, see the clock.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, NamedTuple
from zlib import compress, decompress

import msgspec
from search_bench import AT_ONCE, Made, day_of, make, pools
from shared import shared_server
from sqlalchemy import Connection, Integer, Text, case, cast, func, insert, select, text, update
from tables import table

from detente.desk.stored import chart
from detente.pipeline import Selection, weigh_pairs
from detente.records import Cue, Span, Statement, record_id
from detente.resources.outlets import outlet_homes
from detente.store import Asked, Store, open_store
from detente.store.derived import counts, unsettled
from detente.store.rows import LEVEL, Rest
from detente.store.tables import clusters, documents, metadata, pairs, parties, passages, positions, sources, statements

# Milliseconds of the processor.
LIMITS = {
    "map of two parties": 150, "relations by month": 150, "evidence of the largest cell": 5, "evidence of the smallest cell": 5,
}  # fmt: skip
MADE, YEARS = 2_000, 12  # documents that are made, and years after which they are loaded again
IDS, DAYS = {"document_id", "id", "cluster", "utterance", "source"}, {"day", "published", "held_on", "said_on"}
LOADING = 1 << 20  # kibibytes of memory that SQLite may take while it is loaded
ROUNDS = 7
FIRST = 20  # statements of a cell that are read
SURE = 0.9
Rows = list[dict[str, Any]]


class Whole(NamedTuple):
    """The rows of a document with what maps rest on."""

    made: Made
    statements: Rows
    positions: Rows
    parties: Rows
    pairs: Rows


@cache
def _read(rest: bytes) -> Statement:
    return msgspec.json.decode(rest, type=Statement)


def complete(made: Made) -> Whole:
    """Return a document whose text ends with its statements, each with an id of its own."""
    key, text_ = made.document["id"], made.document["text"]
    told, held, said = [], [], []
    for row in made.statements:
        start, text_ = len(text_) + 1, f"{text_}\n{row['content']}"
        span = Span(start, len(text_))
        known = _read(row["rest"])
        speaker = known.speaker and msgspec.structs.replace(known.speaker, start=start, stop=start)
        statement = msgspec.structs.replace(
            known, id=record_id("statement", key, row["place"]), speaker=speaker, cue=Cue(start, start, known.cue.lemma), content=(span,)
        )
        said.append(statement)
        told.append({**row, "id": statement.id, "rest": msgspec.json.encode(statement)})
        held += [_position(row, statement, topic, made.document["day"]) for topic in statement.topics if speaker]
    for i, row in enumerate(held):
        row["place"] = i
    by_party = Counter(party for s in said if s.speaker and s.speaker.party for party in s.speaker.party.split("+"))
    spoken = [{"document_id": key, "party": party, "statements": n} for party, n in sorted(by_party.items())]
    both = [{"document_id": key, "one": one, "other": other, "weight": n} for (one, other), n in sorted(weigh_pairs(said).items())]
    return Whole(made._replace(document={**made.document, "text": text_, "rest": _rest(made.document)}), told, held, spoken, both)


def _rest(document: dict[str, Any]) -> bytes:
    """What else the reading has, with the id, day and outlet of the document that was made."""
    known = _known(document["rest"])
    values = {"id": document["id"], "outlet": document["outlet"], "published": document["day"]}
    rest = Rest(msgspec.structs.replace(known.document, **values), (), (), (), known.version)
    return compress(msgspec.json.encode(rest), LEVEL)


@cache
def _known(rest: bytes) -> Rest:
    return msgspec.json.decode(decompress(rest), type=Rest)


def _position(row: dict[str, Any], statement: Statement, topic: str, day: str) -> dict[str, Any]:
    assert statement.speaker
    return {
        "document_id": row["document_id"], "id": record_id("position", statement.id, topic), "statement": row["place"],
        "actor_id": statement.speaker.actor_id, "party": statement.speaker.party, "towards": None, "topic": topic,
        "stance": statement.polarity, "on_topic": None, "held_on": statement.said_on or day, "score": SURE, "method": "own-words",
    }  # fmt: skip


def load(connection: Connection, whole: Iterator[Whole]) -> None:
    """Load documents in bulk, without what is searched; none is a copy of another."""
    while some := tuple(itertools.islice(whole, AT_ONCE)):
        rows = {
            documents: [each.made.document for each in some], sources: [each.made.source for each in some],
            statements: [row for each in some for row in each.statements], positions: [row for each in some for row in each.positions],
            parties: [row for each in some for row in each.parties], pairs: [row for each in some for row in each.pairs],
            clusters: [{"document_id": each.made.document["id"], "cluster": each.made.document["id"]} for each in some],
            unsettled: [{"kind": "document", "key": each.made.document["id"]} for each in some],
        }  # fmt: skip
        for name, each in rows.items():
            connection.execute(insert(name), each)


def repeat(connection: Connection, times: int) -> None:
    """Load what is there again, under other ids and so many years later that nothing in it is the same utterance.

    So sums are as many times as large, and who is one stays as it is. Ids of one time stand together, so that a table is
    written from its beginning to its end.
    """
    of_documents = [each for each in metadata.sorted_tables if "document_id" in each.c and each not in (sources, passages)]
    for each in (documents, sources, *of_documents):
        names = [column.name for column in each.columns]
        among = (each.c.id if each is documents else each.c.document_id).not_like("%/%")
        for time in range(1, times):
            connection.execute(insert(each).from_select(names, select(*(_later(column, time) for column in each.columns)).where(among)))
    connection.execute(update(counts).values(number=counts.c.number * times))


def _later(column: Any, time: int) -> Any:
    if column.name in IDS:
        return case((column == "", ""), else_=f"{time:02}/" + column)
    if column.name in DAYS:
        year = cast(cast(func.substr(column, 1, 4), Integer) + time * YEARS, Text)
        return case((column == "", ""), else_=year + func.substr(column, 5))
    return column


def fill(url: str, number: int) -> None:
    """Make a store unless it is there."""
    with open_store(url, make=True) as store:
        if store.status().documents:
            return
        start, made = perf_counter(), min(number, MADE)
        with store._writer.begin() as connection:
            some, homes = pools(), tuple(sorted(outlet_homes()))
            load(connection, (complete(make(each, some, homes)) for each in sorted(range(made), key=day_of)))
        loaded = perf_counter()
        store.maps.settle()
        settled = perf_counter()
        with store._writer.begin() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA cache_size = -{LOADING}")
            repeat(connection, number // made)
            connection.execute(text("ANALYZE"))
        found, end = store.status(), perf_counter()
        print(f"{store.where}: {made:,} documents made in {loaded - start:.0f} s, taken into account for maps in {settled - loaded:.0f} s, "
              f"and repeated in {end - settled:.0f} s: {sum(found.documents.values()):,} documents, {found.statements:,} statements\n")  # fmt: skip


def _timed(url: str, do: Callable[[Store], object]) -> tuple[float, float]:
    """The medians of milliseconds of something that is done with a store, by the clock and of this process."""
    taken = []
    with open_store(url) as store:
        for _ in range(ROUNDS):
            start, busy = perf_counter(), process_time()
            do(store)
            taken.append((1000 * (perf_counter() - start), 1000 * (process_time() - busy)))
    clock, processor = (median(column) for column in zip(*taken, strict=True))
    return clock, processor


def measure(url: str) -> tuple[dict[str, float], list[tuple[str, ...]]]:
    """Return the figures, and a row each."""
    with open_store(url) as store:
        speaking = store.parties()
        most = store.most_reported()
    assert most
    asked = Asked(most)
    with open_store(url) as store:
        cells = chart(store, most).map.cells
        numbers = {cell.topic: store.maps.listed(asked, cell.topic).statements for cell in cells}
    large, small = max(numbers, key=numbers.__getitem__), min(numbers, key=numbers.__getitem__)
    rare = tuple(sorted((most[0], speaking[-1])))
    some, year = Selection(since="2014", until="2023"), Selection(since="2019", until="2019")
    tasks: dict[str, tuple[str, Callable[[Store], object]]] = {
        "map of two parties": ("-".join(most), lambda store: chart(store, most).to_table()),
        "map with a party that speaks least": ("-".join(rare), lambda store: chart(store, (rare[0], rare[1])).to_table()),
        "map of two parties, a year": (year.since, lambda store: chart(store, most, year).to_table()),
        "map of two parties, ten years": (f"{some.since} to {some.until}", lambda store: chart(store, most, some).to_table()),
        "relations by month": ("-".join(most), lambda store: chart(store, most).every("month").to_table()),
        "evidence of the largest cell": (f"{large}, {numbers[large]:,}", lambda store: _first(store, asked, large)),
        "evidence of the smallest cell": (f"{small}, {numbers[small]:,}", lambda store: _first(store, asked, small)),
    }
    taken = {name: _timed(url, do) for name, (_, do) in tasks.items()}
    return {name: min(both) for name, both in taken.items()}, [(name, tasks[name][0], *(f"{each:.1f}" for each in both)) for name, both in taken.items()]


def _first(store: Store, asked: Asked, topic: str) -> int:
    """The first statements of a cell."""
    statements_ = (s for reading in store.maps.evidence(asked, topic) for s in reading.statements)
    return len(list(itertools.islice(statements_, FIRST)))


def beyond(figures: dict[str, float], on: str) -> list[str]:
    """Return a sentence for each figure that is beyond its limit."""
    return [f"{on}: {name}: {figures[name]:.1f} ms, at most {limit}" for name, limit in LIMITS.items() if figures[name] > limit]


def measure_at(url: str, number: int, on: str) -> list[str]:
    """Fill a store and print how fast its maps are."""
    fill(url, number)
    figures, rows = measure(url)
    print(table([(on, "", "ms", "of the processor"), *rows]), end="\n\n")
    return beyond(figures, on)


def main(argv: list[str]) -> int:
    """Load and measure on SQLite, then on PostgreSQL."""
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--on", choices=("sqlite", "postgresql"))
    options.add_argument("--keep", default="", help="a file for the store on SQLite, to measure it again")
    given = options.parse_args(argv)
    failed: list[str] = []
    if given.on != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            failed += measure_at(f"sqlite:///{given.keep or Path(folder) / 'store.sqlite'}", given.documents, "SQLite")
    if given.on != "sqlite":
        with shared_server() as url:
            if url:
                failed += measure_at(url, given.documents, "PostgreSQL")
    print("\n".join(failed), end="\n" if failed else "")
    return bool(failed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
