"""What `detente reread` does: reads again what a store keeps, and tells what is read differently."""

from __future__ import annotations

import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from functools import partial

import msgspec
import typer

from detente.desk.keeping import ready
from detente.engine import Reader, read_all
from detente.intake import Article
from detente.pipeline import differences
from detente.records import Changed, Difference, FailedReading, Page, Reading, Statement
from detente.store import Filter, Kept, Prepared, Store
from detente.store.rows import GAP, content_of

from .choices import Report
from .ending import warn
from .keeping import cores
from .progress import watched
from .stored import store_at

LONGEST = 80
ADD_AGAIN = "kept by an earlier version, which did not keep what pages tell beside their text: give them to `detente add` once more"
Counts = Counter[str]
Again = tuple[Reading, Prepared]


def reread(url: str, reader: Reader, processes: int, form: Report, *, keeps: bool) -> bool:
    """Read again what would be read differently now, and print the differences; returns whether something could not be read.

    Nothing is changed where nothing is to be kept.
    """
    counts: Counts = Counter()
    tell = _tell_json if form is Report.json else _tell_text
    with store_at(url) as store:
        keys = store.outdated(reader.would_make, Filter(languages=reader.languages))
        for before, now in _again(store, watched(keys, len(keys), streams=True), reader, processes or cores(len(keys)), counts):
            if isinstance(now, FailedReading):
                counts["failed"] += 1
                warn(f"{now.failures[0].message}; what was read before stays")
                continue
            reading, prepared = now
            found = differences(before, reading)
            _count(found, counts)
            tell(found, reading.document.text)
            if keeps:
                store.write_again(prepared)
    _tell_total(counts, form, keeps=keeps)
    return counts["failed"] + counts["pageless"] > 0


def _again(
    store: Store, keys: Iterable[str], reader: Reader, processes: int, counts: Counts
) -> Iterator[tuple[Reading, Again | FailedReading]]:
    """Yield what was read before, and what is read now."""
    waiting: deque[Reading] = deque()
    make = partial(_with_rows, database=store.database)
    for _, now in read_all(_articles(store.kept(keys), waiting, counts), reader, make, processes):
        yield waiting.popleft(), now


def _with_rows(reading: Reading, page: Page, database: str) -> Again:
    return reading, ready(reading, page, database)


def _articles(kept: Iterable[Kept], waiting: deque[Reading], counts: Counts) -> Iterator[Article]:
    """The articles of documents, by their pages; what was read before waits for them."""
    for reading, page in kept:
        if page is None:
            counts["pageless"] += 1
        else:
            waiting.append(reading)
            yield Article(reading.document.path, b"", page=page)


def _count(found: Difference, counts: Counts) -> None:
    counts["articles"] += 1
    counts["different"] += bool(found.gained or found.lost or found.changed)
    for name in ("gained", "lost", "changed"):
        counts[name] += len(getattr(found, name))
    counts.update(f"field {field}" for each in found.changed for field in each.fields)


def _fields(counts: Counts) -> dict[str, int]:
    """How many statements differ in which field, the most first."""
    named = {name.removeprefix("field "): number for name, number in counts.items() if name.startswith("field ")}
    return dict(sorted(named.items(), key=lambda item: (-item[1], item[0])))


def _tell_json(found: Difference, text: str) -> None:
    if found.gained or found.lost or found.changed:
        sys.stdout.write(msgspec.json.encode(found).decode() + "\n")


def _tell_text(found: Difference, text: str) -> None:
    lines = [f"  + {_words(each, text)}" for each in found.gained]
    lines += [f"  - {_words(each, text)}" for each in found.lost]
    lines += [f"  ~ {_words(each.after, text)}: {', '.join(_change(each, field) for field in each.fields)}" for each in found.changed]
    if lines:
        sys.stdout.write("\n".join([found.path, *lines, ""]))


def _words(statement: Statement, text: str) -> str:
    """Who says what, the beginning of it."""
    speaker = statement.speaker
    who = f"{speaker.name} ({speaker.party or '-'})" if speaker else "?"
    said = " ".join(content_of(statement.content, text).split())
    return f"{who}: {said if len(said) <= LONGEST else said[:LONGEST] + GAP}"


def _change(changed: Changed, field: str) -> str:
    """A field, with its values where these are words or numbers."""
    before, after = getattr(changed.before, field, ()), getattr(changed.after, field, ())
    plain = isinstance(before, str | float | None) and isinstance(after, str | float | None)
    return f"{field} {before} > {after}" if plain else field


def _tell_total(counts: Counts, form: Report, *, keeps: bool) -> None:
    names = ("articles", "different", "gained", "lost", "changed", "failed", "pageless")
    if form is Report.json:
        total = {**{name: counts[name] for name in names}, "fields": _fields(counts), "kept": keeps}
        sys.stdout.write(msgspec.json.encode(total).decode() + "\n")
    else:
        sys.stdout.write(_total(counts, keeps=keeps) + "\n")
    if counts["pageless"]:
        typer.echo(f"detente: {counts['pageless']:,} articles were {ADD_AGAIN}", err=True)


def _total(counts: Counts, *, keeps: bool) -> str:
    """The totals in a line.

    >>> _total(Counter({"articles": 3, "different": 1, "gained": 2, "changed": 1, "field act": 1}), keeps=True)
    '3 articles read again, 1 differently: 2 statements gained, 0 lost, 1 changed (act 1)'
    """
    done = "read again" if keeps else "read again without keeping it"
    fields = ", ".join(f"{field} {number:,}" for field, number in _fields(counts).items())
    told = f"{counts['gained']:,} statements gained, {counts['lost']:,} lost, {counts['changed']:,} changed"
    return f"{counts['articles']:,} articles {done}, {counts['different']:,} differently: {told}" + (f" ({fields})" if fields else "")
