"""What the commands do that keep what was read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import typer

from detente.desk.keeping import keep_all
from detente.engine import Reader
from detente.intake import IntakeError, articles, collection_of
from detente.intake.kinds import is_address
from detente.resources.tongues import language_name
from detente.store import Store, upgrade_store

from .distant import Manners, parted
from .ending import refuse, warn
from .progress import counted, watched, written
from .reading import files_of
from .stored import address, refused, store_at

ARTICLES_A_PROCESS = 40
BYTES_AN_ARTICLE = 8192  # of an archive or a table
ANEW = "what is removed leaves no word in the index, so the whole index is written anew; that takes a while, once for all that is removed together"
WORDS = {
    "new": "new", "anew": "read anew", "known": "already there", "failed": "could not be read", "skipped": "in other languages",
    "left": "left out (--most)",
}  # fmt: skip


def add_articles(
    paths: Sequence[str], url: str, reader: Reader, processes: int, fields: Mapping[str, str], manners: Manners
) -> bool:
    """Read articles into a store and say how many there were; returns whether some could not be read."""
    local, distant = parted(paths)
    files = files_of(local) if local or not distant else []
    with store_at(url, make=True) as store:
        store.forgive(Path(file).absolute().as_posix() for file in files if collection_of(file))
        number = sum(map(_weight, files))
        found = watched(articles(files, fields), number)
        outcomes = keep_all(store, found, reader, processes or cores(number), warn)
        if distant:
            outcomes += _fetch(distant, store, reader, manners)
        typer.echo(f"{store.where}: {told(outcomes)}", err=True)
    return outcomes["failed"] > 0


def _weight(file: str) -> int:
    """About how many articles a file holds."""
    return 1 + (Path(file).stat().st_size // BYTES_AN_ARTICLE if collection_of(file) and Path(file).is_file() else 0)


def cores(articles: int) -> int:
    """Return as many processes as there are cores, but one for a handful of articles: a process takes a second to start."""
    return min(os.cpu_count() or 1, max(1, articles // ARTICLES_A_PROCESS))


def _fetch(distant: Sequence[str], store: Store, reader: Reader, manners: Manners) -> Counter[str]:
    """Read into a store what is at addresses and in the lists there."""
    from detente.fetch import FetchError

    from .following import fetcher_of, follow

    try:
        return follow(distant, store, reader, fetcher_of(manners), manners.most)
    except (IntakeError, FetchError) as error:
        raise refuse(str(error)) from None


def told(outcomes: Counter[str]) -> str:
    """Return how many articles came to which end, in words.

    >>> told(Counter(new=2, failed=1)), told(Counter())
    ('2 new, 1 could not be read', 'nothing new')
    """
    return ", ".join(f"{outcomes[name]:,} {WORDS[name]}" for name in WORDS if outcomes[name]) or "nothing new"


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
        wanted = [name if is_address(name) else Path(name).absolute().as_posix() for name in names]
        with written(f"{store.where}: {ANEW}") as tell:
            gone = store.remove([*names, *wanted], tell)
        typer.echo(f"{store.where}: {gone:,} sources removed", err=True)


def upgrade_tables(url: str) -> None:
    """Bring a store up to date."""
    with refused(), counted("Looking through") as tell:
        before, after = upgrade_store(address(url), tell)
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
