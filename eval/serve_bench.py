"""The bench of the server: eight readers of a large store while articles are added to it, and what a browser sees.

    serve_bench.py [--documents N] [--seconds N] [--keep FILE]

Each reader asks again as soon as it is answered, for maps, cells, months, timelines and searches by turns. Limits are in
`bench_floors.json`; a figure beyond its limit fails. Times are by the clock, so let nothing else run.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from http.client import HTTPConnection
from pathlib import Path
from time import sleep
from typing import Any, NamedTuple
from urllib.parse import quote

from bench import tell
from bulk import fill
from made import make_corpus
from painting import fill_with_speakers, paint_map, paint_network
from parts import documents_made
from readers import Addresses, Answered, ask, get, share
from tables import table

from detente.store import open_store

DETENTE = (sys.executable, "-c", "from detente.cli.main import main; main()")
READERS = 8
SPEAKING, PAIRS, TOPICS, MONTHS = 4, 6, 8, 2  # parties, their pairs, topics of each, and times at which tables of months end
LAST_YEAR = 2023  # of the documents that are made, before they are loaded again
WORDS = ("sanctions", "制裁", "санкции", "trade", "gas OR oil", "переговоры", "会谈", "embassy", "ceasefire NOT talks", "визы")
ARTICLES = 3_000  # more than are added meanwhile
SHARES = (0.5, 0.95, 0.99)


class Seen(NamedTuple):
    """What was seen in a run: answers, articles that were added, seconds of the processor and megabytes of the server, what a browser saw."""

    answers: list[Answered]
    added: int
    busy: float
    megabytes: tuple[float, ...]
    painted: dict[str, float]


def addresses_of(port: int, parties: Sequence[str]) -> Addresses:
    """Return the addresses of each kind that readers ask for, as the pages of maps between some parties lead to them."""
    pairs = [f"parties={one},{other}" for one, other in itertools.combinations(parties, 2)][:PAIRS]
    chance, cells, in_months = random.Random("addresses"), [], []
    for pair in pairs:
        topics: dict[str, list[str]] = _told(port, f"/map.json?{pair}&to={LAST_YEAR}-12")["periods"]["topics"]
        for topic in sorted(topics)[:TOPICS]:
            cells.append(f"/map/{topic}?{pair}")
            month = chance.choice(sorted(topics[topic]))
            in_months.append(f"{cells[-1]}&since={month}&until={month}")
    ends = [f"{LAST_YEAR - i}-{chance.randint(1, 12):02}" for i in range(MONTHS)]
    return {
        "map": [f"/map?{pair}&to={LAST_YEAR}-12" for pair in pairs],
        "months": [f"/map?{pair}&every={every}&to={end}" for pair in pairs for end in ends for every in ("month", "quarter")],
        "cell": cells, "a month of a cell": in_months,
        "timeline": [f"/timeline?{pair}" for pair in pairs],
        "search": [f"/search?query={quote(word)}" for word in WORDS],
    }  # fmt: skip


def _told(port: int, address: str) -> Any:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", address)
    return json.loads(connection.getresponse().read())


@contextmanager
def served(url: str) -> Iterator[tuple[int, int]]:
    """A server of a store: its port, and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen((*DETENTE, "serve", "--no-open", "--port", str(port), "--store", url), stderr=subprocess.DEVNULL)
    try:
        while get(HTTPConnection("127.0.0.1", port), "/healthz", "").status != 200:
            sleep(0.2)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


@contextmanager
def adding(url: str) -> Iterator[None]:
    """Articles are added to a store by one process meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        make_corpus(Path(folder), ARTICLES)
        process = subprocess.Popen((*DETENTE, "add", folder, "--store", url, "--processes", "1"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield
        finally:
            process.terminate()
            process.wait()


def megabytes(process: int) -> float:
    """Return how much memory a process holds; nothing where the system does not tell."""
    file = Path(f"/proc/{process}/status")
    held = (line.split()[1] for line in file.read_text().splitlines() if line.startswith("VmRSS")) if file.exists() else iter(())
    return int(next(held, "0")) / 1024


def processor(process: int) -> float:
    """Return how many seconds of the processor a process has had; nothing where the system does not tell."""
    file = Path(f"/proc/{process}/stat")
    ticks = file.read_text().rpartition(")")[2].split()[11:13] if file.exists() else ()
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def run(url: str, seconds: float) -> Seen:
    """Serve a store to readers while articles are added, half of the time each with a look at the memory."""
    with open_store(url) as store:
        parties, before = store.parties()[:SPEAKING], sum(store.status().documents.values())
    with served(url) as (port, process):
        addresses = addresses_of(port, parties)
        painted = paint_map(port, addresses["map"][0]) | network_painted()
        held, start = [megabytes(process)], processor(process)
        with adding(url):
            answers = []
            for _ in range(2):
                answers += ask(port, addresses, READERS, seconds / 2)
                held.append(megabytes(process))
        busy = processor(process) - start
    with open_store(url) as store:
        added = sum(store.status().documents.values()) - before
    return Seen(answers, added, busy, tuple(held), painted)


def network_painted() -> dict[str, float]:
    """Return what a browser sees of a large network, of a store of its own, whose server has shown a small one before."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'speakers.sqlite'}"
        fill_with_speakers(url)
        with served(url) as (port, _):
            get(HTTPConnection("127.0.0.1", port), "/network?rows=actor", "")
            return paint_network(port)


def rows_of(answers: Sequence[Answered]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each kind of address, and one for all."""
    yield "", "answers", *(f"{100 * each:.0f} % within ms" for each in SHARES), "most", "kB at most", "errors"
    for kind in (*sorted({each.kind for each in answers}), ""):
        some = [each for each in answers if each.kind == (kind or each.kind)]
        times = [each.milliseconds for each in some]
        errors = sum(each.status != 200 for each in some)
        figures = (f"{share(times, each):.0f}" for each in SHARES)
        yield kind or "all", f"{len(some):,}", *figures, f"{max(times):.0f}", f"{max(each.size for each in some) / 1000:.0f}", str(errors)


def figures_of(seen: Seen) -> dict[str, float]:
    """Return what has limits."""
    times = [each.milliseconds for each in seen.answers]
    return {
        "server: ms within which 95 of 100 answers come": share(times, 0.95),
        "server: errors": sum(each.status != 200 for each in seen.answers),
        "server: memory at the end against that in the middle": seen.megabytes[2] / seen.megabytes[1],
        **seen.painted,
    }


def main(argv: list[str]) -> int:
    """Make a store, serve it, and print what was seen; return 1 when a figure is beyond its limit."""
    options = argparse.ArgumentParser(description="Measure the server: readers of a large store while articles are added to it.")
    options.add_argument("--documents", type=int, default=100_000)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--keep", default="", help="a file for the store, to measure it again; articles are added to it")
    given = options.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{given.keep or Path(folder) / 'store.sqlite'}"
        fill(url, given.documents, cache(documents_made))
        seen = run(url, given.seconds)
    print(table(list(rows_of(seen.answers))), end="\n\n")
    held = ", ".join(f"{each:.0f}" for each in seen.megabytes)
    each = 1000 * seen.busy / len(seen.answers)
    print(f"{seen.added} articles were added meanwhile; an answer took the server {each:.1f} ms of the processor, all things together")
    print(f"The server held {held} MB at the start, in the middle, at the end\n")
    return tell(figures_of(seen))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
