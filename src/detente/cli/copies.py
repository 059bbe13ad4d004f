"""Copies of a report as a user sees them: who printed it first, and who changed what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import typer

from detente.copies import Changes, changes_between
from detente.records import Document, Record
from detente.render.width import printable
from detente.store import Copy
from detente.views.maps import labels_of

from .stored import store_at

UNKNOWN = "day unknown"


class Shown(Record, frozen=True):
    """A copy as it is listed; `changes` is what it made of the first one, which has none itself."""

    id: str
    sources: tuple[str, ...]
    outlet: str | None
    published: str | None
    title: str | None
    changes: Changes | None


class Listed(Record, frozen=True):
    """The copies of one report, the one that was printed first before all others."""

    first: Shown
    copies: tuple[Shown, ...]


def list_copies(url: str, source: str, *, as_json: bool) -> None:
    """Print the reports that were printed several times; of a source, its own with every change."""
    with store_at(url) as store:
        wanted = source if not source or "://" in source else Path(source).absolute().as_posix()
        found = 0
        for cluster in store.clusters(wanted):
            listed = _listed(cluster)
            found += len(cluster) > 1
            lines = [msgspec.json.encode(listed).decode()] if as_json else [*_lines(listed, whole=bool(source)), ""]
            typer.echo("\n".join(lines))
        if not found and not as_json:
            typer.echo(f"{store.where}: no copies", err=True)


def _listed(cluster: tuple[Copy, ...]) -> Listed:
    first, *others = cluster
    return Listed(_shown(first, None), tuple([_shown(copy, changes_between(first.document, copy.document)) for copy in others]))


def _shown(copy: Copy, changes: Changes | None) -> Shown:
    document = copy.document
    return Shown(document.id, copy.sources, _outlet(document), document.published, document.title, changes)


def _outlet(document: Document) -> str | None:
    return labels_of().actor(document.outlet, document.credit) if document.outlet else None


def _lines(listed: Listed, *, whole: bool) -> Iterator[str]:
    number = len(listed.copies) + 1
    yield f"{number} copies of one report" if listed.copies else "no copies"
    yield f"  first  {_where(listed.first)}"
    for copy in listed.copies:
        yield f"  copy   {_where(copy)}"
        if copy.changes:
            yield f"         sentences: {_counts(copy.changes)}"
            yield from (f"         {line}" for line in _sentences(copy.changes) if whole)


def _where(shown: Shown) -> str:
    parts = (shown.published or UNKNOWN, shown.outlet or "outlet unknown", *shown.sources)
    return ", ".join(map(printable, parts))


def _counts(changes: Changes) -> str:
    """How many sentences a copy kept and changed.

    >>> from detente.copies import Change
    >>> _counts(Changes(7, ("Dropped.",), (), (Change("One.", "Two."),)))
    '7 kept, 1 dropped, 1 changed'
    """
    counts = {"kept": changes.kept, "dropped": len(changes.dropped), "added": len(changes.added), "changed": len(changes.changed)}
    return ", ".join(f"{number} {word}" for word, number in counts.items() if number) or "none"


def _sentences(changes: Changes) -> Iterator[str]:
    yield from (f"- {printable(sentence)}" for sentence in changes.dropped)
    yield from (f"+ {printable(sentence)}" for sentence in changes.added)
    for change in changes.changed:
        yield f"~ {printable(change.before)}"
        yield f"> {printable(change.after)}"
