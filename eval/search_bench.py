"""How fast a search answers in a large store.

    search_bench.py [--documents N] [--on sqlite|postgresql] [--keep FILE]

Makes documents whose paragraphs and statements are drawn from the project's own articles in three languages, so that words are
as frequent as there, each with a number of its own, and loads them in bulk. A query is asked several times: its first time, in
which what it needs is loaded, and the medians of the others are shown, by the clock and of this process; PostgreSQL works in
others. Of all but the first times, 95 of 100 must be within the limit of `bench_floors.json`, by the clock; where other programs take
the processor, its own time tells what the search needs.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any, NamedTuple

from bench import LIMITS, Figures, Rows, verdicts
from shared import shared_server
from sqlalchemy import Connection, insert, text
from tables import table

from detente.api import read
from detente.records import Reading
from detente.resources.outlets import outlet_homes
from detente.store import DOCUMENTS, STATEMENTS, Speaker, Store, Wanted, open_store
from detente.store.passages import Terms, first_number
from detente.store.rows import Parts, parts_of
from detente.store.tables import documents, passages, sources, statements

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
BATCHES = ("zh/batch1", "zh/batch2", "en/batch1", "en/batch2", "ru/batch1", "ru/batch2")
STATEMENTS_EACH, PARAGRAPHS_EACH = 20, 4
AT_ONCE = 1000  # documents that are loaded together
FIRST_DAY, DAYS, PRIME = date(2014, 1, 1), 4000, 7919
ROUNDS = 7
LONGEST = 40  # characters of a query that are shown
VERBS = ("said", "told", "urged", "noted", "added", "held", "agreed", "rejected", "called", "welcomed", "visited", "signed", "warned",
         "vowed", "denied", "met")  # fmt: skip
QUERIES: dict[str, tuple[str, Wanted]] = {
    "a frequent word": ("制裁", Wanted()),
    "two of three words": ("制裁 OR sanctions OR санкции", Wanted()),
    "a phrase": ("外交部发言人", Wanted()),
    "a phrase in English": ('"foreign minister"', Wanted()),
    "two words, a third missing": ("переговоры министр -санкции", Wanted()),
    "one character": ("俄", Wanted()),
    "a word that one document has": ("n77", Wanted()),
    "nothing": ("zzyzx", Wanted()),
    "one of sixteen words": (" OR ".join(VERBS), Wanted()),
    "a frequent word, another missing": ("said -minister", Wanted()),
    "four words in one statement": ("中国 美国 表示 合作", Wanted(within=STATEMENTS)),
    "a phrase of five words": ('"готовы к переговорам с"', Wanted()),
    "two words that never meet": ("said министр", Wanted()),
    "a word in another language": ("said", Wanted(languages=("ru",))),
    "a speaker": ("Россия OR переговоры OR сторона", Wanted(speakers=(Speaker("Андрей Полозов"),))),
    "an outlet and a party": ("谈判 OR 关系 OR 合作", Wanted(outlets=("outlet:cna",), parties=("US",))),
    "an act in one week": ("переговоры OR 谈判 OR talks", Wanted(acts=("REJECT",), since="2018-03-04", until="2018-03-10")),
    "a party and a year": ("谈判", Wanted(parties=("RU",), since="2019", until="2019")),
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
    """Load documents in bulk; PostgreSQL makes its index behind them."""
    is_server = connection.dialect.name == "postgresql"
    if is_server:
        connection.execute(text("SET LOCAL maintenance_work_mem = '1GB'"))
        connection.execute(text("DROP INDEX passages_terms_idx"))
    while some := tuple(itertools.islice(made, AT_ONCE)):
        connection.execute(insert(documents), [each.document for each in some])
        connection.execute(insert(sources), [each.source for each in some])
        connection.execute(insert(statements), [row for each in some for row in each.statements])
        connection.execute(insert(passages), [row for each in some for row in each.passages])
    if is_server:
        connection.execute(text("CREATE INDEX passages_terms_idx ON passages USING gin (terms) WITH (fastupdate = off)"))
    connection.execute(text("ANALYZE"))


def measure(store: Store, name: str) -> tuple[Figures, Rows]:
    """Return a row a query: what is found, and milliseconds; and how long 95 of 100 searches take at most."""
    rows: Rows = [("query", "", "hits", "", "first ms", "ms", "of the processor")]
    clock: list[float] = []
    processor: list[float] = []
    for told, (query, wanted) in QUERIES.items():
        taken = [_search(store, query, wanted) for _ in range(1 + ROUNDS)]
        found, first = store.search(query, wanted), taken.pop(0)
        more = "newest ranked" if found.was_cut else ""
        shown = query if len(query) < LONGEST else query[:LONGEST] + "\u2026"
        rows.append((told, shown, str(len(found.hits)), more, f"{first[0]:.1f}", *(f"{median(column):.1f}" for column in zip(*taken, strict=True))))
        clock += [each for each, _ in taken]
        processor += [each for _, each in taken]
    rows.append(("95 of 100", "", "", "", "", f"{_most(clock):.1f}", f"{_most(processor):.1f}"))
    return {f"searches on {name}: ms, 95 of 100": _most(clock)}, rows


def _search(store: Store, query: str, wanted: Wanted) -> tuple[float, float]:
    """Milliseconds of a search, by the clock and of this process."""
    start, busy = perf_counter(), process_time()
    store.search(query, wanted)
    return 1000 * (perf_counter() - start), 1000 * (process_time() - busy)


def _most(taken: list[float]) -> float:
    return quantiles(taken, n=100)[94]


def measure_at(url: str, number: int) -> Figures:
    """Make a store unless it is there, and print how fast it answers."""
    name = "SQLite" if url.startswith("sqlite") else "PostgreSQL"
    with open_store(url, make=True) as store:
        if not store.status().documents:
            start = perf_counter()
            with store._writer.begin() as connection:
                some, homes = pools(), tuple(sorted(outlet_homes()))
                load(connection, (make(each, some, homes) for each in sorted(range(number), key=day_of)))
            print(f"{store.where}: {number:,} documents loaded in {perf_counter() - start:.0f} s\n")
        figures, rows = measure(store, name)
        print(table(rows), end="\n\n")
    return figures


def measure_removing(url: str) -> None:
    """Print how long it takes to remove one document, and a hundred."""
    with open_store(url) as store:
        for numbers in (range(1), range(1, 101)):
            start, busy = perf_counter(), process_time()
            gone = store.remove([f"/news/{number:06}.txt" for number in numbers])
            print(f"removing {gone}: {perf_counter() - start:.1f} s, {process_time() - busy:.1f} of the processor (SQLite {sqlite3.sqlite_version})")
    print()


def main(argv: list[str]) -> int:
    """Load and measure on SQLite, then on PostgreSQL."""
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--on", choices=("sqlite", "postgresql"))
    options.add_argument("--keep", default="", help="a file for the store on SQLite, to measure it again")
    given = options.parse_args(argv)
    figures: Figures = {}
    if given.on != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{given.keep or Path(folder) / 'store.sqlite'}"
            figures |= measure_at(url, given.documents)
            if not given.keep:
                measure_removing(url)
    if given.on != "sqlite":
        with shared_server() as url:
            if url:
                figures |= measure_at(url, given.documents)
    rows = list(verdicts(figures, json.loads(LIMITS.read_text(encoding="utf-8"))))
    print(table(rows))
    return int(any(row[-1] for row in rows))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
