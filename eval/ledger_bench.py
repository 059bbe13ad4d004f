"""How fast a large store tells what two parties promised each other, and what both sides say of a meeting.

    ledger_bench.py [--documents N] [--on sqlite|postgresql] [--keep FILE]

Documents are made from the articles of `tests/meetings`: each folder again and again, some days later each time, so that a pair has a
meeting every few days and what followed it. Of their words most are others each time, so that what is told of one meeting is not
taken for another's; a document commits somebody once, if at all. Of other pairs there is only what tells their articles apart from
those that are asked for, no statements. Everything is asked several times: the medians count, by the clock
and of this process, and the first time is shown beside, as a ledger is kept as it was made. Figures beyond `LIMITS` fail.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache, partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, NamedTuple
from zlib import compress, decompress

import msgspec
from accounts import folders, readings_of
from shared import shared_server
from sqlalchemy import insert, text
from tables import table

from detente.analysis.commitments import Facts
from detente.desk.accounts import compare
from detente.desk.ledgers import commitments
from detente.pipeline import weigh_pairs
from detente.records import Reading
from detente.store import Store, open_store
from detente.store.rows import LEVEL, Parts, parts_of
from detente.store.tables import documents, followed, gathered, pairs, parties, positions, sources, statements
from detente.store.tables import events as happened

# Milliseconds of the processor, of a store that has been asked before.
LIMITS = dict.fromkeys(
    ("commitments", "commitments on a topic in a year", "accounts of a meeting, by place and day", "accounts of a meeting, by the two and day"), 500
)
ROUNDS, AT_ONCE = 5, 500
ASKED, PAIR = "athens", ("GR", "TR")  # the folder whose articles are asked for
DAYS = 3_800  # over which the documents are spread
ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)")
TERM = re.compile(r'"(word|name|number):([^"]+)"')
SAME, OF_TEN = 3, 10  # of ten words those that are the same each time
ENDINGS = 7  # by which the vocabulary is larger than that of the articles
DATED = ("published", "day", "said_on", "held_on", "date")


class Told(NamedTuple):
    """A pair with what is asked of it: a day on which both met, and where."""

    pair: tuple[str, str]
    day: str
    venue: str


def later(told: str, days: int) -> str:
    """Return what is told with all its days so much later."""

    def put_off(match: re.Match[str]) -> str:
        return (date(*map(int, match.groups())) + timedelta(days)).isoformat()

    return ISO.sub(put_off, told)


def reworded(told: str, time: int, vocabulary: dict[str, list[str]]) -> str:
    """Return facts with other terms, the same for the same ones."""

    def other(match: re.Match[str]) -> str:
        place = _place(match[0])
        if place % OF_TEN < SAME:
            return match[0]
        among = vocabulary[match[1]]
        return f'"{match[1]}:{among[(place + time * 7919) % len(among)]}{(place + time) % ENDINGS}"'

    return TERM.sub(other, told)


@cache
def _place(term: str) -> int:
    return int.from_bytes(sha256(term.encode()).digest()[:4])


def thinned(facts: Facts, number: int) -> Facts:
    """Return facts with one thing that commits each two sides, if any."""
    return msgspec.structs.replace(facts, found={key: told[number % len(told) :][:1] for key, told in facts.found.items()})


class Base(NamedTuple):
    """An article with its rows; of those that are told again in other words, also what is told so."""

    reading: Reading
    parts: Parts
    facts: str
    rest: str
    is_asked: bool


def base_of(folder: Path) -> list[Base]:
    """Return the articles of a folder."""
    found = []
    for number, reading in enumerate(readings_of(folder)):
        parts = parts_of(reading, weigh_pairs(reading.statements))
        facts = thinned(msgspec.json.decode(decompress(parts.followed[0]["facts"]), type=Facts), number)
        rest = decompress(parts.document["rest"]).decode()
        found.append(Base(reading, parts, msgspec.json.encode(facts, order="deterministic").decode(), rest, folder.name == ASKED))
    return found


def made(base: list[Base], number: int) -> Iterator[dict[Any, list[dict[str, Any]]]]:
    """Yield the rows of so many documents; only those that are asked for are in other words, and dated in all that they have."""
    step = DAYS * len(base) / number
    terms = {match for each in base for match in TERM.findall(each.facts)}
    vocabulary = {kind: sorted(term for each, term in terms if each == kind) for kind in ("word", "name", "number")}
    light = {id(each): followed_of(each.facts, LEVEL) for each in base}
    for i in range(number):
        time, which = divmod(i, len(base))
        each, key, days = base[which], f"{i:012x}", int(time * step)
        parts, renew = each.parts, partial(_renewed, key=key, days=days)
        document, told, rows = renew([parts.document])[0], light[id(each)], {parties: renew(parts.parties), pairs: renew(parts.pairs)}
        if each.is_asked:
            document["rest"] = compress(later(each.rest.replace(each.reading.document.id, key), days).encode(), 1)
            told = followed_of(reworded(later(each.facts, days), time, vocabulary), 1)
            rows |= {name: renew(some) for name, some in zip((statements, positions, happened), parts[1:4], strict=True)}
        yield {
            documents: [{**document, "id": key}], sources: [{"source": f"/news/{i:06}.txt", "document_id": key, "sha256": key}],
            **rows, gathered: renew(parts.gathered), followed: [{"document_id": key, **told}],
        }  # fmt: skip


def followed_of(facts: str, level: int) -> dict[str, Any]:
    """Return facts as a row."""
    plain = facts.encode()
    return {"hash": sha256(plain).hexdigest()[:16], "facts": compress(plain, level)}


def _renewed(rows: list[dict[str, Any]], key: str, days: int) -> list[dict[str, Any]]:
    """Rows of another document, with days so much later."""
    found = []
    for row in rows:
        dated = {name: later(row[name], days) for name in DATED if row.get(name)}
        if "rest" in row and "document_id" in row:
            dated["rest"] = later(row["rest"].decode(), days).encode()
        found.append({**row, **dated, **({"document_id": key} if "document_id" in row else {})})
    return found


def fill(url: str, number: int) -> None:
    """Make a store unless it is there."""
    with open_store(url, make=True) as store:
        if store.status().documents:
            return
        start = perf_counter()
        waiting = made([each for folder in folders() for each in base_of(folder)], number)
        with store._writer.begin() as connection:
            while some := tuple(islice(waiting, AT_ONCE)):
                for name in (documents, sources, statements, positions, happened, parties, pairs, gathered, followed):
                    if rows := [row for each in some for row in each.get(name, ())]:
                        connection.execute(insert(name), rows)
            connection.execute(text("ANALYZE"))
        found = store.status()
        print(f"{store.where}: {sum(found.documents.values()):,} documents, {found.statements:,} statements made in {perf_counter() - start:.0f} s\n")


def _timed(url: str, do: Callable[[Store], object]) -> tuple[float, float, float]:
    """Milliseconds of something that is done with a store: the first time, and medians by the clock and of this process."""
    taken = []
    with open_store(url) as store:
        for _ in range(1 + ROUNDS):
            start, busy = perf_counter(), process_time()
            do(store)
            taken.append((1000 * (perf_counter() - start), 1000 * (process_time() - busy)))
    (first, _), *others = taken
    clock, processor = (median(column) for column in zip(*others, strict=True))
    return first, clock, processor


def _asked(store: Store) -> Told:
    """The pair whose articles are told in other words each time, and one of its meetings."""
    with store._reads() as connection:
        query = text("SELECT date, venue FROM gathered WHERE one = :one AND other = :other AND venue <> '' AND status = 'held'"
                     " AND length(date) = 10 ORDER BY date, document_id")  # fmt: skip
        told = connection.execute(query, dict(zip(("one", "other"), PAIR, strict=True))).all()
    return Told(PAIR, *told[len(told) // 2])


def measure(url: str) -> tuple[dict[str, float], list[tuple[str, ...]]]:
    """Return the figures, and a row each."""
    with open_store(url) as store:
        told = _asked(store)
    pair, year = told.pair, told.day[:4]
    tasks: dict[str, tuple[str, Callable[[Store], object]]] = {
        "commitments": ("-".join(pair), lambda store: commitments(store, pair).commitments),
        "commitments on a topic in a year": (year, lambda store: commitments(store, pair, topics=["trade"], since=year, until=year).to_table()),
        "accounts of a meeting, by place and day": (f"{told.venue} {told.day}", lambda store: compare(store, f"{told.venue} {told.day}").to_table()),
        "accounts of a meeting, by the two and day": (told.day, lambda store: compare(store, told.day, pair).to_table()),
    }  # fmt: skip
    taken = {name: _timed(url, do) for name, (_, do) in tasks.items()}
    rows = [(name, tasks[name][0], *(f"{each:.1f}" for each in both)) for name, both in taken.items()]
    return {name: min(both[1:]) for name, both in taken.items()}, rows


def measure_at(url: str, number: int, on: str) -> list[str]:
    """Fill a store and print how fast it tells; returns a sentence for each figure that is beyond its limit."""
    fill(url, number)
    figures, rows = measure(url)
    print(table([(on, "", "first ms", "ms", "of the processor"), *rows]), end="\n\n")
    return [f"{on}: {name}: {figures[name]:.1f} ms, at most {limit}" for name, limit in LIMITS.items() if figures[name] > limit]


def main(argv: list[str]) -> int:
    """Make and measure a store on SQLite, then on PostgreSQL."""
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
