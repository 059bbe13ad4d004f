"""A data package: a folder with the tables, what they hold, versions, checksums and a citation, and all that a store keeps.

The descriptor is that of Data Package (datapackage.org). With full texts `detente import` rebuilds the store from it; without,
together with the texts, which are known by their hashes.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from detente.records import FailedReading, MadeBy, Page, Reading, Record
from detente.resources.codebook import load_codebook
from detente.resources.tongues import language_name
from detente.store import Fetch, Holding, Source

from .columns import Column, tables
from .contents import FULL, Contents
from .csv import csv_lines
from .rows import TABLES
from .writing import filled

VERSION = 1
SUMS, DESCRIPTOR, CODEBOOK, CITATION = "SHA256SUMS", "datapackage.json", "CODEBOOK.md", "CITATION.txt"
DOCUMENTS, FAILURES, FETCHES = "kept/documents.jsonl", "kept/failures.jsonl", "kept/fetches.jsonl"
KEPT = {DOCUMENTS: "all that is kept of each article", FAILURES: "what could not be read", FETCHES: "how addresses answered"}


class Place(Record, frozen=True):
    """Where an article was found, and the hash of the bytes there."""

    source: str
    sha256: str


class Kept(Record, frozen=True):
    """An article: its reading, the page that it is of without its text, and where it was found."""

    reading: Reading
    page: Page | None
    places: tuple[Place, ...]


class Unread(Record, frozen=True):
    """What could not be read, and where it was found."""

    reading: FailedReading
    place: Place


class Summary(NamedTuple):
    """What is in a package, for whoever cites it."""

    documents: Counter[str]
    statements: int
    outlets: int
    first: str
    last: str
    made_by: tuple[MadeBy, ...]


def write(contents: Contents, path: Path) -> None:
    """Write a package to a new folder."""
    with filled(path) as folder:
        for name in ("tables", "kept"):
            (folder / name).mkdir()
        for name, columns in tables().items():
            _write(folder / f"tables/{name}.csv", csv_lines(TABLES[name](contents), [column.name for column in columns]))
        for file, lines in _kept(contents):
            _write(folder / file, lines)
        summary = _summary(contents)
        _write(folder / CODEBOOK, _codebook(contents))
        _write(folder / CITATION, [_citation(summary)])
        _write(folder / DESCRIPTOR, [_descriptor(folder, contents, summary)])
        files = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
        _write(folder / SUMS, [f"{sha256_of(folder / file)}  {file}\n" for file in files])


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)


def sha256_of(path: Path) -> str:
    """Return the hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _kept(contents: Contents) -> Iterator[tuple[str, Iterator[str]]]:
    """The files of what a store keeps, each with its lines."""
    whole = contents.whole
    kept: tuple[tuple[str, Callable[..., Record | Fetch], Iterable[Any]], ...] = (
        (DOCUMENTS, lambda held: _document(held, with_text=contents.text == FULL), whole.holdings()),
        (FAILURES, lambda pair: Unread(pair[0], _place(pair[1])), whole.unread()),
        (FETCHES, lambda fetch: fetch._asdict(), whole.fetched()),
    )  # fmt: skip
    for file, line, found in kept:
        yield file, (msgspec.json.encode(line(each)).decode() + "\n" for each in found)


def _document(held: Holding, *, with_text: bool) -> Kept:
    document = held.reading.document
    reading = held.reading if with_text else replace(held.reading, document=replace(document, text=""))
    return Kept(reading, held.page and replace(held.page, text=""), tuple(map(_place, held.sources)))


def _place(source: Source) -> Place:
    return Place(source.name, source.sha256)


def _summary(contents: Contents) -> Summary:
    languages: Counter[str] = Counter()
    outlets, days, made, statements = set[str](), set[str](), set[MadeBy](), 0
    for each in contents.chosen():
        document = each.reading.document
        languages[document.language] += 1
        outlets.update(filter(None, [document.outlet]))
        days.update(filter(None, [(document.published or "")[:10]]))
        made.add(each.reading.made_by)
        statements += len(each.statements)
    return Summary(languages, statements, len(outlets), min(days, default=""), max(days, default=""),
                   tuple(sorted(made, key=lambda each: (each.detente, each.plan, each.codebook))))  # fmt: skip


def _codebook(contents: Contents) -> Iterator[str]:
    """What tables and topics mean, in words."""
    yield "# Codebook\n\nTables are CSV (RFC 4180, UTF-8); lists are joined by `; `. A cell that a spreadsheet would run has an apostrophe before it.\n"
    for name, columns in tables().items():
        yield f"\n## tables/{name}.csv\n\n| column | type | holds | example |\n|---|---|---|---|\n"
        yield from (f"| {each.name} | {each.type} | {each.holds} | {_plain(each.example)} |\n" for each in columns)
    book = load_codebook(contents.codebook)
    yield f"\n## Topics: {book.name}\n\nSHA-256 of the codebook: {book.sha256}\n\n| id | name | definition | proposition |\n|---|---|---|---|\n"
    for topic in book.topics:
        yield f"| {topic.id} | {_plain(contents.names.topic(topic.id))} | {_plain(topic.definition)} | {_plain(topic.proposition or '')} |\n"


def _plain(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")


def _citation(summary: Summary) -> str:
    """A sentence to cite the package by."""
    total = sum(summary.documents.values())
    languages = ", ".join(f"{number:,} {language_name(code)}" for code, number in sorted(summary.documents.items()))
    days = f", published {summary.first} to {summary.last}" if summary.first else ""
    versions = ", ".join(sorted({each.detente for each in summary.made_by})) or version("detente")
    return (f"Statements on relations between states in {total:,} articles ({languages or 'none'}) of {summary.outlets:,} known outlets{days}: "
            f"{summary.statements:,} statements. Data package, read by D\xe9tente {versions}. "
            f"Quote with it the SHA-256 of {SUMS}, which tells this package from any other.\n")  # fmt: skip


def _descriptor(folder: Path, contents: Contents, summary: Summary) -> str:
    """The descriptor of the package, with the versions that read it."""
    found = [_resource(folder, f"tables/{name}.csv", name, columns) for name, columns in tables().items()]
    found += [_resource(folder, file, Path(file).stem, None) | {"description": about} for file, about in KEPT.items()]
    content = {
        "name": "detente-package", "profile": "data-package", "title": "Statements on relations between states",
        "description": _citation(summary).strip(), "resources": found,
        "detente": {"package": VERSION, "text": contents.text, "is_whole": contents.is_whole, "made_by": summary.made_by},
    }  # fmt: skip
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def _resource(folder: Path, file: str, name: str, columns: tuple[Column, ...] | None) -> dict[str, Any]:
    path = folder / file
    told: dict[str, Any] = {
        "name": name if columns else f"kept-{name}", "path": file, "format": path.suffix[1:], "encoding": "utf-8",
        "bytes": path.stat().st_size, "hash": f"sha256:{sha256_of(path)}",
    }  # fmt: skip
    told["type"] = "table" if columns else "file"
    if columns:
        types = {"list": "string"}
        fields = [{"name": each.name, "type": types.get(each.type, each.type), "description": each.holds} for each in columns]
        told |= {"profile": "tabular-data-resource", "mediatype": "text/csv", "schema": {"fields": fields, "missingValues": [""]}}
    return told
