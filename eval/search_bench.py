"""How fast a search answers in a large store.

    search_bench.py [--documents N] [--on sqlite|postgresql] [--keep FILE]

Makes documents whose paragraphs and statements are drawn from the project's own articles in three languages, so that words are
as frequent as there, each with a number of its own, and loads them in bulk. A query is asked several times; the medians count, by the clock and of
this process; PostgreSQL works in others.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, NamedTuple

from shared import shared_server
from sqlalchemy import Connection, insert, text
from tables import table

from detente.api import read
from detente.records import Reading
from detente.resources.outlets import outlet_homes
from detente.store import DOCUMENTS, STATEMENTS, Store, Wanted, open_store
from detente.store.passages import Terms, first_number
from detente.store.rows import Parts, parts_of
from detente.store.tables import documents, passages, sources, statements

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
BATCHES = ("zh/batch1", "zh/batch2", "en/batch1", "en/batch2", "ru/batch1", "ru/batch2")
STATEMENTS_EACH, PARAGRAPHS_EACH = 20, 4
AT_ONCE = 1000  # documents that are loaded together
FIRST_DAY, DAYS, PRIME = date(2014, 1, 1), 4000, 7919
ROUNDS = 7
QUERIES: dict[str, tuple[str, Wanted]] = {
    "a frequent word": ("制裁", Wanted()),
    "two of three words": ("制裁 OR sanctions OR санкции", Wanted()),
    "a phrase": ("外交部发言人", Wanted()),
    "a phrase in English": ('"foreign minister"', Wanted()),
    "two words, a third missing": ("переговоры министр -санкции", Wanted()),
    "one character": ("俄", Wanted()),
    "a word that one document has": ("n77", Wanted()),
    "nothing": ("zzyzx", Wanted()),
    "a party and a year": ("合作", Wanted(parties=("CN",), since="2019", until="2019")),
    "a country and a language": ("министр", Wanted(countries=("RU",), languages=("ru",))),
    "statements of an act on a topic": ("制裁", Wanted(within=STATEMENTS, acts=("REJECT", "REQUEST", "ACCUSE"), topics=("sanctions", "trade", "iran"))),
    "documents of a month": ("会谈", Wanted(within=DOCUMENTS, since="2018-03", until="2018-03")),
}


class Pool(NamedTuple):
    """The parts of the articles of a language that documents are made from."""

    articles: tuple[dict[str, Any], ...]
    paragraphs: tuple[dict[str, Any], ...]
    statements: tuple[tuple[dict[str, Any], dict[str, Any]], ...]


def pools() -> list[Pool]:
    """Return the parts of the project's own articles by language."""
    by_language: dict[str, list[Parts]] = {}
    for batch in BATCHES:
        for file in sorted((GOLD / batch).glob("*.txt")):
            reading = read(file)
            assert isinstance(reading, Reading)
            by_language.setdefault(reading.document.language, []).append(parts_of(reading, {}))
    return [_pool(found) for found in by_language.values()]


def _pool(found: list[Parts]) -> Pool:
    told = [row for parts in found for row in parts.passages]
    said = [(parts.statements[row["statement"]], row) for parts in found for row in parts.passages if row["statement"] is not None]
    return Pool(tuple(parts.document for parts in found), tuple(row for row in told if row["statement"] is None), tuple(said))


def _pick(among: tuple[Any, ...], *key: object) -> Any:
    return among[int.from_bytes(sha256(repr(key).encode()).digest()[:8]) % len(among)]


class Made(NamedTuple):
    """The rows of a document."""

    document: dict[str, Any]
    source: dict[str, Any]
    statements: list[dict[str, Any]]
    passages: list[dict[str, Any]]


def day_of(number: int) -> int:
    """Return the day of a document, counted from the first one."""
    return number * PRIME % DAYS


def make(number: int, some: list[Pool], homes: tuple[str, ...]) -> Made:
    """Return a document made of parts; the same number gives the same."""
    pool = _pick(tuple(some), number, "language")
    key, day = f"{number:012x}", (FIRST_DAY + timedelta(days=day_of(number))).isoformat()
    outlet = _pick(homes, number, "outlet")
    body = [_pick(pool.paragraphs, number, i) for i in range(PARAGRAPHS_EACH)]
    said = [_pick(pool.statements, number, i, "said") for i in range(STATEMENTS_EACH)]
    document = {**_pick(pool.articles, number), "id": key, "outlet": outlet, "published": day, "day": day}
    rows = [{**row, "document_id": key, "place": i} for i, (row, _) in enumerate(said)]
    numbered = itertools.count(1 + (number << 8))
    told = [_passage(row, key, place, None, number) for place, row in enumerate(body)]
    told += [_passage(row, key, PARAGRAPHS_EACH + i, i, number) for i, (_, row) in enumerate(said)]
    for row in told:
        row["id"] = first_number(day) + next(numbered)
    return Made(document, {"source": f"/news/{number:06}.txt", "document_id": key, "sha256": key}, rows, told)


def _passage(row: dict[str, Any], key: str, place: int, statement: int | None, number: int) -> dict[str, Any]:
    words: Terms = row["terms"]
    terms = Terms((*words.words, f"n{number}"), words.marks) if statement is None and place == 0 else words
    return {**row, "document_id": key, "place": place, "statement": statement, "terms": terms}


def load(connection: Connection, made: Iterator[Made]) -> None:
    """Load documents in bulk."""
    while some := tuple(itertools.islice(made, AT_ONCE)):
        connection.execute(insert(documents), [each.document for each in some])
        connection.execute(insert(sources), [each.source for each in some])
        connection.execute(insert(statements), [row for each in some for row in each.statements])
        connection.execute(insert(passages), [row for each in some for row in each.passages])


def measure(store: Store) -> list[tuple[str, ...]]:
    """Return a row a query: what is found, and the median of milliseconds."""
    rows: list[tuple[str, ...]] = []
    for name, (query, wanted) in QUERIES.items():
        taken = []
        for _ in range(ROUNDS):
            start, busy = perf_counter(), process_time()
            found = store.search(query, wanted)
            taken.append((1000 * (perf_counter() - start), 1000 * (process_time() - busy)))
        more = "newest ranked" if found.was_cut else ""
        rows.append((name, query, str(len(found.hits)), more, *(f"{median(column):.1f}" for column in zip(*taken, strict=True))))
    return rows


def measure_at(url: str, number: int) -> None:
    """Make a store unless it is there, and print how fast it answers."""
    with open_store(url, make=True) as store:
        if not store.status().documents:
            start = perf_counter()
            with store._writer.begin() as connection:
                some, homes = pools(), tuple(sorted(outlet_homes()))
                load(connection, (make(each, some, homes) for each in sorted(range(number), key=day_of)))
                connection.execute(text("ANALYZE"))
            print(f"{store.where}: {number:,} documents loaded in {perf_counter() - start:.0f} s\n")
        print(table([("query", "", "hits", "", "ms", "of the processor"), *measure(store)]), end="\n\n")


def main(argv: list[str]) -> int:
    """Load and measure on SQLite, then on PostgreSQL."""
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--on", choices=("sqlite", "postgresql"))
    options.add_argument("--keep", default="", help="a file for the store on SQLite, to measure it again")
    given = options.parse_args(argv)
    if given.on != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            measure_at(f"sqlite:///{given.keep or Path(folder) / 'store.sqlite'}", given.documents)
    if given.on != "sqlite":
        with shared_server() as url:
            if url:
                measure_at(url, given.documents)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
