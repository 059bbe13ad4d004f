"""The formats by name, each with the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from detente.text.nearest import UnknownName, nearest

from .columns import tables
from .contents import Contents
from .rows import TABLES
from .writing import write_text

Write = Callable[[Contents, str, Path], None]
STATEMENTS = "statements"


class Format(NamedTuple):
    """A format: what it is, and the function that writes contents to a path."""

    about: str
    write: Write


def _csv(contents: Contents, table: str, path: Path) -> None:
    from .csv import csv_lines

    write_text(path, csv_lines(TABLES[table](contents), [column.name for column in tables()[table]]))


def _jsonl(contents: Contents, table: str, path: Path) -> None:
    from .jsonl import json_lines

    write_text(path, json_lines(TABLES[table](contents), [column.name for column in tables()[table]]))


def _parquet(contents: Contents, table: str, path: Path) -> None:
    from .parquet import write_parquet

    write_parquet(TABLES[table](contents), tables()[table], path)


def _by(module: str) -> Write:
    """The function `write` of a module, imported when it is used."""

    def write_by(contents: Contents, _: str, path: Path) -> None:
        import_module(f"detente.export.{module}").write(contents, path)

    return write_by


FORMATS: dict[str, Format] = {
    "csv": Format("a table as CSV", _csv),
    "jsonl": Format("a table as JSON lines", _jsonl),
    "parquet": Format("a table as Parquet", _parquet),
    "dna": Format("a database of Discourse Network Analyzer; as .csv its event list", _by("dna")),
    "webanno": Format("statements as W3C Web Annotations (JSON-LD)", _by("webanno")),
    "bibtex": Format("documents as BibTeX", _by("bibtex")),
    "csl": Format("documents as CSL-JSON", _by("csl")),
    "plover": Format("what sides did as PLOVER events, JSON lines", _by("plover")),
    "gdelt": Format("the same in the columns of GDELT's event files 2.0", _by("gdelt")),
    "brat": Format("a folder of texts and annotations for brat", _by("brat")),
    "package": Format("a folder with the tables, from which `detente import` rebuilds the store", _by("package")),
}


def format_of(name: str) -> Format:
    """Return a format by name; raises `UnknownName` where there is none."""
    if name not in FORMATS:
        raise UnknownName(f"no format {name!r}; there are {', '.join(nearest(name, FORMATS))}")
    return FORMATS[name]


def write(contents: Contents, form: str, path: Path, table: str = STATEMENTS) -> None:
    """Write contents in a format; of CSV, JSON lines and Parquet one of the tables."""
    if table not in TABLES:
        raise UnknownName(f"no table {table!r}; there are {', '.join(TABLES)}")
    format_of(form).write(contents, table, path)
