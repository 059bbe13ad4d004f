"""The project's own queries to its own invented reports: what a search finds of what it should, on both databases."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from shared import shared_server

from detente.api import read
from detente.desk.search import search
from detente.records import Reading
from detente.resources.load import load_tsv
from detente.store import Source, Store, open_store

HERE = Path(__file__).resolve().parent
SET = HERE / "search"
OPENING = "=== "
FILTER = re.compile(r"(\w+)=(.*?)(?= \w+=|$)")
FIELDS = {"party": "parties", "speaker": "speakers", "topic": "topics", "act": "acts", "outlet": "outlets",
          "country": "countries", "language": "languages"}  # fmt: skip
SINGLE = {"in": "within", "since": "since", "until": "until"}


class Query(NamedTuple):
    """A query with its filters, and the reports that answer it."""

    words: str
    filters: str
    answers: frozenset[str]


def reports() -> Iterator[tuple[str, str]]:
    """Yield the reports by id."""
    for file in sorted(SET.glob("*.txt")):
        for part in file.read_text(encoding="utf-8").split(OPENING)[1:]:
            name, _, text = part.partition("\n")
            yield name, text


def queries() -> list[Query]:
    """Return the queries."""
    rows = load_tsv(SET / "queries.tsv", ("query", "filters", "answers"))
    return [Query(row["query"], row["filters"], frozenset(row["answers"].split())) for row in rows]


def fill(store: Store) -> None:
    """Keep the reports, each at a source of its id."""
    for name, text in reports():
        reading = read(text)
        assert isinstance(reading, Reading), name
        store.write(reading, Source(name, name), {})


def answers(store: Store, query: Query) -> frozenset[str]:
    """Return the reports that a search finds."""
    wishes = FILTER.findall(query.filters)
    chosen = {FIELDS[key]: [value] for key, value in wishes if key in FIELDS} | {SINGLE[key]: value for key, value in wishes if key in SINGLE}
    return frozenset(hit.source for hit in search(query.words, store, limit=0, **chosen).hits)


def scores_of(store: Store, *, tell: bool = False) -> dict[str, float]:
    """Return recall and precision over all queries, in per cent; `tell` prints what is missed and what is wrong."""
    right = size = found = 0
    for query in queries():
        got = answers(store, query)
        right, size, found = right + len(got & query.answers), size + len(query.answers), found + len(got)
        if tell and got != query.answers:
            print(f"{query.words} {query.filters}: missed {sorted(query.answers - got)}, wrong {sorted(got - query.answers)}")
    return {"recall": round(100 * right / size, 1), "precision": round(100 * right / found, 1)}


@contextmanager
def stores() -> Iterator[dict[str, Store]]:
    """Stores with the reports, by database; PostgreSQL only where it is installed."""
    with tempfile.TemporaryDirectory() as folder, shared_server() as url:
        addresses = {"search on SQLite": f"sqlite:///{folder}/store.sqlite", "search on PostgreSQL": url}
        opened = {name: open_store(address, make=True) for name, address in addresses.items() if address}
        for store in opened.values():
            fill(store)
        yield opened
        for store in opened.values():
            store.close()


def search_scores(*, tell: bool = False) -> dict[str, dict[str, float]]:
    """Return the scores on each database."""
    with stores() as found:
        return {name: scores_of(store, tell=tell) for name, store in found.items()}


if __name__ == "__main__":
    print(search_scores(tell=True))
