"""What the command does that reads a data package into a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import typer

from detente.export import ExportError
from detente.export.unpack import Package, hash_of
from detente.intake import AS_COMMON, IntakeError, articles
from detente.pipeline import weigh_pairs
from detente.store import Store

from .ending import FAILED, refuse
from .keeping import told
from .reading import files_of
from .stored import store_at


def import_package(folder: Path, texts: Sequence[str], url: str) -> bool:
    """Read a package into a store and say how much there was; returns whether some of it lacks its text."""
    try:
        package = Package(folder)
        missing = package.without_text()
        if missing and not texts:
            raise refuse(f"{folder}: {len(missing):,} articles are in it without their texts; name the texts or pages with --texts, "
                         "or export with --text full", FAILED)  # fmt: skip
        found = _texts(texts, missing) if missing else {}
        with store_at(url, make=True) as store:
            outcomes = _keep(store, package, found)
            left = len(missing - found.keys())
            typer.echo(f"{store.where}: {told(outcomes)}{f', {left:,} whose text was not found' if left else ''}", err=True)
    except ExportError as error:
        raise refuse(str(error), FAILED) from None
    return left > 0


def _texts(paths: Sequence[str], wanted: frozenset[str]) -> dict[str, str]:
    """The texts of articles in files, by their hashes, as far as they are wanted."""
    found: dict[str, str] = {}
    for article in articles(files_of(paths), AS_COMMON):
        try:
            text = article.load().text
        except IntakeError:
            continue
        if (key := hash_of(text)) in wanted:
            found[key] = text
    return found


def _keep(store: Store, package: Package, texts: dict[str, str]) -> Counter[str]:
    outcomes: Counter[str] = Counter()
    for fetch in package.fetched():
        store.remember(fetch)
    for held in package.holdings(texts):
        weights = weigh_pairs(held.reading.statements)
        outcomes[store.write(held.reading, held.sources[0], weights, held.page)] += 1
        for source in held.sources[1:]:
            store.write(held.reading, source, weights, held.page)
    for failed, source in package.unread():
        store.fail(failed, source)
        outcomes["failed"] += 1
    store.maps.settle()
    return outcomes
