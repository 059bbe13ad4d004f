"""What the commands do that keep what was read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from detente.engine import Reader, read_all
from detente.intake import Article, articles
from detente.pipeline import weigh_pairs
from detente.records import SKIPPED, FailedReading, Reading
from detente.resources.tongues import language_name
from detente.store import Source, Store, upgrade_store

from .progress import watched
from .reading import files_of
from .stored import address, refused, store_at

FILES_A_PROCESS = 40
OUTCOMES = ("new", "anew", "known", "failed", "skipped")
WORDS = {"new": "new", "anew": "read anew", "known": "already there", "failed": "could not be read", "skipped": "in other languages"}


def add_articles(paths: Sequence[str], url: str, reader: Reader, processes: int) -> bool:
    """Read articles into a store and say how many there were; returns whether some could not be read."""
    files = files_of(list(paths))
    outcomes: Counter[str] = Counter()
    with store_at(url, make=True) as store:
        unread = _unread(watched(articles(files), len(files)), store, reader, outcomes)
        for article, reading in read_all(unread, reader, processes or _cores(len(files))):
            outcomes[_keep(store, article, reading)] += 1
        where = store.where
    told = ", ".join(f"{outcomes[name]:,} {WORDS[name]}" for name in OUTCOMES if outcomes[name])
    typer.echo(f"{where}: {told}", err=True)
    return outcomes["failed"] > 0


def _cores(files: int) -> int:
    """As many processes as there are cores, but not for a handful of files: a process takes a second to start."""
    return min(os.cpu_count() or 1, max(1, files // FILES_A_PROCESS))


def _unread(found: Iterator[Article], store: Store, reader: Reader, outcomes: Counter[str]) -> Iterator[Article]:
    """The articles that the store does not have as this reader would read them."""
    for article in found:
        known = store.known(article.source)
        if known and known[0] == article.sha256 and reader.would_make(known[1]) and not article.failure:
            outcomes["known"] += 1
        else:
            yield article


def _keep(store: Store, article: Article, reading: Reading | FailedReading) -> str:
    """Keep a reading or a failure; returns what became of it."""
    source = Source(article.source, article.sha256)
    if not isinstance(reading, FailedReading):
        return store.write(reading, source, weigh_pairs(reading.statements))
    if reading.failures[0].kind == SKIPPED:
        return "skipped"
    store.fail(reading, source)
    typer.echo(f"detente: {reading.failures[0].message}", err=True)
    return "failed"


def tell_status(url: str) -> None:
    """Print what a store holds."""
    with store_at(url) as store:
        found = store.status()
        lines = [("store", store.where), ("articles", f"{sum(found.documents.values()):,}")]
        lines += [(f"  in {language_name(code)}", f"{number:,}") for code, number in found.documents.items()]
        lines += [("reports", f"{found.reports:,}"), ("sources", f"{found.sources:,}")]
        lines += [("statements", f"{found.statements:,}"), ("events", f"{found.events:,}")]
        lines += [("failures", f"{found.failures:,}"), ("days", f"{found.first or '-'} to {found.last or '-'}")]
    width = max(len(name) for name, _ in lines)
    typer.echo("\n".join(f"{name.ljust(width)}  {value}" for name, value in lines))


def tell_failures(url: str) -> None:
    """Print what could not be read, a line each."""
    with store_at(url) as store:
        for failed in store.failures():
            typer.echo(failed.failures[0].message)


def remove_articles(names: Sequence[str], url: str) -> None:
    """Take sources out of a store, given by name, by path, or by the folder that they are in."""
    with store_at(url) as store:
        wanted = [name if "://" in name else Path(name).absolute().as_posix() for name in names]
        gone = store.remove([*names, *wanted])
        typer.echo(f"{store.where}: {gone:,} sources removed", err=True)


def upgrade_tables(url: str) -> None:
    """Bring a store up to date."""
    with refused():
        before, after = upgrade_store(address(url))
    typer.echo(f"already up to date ({after})" if before == after else f"upgraded from {before} to {after}", err=True)


def copy_store(file: Path, url: str) -> None:
    """Copy a store to a file."""
    with store_at(url) as store:
        store.backup(file)
        typer.echo(f"{store.where}: copied to {file}", err=True)


def check_store(url: str) -> bool:
    """Print what is wrong with a store; returns whether anything is."""
    with store_at(url) as store:
        wrong = tuple(store.check())
        typer.echo("\n".join(wrong) or f"{store.where}: whole")
    return bool(wrong)
